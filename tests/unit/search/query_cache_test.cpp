// What the cache keeps, what it drops, and that nobody can tell its answers from fresh ones.
#include "server/search/query_cache.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "server/query/request_parameters.hpp"
#include "server/wording/query_sentences.hpp"
#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

std::shared_ptr<const DocumentOrder> order_of(std::size_t documents) {
  return std::make_shared<const DocumentOrder>(documents);
}

TEST(QueryCache, GivesWhatWasPut) {
  QueryCache cache(1 << 20);
  cache.put("a", order_of(3));
  ASSERT_NE(cache.order("a"), nullptr);
  EXPECT_EQ(cache.order("a")->size(), 3u);
  EXPECT_EQ(cache.order("b"), nullptr);
  EXPECT_EQ(cache.statistics().hits, 2u);
  EXPECT_EQ(cache.statistics().misses, 1u);
}

TEST(QueryCache, DropsTheLeastRecentlyUsed) {
  constexpr std::size_t kDocuments = 500;
  QueryCache cache(10 * kDocuments * sizeof(rank::RankedDocument));
  for (int i = 0; i < 9; ++i) cache.put(std::to_string(i), order_of(kDocuments));
  ASSERT_NE(cache.order("0"), nullptr);  // used last, so it stays
  cache.put("9", order_of(kDocuments));
  EXPECT_NE(cache.order("0"), nullptr);
  EXPECT_EQ(cache.order("1"), nullptr);
  EXPECT_LE(cache.statistics().bytes, 10 * kDocuments * sizeof(rank::RankedDocument));
}

TEST(QueryCache, ReplacesWhatHasTheSameKey) {
  QueryCache cache(1 << 20);
  cache.put("a", order_of(3));
  cache.put("a", order_of(5));
  EXPECT_EQ(cache.order("a")->size(), 5u);
  EXPECT_EQ(cache.statistics().entries, 1u);
}

TEST(QueryCache, KeepsNothingThatIsTooLargeForIt) {
  QueryCache cache(1'000);
  cache.put("a", order_of(100));
  EXPECT_EQ(cache.order("a"), nullptr);
  EXPECT_EQ(cache.statistics().bytes, 0u);
}

TEST(QueryCache, KeepsNothingWithoutRoom) {
  QueryCache cache(0);
  cache.put("a", order_of(1));
  EXPECT_EQ(cache.order("a"), nullptr);
}

TEST(QueryCache, LeavesValuesToThoseWhoReadThem) {
  QueryCache cache(1 << 20);
  cache.put("a", order_of(3));
  const auto read = cache.order("a");
  cache.follow("another");
  EXPECT_EQ(cache.order("a"), nullptr);
  EXPECT_EQ(read->size(), 3u);
}

TEST(QueryCache, TellsListsOfValuesApart) {
  query::SearchRequest one;
  one.filters[0].any_of = {"a", "b"};
  query::SearchRequest other;
  other.filters[0].any_of = {"a1:b"};
  query::SearchRequest excluding;
  excluding.filters[0].none_of = {"a", "b"};
  EXPECT_NE(counts_key("1", one), counts_key("1", other));
  EXPECT_NE(counts_key("1", one), counts_key("1", excluding));
  EXPECT_NE(counts_key("1", one), counts_key("2", one));
  EXPECT_NE(order_key("1", one, query::Sort::kNewest), order_key("1", one, query::Sort::kOldest));
}

// What an answer says, but for the time it took.
std::string text_of(const SearchResults& results) {
  std::string text = wording::describe(results.read_as) + "|" + std::to_string(results.total);
  for (const Hit& hit : results.hits) {
    text += "|" + hit.document.id + " " + std::to_string(hit.score);
  }
  for (const auto& facet : results.facets) {
    if (!facet) continue;
    text += "#" + std::to_string(facet->none) + "," + std::to_string(facet->other);
    for (const facets::FacetValue& value : facet->values) {
      text += "|" + value.value + (value.selected ? "*" : "=") + std::to_string(value.count);
    }
  }
  if (!results.dates) return text;
  for (const facets::DateBucket& bucket : results.dates->buckets) {
    text += "|" + base::to_string(bucket.start) + "=" + std::to_string(bucket.count);
  }
  return text;
}

class CachedSearches : public ExactnessFixture {};

TEST_P(CachedSearches, AnswerAsFreshOnesDo) {
  make_archive();
  const auto fresh_archive = Archive::open(path()).value();
  Searcher fresh(*fresh_archive);
  QueryCache cache(1 << 20);
  Searcher caching(*fresh_archive, kTimeLimit, &cache);
  std::vector<std::string> queries;
  for (int i = 0; i < 6; ++i) queries.push_back(type_query(random_query(random()), random()));
  for (int i = 0; i < 300; ++i) {
    query::SearchRequest request = random_request(random());
    request.q = queries[random()() % queries.size()];
    request.start = random()() % 3 == 0 ? static_cast<std::uint32_t>(random()() % 150) : 0;
    if (random()() % 2 == 0) request.filters = {};
    EXPECT_EQ(text_of(caching.search(request).value()), text_of(fresh.search(request).value()))
        << "seed " << seed() << ", q=" << request.q;
  }
  EXPECT_GT(cache.statistics().hits, 100u);
}

INSTANTIATE_TEST_SUITE_P(Archives, CachedSearches, testing::Range(0, 4));

TEST_F(SearchFixture, CacheForgetsWhatAnOlderRevisionMatched) {
  put_all({make_document("1", "Pôles", "Les pôles de compétitivité")});
  const auto archive = Archive::open(path()).value();
  QueryCache cache(1 << 20);
  Searcher searcher(*archive, kTimeLimit, &cache);
  query::SearchRequest request;
  request.q = "pôles";
  EXPECT_EQ(searcher.search(request).value().total, 1u);
  put_all({make_document("2", "Pôles", "Six nouveaux pôles")});
  archive->refresh().value();
  EXPECT_EQ(searcher.search(request).value().total, 2u);
  EXPECT_EQ(cache.statistics().entries, 3u) << "those of the new revision alone";
}

// Where a parameter has an effect, another value of it is another key; elsewhere the same key.
TEST(QueryCacheKey, ContainsTheParametersThatHaveAnEffect) {
  const query::SearchRequest none;
  const auto sort_of = [](const query::SearchRequest& request) {
    return request.sort.value_or(query::default_sort(request));
  };
  for (const query::RequestParameter& row : query::request_parameters()) {
    using query::Effect;
    const bool is_date = row.parameter.kind == query::ParameterKind::kDate;
    const bool is_number = row.parameter.kind == query::ParameterKind::kInteger;
    std::string value = is_date ? "2012" : is_number ? "7" : "true";
    if (!row.parameter.choices.empty()) value = row.parameter.choices.back();
    query::SearchRequest other;
    row.read({&value, 1}, other);
    const bool in_matches = row.effect == Effect::kMatches;
    const bool in_others = in_matches || row.effect == Effect::kFilters;

    EXPECT_EQ(matches_key("1", other) != matches_key("1", none), in_matches) << row.parameter.name;
    EXPECT_EQ(counts_key("1", other) != counts_key("1", none),
              in_others || row.effect == Effect::kCounts)
        << row.parameter.name;
    EXPECT_EQ(order_key("1", other, sort_of(other)) != order_key("1", none, sort_of(none)),
              in_others || row.effect == Effect::kOrder)
        << row.parameter.name;
  }
}

}  // namespace
}  // namespace pressoir::search
