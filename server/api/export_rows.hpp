// Documents as the lines of an export, in JSON Lines (https://jsonlines.org/) and CSV (RFC 4180).
// Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "server/api/field.hpp"

namespace pressoir::api {

inline constexpr std::string_view kCsvType = "text/csv; charset=utf-8; header=present";
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // before CSV, for Excel

// One JSON object with a final `\n`, with the names and values of base::document_to_json.
std::string to_json_line(const base::Document& document, const FieldSet& fields);

// A line with the names of the columns; a line with the values of a document. Lists are joined by
// `; `, ministers are given by name. A value that a spreadsheet would execute as a formula (it
// begins with `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe in front: see
// https://owasp.org/www-community/attacks/CSV_Injection.
// `separator` stands between values: a comma, or the semicolon that spreadsheets of French expect.
std::string csv_header(const FieldSet& fields, char separator = ',');
std::string to_csv_row(const base::Document& document, const FieldSet& fields, char separator = ',');

// One value as a row has it: quoted where needed, formulas neutralised.
std::string csv_cell(std::string_view value, char separator = ',');

}  // namespace pressoir::api
