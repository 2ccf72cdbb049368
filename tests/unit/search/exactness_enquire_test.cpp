// Totals, facets and sets of results equal those of Xapian's own matcher, for words and for lists
// of words. Only what Enquire and its spies say is compared: no code of ours reads the index for
// it.
#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/text/analyzer.hpp"
#include "indexer/text/lemmas.hpp"
#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

// Accented, so that no other stems are asked for.
constexpr std::array<const char*, 12> kWords = {"économie", "publié",    "pôles", "arrivée",
                                                "côté",     "pôle",      "côte",  "compétitivité",
                                                "été",      "économies", "coté",  "œuvre"};
constexpr int kQueries = 60;

using Counts = std::map<std::string, std::uint64_t>;

// The values that a slot's text holds, of themes also their ancestors.
std::set<std::string> split(std::string_view text, bool is_hierarchical) {
  std::set<std::string> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(index::kValueSeparator), text.size());
    const std::string_view value = text.substr(0, end);
    values.emplace(value);
    for (std::size_t i = 0; is_hierarchical && i < value.size(); ++i) {
      if (value[i] == '/') values.emplace(value.substr(0, i));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

Counts counts_of(const Xapian::ValueCountMatchSpy& spy, bool is_hierarchical) {
  Counts counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    for (const std::string& one : split(*value, is_hierarchical)) {
      counts[one] += value.get_termfreq();
    }
  }
  return counts;
}

class ExactnessEnquire : public ExactnessFixture {
 protected:
  // Any spelling that shares a lemma with the word, which is typed with accents or has none.
  Xapian::Query word_query(const std::string& word, const index::ReadableIndex& database) {
    const auto tokens = analyzer_.analyze(word);
    const std::string lemmas(tokens.front().lemmas);
    std::vector<std::string> terms;
    for_each_word(database, [&](const std::string& exact, Xapian::doccount) {
      if (text::share_a_lemma(analyzer_.analyze(exact).front().lemmas, lemmas))
        terms.push_back(exact);
    });
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
  }

  std::vector<std::string> random_words() {
    std::set<std::string> words;
    for (auto i = random()() % 3 + 1; i > 0; --i) {
      words.insert(kWords[random()() % kWords.size()]);
    }
    return {words.begin(), words.end()};
  }

 private:
  text::Analyzer analyzer_;
};

TEST_P(ExactnessEnquire, CountsAndFindsTheSame) {
  make_archive();
  const index::ReadableIndex database = index::open_database(path()).value();
  for (int i = 0; i < kQueries && !HasFailure(); ++i) {
    query::SearchRequest request;
    std::vector<Xapian::Query> queries;
    for (const std::string& word : random_words()) {
      request.q += word + " ";
      queries.push_back(word_query(word, database));
    }
    const bool is_any = random()() % 2 == 0;
    request.match = is_any ? query::MatchMode::kAny : query::MatchMode::kAll;
    request.facet_size = 1000;
    request.count = 100;
    SCOPED_TRACE(testing::Message() << "PRESSOIR_SEED=" << seed() << ", query " << i << ": "
                                    << request.q << (is_any ? "(any)" : "(all)"));
    Xapian::Enquire enquire(database);
    enquire.set_query(
        {is_any ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, queries.begin(), queries.end()});
    std::vector<index::Slot> slots;
    for (const base::Facet facet : base::kFacets) slots.push_back(index::slot_of(facet));
    // Made in place: a spy can be neither copied nor moved.
    std::vector<Xapian::ValueCountMatchSpy> spies(slots.begin(), slots.end());
    for (auto& spy : spies) enquire.add_matchspy(&spy);

    const SearchResults results = search(request);
    const Xapian::MSet matches =
        enquire.get_mset(0, database.get_doccount(), database.get_doccount());

    EXPECT_EQ(results.total, matches.size());
    std::set<std::string> ids;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      ids.insert(match.get_document().get_value(index::kIdSlot));
    }
    EXPECT_EQ(results.hits.size(), std::min<std::size_t>(ids.size(), request.count));
    for (const Hit& hit : results.hits) EXPECT_TRUE(ids.contains(hit.document.id));
    for (const base::Facet facet : base::kFacets) {
      const auto f = static_cast<std::size_t>(facet);
      Counts counts;
      for (const facets::FacetValue& value : results.facets[f]->values)
        counts[value.value] = value.count;
      EXPECT_EQ(counts, counts_of(spies[f], facet == base::Facet::kTheme)) << to_string(facet);
      std::uint64_t with_a_value = 0;
      for (auto value = spies[f].values_begin(); value != spies[f].values_end(); ++value) {
        with_a_value += value.get_termfreq();
      }
      EXPECT_EQ(results.facets[f]->none, matches.size() - with_a_value) << to_string(facet);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, ExactnessEnquire, testing::Range(0, 2));

}  // namespace
}  // namespace pressoir::search
