// The parameters of every endpoint: one table drives their parsing, their documentation and the
// names proposed when one is misspelt. Everything here may be called from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/query_string.hpp"

namespace pressoir::api {

enum class ParameterKind {
  kText,     // any text, empty too; control characters in it are blanks
  kValue,    // a facet's value: not empty, no control characters
  kDate,     // `2012`, `2012-12` or `2012-12-05`
  kInteger,  // decimal digits
  kChoice,   // one of `choices`
  kList,     // some of `choices`, separated by commas; may be empty
  kBoolean,  // `true` or `false`
};

struct Parameter {
  std::string_view name;
  ParameterKind kind = ParameterKind::kText;
  bool repeatable = false;
  std::uint32_t max_values = 0;  // of a repeatable one, different from each other; 0: any number
  std::uint32_t min = 0;         // kInteger: smallest value
  std::uint32_t max = 0;         // kInteger: largest value; kText, kValue: most bytes
  std::span<const std::string_view> choices = {};
  std::string_view default_value = {};  // as it would be written; empty: none
  std::string_view meaning = {};        // English, for /openapi.json
  std::string_view french = {};         // the same for the page /api
};

// Most bytes of a facet's value and of the query text.
inline constexpr std::uint32_t kMaxValueBytes = 512;
inline constexpr std::uint32_t kMaxQueryBytes = 40'000;

// Each row of the routes (see routes.hpp) names one of these.
std::span<const Parameter> search_parameters();
std::span<const Parameter> suggest_parameters();
std::span<const Parameter> document_parameters();
std::span<const Parameter> document_page_parameters();
std::span<const Parameter> export_parameters();
std::span<const Parameter> csv_export_parameters();
std::span<const Parameter> feed_parameters();
std::span<const Parameter> trends_parameters();
std::span<const Parameter> csv_trends_parameters();
std::span<const Parameter> facet_parameters();
std::span<const Parameter> similar_parameters();
std::span<const Parameter> no_parameters();

// The row of that name; nullptr when there is none.
const Parameter* find_parameter(std::span<const Parameter> table, std::string_view name) noexcept;

// What is wrong with one parameter. `reason` completes the sentence that begins with its name.
struct ParameterError {
  std::string parameter;
  std::string reason;
  std::string nearest;  // the valid name or choice that was probably meant; empty: none is near

  bool operator==(const ParameterError&) const = default;
};

// The values given for each row of a table, in the order written.
class ParameterValues {
 public:
  explicit ParameterValues(std::span<const Parameter> table)
      : table_(table), values_(table.size()) {}

  std::span<const Parameter> table() const noexcept { return table_; }

  // Empty when the parameter was not given, or is not in the table.
  std::span<const std::string> all(std::string_view name) const;
  // The value given, or the table's default.
  std::string_view get(std::string_view name) const;
  bool given(std::string_view name) const { return !all(name).empty(); }
  // For kInteger.
  std::uint32_t integer(std::string_view name) const;

  void add(const Parameter& parameter, std::string value);

 private:
  std::span<const Parameter> table_;
  std::vector<std::vector<std::string>> values_;  // one for each row
};

struct ParsedParameters {
  ParameterValues values;              // only those that are well formed
  std::vector<ParameterError> errors;  // at most 20; in the order written
};

// Checks every pair against the table: an unknown name, a single parameter given twice, a value
// that is malformed or out of range are errors. The same value given twice is kept once.
ParsedParameters parse_parameters(std::span<const Parameter> table,
                                  const std::vector<QueryPair>& pairs);

}  // namespace pressoir::api
