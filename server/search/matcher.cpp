#include "server/search/matcher.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "indexer/index/schema.hpp"
#include "server/search/facet_filter.hpp"
#include "server/search/match_within.hpp"
#include "server/search/positions.hpp"

namespace pressoir::search {
namespace {

// Where something of a number of words stands.
struct Places {
  std::vector<Xapian::termpos> starts;
  Xapian::termpos words = 1;
};

// True when two different places, one of each, have at most `distance` words between their ends.
// One pass: of `b` at most one start equals one of `a`.
bool come_near(const Places& a, const Places& b, std::uint32_t distance) {
  std::size_t from = 0;
  for (const Xapian::termpos at : a.starts) {
    while (from < b.starts.size() && b.starts[from] + b.words - 1 + distance < at) ++from;
    for (std::size_t i = from; i < b.starts.size(); ++i) {
      if (b.starts[i] > at + a.words - 1 + distance) break;
      if (b.starts[i] != at) return true;
    }
  }
  return false;
}

// The terms of a word that have positions: those of its forms.
std::vector<std::string> stem_terms(const QueryWord& word) {
  std::vector<std::string> terms = {index::term(index::kStemPrefix, word.stem)};
  for (const std::string& stem : word.other_stems) {
    terms.push_back(index::term(index::kStemPrefix, stem));
  }
  return terms;
}

Xapian::Query xapian_phrase(const Query& phrase) {
  std::vector<std::string> terms;
  for (const QueryWord& word : phrase.words) terms.push_back(word.folded);
  return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

Xapian::Query xapian_leaf(const Query& leaf) {
  if (leaf.kind == Query::Kind::kPhrase) return xapian_phrase(leaf);
  const std::vector<std::string> terms = stem_terms(leaf.words.front());
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

// Xapian's NEAR knows words, not phrases nor titles, and overlooks neighbours when one word may be
// both (`loi`, `lois`).
bool xapian_knows_near(const std::vector<Query>& sides) {
  const auto is_plain = [](const Query& leaf) {
    return leaf.kind != Query::Kind::kPhrase && !leaf.in_title;
  };
  if (!std::all_of(sides.begin(), sides.end(), is_plain)) return false;
  const std::vector<std::string> left = stem_terms(sides[0].words.front());
  const std::vector<std::string> right = stem_terms(sides[1].words.front());
  return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) == left.end();
}

Places places_of(const Xapian::Database& database, std::uint32_t document, const Query& leaf) {
  Places places;
  if (leaf.kind == Query::Kind::kPhrase) {
    places.starts = phrase_positions(database, document, leaf.words);
    places.words = static_cast<Xapian::termpos>(leaf.words.size());
  } else {
    places.starts = word_positions(database, document, leaf.words.front());
  }
  if (leaf.in_title) {
    std::erase_if(places.starts, [](Xapian::termpos at) { return at > index::kTextPosition; });
  }
  return places;
}

}  // namespace

base::Result<DocumentSet> Matcher::match(Query& query) {
  DocumentSet found = find(query, columns_.documents);
  if (!deadline_.has_cut()) return found;
  return base::Error{base::Errc::kTimeout, "the search took longer than it may: ask for less"};
}

DocumentSet Matcher::find(Query& query, const DocumentSet& within) {
  if (deadline_.is_over()) return within.empty_like();
  switch (query.kind) {
    case Query::Kind::kEverything:
      break;
    case Query::Kind::kWord:
    case Query::Kind::kPrefix:
      return find_word(query, within);
    case Query::Kind::kExact:
      return find_exact(query, within);
    case Query::Kind::kPhrase:
      return find_phrase(query, within);
    case Query::Kind::kNear:
      return find_near(query, within);
    case Query::Kind::kFacet:
      return find_facet(query, within);
    case Query::Kind::kDates:
      return find_dates(query, within);
    case Query::Kind::kAtLeast:
      return find_at_least(query, within);
    case Query::Kind::kEither:
      return find_any(query, within);
    case Query::Kind::kExcept:
      return find_except(query, within);
  }
  return within;
}

void Matcher::add_postings(const std::string& term, DocumentSet& set) const {
  postings_.of(term).add_to(set);
}

// How often the positions of a node's rarest words must be looked at, about; 0 for a node that
// reads none.
std::uint64_t Matcher::position_cost(const Query& query) const {
  const bool reads_words = query.kind == Query::Kind::kPhrase && query.words.size() > 1;
  if (!reads_words && query.kind != Query::Kind::kNear) {
    std::uint64_t sum = 0;
    for (const Query& child : query.children) sum += position_cost(child);
    return sum;
  }
  std::uint64_t rarest = std::numeric_limits<std::uint64_t>::max();
  const auto look_at = [&](const Query& leaf) {
    for (const QueryWord& word : leaf.words) {
      rarest = std::min<std::uint64_t>(rarest, database_.get_collection_freq(word.folded) + 1);
    }
  };
  look_at(query);
  for (const Query& child : query.children) look_at(child);
  return rarest;
}

std::vector<Query*> Matcher::cheapest_first(std::vector<Query>& queries) const {
  std::vector<std::pair<std::uint64_t, Query*>> costs;
  for (Query& query : queries) costs.emplace_back(position_cost(query), &query);
  std::stable_sort(costs.begin(), costs.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Query*> sorted;
  for (const auto& [cost, query] : costs) sorted.push_back(query);
  return sorted;
}

// The folded form is not always within the stem's documents: `économie` and `economie` may have
// different stems and the same folded form.
DocumentSet Matcher::find_word(const Query& query, const DocumentSet& within) const {
  DocumentSet set = within.empty_like();
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
  set &= within;
  return set;
}

// A word without accents has no term of its own: it is written so where the folded form stands more
// often than all accented ones together.
DocumentSet Matcher::find_exact(const Query& query, const DocumentSet& within) const {
  DocumentSet set(columns_.last);
  const QueryWord& word = query.words.front();
  if (word.exact != word.folded) {
    add_postings(index::exact_term(word.folded, word.exact), set);
    set &= within;
    return set;
  }
  std::unordered_map<std::uint32_t, std::uint32_t> accented;  // occurrences by document
  const std::string forms = index::exact_term(word.folded, "");
  for (auto term = database_.allterms_begin(forms); term != database_.allterms_end(forms); ++term) {
    for (auto at = database_.postlist_begin(*term); at != database_.postlist_end(*term); ++at) {
      accented[*at] += at.get_wdf();
    }
  }
  // Not from the lists in memory, whose frequencies are cut off.
  for (auto at = database_.postlist_begin(word.folded); at != database_.postlist_end(word.folded);
       ++at) {
    const auto other = accented.find(*at);
    if (other == accented.end() || at.get_wdf() > other->second) set.add(*at);
  }
  set &= within;
  return set;
}

DocumentSet Matcher::find_phrase(const Query& query, const DocumentSet& within) {
  const std::string_view prefix = query.in_title ? index::kTitlePrefix : "";
  DocumentSet candidates = within;
  if (query.in_title || query.words.size() == 1) {
    for (const QueryWord& word : query.words) {
      DocumentSet holders = within.empty_like();
      add_postings(index::term(prefix, word.folded), holders);
      candidates &= holders;
    }
  }
  if (query.words.size() == 1) return candidates;
  DocumentSet found = match_within(database_, xapian_phrase(query), candidates, deadline_);
  if (!query.in_title) return found;
  DocumentSet in_title = within.empty_like();
  found.for_each([&](std::uint32_t document) {
    if (!places_of(database_, document, query).starts.empty()) in_title.add(document);
  });
  return in_title;
}

DocumentSet Matcher::find_near(const Query& query, const DocumentSet& within) {
  std::vector<Xapian::Query> sides;
  for (const Query& leaf : query.children) sides.push_back(xapian_leaf(leaf));
  if (xapian_knows_near(query.children)) {
    const Xapian::Query near(Xapian::Query::OP_NEAR, sides.begin(), sides.end(),
                             query.distance + 1);
    return match_within(database_, near, within, deadline_);
  }
  const Xapian::Query both(Xapian::Query::OP_AND, sides.begin(), sides.end());
  const DocumentSet candidates = match_within(database_, both, within, deadline_);
  DocumentSet found = within.empty_like();
  candidates.for_each([&](std::uint32_t document) {
    if (deadline_.is_over()) return;
    const Places left = places_of(database_, document, query.children[0]);
    const Places right = places_of(database_, document, query.children[1]);
    if (come_near(left, right, query.distance)) found.add(document);
  });
  return found;
}

DocumentSet Matcher::find_facet(const Query& query, const DocumentSet& within) const {
  if (query.values.empty()) return within.empty_like();
  return filter_facet({query.values, {}}, columns_.facet(query.facet), within);
}

DocumentSet Matcher::find_dates(const Query& query, const DocumentSet& within) const {
  return filter_dates(DateTest(query.from, query.to), columns_.dates, within);
}

DocumentSet Matcher::find_at_least(Query& query, const DocumentSet& within) {
  if (query.least == 1) return find_any(query, within);
  if (query.least < query.children.size() || query.may_relax) return find_some(query, within);
  DocumentSet all = within;
  for (Query* child : cheapest_first(query.children)) {
    if (all.empty()) break;
    all = find(*child, all);
  }
  return all;
}

// How far a list is relaxed is a question to the whole archive, not to what is left of it.
DocumentSet Matcher::find_some(Query& query, const DocumentSet& within) {
  const std::size_t size = query.children.size();
  const DocumentSet& asked = query.may_relax ? columns_.documents : within;
  std::vector<std::uint16_t> counts(std::size_t{columns_.last} + 1);
  for (Query& child : query.children) {
    find(child, asked).for_each([&](std::uint32_t document) { ++counts[document]; });
  }
  std::vector<std::uint64_t> documents(size + 1);  // by the number of children they match
  for (const std::uint16_t count : counts) ++documents[count];
  std::uint64_t found = 0;
  for (std::size_t count = query.least; count <= size; ++count) found += documents[count];
  const std::uint64_t enough = size == 2 ? kEnoughWithBoth : kEnoughDocuments;
  while (query.may_relax && query.least > 1 && found < enough) found += documents[--query.least];
  query.may_relax = false;
  DocumentSet set = within.empty_like();
  within.for_each([&](std::uint32_t document) {
    if (counts[document] >= query.least) set.add(document);
  });
  return set;
}

DocumentSet Matcher::find_any(Query& query, const DocumentSet& within) {
  DocumentSet any = within.empty_like();
  DocumentSet open = within;
  for (Query* child : cheapest_first(query.children)) {
    const DocumentSet found = find(*child, open);
    any |= found;
    open -= found;
    if (open.empty()) break;
  }
  return any;
}

DocumentSet Matcher::find_except(Query& query, const DocumentSet& within) {
  DocumentSet set = find(query.children.front(), within);
  for (std::size_t i = 1; i < query.children.size() && !set.empty(); ++i) {
    set -= find(query.children[i], set);
  }
  return set;
}

}  // namespace pressoir::search
