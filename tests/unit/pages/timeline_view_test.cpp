#include "server/pages/timeline_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using query::Interval;

// Years from 2010 on, with so many texts.
search::facets::DateHistogram years(const std::vector<std::uint64_t>& counts) {
  search::facets::DateHistogram histogram;
  std::int16_t year = 2010;
  for (const std::uint64_t count : counts) histogram.buckets.push_back({{year++, 1, 1}, count});
  return histogram;
}

std::vector<std::string> texts_of(const std::vector<links::Link>& links) {
  std::vector<std::string> texts;
  for (const links::Link& link : links) texts.push_back(link.text);
  return texts;
}

TEST(TimelineView, NarrowsTheSearchToABarWithTexts) {
  const TimelineView view = view_timeline({}, years({3, 0, 5}), gazetteer());

  ASSERT_EQ(view.bars.size(), 3u);
  EXPECT_EQ(view.bars[0].text, "2010\u00A0: 3\u00A0textes");
  EXPECT_EQ(view.bars[0].href, "/?from=2010&to=2010");
  EXPECT_EQ(view.bars[1].text, "2011\u00A0: 0\u00A0texte");
  EXPECT_EQ(view.bars[1].href, "");
  EXPECT_EQ(view.description, "Nombre de textes par année, de 2010 à 2012");
}

TEST(TimelineView, OffersTheRangesAroundTheDates) {
  query::SearchRequest request;
  EXPECT_EQ(view_timeline(request, years({1}), gazetteer()).scales.size(), 0u);
  request.from = request.to = {2012, 12, 5};
  EXPECT_EQ(texts_of(view_timeline(request, years({1}), gazetteer()).scales),
            (std::vector<std::string>{"toute la période", "2012", "décembre 2012"}));
  request.to = {2013, 1, 0};
  EXPECT_EQ(texts_of(view_timeline(request, years({1}), gazetteer()).scales),
            (std::vector<std::string>{"toute la période"}));
}

TEST(TimelineView, LeadsBackFromAChosenInterval) {
  query::SearchRequest request;
  request.interval = Interval::kMonth;
  search::facets::DateHistogram months{Interval::kMonth, {{{2012, 1, 1}, 2}, {{2012, 2, 1}, 1}}, 0};

  const TimelineView view = view_timeline(request, months, gazetteer());

  EXPECT_EQ(texts_of(view.intervals),
            (std::vector<std::string>{"échelle usuelle", "par mois", "par jour"}));
  EXPECT_EQ(view.intervals[1].href, "") << "the current one";
}

TEST(TimelineView, SelectsAGovernmentWhoseTermIsChosen) {
  query::SearchRequest request;
  request.from = {2012, 6, 21};
  request.to = {2014, 3, 30};

  const TimelineView view = view_timeline(request, years({1, 1, 1, 1, 1}), gazetteer());

  const auto term =
      std::find_if(view.governments.begin(), view.governments.end(),
                   [](const GovernmentTerm& one) { return one.name == "Ayrault II"; });
  ASSERT_NE(term, view.governments.end());
  EXPECT_TRUE(term->is_selected);
  EXPECT_EQ(term->link.href, "/") << "chosen again, it is dropped";
  EXPECT_EQ(view.governments.front().name, "Fillon II") << "in office when the drawing begins";
}

}  // namespace
}  // namespace pressoir::pages
