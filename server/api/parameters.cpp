#include "server/api/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/base/date.hpp"
#include "indexer/base/utf8.hpp"
#include "server/api/nearest_word.hpp"

namespace pressoir::api {
namespace {

constexpr std::size_t kMaxErrors = 20;
constexpr std::size_t kMaxEchoedBytes = 64;  // of a name or value that a client invented

struct Fault {
  std::string reason;
  std::string nearest;
};
using Check = std::optional<Fault>;  // nothing: the value is good

std::optional<std::uint32_t> to_integer(std::string_view digits) noexcept {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
  if (digits.empty() || error != std::errc{} || end != digits.end()) return std::nullopt;
  return number;
}

bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
}

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

Check check_choice(const Parameter& parameter, std::string_view word) {
  if (is_choice(parameter, word)) return std::nullopt;
  return Fault{fmt::format("is not one of {}", fmt::join(parameter.choices, ", ")),
               std::string(nearest_word(word, parameter.choices))};
}

Check check_list(const Parameter& parameter, std::string_view list) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    const auto word = list.substr(0, comma);
    if (!is_choice(parameter, word)) {
      return Fault{
          fmt::format("takes a comma-separated list of {}", fmt::join(parameter.choices, ", ")),
          std::string(nearest_word(word, parameter.choices))};
    }
    list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
  }
  return std::nullopt;
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

// Names of clients go into answers and logs: short, and always UTF-8.
std::string echoed(std::string_view text) {
  if (!base::is_valid_utf8(text)) return "(not UTF-8)";
  return std::string(base::clip_utf8(text, kMaxEchoedBytes));
}

std::string nearest_name(std::span<const Parameter> table, std::string_view typed) {
  std::vector<std::string_view> names;
  for (const Parameter& parameter : table) names.push_back(parameter.name);
  return std::string(nearest_word(typed, names));
}

// The first thing that is wrong with `pair`, given what was read before it.
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

std::uint32_t ParameterValues::integer(std::string_view name) const {
  return to_integer(get(name)).value_or(0);
}

void ParameterValues::add(const Parameter& parameter, std::string value) {
  auto& values = values_[static_cast<std::size_t>(&parameter - table_.data())];
  if (std::find(values.begin(), values.end(), value) != values.end()) return;
  values.push_back(std::move(value));
}

ParsedParameters parse_parameters(std::span<const Parameter> table,
                                  const std::vector<QueryPair>& pairs) {
  ParsedParameters parsed{ParameterValues(table), {}};
  for (const QueryPair& pair : pairs) {
    if (parsed.errors.size() == kMaxErrors) break;
    const Parameter* parameter = find_parameter(table, pair.name);
    if (parameter == nullptr) {
      parsed.errors.push_back(
          {echoed(pair.name), "is not a parameter", nearest_name(table, pair.name)});
    } else if (auto fault = check_pair(parsed, *parameter, pair)) {
      parsed.errors.push_back({pair.name, std::move(fault->reason), std::move(fault->nearest)});
    } else {
      std::string value = pair.value;
      std::replace_if(value.begin(), value.end(), is_control, ' ');
      parsed.values.add(*parameter, std::move(value));
    }
  }
  return parsed;
}

}  // namespace pressoir::api
