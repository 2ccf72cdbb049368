#include "indexer/text/names.hpp"

#include <algorithm>
#include <cstdint>

#include "indexer/text/lexicon/lexicon.hpp"
#include "indexer/text/ordinals.hpp"

namespace pressoir::text {
namespace {

// The letters of French names; others are no capitals.
bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  if (word.size() < 2) return false;
  const auto second = static_cast<unsigned char>(word[1]);
  return (word[0] == '\xC3' && second >= 0x80 && second <= 0x9E) ||
         (word[0] == '\xC5' && second == 0x92);
}

// Titles and old wire reports are in capitals throughout.
bool has_small_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct LexiconEntry {
  bool is_proper_noun = false;
  bool is_common = false;
};

LexiconEntry look_up(std::string_view exact) {
  LexiconEntry entry;
  for (const lexicon::Reading& reading : lexicon::french().look_up(exact)) {
    (reading.part == lexicon::Part::kName ? entry.is_proper_noun : entry.is_common) = true;
  }
  return entry;
}

// What stands between a word and the one before it.
enum class Gap : std::uint8_t { kSentenceEnd, kElision, kOther, kBlank, kInitial };

// `M. Barre`, `J.-P. Dupont`: the dot of a short word with a capital is no end of a sentence.
Gap read_gap(std::string_view gap, std::string_view before) {
  constexpr std::size_t kLongestAbbreviation = 3;
  constexpr std::string_view kEnds = ".!?:;\n\"";
  constexpr std::string_view kOtherEnds[] = {"…", "«", "“", "•", "–", "—"};
  const bool is_abbreviated =
      gap.starts_with('.') && before.size() <= kLongestAbbreviation && starts_with_capital(before);
  if (is_abbreviated) gap.remove_prefix(1);
  if (gap.find_first_of(kEnds) != std::string_view::npos) return Gap::kSentenceEnd;
  for (const std::string_view end : kOtherEnds) {
    if (gap.find(end) != std::string_view::npos) return Gap::kSentenceEnd;
  }
  if (gap.find('\'') != std::string_view::npos || gap.find("’") != std::string_view::npos) {
    return Gap::kElision;
  }
  const bool is_blank = gap.find_first_not_of(" -") == std::string_view::npos || gap == "\u00A0";
  if (!is_blank) return Gap::kOther;
  return is_abbreviated ? Gap::kInitial : Gap::kBlank;
}

}  // namespace

bool is_written_as_name(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  const std::string_view surface = text.substr(token.begin, token.end - token.begin);
  if (token.is_stopword || !starts_with_capital(surface) || !has_small_letter(surface))
    return false;
  // `ive` is also a noun.
  if (!ordinal_of(token.folded).empty()) return false;
  const auto is_part = [](const Token& other) { return !other.is_compound; };
  const auto earlier = tokens.first(i);
  const auto before = std::find_if(earlier.rbegin(), earlier.rend(), is_part);
  if (before == earlier.rend()) return false;
  const Gap gap = read_gap(text.substr(before->end, token.begin - before->end),
                           text.substr(before->begin, before->end - before->begin));
  if (gap == Gap::kSentenceEnd) return false;
  const LexiconEntry entry = look_up(token.exact);
  if (!entry.is_common) return false;
  // The M of `M. Barre` is a stop word, that of `m’a`; an ordinal is a determiner: `IVe
  // République`.
  const bool is_determined = before->is_stopword || !ordinal_of(before->folded).empty();
  const bool is_after_title = gap == Gap::kInitial || (gap == Gap::kBlank && !is_determined);
  return entry.is_proper_noun || is_after_title;
}

// Proper nouns need a smaller majority because the dictionary already speaks for them. Common nouns
// without an article are also what headlines are made of (DECISIONS.md has what other shares did).
bool is_name_in_archive(std::string_view exact, std::size_t documents, std::size_t as_name) {
  if (as_name == 0) return false;
  return look_up(exact).is_proper_noun ? 2 * as_name > documents : 5 * as_name >= 4 * documents;
}

}  // namespace pressoir::text
