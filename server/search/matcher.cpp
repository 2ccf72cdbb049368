#include "server/search/matcher.hpp"

#include <algorithm>

#include "indexer/index/schema.hpp"

namespace pressoir::search {

DocumentSet Matcher::match(const Query& query) const {
  switch (query.kind) {
    case Query::Kind::kEverything:
      return columns_.documents;
    case Query::Kind::kWord:
      return match_word(query.words.front());
    case Query::Kind::kPhrase:
      return match_phrase(query.words);
    case Query::Kind::kAtLeast:
      return match_at_least(query);
    case Query::Kind::kExcept:
      return match_except(query);
  }
  return columns_.documents;
}

void Matcher::add_postings(const std::string& term, DocumentSet& set) const {
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
       ++posting) {
    set.add(*posting);
  }
}

// The folded form is not always within the stem's documents: `économie` and `economie` may have
// different stems and the same folded form.
DocumentSet Matcher::match_word(const QueryWord& word) const {
  DocumentSet set(columns_.last);
  add_postings(index::term(index::kStemPrefix, word.stem), set);
  for (const std::string& stem : word.other_stems) {
    add_postings(index::term(index::kStemPrefix, stem), set);
  }
  add_postings(word.folded, set);
  return set;
}

DocumentSet Matcher::match_phrase(const std::vector<QueryWord>& words) const {
  DocumentSet candidates(columns_.last);
  add_postings(words.front().folded, candidates);
  for (std::size_t i = 1; i < words.size(); ++i) {
    DocumentSet others(columns_.last);
    add_postings(words[i].folded, others);
    candidates &= others;
  }
  DocumentSet set(columns_.last);
  candidates.for_each([&](std::uint32_t document) {
    if (has_phrase(document, words)) set.add(document);
  });
  return set;
}

bool Matcher::has_phrase(std::uint32_t document, const std::vector<QueryWord>& words) const {
  // Positions at which the phrase may begin: those of the first word, thinned out by each other.
  std::vector<Xapian::termpos> starts;
  for (auto position = database_.positionlist_begin(document, words.front().folded);
       position != database_.positionlist_end(document, words.front().folded); ++position) {
    starts.push_back(*position);
  }
  for (std::size_t i = 1; i < words.size() && !starts.empty(); ++i) {
    auto position = database_.positionlist_begin(document, words[i].folded);
    const auto end = database_.positionlist_end(document, words[i].folded);
    std::erase_if(starts, [&](Xapian::termpos start) {
      const auto wanted = start + static_cast<Xapian::termpos>(i);
      if (position != end && *position < wanted) position.skip_to(wanted);
      return position == end || *position != wanted;
    });
  }
  return !starts.empty();
}

DocumentSet Matcher::match_at_least(const Query& query) const {
  if (query.least == query.children.size()) {
    DocumentSet all = match(query.children.front());
    for (std::size_t i = 1; i < query.children.size(); ++i) all &= match(query.children[i]);
    return all;
  }
  if (query.least == 1) {
    DocumentSet any(columns_.last);
    for (const Query& child : query.children) any |= match(child);
    return any;
  }
  std::vector<std::uint16_t> counts(std::size_t{columns_.last} + 1);
  for (const Query& child : query.children) {
    match(child).for_each([&](std::uint32_t document) { ++counts[document]; });
  }
  DocumentSet enough(columns_.last);
  for (std::uint32_t document = 0; document <= columns_.last; ++document) {
    if (counts[document] >= query.least) enough.add(document);
  }
  return enough;
}

DocumentSet Matcher::match_except(const Query& query) const {
  DocumentSet set = match(query.children.front());
  for (std::size_t i = 1; i < query.children.size(); ++i) set -= match(query.children[i]);
  return set;
}

}  // namespace pressoir::search
