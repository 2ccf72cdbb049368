#include "indexer/index/schema.hpp"

#include <charconv>

namespace pressoir::index {

std::string word_counts_to_value(WordCounts counts) {
  return std::to_string(counts.title) + ',' + std::to_string(counts.whole);
}

// Strict, so that damage shows as a document without words and not as a wrong length.
WordCounts word_counts_from_value(std::string_view value) noexcept {
  WordCounts counts;
  const auto title = std::from_chars(value.begin(), value.end(), counts.title);
  if (title.ec != std::errc() || title.ptr == value.end() || *title.ptr != ',') return {};
  const auto whole = std::from_chars(title.ptr + 1, value.end(), counts.whole);
  return whole.ec == std::errc() && whole.ptr == value.end() ? counts : WordCounts{};
}

// One allocation: it is called for every word of every title.
std::string term(std::string_view prefix, std::string_view word) {
  std::string result;
  result.reserve(prefix.size() + word.size());
  result.append(prefix).append(word);
  return result;
}

std::string acronym_terms(std::string_view acronym) {
  return term(kAcronymPrefix, acronym) += kFormSeparator;
}

std::string expansion_terms(std::string_view expansion) {
  return term(kExpansionPrefix, expansion) += kFormSeparator;
}

// The surface is what makes such terms long (`Direction régionale des entreprises, de la …`):
// without it a definition still counts as evidence, only not for how it is written.
std::string acronym_term(std::string_view acronym, std::string_view expansion,
                         std::string_view surface) {
  std::string result = acronym_terms(acronym).append(expansion) += kFormSeparator;
  if (result.size() + surface.size() <= kMaxAcronymTermBytes) result += surface;
  return result.size() <= kMaxAcronymTermBytes ? result : std::string();
}

std::string expansion_term(std::string_view expansion, std::string_view acronym) {
  std::string result = expansion_terms(expansion).append(acronym);
  return result.size() <= kMaxAcronymTermBytes ? result : std::string();
}

// Without dashes: values sort by date as strings, and a year takes four bytes.
std::string date_to_value(base::Date date) {
  std::string value = base::to_string(date);
  std::erase(value, '-');
  return value;
}

base::Date date_from_value(std::string_view value) noexcept {
  std::string text(value.substr(0, 4));
  if (value.size() >= 6) text.append("-").append(value.substr(4, 2));
  if (value.size() >= 8) text.append("-").append(value.substr(6, 2));
  return base::parse_date(text).value_or(base::Date{});
}

}  // namespace pressoir::index
