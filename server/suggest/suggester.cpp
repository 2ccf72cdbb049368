#include "server/suggest/suggester.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/text/fold.hpp"
#include "server/search/snippet/fragments.hpp"

namespace pressoir::suggest {
namespace {

// Titles that are read for each one suggested, to find those that begin with the text: matching by
// words ignores their order.
constexpr std::size_t kTitlesRead = 2;
// A word is taken for a typing error when a word at one edit is this many times as frequent:
// harvests contain errors, which would otherwise be suggested.
constexpr std::uint64_t kMistypedOnceIn = 100;

// The end of the beginning of `word` that folds to `typed`; all of `word` when none does.
std::size_t end_of_typed(std::string_view word, std::string_view typed) {
  std::string folded;
  for (std::size_t end = 0; end < word.size();) {
    const std::size_t begin = end++;
    while (end < word.size() && base::is_utf8_continuation(word[end])) ++end;
    folded += text::fold(word.substr(begin, end - begin));
    if (folded.size() >= typed.size()) return folded.starts_with(typed) ? end : word.size();
  }
  return word.size();
}

// One of each kind, then a second of each, until there are `count`; then by kind again.
std::vector<Suggestion> take_turns(std::array<std::vector<Suggestion>, kSuggestionKinds> kinds,
                                   std::size_t count) {
  std::array<std::size_t, kSuggestionKinds> taken = {};
  bool has_more = true;
  for (std::size_t total = 0, turn = 0; has_more && total < count; ++turn) {
    has_more = false;
    for (std::size_t kind = 0; kind < kSuggestionKinds && total < count; ++kind) {
      if (turn >= kinds[kind].size()) continue;
      has_more = true;
      ++taken[kind];
      ++total;
    }
  }
  std::vector<Suggestion> offers;
  for (std::size_t kind = 0; kind < kSuggestionKinds; ++kind) {
    const auto begin = std::make_move_iterator(kinds[kind].begin());
    offers.insert(offers.end(), begin, begin + static_cast<std::ptrdiff_t>(taken[kind]));
  }
  return offers;
}

}  // namespace

std::string_view to_string(SuggestionKind kind) noexcept {
  constexpr std::array<std::string_view, kSuggestionKinds> kNames = {"word", "minister", "office",
                                                                     "theme", "title"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Splits the text into typed words. Of a long text the last words count: they are what the reader
// is thinking of now.
void Suggester::read(std::string_view q) {
  struct Word {
    TypedWord typed;
    bool is_stopword;
  };
  std::vector<Word> words;
  for (const text::Token& token : analyzer_.analyze(q)) {
    if (token.is_compound) continue;
    const bool is_unfinished = token.end == q.size();
    words.push_back({{std::string(token.folded), is_unfinished}, token.is_stopword});
    last_begin_ = token.begin;
  }
  // Stop words are dropped when there are other words. The last word is kept: `de` may be the
  // beginning of `défense`.
  const auto is_needless = [](const Word& word) {
    return word.is_stopword && !word.typed.is_unfinished;
  };
  if (!std::all_of(words.begin(), words.end(), is_needless)) std::erase_if(words, is_needless);
  const std::size_t first = words.size() > kMaxTypedWords ? words.size() - kMaxTypedWords : 0;
  for (std::size_t i = first; i < words.size(); ++i) typed_.push_back(std::move(words[i].typed));
}

// Ties go to the first word of the vocabulary, so that equal requests get equal answers.
std::vector<std::uint32_t> Suggester::most_frequent(
    const std::vector<store::Vocabulary::Range>& ranges, std::size_t limit) const {
  std::vector<std::uint32_t> places;
  for (const auto range : ranges) {
    for (std::uint32_t place = range.begin; place < range.end; ++place) places.push_back(place);
  }
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(limit, places.size()));
  std::partial_sort(places.begin(), end, places.end(), [this](std::uint32_t a, std::uint32_t b) {
    const store::Vocabulary& vocabulary = snapshot_.vocabulary;
    return std::tuple(vocabulary.documents(b), a) < std::tuple(vocabulary.documents(a), b);
  });
  places.erase(end, places.end());
  return places;
}

std::vector<std::uint32_t> Suggester::completions(std::size_t limit) const {
  const store::Vocabulary& vocabulary = snapshot_.vocabulary;
  const std::string& typed = typed_.back().folded;
  // One more than the limit, because the typed word itself is not a completion.
  std::vector<std::uint32_t> places = most_frequent({vocabulary.completions(typed)}, limit + 1);
  const std::uint64_t known = places.empty() ? 0 : vocabulary.documents(places.front());
  if (may_be_mistyped(typed) && known * kMistypedOnceIn <= vocabulary.most_documents()) {
    std::vector<std::uint32_t> meant =
        most_frequent(vocabulary.completions_with_error(typed), limit + 1);
    std::erase_if(meant, [&](std::uint32_t place) {
      return vocabulary.documents(place) < known * kMistypedOnceIn;
    });
    // Errors in the first letter are rare.
    std::stable_partition(meant.begin(), meant.end(), [&](std::uint32_t place) {
      return vocabulary.word(place).front() == typed.front();
    });
    places.insert(places.begin(), meant.begin(), meant.end());
  }
  places.insert(places.begin(), beside_.begin(), beside_.end());
  // Words much rarer than the best, or than the typed word itself, are taken for errors too.
  std::uint64_t most = 0;
  for (const std::uint32_t place : places)
    most = std::max<std::uint64_t>(most, vocabulary.documents(place));
  std::vector<std::uint32_t> once;
  for (const std::uint32_t place : places) {
    const bool is_error = vocabulary.documents(place) * kMistypedOnceIn < most;
    if (vocabulary.word(place) == typed || is_error || once.size() == limit) continue;
    if (std::find(once.begin(), once.end(), place) == once.end()) once.push_back(place);
  }
  return once;
}

std::vector<Suggestion> Suggester::offer_words(std::string_view q, std::size_t limit) const {
  std::vector<Suggestion> offers;
  if (!typed_.back().is_unfinished) return offers;
  const std::string_view kept = q.substr(0, last_begin_);
  for (const std::uint32_t place : completions(limit)) {
    const std::string_view word = snapshot_.vocabulary.written(place);
    Suggestion& offer = offers.emplace_back();
    offer.kind = SuggestionKind::kWord;
    offer.value = std::string(kept) + std::string(word);
    offer.count = snapshot_.vocabulary.documents(place);
    const std::size_t end = end_of_typed(word, typed_.back().folded);
    search::snippet::add_fragment(offer.text, kept, true);
    search::snippet::add_fragment(offer.text, word.substr(0, end), true);
    search::snippet::add_fragment(offer.text, word.substr(end), false);
  }
  return offers;
}

std::vector<search::snippet::Fragment> Suggester::mark(std::string_view text,
                                                       const PhraseIndex& index,
                                                       const PhraseIndex::Matches& matches) {
  std::vector<search::snippet::Fragment> fragments;
  std::size_t done = 0;
  for (const text::Token& token : analyzer_.analyze(text)) {
    if (token.begin < done) continue;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    std::size_t end = 0;
    for (std::size_t i = 0; i < typed_.size(); ++i) {
      if (!index.stands_for(matches, i, token.folded)) continue;
      end = std::max(end, end_of_typed(word, typed_[i].folded));
    }
    if (end == 0) continue;
    search::snippet::add_fragment(fragments, text.substr(done, token.begin - done), false);
    search::snippet::add_fragment(fragments, word.substr(0, end), true);
    done = token.begin + end;
  }
  search::snippet::add_fragment(fragments, text.substr(done), false);
  return fragments;
}

std::vector<Suggestion> Suggester::offer_names(const NameIndex& index, SuggestionKind kind,
                                               std::size_t limit, PhraseIndex::Errors errors) {
  std::vector<Suggestion> offers;
  const PhraseIndex::Matches matches = index.phrases.find(typed_, errors);
  for (const std::uint32_t phrase : PhraseIndex::best(matches, limit)) {
    const Name& name = index.names[phrase];
    Suggestion& offer = offers.emplace_back();
    offer.kind = kind;
    offer.text = mark(name.text, index.phrases, matches);
    offer.value = name.value;
    offer.count = name.documents;
    offer.person = name.person;
    offer.date = name.first_day;
    offer.last_day = name.last_day;
    offer.name = name.person_name;
  }
  return offers;
}

base::Result<std::vector<Suggestion>> Suggester::offer_titles(const SuggestRequest& request,
                                                              PhraseIndex::Errors errors) {
  const PhraseIndex::Matches matches = index_.titles.find(typed_, errors);
  // After `pôles de comp`, `compétitivité` of the titles with `pôles` is likelier than the most
  // frequent word of the archive that begins so.
  if (typed_.size() > 1 && typed_.back().is_unfinished) {
    for (const std::string_view word : index_.titles.last_words(matches, request.count + 1)) {
      if (const auto place = snapshot_.vocabulary.find(word)) beside_.push_back(*place);
    }
  }
  const std::string folded = text::fold(request.q);
  std::vector<Suggestion> offers;
  std::vector<Suggestion> others;
  for (const std::uint32_t phrase : PhraseIndex::best(matches, kTitlesRead * request.count)) {
    auto document = snapshot_.heads.read(database_, snapshot_.columns.newest[phrase]);
    if (!document) return document.error();
    const bool begins = text::fold(document->title).starts_with(folded);
    Suggestion& offer = (begins ? offers : others).emplace_back();
    offer.kind = SuggestionKind::kTitle;
    offer.text = mark(document->title, index_.titles, matches);
    offer.value = std::move(document->title);
    offer.count = 1;
    offer.id = std::move(document->id);
    offer.url = std::move(document->url);
    offer.date = document->date;
  }
  std::move(others.begin(), others.end(), std::back_inserter(offers));
  if (offers.size() > request.count) offers.resize(request.count);
  return offers;
}

base::Result<Suggester::Kinds> Suggester::offer_phrases(const SuggestRequest& request,
                                                        PhraseIndex::Errors errors) {
  auto titles = offer_titles(request, errors);
  if (!titles) return titles.error();
  const std::size_t limit = request.count;
  return Kinds{std::vector<Suggestion>(),
               offer_names(index_.ministers, SuggestionKind::kMinister, limit, errors),
               offer_names(index_.offices, SuggestionKind::kOffice, limit, errors),
               offer_names(index_.themes, SuggestionKind::kTheme, limit, errors),
               *std::move(titles)};
}

base::Result<std::vector<Suggestion>> Suggester::suggest(const SuggestRequest& request) {
  const std::string_view q = request.q;
  if (!base::is_valid_utf8(q)) return base::Error{base::Errc::kBadQuery, "the text is not UTF-8"};
  typed_.clear();
  beside_.clear();
  if (q.size() <= kMaxTypedBytes) read(q);
  if (typed_.empty()) return std::vector<Suggestion>();
  // Typing errors are allowed only when nothing matches: a correct text should not list neighbours.
  auto kinds = offer_phrases(request, PhraseIndex::Errors::kNone);
  const auto is_empty = [](const std::vector<Suggestion>& offers) { return offers.empty(); };
  if (kinds && std::all_of(kinds->begin(), kinds->end(), is_empty)) {
    kinds = offer_phrases(request, PhraseIndex::Errors::kOneInAWord);
  }
  if (!kinds) return kinds.error();
  kinds->front() = offer_words(q, request.count);
  return take_turns(*std::move(kinds), request.count);
}

}  // namespace pressoir::suggest
