// Documents as the lines of an export. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "server/api/field.hpp"

namespace pressoir::api {

inline constexpr std::string_view kCsvType = "text/csv; charset=utf-8; header=present";
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // before CSV, for Excel

// One JSON object, spelt as base::document_to_json does, with a final `\n`.
std::string to_json_line(const base::Document& document, const FieldSet& fields);

// RFC 4180: the names of the columns; the values. Lists are joined by `; `, ministers are given by
// name. A value that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tabulator or line
// end in front) has an apostrophe put before it.
std::string csv_header(const FieldSet& fields);
std::string to_csv_row(const base::Document& document, const FieldSet& fields);

// One value as it stands in a row.
std::string csv_cell(std::string_view value);

}  // namespace pressoir::api
