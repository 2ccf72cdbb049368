#include "indexer/extract/people/tokenized_text.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::people {
namespace {

// What is read of a text for each token, on average: an underestimate costs a reallocation.
constexpr std::size_t kBytesPerToken = 6;

// Bytes of the letter or digit at `at`; 0 for anything else. Beyond ASCII, characters that start
// with C2 or E2 are spaces and punctuation, all others count as letters.
std::size_t letter_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    return base::is_ascii_letter(text[at]) || base::is_digit(text[at]) ? 1 : 0;
  }
  if (lead == 0xC2 || lead == 0xE2 || lead < 0xC0) return 0;
  return std::min<std::size_t>(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.size() - at);
}

// The numbers of the words of one text.
class WordLookup {
 public:
  explicit WordLookup(const WordIds& word_ids) : word_ids_(word_ids) {}

  WordId find(std::string_view word) {
    if (word.size() > kMaxNameWordBytes) return kUnknownWord;
    std::array<char, kMaxNameWordBytes> lowered{};
    bool is_ascii = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      lowered[i] = base::lower_ascii(word[i]);
      is_ascii = is_ascii && static_cast<unsigned char>(word[i]) < 0x80;
    }
    return is_ascii ? word_ids_.find({lowered.data(), word.size()}) : find_accented(word);
  }

 private:
  // Folding costs more than a look-up, and the accented words of a text come back.
  WordId find_accented(std::string_view word) {
    const auto [entry, is_new] = accented_.try_emplace(word, kUnknownWord);
    if (is_new) entry->second = word_ids_.find(text::fold(word));
    return entry->second;
  }

  const WordIds& word_ids_;
  boost::unordered_flat_map<std::string_view, WordId> accented_;
};

// What is left of a gap without its leading spaces of any width.
std::string_view without_spaces(std::string_view gap) {
  for (;;) {
    if (gap.starts_with(' ') || gap.starts_with('\t')) {
      gap.remove_prefix(1);
    } else if (gap.starts_with("\u00a0")) {
      gap.remove_prefix(2);
    } else if (gap.starts_with("\u202f") || gap.starts_with("\u2009")) {
      gap.remove_prefix(3);
    } else {
      return gap;
    }
  }
}

}  // namespace

TokenizedText::TokenizedText(const WordIds& word_ids, std::string_view text) : text_(text) {
  tokens_.reserve(text.size() / kBytesPerToken + 8);
  WordLookup lookup(word_ids);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    for (std::size_t size; end < text.size() && (size = letter_size(text, end)) != 0;) end += size;
    if (end == at) {
      ++at;
      continue;
    }
    tokens_.push_back({lookup.find(text.substr(at, end - at)), static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(end)});
    at = end;
  }
}

bool TokenizedText::is_capitalized(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  const TextToken& token = tokens_[at];
  const auto lead = static_cast<unsigned char>(text_[token.begin]);
  if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
  if (token.end - token.begin < 2) return false;
  const auto second = static_cast<unsigned char>(text_[token.begin + 1]);
  return (lead == 0xC3 && second <= 0x9E) || (lead == 0xC5 && second == 0x92);  // À to Þ, Œ
}

bool TokenizedText::is_all_capitals(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  const TextToken& token = tokens_[at];
  if (token.end - token.begin < 2) return false;
  for (std::uint32_t i = token.begin; i < token.end; ++i) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (byte >= 'a' && byte <= 'z') return false;
    // Small letters of Latin-1 start with C3 and go on with A0 and above.
    if (byte == 0xC3 && i + 1 < token.end && static_cast<unsigned char>(text_[i + 1]) >= 0xA0) {
      return false;
    }
  }
  return true;
}

std::string_view TokenizedText::bytes_after(std::size_t at) const {
  const std::size_t begin = tokens_[at].end;
  const std::size_t end = at + 1 < tokens_.size() ? tokens_[at + 1].begin : text_.size();
  return text_.substr(begin, end - begin);
}

// The usual gaps first. A line end in a gap outweighs its punctuation.
Gap TokenizedText::gap_after(std::size_t at) const {
  if (at + 1 >= tokens_.size()) return Gap::kLine;
  const std::string_view gap = bytes_after(at);
  if (gap == " ") return Gap::kSpace;
  if (gap == "'" || gap == "’" || gap == "ʼ" || gap == "' " || gap == "’ ") return Gap::kApostrophe;
  if (gap == "-" || gap == "\u2010" || gap == "\u2011") return Gap::kHyphen;
  if (gap.find('\n') != std::string_view::npos) return Gap::kLine;
  const std::string_view mark = without_spaces(gap);
  if (mark.empty()) return Gap::kSpace;
  return mark.starts_with(',') && without_spaces(mark.substr(1)).empty() ? Gap::kComma : Gap::kStop;
}

}  // namespace pressoir::extract::people
