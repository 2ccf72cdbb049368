#include "server/search/matcher.hpp"

#include <algorithm>
#include <unordered_map>

#include "indexer/index/schema.hpp"
#include "server/search/facet_filter.hpp"
#include "server/search/positions.hpp"

namespace pressoir::search {
namespace {

// Two lists of places, each with the number of words that stand there, come within `distance`.
struct Places {
  std::vector<Xapian::termpos> starts;
  Xapian::termpos words = 1;
};

bool come_near(const Places& a, const Places& b, std::uint32_t distance) {
  const auto gap = [](Xapian::termpos start, const Places& before, Xapian::termpos behind) {
    const Xapian::termpos end = start + before.words - 1;
    return behind > end ? behind - end : 0;
  };
  for (std::size_t i = 0, j = 0; i < a.starts.size() && j < b.starts.size();) {
    const Xapian::termpos at = a.starts[i];
    const Xapian::termpos other = b.starts[j];
    const Xapian::termpos between = at < other ? gap(at, a, other) : gap(other, b, at);
    if (at != other && between <= distance) return true;
    ++(at <= other ? i : j);
  }
  return false;
}

Places places_of(const Xapian::Database& database, std::uint32_t document, const Query& leaf) {
  if (leaf.kind == Query::Kind::kPhrase) {
    return {phrase_positions(database, document, leaf.words),
            static_cast<Xapian::termpos>(leaf.words.size())};
  }
  return {word_positions(database, document, leaf.words.front()), 1};
}

}  // namespace

DocumentSet Matcher::match(Query& query) const {
  switch (query.kind) {
    case Query::Kind::kEverything:
      return columns_.documents;
    case Query::Kind::kWord:
    case Query::Kind::kPrefix:
      return match_word(query);
    case Query::Kind::kExact:
      return match_exact(query);
    case Query::Kind::kPhrase:
      return match_phrase(query);
    case Query::Kind::kNear:
      return match_near(query);
    case Query::Kind::kFacet:
      return match_facet(query);
    case Query::Kind::kDates:
      return match_dates(query);
    case Query::Kind::kAtLeast:
      return match_at_least(query);
    case Query::Kind::kEither:
      return match_any(query.children);
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
DocumentSet Matcher::match_word(const Query& query) const {
  DocumentSet set(columns_.last);
  const std::string_view stem_prefix =
      query.in_title ? index::kTitleStemPrefix : index::kStemPrefix;
  const std::string_view folded_prefix = query.in_title ? index::kTitlePrefix : "";
  for (const QueryWord& word : query.words) {
    add_postings(index::term(folded_prefix, word.folded), set);
    if (query.kind == Query::Kind::kPrefix) continue;
    add_postings(index::term(stem_prefix, word.stem), set);
    for (const std::string& stem : word.other_stems) {
      add_postings(index::term(stem_prefix, stem), set);
    }
  }
  return set;
}

// A word without accents has no term of its own: it is written so where the folded form stands more
// often than all accented ones together.
DocumentSet Matcher::match_exact(const Query& query) const {
  DocumentSet set(columns_.last);
  const QueryWord& word = query.words.front();
  if (word.exact != word.folded) {
    add_postings(index::exact_term(word.folded, word.exact), set);
    return set;
  }
  std::unordered_map<std::uint32_t, std::uint32_t> accented;  // occurrences by document
  const std::string forms = index::exact_term(word.folded, "");
  for (auto term = database_.allterms_begin(forms); term != database_.allterms_end(forms); ++term) {
    for (auto at = database_.postlist_begin(*term); at != database_.postlist_end(*term); ++at) {
      accented[*at] += at.get_wdf();
    }
  }
  for (auto at = database_.postlist_begin(word.folded); at != database_.postlist_end(word.folded);
       ++at) {
    const auto other = accented.find(*at);
    if (other == accented.end() || at.get_wdf() > other->second) set.add(*at);
  }
  return set;
}

DocumentSet Matcher::match_phrase(const Query& query) const {
  const std::string_view prefix = query.in_title ? index::kTitlePrefix : "";
  DocumentSet candidates(columns_.last);
  add_postings(index::term(prefix, query.words.front().folded), candidates);
  for (std::size_t i = 1; i < query.words.size(); ++i) {
    DocumentSet others(columns_.last);
    add_postings(index::term(prefix, query.words[i].folded), others);
    candidates &= others;
  }
  if (query.words.size() == 1) return candidates;
  DocumentSet set(columns_.last);
  candidates.for_each([&](std::uint32_t document) {
    const auto starts = phrase_positions(database_, document, query.words);
    if (starts.empty() || (query.in_title && starts.front() > index::kTextPosition)) return;
    set.add(document);
  });
  return set;
}

DocumentSet Matcher::match_near(const Query& query) const {
  const auto leaf_set = [&](const Query& leaf) {
    return leaf.kind == Query::Kind::kPhrase ? match_phrase(leaf) : match_word(leaf);
  };
  DocumentSet candidates = leaf_set(query.children[0]);
  candidates &= leaf_set(query.children[1]);
  DocumentSet set(columns_.last);
  candidates.for_each([&](std::uint32_t document) {
    const Places left = places_of(database_, document, query.children[0]);
    const Places right = places_of(database_, document, query.children[1]);
    if (come_near(left, right, query.distance)) set.add(document);
  });
  return set;
}

DocumentSet Matcher::match_facet(const Query& query) const {
  DocumentSet set(columns_.last);
  const FacetTest test({query.values, {}}, columns_.facet(query.facet));
  if (query.values.empty()) return set;
  columns_.documents.for_each([&](std::uint32_t document) {
    if (test.passes(document)) set.add(document);
  });
  return set;
}

DocumentSet Matcher::match_dates(const Query& query) const {
  DocumentSet set(columns_.last);
  const DateTest test(query.from, query.to);
  columns_.documents.for_each([&](std::uint32_t document) {
    if (test.passes(columns_.dates[document])) set.add(document);
  });
  return set;
}

DocumentSet Matcher::match_at_least(Query& query) const {
  const std::size_t size = query.children.size();
  if (query.least == size && !query.may_relax) {
    DocumentSet all = match(query.children.front());
    for (std::size_t i = 1; i < size; ++i) all &= match(query.children[i]);
    return all;
  }
  if (query.least == 1) return match_any(query.children);
  std::vector<std::uint16_t> counts(std::size_t{columns_.last} + 1);
  for (Query& child : query.children) {
    match(child).for_each([&](std::uint32_t document) { ++counts[document]; });
  }
  std::vector<std::uint64_t> documents(size + 1);  // by the number of children they match
  for (const std::uint16_t count : counts) ++documents[count];
  std::uint64_t found = 0;
  for (std::size_t count = query.least; count <= size; ++count) found += documents[count];
  const std::uint64_t enough = size == 2 ? kEnoughWithBoth : kEnoughDocuments;
  while (query.may_relax && query.least > 1 && found < enough) found += documents[--query.least];
  query.may_relax = false;
  DocumentSet set(columns_.last);
  for (std::uint32_t document = 0; document <= columns_.last; ++document) {
    if (counts[document] >= query.least) set.add(document);
  }
  return set;
}

DocumentSet Matcher::match_any(std::vector<Query>& queries) const {
  DocumentSet any(columns_.last);
  for (Query& query : queries) any |= match(query);
  return any;
}

DocumentSet Matcher::match_except(Query& query) const {
  DocumentSet set = match(query.children.front());
  for (std::size_t i = 1; i < query.children.size(); ++i) set -= match(query.children[i]);
  return set;
}

}  // namespace pressoir::search
