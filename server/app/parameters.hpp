// Query strings of addresses: taken apart, and checked against the parameters that an endpoint
// takes. The parameters of searches are described in server/query/request_parameters.hpp; those of
// one endpoint alone, and which endpoint takes which, in parameter_table.cpp. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/request_parameters.hpp"

namespace pressoir::app {

using query::Parameter;
using query::ParameterKind;

// The parameters of each endpoint, in the order of its documentation. Routes refer to these.
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

// The parameter of that name; nullptr when the table has none.
const Parameter* find_parameter(std::span<const Parameter> table, std::string_view name) noexcept;

// One `name=value` of a query string. `fault` is the reason, in English, why the value is
// unusable (bad escape, not UTF-8), and the value is then empty. Without a fault, the value is
// valid UTF-8.
struct QueryPair {
  std::string name;
  std::string value;
  std::string_view fault;
};

// The pairs in the order written, with escapes decoded and `+` as a space. Empty pairs (`a=1&&b=2`)
// are skipped; a name without `=` has an empty value. A name that cannot be decoded stays encoded.
std::vector<QueryPair> split_query_string(std::string_view query);

// What is wrong with one parameter. `reason` completes the sentence that begins with its name.
struct ParameterError {
  std::string parameter;
  std::string reason;
  std::string nearest;  // the valid name or choice that was probably meant; empty: none is near

  bool operator==(const ParameterError&) const = default;
};

// The values given for each parameter of a table, in the order written. The table must outlive it.
class ParameterValues {
 public:
  explicit ParameterValues(std::span<const Parameter> table)
      : table_(table), values_(table.size()) {}

  std::span<const Parameter> table() const noexcept { return table_; }

  // Empty when the parameter was not given, or is not in the table.
  std::span<const std::string> all(std::string_view name) const;
  // The first value given, or the table's default.
  std::string_view get(std::string_view name) const;
  bool given(std::string_view name) const { return !all(name).empty(); }
  // get() as a number, for kInteger.
  std::uint32_t integer(std::string_view name) const;

  // `parameter` is an element of the table. A value that is there already is not added again.
  void add(const Parameter& parameter, std::string value);

 private:
  std::span<const Parameter> table_;
  std::vector<std::vector<std::string>> values_;  // one list for each parameter of the table
};

struct ParsedParameters {
  ParameterValues values;              // the well-formed ones
  std::vector<ParameterError> errors;  // at most 20, in the order written
};

// Checks every pair against the table. Errors are an unknown name, a single parameter given twice,
// and a value that is malformed or out of range. The same value given twice is kept once.
ParsedParameters parse_parameters(std::span<const Parameter> table,
                                  const std::vector<QueryPair>& pairs);

// The word of `words` with the smallest edit distance from `typed` (insertions, deletions,
// replacements, swaps of neighbours, in bytes), the first of equals. Empty when all need more edits
// than a third of the longer word, or when `typed` is longer than 64 bytes.
std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words);

}  // namespace pressoir::app
