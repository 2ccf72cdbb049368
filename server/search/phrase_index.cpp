#include "server/search/phrase_index.hpp"

#include <algorithm>
#include <numeric>

namespace pressoir::search {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

}  // namespace

bool may_be_mistyped(std::string_view word) noexcept {
  return word.size() >= kLeastMistyped && std::none_of(word.begin(), word.end(), is_digit);
}

PhraseIndex::PhraseIndex(const std::vector<WordPostings>& words, std::uint32_t phrases)
    : ends_(phrases, 0) {
  for (const WordPostings& entry : words) {
    for (const std::uint32_t phrase : entry.phrases) ++ends_[phrase];
  }
  std::exclusive_scan(ends_.begin(), ends_.end(), ends_.begin(), std::uint32_t{0});
  std::size_t total = 0;
  for (const WordPostings& entry : words) total += entry.phrases.size();
  words_.resize(total);
  // Each phrase's begin moves to its end while its words are put down.
  for (const WordPostings& entry : words) {
    const std::uint32_t place = vocabulary_.size();
    vocabulary_.append(entry.word, static_cast<std::uint32_t>(entry.phrases.size()));
    for (const std::uint32_t phrase : entry.phrases) words_[ends_[phrase]++] = place;
  }
}

PhraseIndex::Marks PhraseIndex::mark(std::span<const TypedWord> typed, Errors errors) const {
  Marks marks;
  marks.of_word.resize(vocabulary_.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto bit = static_cast<std::uint8_t>(1U << i);
    const std::string& word = typed[i].folded;
    marks.all |= bit;
    bool has_word = false;
    const auto add = [&](Vocabulary::Range range) {
      for (std::uint32_t place = range.begin; place < range.end; ++place) {
        marks.of_word[place] |= bit;
      }
      has_word |= range.begin < range.end;
    };
    if (typed[i].is_unfinished || word.size() >= kLeastBeginning) {
      add(vocabulary_.completions(word));
    } else if (const auto place = vocabulary_.find(word)) {
      add({*place, *place + 1});
    }
    if (errors == Errors::kOneInAWord && may_be_mistyped(word)) {
      for (const auto range : vocabulary_.completions_with_error(word)) add(range);
    }
    if (!has_word) marks.can_match = false;
  }
  return marks;
}

std::vector<std::uint32_t> PhraseIndex::find(const Marks& marks, std::size_t limit) const {
  std::vector<std::uint32_t> found;
  if (marks.all == 0 || !marks.can_match) return found;
  std::uint32_t begin = 0;
  for (std::uint32_t phrase = 0; phrase < ends_.size() && found.size() < limit; ++phrase) {
    const std::uint32_t end = ends_[phrase];
    std::uint8_t seen = 0;
    for (std::uint32_t i = begin; i < end; ++i) seen |= marks.of_word[words_[i]];
    if (seen == marks.all) found.push_back(phrase);
    begin = end;
  }
  return found;
}

std::uint8_t PhraseIndex::marks_of(const Marks& marks, std::string_view word) const {
  const auto place = vocabulary_.find(word);
  return place ? marks.of_word[*place] : std::uint8_t{0};
}

std::size_t PhraseIndex::bytes() const {
  return vocabulary_.bytes() + sizeof(std::uint32_t) * (ends_.capacity() + words_.capacity());
}

}  // namespace pressoir::search
