#include "server/app/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>

#include "indexer/base/date.hpp"
#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"

namespace pressoir::app {
namespace {

constexpr std::size_t kMaxComparedBytes = 64;
using Row = std::array<std::size_t, kMaxComparedBytes + 1>;

// Optimal string alignment (Damerau-Levenshtein without overlapping swaps) over three rows of the
// matrix: the current one and the two before it.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  Row two_before{};
  Row before{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_before[j - 2] + 1);
    }
    two_before = before;
    before = row;
  }
  return before[b.size()];
}

// `+` means a space in a query string, and nowhere else in an address.
std::optional<std::string> decode_query_text(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return base::percent_decode(spaced);
}

std::string_view fault_of(const std::optional<std::string>& value) noexcept {
  if (!value) return "holds a % that two hexadecimal digits do not follow";
  if (!base::is_valid_utf8(*value)) return "is not UTF-8";
  return {};
}

// A name that cannot be decoded is kept: the error that it causes should show what was sent.
QueryPair read_pair(std::string_view pair) {
  const auto equals = pair.find('=');
  const auto raw_name = pair.substr(0, equals);
  const auto raw_value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
  auto name = decode_query_text(raw_name);
  auto value = decode_query_text(raw_value);
  QueryPair read{"", "", fault_of(value)};
  if (read.fault.empty()) read.value = *std::move(value);
  read.name = fault_of(name).empty() ? *std::move(name) : std::string(raw_name);
  return read;
}

// Bound the answer to a query string that is wrong everywhere.
constexpr std::size_t kMaxErrors = 20;
constexpr std::size_t kMaxEchoedBytes = 64;  // of an unknown name

struct Fault {
  std::string reason;
  std::string nearest;
};
using Check = std::optional<Fault>;  // nothing: the value is well formed

// Stricter than strtoul: no sign, no blank, no trailing text.
std::optional<std::uint32_t> to_integer(std::string_view digits) noexcept {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
  if (digits.empty() || error != std::errc{} || end != digits.end()) return std::nullopt;
  return number;
}

// Tabs and line ends are blanks already.
bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
}

// Values are exact names of facet values: a control character in one is a mistake, not a blank.
Check check_text(const Parameter& parameter, std::string_view value) {
  if (parameter.kind == ParameterKind::kValue) {
    if (value.empty()) return Fault{"is empty", ""};
    if (std::any_of(value.begin(), value.end(), is_control)) {
      return Fault{"holds a control character", ""};
    }
  }
  if (value.size() <= parameter.max) return std::nullopt;
  return Fault{fmt::format("is longer than {} bytes", parameter.max), ""};
}

Check check_date(std::string_view value) {
  if (base::parse_date(value)) return std::nullopt;
  return Fault{"is not a date: write 2012, 2012-12 or 2012-12-05, a day that exists", ""};
}

Check check_integer(const Parameter& parameter, std::string_view value) {
  const auto number = to_integer(value);
  if (number && *number >= parameter.min && *number <= parameter.max) return std::nullopt;
  return Fault{fmt::format("is not a whole number from {} to {}", parameter.min, parameter.max),
               ""};
}

bool is_choice(const Parameter& parameter, std::string_view word) {
  return std::find(parameter.choices.begin(), parameter.choices.end(), word) !=
         parameter.choices.end();
}

// The nearest choice is proposed, as for names.
Check check_choice(const Parameter& parameter, std::string_view word) {
  if (is_choice(parameter, word)) return std::nullopt;
  return Fault{fmt::format("is not one of {}", fmt::join(parameter.choices, ", ")),
               std::string(nearest_word(word, parameter.choices))};
}

Check check_list(const Parameter& parameter, std::string_view list) {
  Check check;
  query::for_each_word(list, [&](std::string_view word) {
    if (check || is_choice(parameter, word)) return;
    check =
        Fault{fmt::format("takes a comma-separated list of {}", fmt::join(parameter.choices, ", ")),
              std::string(nearest_word(word, parameter.choices))};
  });
  return check;
}

Check check_boolean(std::string_view value) {
  if (value == "true" || value == "false") return std::nullopt;
  return Fault{"is neither true nor false", ""};
}

Check check_value(const Parameter& parameter, std::string_view value) {
  switch (parameter.kind) {
    case ParameterKind::kText:
    case ParameterKind::kValue:
      return check_text(parameter, value);
    case ParameterKind::kDate:
      return check_date(value);
    case ParameterKind::kInteger:
      return check_integer(parameter, value);
    case ParameterKind::kChoice:
      return check_choice(parameter, value);
    case ParameterKind::kList:
      return check_list(parameter, value);
    case ParameterKind::kBoolean:
      return check_boolean(value);
  }
  return std::nullopt;
}

// An unknown name goes into the answer: it must be short, and JSON must be UTF-8.
std::string echoed(std::string_view text) {
  if (!base::is_valid_utf8(text)) return "(not UTF-8)";
  return std::string(base::clip_utf8(text, kMaxEchoedBytes));
}

std::string nearest_name(std::span<const Parameter> table, std::string_view typed) {
  std::vector<std::string_view> names;
  for (const Parameter& parameter : table) names.push_back(parameter.name);
  return std::string(nearest_word(typed, names));
}

// The first fault of `pair`, after the pairs that have been parsed.
// In this order: a value that cannot be decoded is not compared with others.
Check check_pair(const ParsedParameters& parsed, const Parameter& parameter,
                 const QueryPair& pair) {
  if (!pair.fault.empty()) return Fault{std::string(pair.fault), ""};
  if (!parameter.repeatable && parsed.values.given(parameter.name)) {
    return Fault{"is given more than once", ""};
  }
  if (parameter.max_values != 0 &&
      parsed.values.all(parameter.name).size() >= parameter.max_values) {
    return Fault{fmt::format("is given more than {} times", parameter.max_values), ""};
  }
  return check_value(parameter, pair.value);
}

}  // namespace

// A third of the longer word: `mach` is near `match`, but short words are not near everything.
std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words) {
  std::string_view nearest;
  std::size_t fewest = kMaxComparedBytes;
  if (typed.size() > kMaxComparedBytes) return nearest;
  for (const std::string_view word : words) {
    if (word.size() > kMaxComparedBytes) continue;
    const std::size_t edits = edit_distance(typed, word);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(typed.size(), word.size()) / 3);
    if (edits > allowed || edits >= fewest) continue;
    nearest = word;
    fewest = edits;
  }
  return nearest;
}

std::vector<QueryPair> split_query_string(std::string_view query) {
  std::vector<QueryPair> pairs;
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto pair = query.substr(0, end);
    if (!pair.empty()) pairs.push_back(read_pair(pair));
    query = end == std::string_view::npos ? "" : query.substr(end + 1);
  }
  return pairs;
}

// Tables have at most 30 rows: a search through them is faster than a hash.
const Parameter* find_parameter(std::span<const Parameter> table, std::string_view name) noexcept {
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const Parameter& each) { return each.name == name; });
  return row == table.end() ? nullptr : &*row;
}

std::span<const std::string> ParameterValues::all(std::string_view name) const {
  const Parameter* row = find_parameter(table_, name);
  if (row == nullptr) return {};
  return values_[static_cast<std::size_t>(row - table_.data())];
}

std::string_view ParameterValues::get(std::string_view name) const {
  const auto given_values = all(name);
  if (!given_values.empty()) return given_values.front();
  const Parameter* row = find_parameter(table_, name);
  return row == nullptr ? std::string_view() : row->default_value;
}

// The value was checked; 0 only for a parameter that the table does not have.
std::uint32_t ParameterValues::integer(std::string_view name) const {
  return to_integer(get(name)).value_or(0);
}

void ParameterValues::add(const Parameter& parameter, std::string value) {
  // A repeated filter value would change neither the result nor, thanks to this, the cache key.
  auto& values = values_[static_cast<std::size_t>(&parameter - table_.data())];
  if (std::find(values.begin(), values.end(), value) != values.end()) return;
  values.push_back(std::move(value));
}

// Well-formed values are collected even when others are wrong: from and to can be compared.
ParsedParameters parse_parameters(std::span<const Parameter> table,
                                  const std::vector<QueryPair>& pairs) {
  ParsedParameters parsed{ParameterValues(table), {}};
  for (const QueryPair& pair : pairs) {
    // The rest is not even checked: the work is bounded too.
    if (parsed.errors.size() == kMaxErrors) break;
    const Parameter* parameter = find_parameter(table, pair.name);
    if (parameter == nullptr) {
      parsed.errors.push_back(
          {echoed(pair.name), "is not a parameter", nearest_name(table, pair.name)});
    } else if (auto fault = check_pair(parsed, *parameter, pair)) {
      parsed.errors.push_back({pair.name, std::move(fault->reason), std::move(fault->nearest)});
    } else {
      // Control characters, as in a text copied from a PDF, separate words of a query.
      std::string value = pair.value;
      std::replace_if(value.begin(), value.end(), is_control, ' ');
      parsed.values.add(*parameter, std::move(value));
    }
  }
  return parsed;
}

}  // namespace pressoir::app
