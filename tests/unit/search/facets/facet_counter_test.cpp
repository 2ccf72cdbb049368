#include "server/search/facets/facet_counter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "server/search/archive.hpp"
#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search::facets {
namespace {

constexpr std::size_t kDates = base::kFacetCount;  // in place of a facet
constexpr std::size_t kNothing = base::kFacetCount + 1;

// Filters and counts a document at a time.
class PlainCounter {
 public:
  PlainCounter(const query::SearchRequest& request, const store::Columns& columns)
      : request_(request), columns_(columns) {}

  // True when a document passes every filter but that of a facet, of the dates, or of nothing.
  bool passes(std::uint32_t document, std::size_t except) const {
    for (std::size_t i = 0; i < base::kFacetCount; ++i) {
      const query::FacetFilter& filter = request_.filters[i];
      if (i == except) continue;
      if (!filter.any_of.empty() && !has_one_of(document, i, filter.any_of)) return false;
      if (has_one_of(document, i, filter.none_of)) return false;
    }
    return except == kDates || is_in_range(columns_.dates[document]);
  }

  std::vector<std::string> values(std::uint32_t document, std::size_t facet) const {
    std::vector<std::string> values;
    for (const std::uint32_t ordinal : columns_.facets[facet].of(document)) {
      values.push_back(columns_.facets[facet].values()[ordinal]);
    }
    return values;
  }

 private:
  bool has_one_of(std::uint32_t document, std::size_t facet,
                  const std::vector<std::string>& wanted) const {
    const std::vector<std::string> own = values(document, facet);
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& value) {
      if (value == query::kNoValue && own.empty()) return true;
      return std::find(own.begin(), own.end(), value) != own.end();
    });
  }
  bool is_in_range(base::Date date) const {
    if (!request_.from && !request_.to) return true;
    if (!date) return false;
    if (request_.from && base::first_day(date) < base::first_day(request_.from)) return false;
    return !request_.to || base::last_day(date) <= base::last_day(request_.to);
  }

  const query::SearchRequest& request_;
  const store::Columns& columns_;
};

class FacetCounterTest : public ExactnessFixture {
 protected:
  void SetUp() override {
    make_archive();
    search("");
    revision_ = archive().newest();
  }

  const store::Columns& columns() const { return revision_->snapshot.columns; }

  // About two thirds of the documents.
  store::DocumentSet some_documents() {
    store::DocumentSet some = columns().documents.empty_like();
    columns().documents.for_each([&](std::uint32_t document) {
      if (random()() % 3 != 0) some.add(document);
    });
    return some;
  }

  void expect_counts(const FacetCounts& counts, std::size_t facet,
                     const store::DocumentSet& matches, const query::SearchRequest& request) const {
    const PlainCounter plain(request, columns());
    std::map<std::string, std::uint64_t> expected;
    std::uint64_t none = 0;
    matches.for_each([&](std::uint32_t document) {
      if (!plain.passes(document, facet)) return;
      const std::vector<std::string> values = plain.values(document, facet);
      if (values.empty()) ++none;
      for (const std::string& value : values) ++expected[value];
    });
    EXPECT_EQ(counts.none, none);
    EXPECT_EQ(counts.distinct, expected.size());
    std::uint64_t listed = 0;
    std::uint64_t all = 0;
    for (const auto& [value, count] : expected) all += count;
    for (const FacetValue& value : counts.values) {
      EXPECT_EQ(value.count, expected[value.value]) << value.value;
      listed += value.count;
    }
    EXPECT_EQ(counts.other, all - listed);
  }

 private:
  std::shared_ptr<const LoadedRevision> revision_;
};

TEST_P(FacetCounterTest, CountsWhatPassesTheOtherFiltersAsDocumentByDocument) {
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    const query::SearchRequest request = random_request(random());
    const store::DocumentSet matches = some_documents();
    SCOPED_TRACE(testing::Message() << "seed " << seed() << ", request " << i);

    const FilteredMatches filtered = filter_and_count(matches, request, columns());

    const PlainCounter plain(request, columns());
    std::vector<std::uint32_t> expected;
    matches.for_each([&](std::uint32_t document) {
      if (plain.passes(document, kNothing)) expected.push_back(document);
    });
    std::vector<std::uint32_t> found;
    filtered.documents.for_each([&](std::uint32_t document) { found.push_back(document); });
    EXPECT_EQ(found, expected);
    EXPECT_EQ(filtered.total, expected.size());
    for (std::size_t facet = 0; facet < base::kFacetCount; ++facet) {
      ASSERT_EQ(filtered.facets[facet].has_value(), request.facets[facet]);
      if (request.facets[facet]) {
        expect_counts(*filtered.facets[facet], facet, matches, request);
      }
    }
  }
}

TEST_P(FacetCounterTest, CountsPeriodsOverAllFiltersButTheDates) {
  for (int i = 0; i < 60 && !HasFailure(); ++i) {
    query::SearchRequest request = random_request(random());
    request.date_facet = true;
    const store::DocumentSet matches = some_documents();
    SCOPED_TRACE(testing::Message() << "seed " << seed() << ", request " << i);

    const auto dates = filter_and_count(matches, request, columns()).dates;

    const PlainCounter plain(request, columns());
    std::uint64_t expected = 0;
    matches.for_each([&](std::uint32_t document) {
      if (plain.passes(document, kDates)) ++expected;
    });
    std::uint64_t counted = dates->none;
    for (const DateBucket& bucket : dates->buckets) counted += bucket.count;
    EXPECT_EQ(counted, expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, FacetCounterTest, testing::Range(0, 3));

class FewDocuments : public SearchFixture {
 protected:
  // `rugby` is in three documents, `ski` in two, `judo` in one.
  FilteredMatches count(const query::SearchRequest& request) {
    std::vector<base::Document> documents;
    for (const char* theme : {"rugby", "rugby", "rugby", "ski", "ski", "judo", ""}) {
      base::Document document =
          make_document("page" + std::to_string(documents.size()), "Sport", "Un match.");
      if (*theme != '\0') document.themes = {"Sport/" + std::string(theme)};
      documents.push_back(document);
    }
    put_all(documents);
    search("");
    const store::Columns& columns = archive().newest()->snapshot.columns;
    return filter_and_count(columns.documents, request, columns);
  }
  static std::vector<std::string> labels(const FilteredMatches& filtered) {
    std::vector<std::string> labels;
    for (const FacetValue& value :
         filtered.facets[static_cast<std::size_t>(base::Facet::kTheme)]->values) {
      labels.push_back(value.label + (value.selected ? "*" : ""));
    }
    return labels;
  }
};

TEST_F(FewDocuments, ListThemesAsATreeWithLabelsOfTheLastStep) {
  EXPECT_EQ(labels(count({})), (std::vector<std::string>{"Sport", "rugby", "ski", "judo"}));
}

TEST_F(FewDocuments, ListASelectedValueBeyondTheSizeOfTheFacet) {
  query::SearchRequest request;
  request.facet_size = 2;
  request.filters[static_cast<std::size_t>(base::Facet::kTheme)].any_of = {"Sport/judo"};
  EXPECT_EQ(labels(count(request)), (std::vector<std::string>{"Sport", "rugby", "judo*"}));
}

TEST_F(FewDocuments, ListASelectedValueThatNoDocumentHas) {
  query::SearchRequest request;
  request.filters[static_cast<std::size_t>(base::Facet::kTheme)].any_of = {"Sport/curling"};
  const FilteredMatches filtered = count(request);
  EXPECT_EQ(filtered.total, 0u);
  EXPECT_EQ(labels(filtered),
            (std::vector<std::string>{"Sport", "rugby", "ski", "judo", "curling*"}));
}

}  // namespace
}  // namespace pressoir::search::facets
