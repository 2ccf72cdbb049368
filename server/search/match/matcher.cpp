#include "server/search/match/matcher.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "server/search/facets/facet_filter.hpp"
#include "server/search/match/positions.hpp"

namespace pressoir::search::match {
namespace {

// The occurrences of a leaf in one document: their first positions, and the length of each.
struct Occurrences {
  const store::Positions& starts;
  std::uint32_t words;
};

// True when two different occurrences, one of each, have at most `distance` words between their
// ends. One pass: of `b` at most one start equals one of `a`.
bool come_near(Occurrences a, Occurrences b, std::uint32_t distance) {
  std::size_t from = 0;
  for (const std::uint32_t at : a.starts) {
    while (from < b.starts.size() && b.starts[from] + b.words - 1 + distance < at) ++from;
    for (std::size_t i = from; i < b.starts.size(); ++i) {
      if (b.starts[i] > at + a.words - 1 + distance) break;
      if (b.starts[i] != at) return true;
    }
  }
  return false;
}

}  // namespace

base::Result<store::DocumentSet> Matcher::match(query::Query& query) {
  store::DocumentSet found = find(query, snapshot_.columns.documents);
  if (!deadline_.has_cut()) return found;
  return base::Error{base::Errc::kTimeout, "the search took longer than it may: ask for less"};
}

store::DocumentSet Matcher::find(query::Query& query, const store::DocumentSet& within) {
  if (deadline_.is_over()) return within.empty_like();
  switch (query.kind) {
    case query::Query::Kind::kEverything:
      break;
    case query::Query::Kind::kWord:
    case query::Query::Kind::kPrefix:
      return find_word(query, within);
    case query::Query::Kind::kExact:
      return find_exact(query, within);
    case query::Query::Kind::kPhrase:
      return find_phrase(query, within);
    case query::Query::Kind::kNear:
      return find_near(query, within);
    case query::Query::Kind::kFacet:
      return find_facet(query, within);
    case query::Query::Kind::kDates:
      return find_dates(query, within);
    case query::Query::Kind::kAtLeast:
      return find_at_least(query, within);
    case query::Query::Kind::kEither:
      return find_any(query, within);
    case query::Query::Kind::kExcept:
      return find_except(query, within);
  }
  return within;
}

void Matcher::add_postings(const std::string& name, store::DocumentSet& set) const {
  postings_.of(name).add_to(set);
}

// Only documents that contain all words of the node have their positions read, so that the rarest
// word bounds their number. Folded forms are counted: their lists are at hand, while uniting those
// of all forms would cost more than a better order saves.
std::uint64_t Matcher::position_cost(const query::Query& query) const {
  const bool reads_words = query.kind == query::Query::Kind::kPhrase && query.words.size() > 1;
  if (!reads_words && query.kind != query::Query::Kind::kNear) {
    std::uint64_t sum = 0;
    for (const query::Query& child : query.children) sum += position_cost(child);
    return sum;
  }
  std::uint64_t rarest = std::numeric_limits<std::uint64_t>::max();
  const auto look_at = [&](const query::Query& leaf) {
    for (const store::QueryWord& word : leaf.words) {
      rarest =
          std::min<std::uint64_t>(rarest, postings_.of(store::folded_list(word.folded)).size() + 1);
    }
  };
  look_at(query);
  for (const query::Query& child : query.children) look_at(child);
  return rarest;
}

std::vector<query::Query*> Matcher::cheapest_first(std::vector<query::Query>& queries) const {
  std::vector<std::pair<std::uint64_t, query::Query*>> costs;
  costs.reserve(queries.size());
  for (query::Query& query : queries) costs.emplace_back(position_cost(query), &query);
  std::stable_sort(costs.begin(), costs.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<query::Query*> sorted;
  sorted.reserve(costs.size());
  for (const auto& [cost, query] : costs) sorted.push_back(query);
  return sorted;
}

store::DocumentSet Matcher::find_word(const query::Query& query,
                                      const store::DocumentSet& within) const {
  store::DocumentSet set = within.empty_like();
  for (const store::QueryWord& word : query.words) {
    add_postings(query.kind == query::Query::Kind::kPrefix
                     ? store::folded_list(word.folded, query.in_title)
                     : store::forms_list(word.forms, query.in_title),
                 set);
  }
  set &= within;
  return set;
}

store::DocumentSet Matcher::find_exact(const query::Query& query,
                                       const store::DocumentSet& within) const {
  store::DocumentSet set = within.empty_like();
  add_postings(query.words.front().exact, set);
  set &= within;
  return set;
}

store::DocumentSet Matcher::find_candidates(const query::Query& leaf,
                                            const store::DocumentSet& within) const {
  store::DocumentSet candidates = within;
  for (const store::QueryWord& word : leaf.words) {
    store::DocumentSet of_word = within.empty_like();
    add_postings(store::forms_list(word.forms, leaf.in_title), of_word);
    candidates &= of_word;
  }
  return candidates;
}

// Reading the clock costs some 30 ns, about as much as looking at a document in memory.
template <typename Visit>
void Matcher::for_each_until_deadline(const store::DocumentSet& set, Visit visit) {
  constexpr std::uint32_t kDocumentsBetweenLooks = 256;
  std::uint32_t visited = 0;
  bool is_over = false;
  set.for_each([&](std::uint32_t document) {
    if (visited++ % kDocumentsBetweenLooks == 0) is_over = deadline_.is_over();
    if (!is_over) visit(document);
  });
}

// Pairs are listed for frequent words only (store::WordPairs), which are those whose positions are
// expensive to read; `politique industrielle` has a list, a phrase of rare words needs none.
std::optional<store::DocumentSet> Matcher::find_pairs(const query::Query& phrase,
                                                      const store::DocumentSet& within) const {
  std::optional<store::DocumentSet> candidates;
  // Pairs are of folded forms: what a compound's parts inflect to is in other pairs.
  const auto is_inflected = [](const store::QueryWord& word) {
    return word.forms != "~" + word.folded;
  };
  if (std::any_of(phrase.words.begin(), phrase.words.end(), is_inflected)) return candidates;
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    const store::PostingList* pair =
        snapshot_.pairs.find(snapshot_.sequences, phrase.words[i - 1], phrase.words[i]);
    if (pair == nullptr) continue;
    store::DocumentSet set = within.empty_like();
    pair->add_to(set);
    set &= candidates ? *candidates : within;
    candidates = std::move(set);
  }
  return candidates;
}

store::DocumentSet Matcher::find_phrase(const query::Query& query,
                                        const store::DocumentSet& within) {
  const std::optional<store::DocumentSet> pairs = find_pairs(query, within);
  // Pairs have no positions: a phrase that must be in the title is looked up.
  if (pairs && query.words.size() == 2 && !query.in_title) return *pairs;
  store::DocumentSet candidates = find_candidates(query, pairs ? *pairs : within);
  if (query.words.size() == 1) return candidates;
  store::DocumentSet found = within.empty_like();
  LeafFinder phrase(snapshot_.sequences, query);
  const auto look_at = [&](std::uint32_t document) {
    if (document != 0 && phrase.is_in(document)) found.add(document);
  };
  // The word sequences of an archive are far larger than any cache. Those of the next four
  // candidates are prefetched while one is read, about as many words as are read of a document that
  // contains the phrase.
  constexpr std::size_t kPrefetched = 100000;
  std::array<std::uint32_t, 4> prefetched{};
  std::size_t next = 0;
  for_each_until_deadline(candidates, [&](std::uint32_t document) {
    snapshot_.sequences.prefetch(document, kPrefetched);
    look_at(std::exchange(prefetched[next], document));
    next = (next + 1) % prefetched.size();
  });
  for (const std::uint32_t document : prefetched) look_at(document);
  return found;
}

// Both sides by words first: their posting lists leave few documents whose positions are read.
store::DocumentSet Matcher::find_near(const query::Query& query, const store::DocumentSet& within) {
  store::DocumentSet candidates = within;
  for (const query::Query& side : query.children) candidates = find_candidates(side, candidates);
  store::DocumentSet found = within.empty_like();
  LeafFinder left(snapshot_.sequences, query.children[0]);
  LeafFinder right(snapshot_.sequences, query.children[1]);
  for_each_until_deadline(candidates, [&](std::uint32_t document) {
    const bool is_near = come_near({left.find(document), left.words()},
                                   {right.find(document), right.words()}, query.distance);
    if (is_near) found.add(document);
  });
  return found;
}

store::DocumentSet Matcher::find_facet(const query::Query& query,
                                       const store::DocumentSet& within) const {
  if (query.values.empty()) return within.empty_like();
  return facets::filter_facet({query.values, {}}, snapshot_.columns.facet(query.facet), within);
}

store::DocumentSet Matcher::find_dates(const query::Query& query,
                                       const store::DocumentSet& within) const {
  return facets::filter_dates(facets::DateTest(query.from, query.to), snapshot_.columns.dates,
                              within);
}

// All of the children: each is evaluated within what the cheaper ones left over, and the rest is
// skipped when nothing is left.
store::DocumentSet Matcher::find_at_least(query::Query& query, const store::DocumentSet& within) {
  if (query.least == 1) return find_any(query, within);
  if (query.least < query.children.size() || query.may_relax) return find_some(query, within);
  store::DocumentSet all = within;
  for (query::Query* child : cheapest_first(query.children)) {
    if (all.empty()) break;
    all = find(*child, all);
  }
  return all;
}

// How far a list is relaxed depends on the whole archive, not on what earlier nodes left over:
// otherwise adding a filter to the query would change which words the same list requires.
store::DocumentSet Matcher::find_some(query::Query& query, const store::DocumentSet& within) {
  const std::size_t size = query.children.size();
  const store::DocumentSet& searched = query.may_relax ? snapshot_.columns.documents : within;
  std::vector<std::uint16_t> counts(std::size_t{snapshot_.columns.last} + 1);
  for (query::Query& child : query.children) {
    find(child, searched).for_each([&](std::uint32_t document) { ++counts[document]; });
  }
  std::vector<std::uint64_t> documents(size + 1);  // by the number of children they match
  for (const std::uint16_t count : counts) ++documents[count];
  std::uint64_t found = 0;
  for (std::size_t count = query.least; count <= size; ++count) found += documents[count];
  const std::uint64_t enough = size == 2 ? kEnoughWithBoth : kEnoughDocuments;
  while (query.may_relax && query.least > 1 && found < enough) found += documents[--query.least];
  query.may_relax = false;
  store::DocumentSet set = within.empty_like();
  within.for_each([&](std::uint32_t document) {
    if (counts[document] >= query.least) set.add(document);
  });
  return set;
}

// A document that one child matches is not looked at by the others.
store::DocumentSet Matcher::find_any(query::Query& query, const store::DocumentSet& within) {
  store::DocumentSet any = within.empty_like();
  store::DocumentSet open = within;
  for (query::Query* child : cheapest_first(query.children)) {
    const store::DocumentSet found = find(*child, open);
    any |= found;
    open -= found;
    if (open.empty()) break;
  }
  return any;
}

store::DocumentSet Matcher::find_except(query::Query& query, const store::DocumentSet& within) {
  store::DocumentSet set = find(query.children.front(), within);
  for (std::size_t i = 1; i < query.children.size() && !set.empty(); ++i) {
    set -= find(query.children[i], set);
  }
  return set;
}

}  // namespace pressoir::search::match
