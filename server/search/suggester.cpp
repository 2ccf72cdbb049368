#include "server/search/suggester.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::search {
namespace {

constexpr std::size_t kKinds = 5;
// Titles read to find those that begin with the text, for each one offered.
constexpr std::size_t kTitlesRead = 2;
// A word is taken for mistyped when another is this many times as frequent.
constexpr std::uint64_t kMistypedOnceIn = 100;

struct Found {
  std::vector<std::uint32_t> phrases;
  PhraseIndex::Marks marks;
};

Found find_phrases(const PhraseIndex& index, const std::vector<TypedWord>& typed,
                   std::size_t limit) {
  Found found;
  for (const auto errors : {PhraseIndex::Errors::kNone, PhraseIndex::Errors::kOneInAWord}) {
    found.marks = index.mark(typed, errors);
    found.phrases = index.find(found.marks, limit);
    if (!found.phrases.empty()) break;
  }
  return found;
}

// The end of the beginning of `word` that folds to `typed`; all of `word` when none does.
std::size_t end_of_typed(std::string_view word, std::string_view typed) {
  std::string folded;
  for (std::size_t end = 0; end < word.size();) {
    const std::size_t begin = end++;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
    folded += text::fold(word.substr(begin, end - begin));
    if (folded.size() >= typed.size()) return folded.starts_with(typed) ? end : word.size();
  }
  return word.size();
}

// Adds to the last fragment when it is alike, and nothing for an empty text.
void add_fragment(std::vector<Fragment>& fragments, std::string_view text, bool match) {
  if (text.empty()) return;
  if (!fragments.empty() && fragments.back().match == match) {
    fragments.back().text += text;
  } else {
    fragments.push_back({std::string(text), match});
  }
}

// One of each kind, then a second of each, until there are `count`.
std::vector<Suggestion> take_turns(std::array<std::vector<Suggestion>, kKinds> kinds,
                                   std::size_t count) {
  std::array<std::size_t, kKinds> taken = {};
  bool has_more = true;
  for (std::size_t total = 0, turn = 0; has_more && total < count; ++turn) {
    has_more = false;
    for (std::size_t kind = 0; kind < kKinds && total < count; ++kind) {
      if (turn >= kinds[kind].size()) continue;
      has_more = true;
      ++taken[kind];
      ++total;
    }
  }
  std::vector<Suggestion> offers;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const auto begin = std::make_move_iterator(kinds[kind].begin());
    offers.insert(offers.end(), begin, begin + static_cast<std::ptrdiff_t>(taken[kind]));
  }
  return offers;
}

}  // namespace

std::string_view to_string(SuggestionKind kind) noexcept {
  constexpr std::array<std::string_view, kKinds> kNames = {"word", "minister", "office", "theme",
                                                           "title"};
  return kNames[static_cast<std::size_t>(kind)];
}

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
  // Words such as `de` are left out where there are others, but for the one being typed.
  const auto is_needless = [](const Word& word) {
    return word.is_stopword && !word.typed.is_unfinished;
  };
  if (!std::all_of(words.begin(), words.end(), is_needless)) std::erase_if(words, is_needless);
  const std::size_t first = words.size() > kMaxTypedWords ? words.size() - kMaxTypedWords : 0;
  for (std::size_t i = first; i < words.size(); ++i) typed_.push_back(std::move(words[i].typed));
}

std::vector<std::uint32_t> Suggester::best_completions(std::string_view word,
                                                       std::size_t limit) const {
  const Vocabulary& vocabulary = snapshot_.vocabulary;
  const auto best_of = [&](const std::vector<Vocabulary::Range>& ranges) {
    std::vector<std::uint32_t> places;
    for (const auto range : ranges) {
      for (std::uint32_t place = range.begin; place < range.end; ++place) places.push_back(place);
    }
    const auto middle =
        places.begin() + static_cast<std::ptrdiff_t>(std::min(limit + 1, places.size()));
    std::partial_sort(places.begin(), middle, places.end(), [&](auto a, auto b) {
      const auto documents = [&](auto place) { return vocabulary.documents(place); };
      return documents(a) != documents(b) ? documents(a) > documents(b) : a < b;
    });
    places.erase(middle, places.end());
    return places;
  };
  std::vector<std::uint32_t> places = best_of({vocabulary.completions(word)});
  const std::uint64_t least =
      places.empty() ? 1 : vocabulary.documents(places.front()) * kMistypedOnceIn;
  if (may_be_mistyped(word) && least <= snapshot_.documents) {
    std::vector<std::uint32_t> meant = best_of(vocabulary.completions_with_error(word));
    std::erase_if(meant, [&](auto place) { return vocabulary.documents(place) < least; });
    places.insert(places.begin(), meant.begin(), meant.end());
  }
  std::erase_if(places, [&](auto place) { return vocabulary.word(place) == word; });
  if (places.size() > limit) places.resize(limit);
  return places;
}

std::vector<Suggestion> Suggester::complete_word(std::string_view q, std::size_t limit) const {
  std::vector<Suggestion> offers;
  if (typed_.empty() || !typed_.back().is_unfinished) return offers;
  const std::string& typed = typed_.back().folded;
  const std::string_view kept = q.substr(0, last_begin_);
  for (const std::uint32_t place : best_completions(typed, limit)) {
    const std::string_view word = snapshot_.vocabulary.written(place);
    Suggestion& offer = offers.emplace_back();
    offer.kind = SuggestionKind::kWord;
    offer.value = std::string(kept) + std::string(word);
    offer.count = snapshot_.vocabulary.documents(place);
    const std::size_t end = end_of_typed(word, typed);
    add_fragment(offer.text, kept, true);
    add_fragment(offer.text, word.substr(0, end), true);
    add_fragment(offer.text, word.substr(end), false);
  }
  return offers;
}

std::vector<Fragment> Suggester::mark(std::string_view text, const PhraseIndex& index,
                                      const PhraseIndex::Marks& marks) {
  std::vector<Fragment> fragments;
  std::size_t done = 0;
  for (const text::Token& token : analyzer_.analyze(text)) {
    const std::uint8_t bits = index.marks_of(marks, token.folded);
    if (bits == 0 || token.begin < done) continue;
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    std::size_t end = 0;
    for (std::size_t i = 0; i < typed_.size(); ++i) {
      if ((bits >> i) & 1U) end = std::max(end, end_of_typed(word, typed_[i].folded));
    }
    add_fragment(fragments, text.substr(done, token.begin - done), false);
    add_fragment(fragments, word.substr(0, end), true);
    done = token.begin + end;
  }
  add_fragment(fragments, text.substr(done), false);
  return fragments;
}

std::vector<Suggestion> Suggester::offer_names(const NameIndex& index, SuggestionKind kind,
                                               std::size_t limit) {
  std::vector<Suggestion> offers;
  const Found found = find_phrases(index.phrases, typed_, limit);
  for (const std::uint32_t phrase : found.phrases) {
    const Name& name = index.names[phrase];
    Suggestion& offer = offers.emplace_back();
    offer.kind = kind;
    offer.text = mark(name.text, index.phrases, found.marks);
    offer.value = name.value;
    offer.count = name.documents;
    offer.person = name.person;
    offer.date = name.first_day;
    offer.last_day = name.last_day;
    const auto label = snapshot_.columns.labels.find(name.person);
    if (label != snapshot_.columns.labels.end()) offer.name = label->second;
  }
  return offers;
}

base::Result<std::vector<Suggestion>> Suggester::offer_titles(std::string_view q,
                                                              std::size_t limit) {
  const SuggestIndex& index = snapshot_.suggest;
  const Found found = find_phrases(index.titles, typed_, kTitlesRead * limit);
  const std::string folded = text::fold(q);
  std::vector<Suggestion> offers;
  std::vector<Suggestion> others;
  for (const std::uint32_t phrase : found.phrases) {
    const std::string data = database_.get_document(index.title_documents[phrase]).get_data();
    auto document = index::decode_document(data, index::DecodeText::kNo);
    if (!document) return document.error();
    const bool begins = text::fold(document->title).starts_with(folded);
    Suggestion& offer = (begins ? offers : others).emplace_back();
    offer.kind = SuggestionKind::kTitle;
    offer.text = mark(document->title, index.titles, found.marks);
    offer.value = std::move(document->title);
    offer.count = 1;
    offer.id = std::move(document->id);
    offer.url = std::move(document->url);
    offer.date = document->date;
  }
  std::move(others.begin(), others.end(), std::back_inserter(offers));
  if (offers.size() > limit) offers.resize(limit);
  return offers;
}

base::Result<std::vector<Suggestion>> Suggester::suggest(const SuggestRequest& request) {
  const std::string_view q = request.q;
  if (!base::is_valid_utf8(q)) return base::Error{base::Errc::kBadQuery, "the text is not UTF-8"};
  if (q.size() > kMaxTypedBytes) return std::vector<Suggestion>();
  typed_.clear();
  read(q);
  if (typed_.empty()) return std::vector<Suggestion>();
  auto titles = offer_titles(q, request.count);
  if (!titles) return titles.error();
  const SuggestIndex& index = snapshot_.suggest;
  return take_turns(
      {complete_word(q, request.count),
       offer_names(index.ministers, SuggestionKind::kMinister, request.count),
       offer_names(index.offices, SuggestionKind::kOffice, request.count),
       offer_names(index.themes, SuggestionKind::kTheme, request.count), *std::move(titles)},
      request.count);
}

}  // namespace pressoir::search
