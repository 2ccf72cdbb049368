#include "server/suggest/phrase_index.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

// The postings of all words are one array in the order of the vocabulary. Those of a prefix are
// then one run of it, and an index of a new revision is a merge of two sorted lists.
namespace pressoir::suggest {

// Years and numbers are not corrected: 2012 is not a typing error of 2013.
bool may_be_mistyped(std::string_view word) noexcept {
  return word.size() >= kLeastMistyped &&
         word.find_first_of("0123456789") == std::string_view::npos;
}

// Merges two sorted lists of words, as posting lists are merged: the postings of `before` are
// renumbered, and no title is read again.
PhraseIndex::PhraseIndex(const PhraseIndex& before, const Renumbered& now, const Holders& added)
    : phrases_(now.phrases) {
  postings_.reserve(before.postings_.size());
  std::vector<std::uint32_t> phrases;
  auto next = added.begin();
  const auto append_next = [&] {
    append(next->first, next->second);
    ++next;
  };
  for (std::uint32_t place = 0; place < before.vocabulary_.size(); ++place) {
    const std::string_view word = before.vocabulary_.word(place);
    while (next != added.end() && next->first < word) append_next();
    phrases.clear();
    for (std::uint32_t i = before.begin_of(place); i < before.ends_[place]; ++i) {
      const std::uint32_t number = now.numbers[before.postings_[i]];
      if (number != kGone) phrases.push_back(number);
    }
    if (next != added.end() && next->first == word) {
      phrases.insert(phrases.end(), next->second.begin(), next->second.end());
      ++next;
    }
    if (!phrases.empty()) append(word, phrases);
  }
  while (next != added.end()) append_next();
}

void PhraseIndex::append(std::string_view word, const std::vector<std::uint32_t>& phrases) {
  vocabulary_.append(word, static_cast<std::uint32_t>(phrases.size()));
  postings_.insert(postings_.end(), phrases.begin(), phrases.end());
  ends_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

std::uint32_t PhraseIndex::begin_of(std::uint32_t word) const {
  return word == 0 ? 0 : ends_[word - 1];
}

std::vector<store::Vocabulary::Range> PhraseIndex::readings(const TypedWord& typed,
                                                            Errors errors) const {
  const std::string& word = typed.folded;
  if (errors == Errors::kOneInAWord && may_be_mistyped(word)) {
    return vocabulary_.completions_with_error(word);
  }
  if (typed.is_unfinished || word.size() >= kLeastBeginning) return {vocabulary_.completions(word)};
  if (const auto place = vocabulary_.find(word)) return {{*place, *place + 1}};
  return {};
}

// DocumentSet numbers from 1, phrases from 0.
store::DocumentSet PhraseIndex::phrases_with(
    const std::vector<store::Vocabulary::Range>& words) const {
  store::DocumentSet phrases(phrases_);
  for (const auto range : words) {
    // The words of a range are neighbours in the vocabulary, and so are their postings: a prefix is
    // one run of postings_.
    const std::uint32_t end = range.begin < range.end ? ends_[range.end - 1] : 0;
    for (std::uint32_t i = begin_of(range.begin); i < end; ++i) phrases.add(postings_[i] + 1);
  }
  return phrases;
}

PhraseIndex::Matches PhraseIndex::find(std::span<const TypedWord> typed, Errors errors) const {
  Matches matches{{}, store::DocumentSet(phrases_)};
  for (std::size_t i = 0; i < typed.size(); ++i) {
    store::DocumentSet having =
        phrases_with(matches.readings.emplace_back(readings(typed[i], errors)));
    if (i > 0) having &= matches.phrases;
    matches.phrases = std::move(having);
  }
  return matches;
}

std::vector<std::uint32_t> PhraseIndex::best(const Matches& matches, std::size_t limit) {
  std::vector<std::uint32_t> phrases;
  std::uint32_t next = matches.phrases.next(1);
  while (next != 0 && phrases.size() < limit) {
    phrases.push_back(next - 1);
    next = matches.phrases.next(next + 1);
  }
  return phrases;
}

// Counts each candidate in the matches: the frequency of a word beside the other words typed, which
// is what completes `pôles de` by `compétitivité`.
std::vector<std::string_view> PhraseIndex::last_words(const Matches& matches,
                                                      std::size_t limit) const {
  struct Word {
    std::uint32_t place;
    std::ptrdiff_t phrases;
  };
  std::vector<Word> words;
  const auto is_match = [&](std::uint32_t phrase) { return matches.phrases.contains(phrase + 1); };
  for (const auto range : matches.readings.back()) {
    for (std::uint32_t place = range.begin; place < range.end; ++place) {
      const auto both = std::count_if(postings_.begin() + begin_of(place),
                                      postings_.begin() + ends_[place], is_match);
      if (both > 0) words.push_back({place, both});
    }
  }
  const std::size_t count = std::min(limit, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), words.end(),
                    [](const Word& a, const Word& b) {
                      return std::tie(b.phrases, a.place) < std::tie(a.phrases, b.place);
                    });
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(vocabulary_.word(words[i].place));
  return texts;
}

bool PhraseIndex::stands_for(const Matches& matches, std::size_t typed,
                             std::string_view word) const {
  const auto place = vocabulary_.find(word);
  const auto& ranges = matches.readings[typed];
  return place && std::any_of(ranges.begin(), ranges.end(), [&](store::Vocabulary::Range range) {
           return range.begin <= *place && *place < range.end;
         });
}

// The parts of a compound are typed as words of their own; the joined form would have to match too.
TypedName::TypedName(std::string_view typed) {
  for (const text::Token& token : analyzer_.analyze(typed)) {
    if (token.is_compound) continue;
    const bool is_unfinished = token.end == typed.size();
    words_.push_back(
        {std::string(token.folded), is_unfinished || token.folded.size() >= kLeastBeginning});
  }
}

bool TypedName::is_in(std::string_view name) {
  if (words_.empty()) return true;
  const auto tokens = analyzer_.analyze(name);
  return std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const text::Token& token) {
      return word.is_beginning ? token.folded.starts_with(word.folded)
                               : token.folded == word.folded;
    });
  });
}

}  // namespace pressoir::suggest
