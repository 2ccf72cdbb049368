// Every count and every set of results equals what a plain reading of the documents gives, for
// random archives and random requests. PRESSOIR_SEED=n in the environment tries other ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

constexpr int kRequests = 80;

std::string describe(const query::SearchRequest& request) {
  std::string text = "q=" + request.q + "|match=" + std::to_string(static_cast<int>(request.match));
  for (const base::Facet facet : base::kFacets) {
    const std::string name(to_string(facet));
    for (const auto& value : request.filter(facet).any_of) text += "&" + name + "=" + value;
    for (const auto& value : request.filter(facet).none_of) text += "&not_" + name + "=" + value;
  }
  return text + "&from=" + base::to_string(request.from) + "&to=" + base::to_string(request.to) +
         "&interval=" + std::to_string(static_cast<int>(request.interval)) +
         "&facet_size=" + std::to_string(request.facet_size);
}

std::map<std::string, std::uint64_t> as_map(const facets::FacetCounts& counts) {
  std::map<std::string, std::uint64_t> map;
  for (const facets::FacetValue& value : counts.values) map[value.value] = value.count;
  return map;
}

class Exactness : public ExactnessFixture {
 protected:
  query::SearchRequest make_request(const PlainQuery& query) {
    query::SearchRequest request = random_request(random());
    request.q = type_query(query, random());
    return request;
  }

  // The ids of all results, page by page.
  std::vector<std::string> all_ids(query::SearchRequest request) {
    std::vector<std::string> ids;
    request.facets = {};
    request.date_facet = false;
    request.count = static_cast<std::uint32_t>(random()() % 70 + 30);
    while (true) {
      const SearchResults results = search(request);
      for (const Hit& hit : results.hits) ids.push_back(hit.document.id);
      request.start += request.count;
      if (results.hits.size() < request.count) return ids;
    }
  }
};

void expect_same_list(const facets::FacetCounts& counts, const PlainCounts& plain,
                      const query::SearchRequest& request, base::Facet facet) {
  EXPECT_EQ(counts.none, plain.none);
  EXPECT_EQ(counts.distinct, plain.values.size());
  std::uint64_t listed = 0;
  std::uint64_t sum = 0;
  for (const auto& [value, count] : plain.values) sum += count;
  std::size_t unselected = 0;
  const auto& wanted = request.filter(facet).any_of;
  for (const facets::FacetValue& value : counts.values) {
    const auto expected = plain.values.find(value.value);
    EXPECT_EQ(value.count, expected == plain.values.end() ? 0 : expected->second) << value.value;
    const bool is_wanted = std::find(wanted.begin(), wanted.end(), value.value) != wanted.end();
    EXPECT_EQ(value.selected, is_wanted) << value.value;
    EXPECT_TRUE(value.selected || value.count > 0) << value.value;
    listed += value.count;
    unselected += !value.selected;
  }
  EXPECT_EQ(counts.other, sum - listed);
  EXPECT_EQ(as_map(counts).size(), counts.values.size()) << "a value is listed twice";
  EXPECT_LE(unselected, request.facet_size);
  EXPECT_TRUE(counts.other == 0 || plain.values.size() > request.facet_size);
}

// The values left out are not more frequent than those listed.
void expect_most_frequent(const facets::FacetCounts& counts, const PlainCounts& plain) {
  const auto listed = as_map(counts);
  std::uint64_t least = UINT64_MAX;
  for (const facets::FacetValue& value : counts.values) {
    if (!value.selected) least = std::min(least, value.count);
  }
  for (const auto& [value, count] : plain.values) {
    EXPECT_TRUE(listed.contains(value) || count <= least) << value;
  }
}

void expect_tree_order(const facets::FacetCounts& counts) {
  std::set<std::string> before;
  std::set<std::string> left;
  std::string last_root;
  for (const facets::FacetValue& value : counts.values) {
    const std::string root = value.value.substr(0, value.value.find('/'));
    if (root != last_root && !last_root.empty()) left.insert(last_root);
    EXPECT_FALSE(left.contains(root)) << "the branch " << root << " is cut in two";
    EXPECT_FALSE(before.contains(value.value));
    before.insert(value.value);
    last_root = root;
  }
}

std::int32_t period_number(base::Date start, query::Interval interval) {
  switch (interval) {
    case query::Interval::kYear:
      return start.year;
    case query::Interval::kMonth:
      return start.year * 12 + start.month;
    case query::Interval::kDay:
      return base::days_since_epoch(start);
  }
  return 0;
}

void expect_same_periods(const facets::DateHistogram& histogram, const PlainCounts& plain) {
  EXPECT_EQ(histogram.none, plain.none);
  std::map<std::string, std::uint64_t> counted;
  const std::size_t size = histogram.interval == query::Interval::kYear    ? 4
                           : histogram.interval == query::Interval::kMonth ? 7
                                                                           : 10;
  const facets::DateBucket* last = nullptr;
  for (const facets::DateBucket& bucket : histogram.buckets) {
    if (bucket.count > 0) counted[base::to_string(bucket.start).substr(0, size)] = bucket.count;
    if (last != nullptr) {
      EXPECT_EQ(period_number(last->start, histogram.interval) + 1,
                period_number(bucket.start, histogram.interval));
    }
    last = &bucket;
  }
  EXPECT_EQ(counted, plain.values);
}

// The first and the last period count, or are the first and the last that were asked for.
void expect_asked_range(const facets::DateHistogram& histogram,
                        const query::SearchRequest& request) {
  if (histogram.buckets.empty()) return;
  const auto number = [&](base::Date day) { return period_number(day, histogram.interval); };
  const facets::DateBucket& first = histogram.buckets.front();
  const facets::DateBucket& last = histogram.buckets.back();
  const auto asked_first = request.from ? number(base::first_day(request.from)) : INT32_MAX;
  const auto asked_last = request.to ? number(base::last_day(request.to)) : INT32_MIN;
  EXPECT_LE(number(first.start), asked_first);
  EXPECT_GE(number(last.start), asked_last);
  EXPECT_TRUE(first.count > 0 || number(first.start) == asked_first);
  EXPECT_TRUE(last.count > 0 || number(last.start) == asked_last);
}

void expect_same(const SearchResults& results, const PlainResults& plain,
                 const query::SearchRequest& request) {
  EXPECT_EQ(results.total, plain.documents.size());
  for (const base::Facet facet : base::kFacets) {
    const auto i = static_cast<std::size_t>(facet);
    SCOPED_TRACE(std::string(to_string(facet)));
    expect_same_list(results.facets[i].value(), plain.facets[i], request, facet);
    expect_most_frequent(*results.facets[i], plain.facets[i]);
    if (facet == base::Facet::kTheme) expect_tree_order(*results.facets[i]);
  }
  expect_same_periods(results.dates.value(), plain.periods);
  expect_asked_range(*results.dates, request);
}

// In the order of ids, or as the request sorts by a date: the undated last, equal dates by id.
std::vector<std::string> expected_ids(const PlainResults& plain,
                                      const query::SearchRequest& request, bool is_by_date) {
  std::vector<const base::Document*> documents = plain.documents;
  const bool is_oldest = request.sort == query::Sort::kOldest;
  const auto comes_first = [&](const base::Document* a, const base::Document* b) {
    if (request.sort == query::Sort::kFirstIndexed) return a->first_indexed > b->first_indexed;
    if (!a->date || !b->date) return a->date && !b->date;
    return is_oldest ? a->date < b->date : b->date < a->date;
  };
  if (is_by_date) std::stable_sort(documents.begin(), documents.end(), comes_first);
  std::vector<std::string> ids;
  for (const base::Document* document : documents) ids.push_back(document->id);
  return ids;
}

// Whatever families add stands after what was found without them, which stays in its order.
TEST_P(Exactness, PutsFamiliesAfterAllOthers) {
  make_archive();
  for (int i = 0; i < kRequests / 4 && !HasFailure(); ++i) {
    query::SearchRequest request = make_request(random_query(random()));
    request.sort.reset();
    SCOPED_TRACE(testing::Message()
                 << "PRESSOIR_SEED=" << seed() << ", request " << i << ": " << describe(request));
    const std::vector<std::string> without = all_ids(request);
    request.family = true;
    const SearchResults results = search(request);
    std::vector<std::string> with = all_ids(request);
    EXPECT_EQ(with.size(), results.total);
    ASSERT_GE(with.size(), without.size());
    const std::set<std::string> different(with.begin(), with.end());
    EXPECT_EQ(different.size(), with.size()) << "a document is listed twice";
    if (request.q.empty()) continue;
    with.resize(without.size());
    EXPECT_EQ(with, without);
  }
}

TEST_P(Exactness, HoldsForRandomRequests) {
  PlainSearch plain = make_archive();
  for (int i = 0; i < kRequests && !HasFailure(); ++i) {
    const PlainQuery query = random_query(random());
    const query::SearchRequest request = make_request(query);
    SCOPED_TRACE(testing::Message()
                 << "PRESSOIR_SEED=" << seed() << ", request " << i << ": " << describe(request));
    const PlainResults expected = plain.search(query, request);
    const SearchResults results = search(request);
    EXPECT_EQ(results.documents, plain.documents().size());
    expect_same(results, expected, request);

    std::vector<std::string> ids = all_ids(request);
    const bool is_by_date =
        query.wanted.empty() ||
        request.sort.value_or(query::Sort::kRelevance) != query::Sort::kRelevance;
    if (!is_by_date) std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, expected_ids(expected, request, is_by_date))
        << "each result once, in its place, and no other";
  }
}

// What a filter does to the counts of the facets that it is not on.
TEST_P(Exactness, HoldsWhenFiltersAreAdded) {
  make_archive();
  for (int i = 0; i < kRequests && !HasFailure(); ++i) {
    query::SearchRequest request = make_request(random_query(random()));
    request.facet_size = 1000;
    const base::Facet facet = base::kFacets[random()() % base::kFacetCount];
    query::FacetFilter& filter = request.filters[static_cast<std::size_t>(facet)];
    filter.any_of.clear();
    SCOPED_TRACE(testing::Message() << "PRESSOIR_SEED=" << seed() << ", request " << i << ": "
                                    << describe(request) << " + " << to_string(facet));
    const SearchResults free = search(request);
    filter.any_of.push_back(random_value(facet, random()));
    const SearchResults one = search(request);
    filter.any_of.push_back(random_value(facet, random()));
    const SearchResults two = search(request);

    EXPECT_LE(one.total, two.total);
    EXPECT_LE(two.total, free.total);
    for (const base::Facet other : base::kFacets) {
      const auto f = static_cast<std::size_t>(other);
      auto counts_free = as_map(*free.facets[f]);
      auto counts_one = as_map(*one.facets[f]);
      auto counts_two = as_map(*two.facets[f]);
      for (const auto& [value, count] : counts_two) {
        if (other == facet) {
          EXPECT_EQ(count, counts_free[value]) << "a facet's counts ignore its own filter";
        } else {
          EXPECT_LE(counts_one[value], count) << to_string(other) << " " << value;
          EXPECT_LE(count, counts_free[value]) << to_string(other) << " " << value;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, Exactness, testing::Range(0, 4));

}  // namespace
}  // namespace pressoir::search
