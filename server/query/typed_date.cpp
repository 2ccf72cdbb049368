#include "server/query/typed_date.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/month_names.hpp"

namespace pressoir::query {
namespace {

// What was typed between separators: a number or the name of a month.
struct Part {
  int value = 0;
  std::size_t digits = 0;  // 0: a month
};

std::optional<Part> read_part(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits == 0) {
    const int month = text::month_of(word);
    return month == 0 ? std::nullopt : std::optional(Part{month, 0});
  }
  const std::string_view rest = word.substr(digits);
  if (digits > 4 || (!rest.empty() && rest != "er")) return std::nullopt;
  return Part{base::parse_number<int>(word.substr(0, digits)).value_or(0), digits};
}

// Three parts at most; none when one of them is neither a number nor a month.
std::vector<Part> read_parts(std::string_view text) {
  constexpr std::string_view kSeparators = " /-.";
  constexpr std::size_t kMaxBytes = 40;
  std::vector<Part> parts;
  if (text.size() > kMaxBytes || text.empty()) return parts;
  if (text.front() == '-' || text.back() == '-' || text.front() == '/' || text.back() == '/') {
    return parts;  // not finished
  }
  const std::string folded = text::fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = folded.find_first_not_of(kSeparators, at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(folded.find_first_of(kSeparators, begin), folded.size());
    const auto part = read_part(std::string_view(folded).substr(begin, end - begin));
    if (!part || parts.size() == 3) return {};
    parts.push_back(*part);
    at = end;
  }
  return parts;
}

int year_now() {
  const std::chrono::year_month_day today(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return static_cast<int>(today.year());
}

int full_year(const Part& part) {
  if (part.digits != 2) return part.value;
  return part.value + (2000 + part.value > year_now() ? 1900 : 2000);
}

bool is_year(const Part& part) {
  return part.digits == 4 || part.digits == 2;
}

}  // namespace

std::optional<base::Date> read_typed_date(std::string_view text) {
  std::vector<Part> parts = read_parts(text);
  if (parts.empty()) return std::nullopt;
  // ISO's order begins with the year; French ends with it.
  if (parts.front().digits == 4) std::ranges::reverse(parts);
  if (!is_year(parts.back())) return std::nullopt;
  // `5/12` may be a day.
  const bool is_short = parts.back().digits == 2;
  const bool has_word = parts.size() == 2 && parts.front().digits == 0;
  if (is_short && parts.size() < 3 && !has_word) return std::nullopt;
  base::Date date{.year = static_cast<std::int16_t>(full_year(parts.back()))};
  if (parts.size() > 1) date.month = static_cast<std::int8_t>(parts[parts.size() - 2].value);
  if (parts.size() > 2) date.day = static_cast<std::int8_t>(parts[0].value);
  const bool has_day = parts.size() > 2 && parts[0].digits > 0 && parts[0].digits < 3;
  if (parts.size() > 2 && !has_day) return std::nullopt;
  const bool is_zero = (parts.size() > 1 && date.month == 0) || (parts.size() > 2 && date.day == 0);
  return !is_zero && base::is_valid(date) ? std::optional(date) : std::nullopt;
}

}  // namespace pressoir::query
