#include "server/app/search_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::app {
namespace {

using base::Facet;
using testing::ElementsAre;
using testing::IsEmpty;

SearchCall call_of(const SearchCallOrErrors& parsed) {
  if (const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    ADD_FAILURE() << errors->front().parameter << " " << errors->front().reason;
    return {};
  }
  return std::get<SearchCall>(parsed);
}

std::vector<ParameterError> errors_of(const SearchCallOrErrors& parsed) {
  const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed);
  return errors == nullptr ? std::vector<ParameterError>() : *errors;
}

TEST(SearchRequest, EmptyQueryStringAsksForEverything) {
  const auto call = call_of(parse_search_request(""));

  EXPECT_EQ(call.request.q, "");
  EXPECT_EQ(call.request.match, query::MatchMode::kAuto);
  EXPECT_FALSE(call.request.sort);
  EXPECT_EQ(call.request.start, 0U);
  EXPECT_EQ(call.request.count, 10U);
  EXPECT_THAT(call.request.facets, testing::Each(true));
  EXPECT_TRUE(call.request.date_facet);
  EXPECT_EQ(call.request.facet_size, 20U);
  EXPECT_EQ(call.request.interval, query::Interval::kYear);
  EXPECT_TRUE(call.request.with_snippets);
  EXPECT_FALSE(call.request.with_text);
  EXPECT_FALSE(call.fields.has("text"));
}

TEST(SearchRequest, ReadsEveryParameter) {
  const auto call = call_of(parse_search_request(
      "q=p%C3%B4les&minister=arnaud-montebourg&minister=fleur-pellerin&not_theme=Sport&type=none"
      "&source=www.economie.gouv.fr&not_government=ayrault-1&from=2012-05&to=2014-03-31&match=any"
      "&sort=oldest&start=30&count=50&facets=theme,date&facet_size=5&interval=month"
      "&fields=id,title,text"));

  const query::SearchRequest& request = call.request;
  EXPECT_EQ(request.q, "pôles");
  EXPECT_THAT(request.filter(Facet::kMinister).any_of,
              ElementsAre("arnaud-montebourg", "fleur-pellerin"));
  EXPECT_THAT(request.filter(Facet::kTheme).none_of, ElementsAre("Sport"));
  EXPECT_THAT(request.filter(Facet::kTheme).any_of, IsEmpty());
  EXPECT_THAT(request.filter(Facet::kType).any_of, ElementsAre("none"));
  EXPECT_THAT(request.filter(Facet::kSource).any_of, ElementsAre("www.economie.gouv.fr"));
  EXPECT_THAT(request.filter(Facet::kGovernment).none_of, ElementsAre("ayrault-1"));
  EXPECT_EQ(request.from, (base::Date{2012, 5, 0}));
  EXPECT_EQ(request.to, (base::Date{2014, 3, 31}));
  EXPECT_EQ(request.match, query::MatchMode::kAny);
  EXPECT_EQ(request.sort, query::Sort::kOldest);
  EXPECT_EQ(request.start, 30U);
  EXPECT_EQ(request.count, 50U);
  EXPECT_THAT(request.facets, ElementsAre(false, false, true, false, false, false, false));
  EXPECT_TRUE(request.date_facet);
  EXPECT_EQ(request.facet_size, 5U);
  EXPECT_EQ(request.interval, query::Interval::kMonth);
  EXPECT_FALSE(request.with_snippets);
  EXPECT_TRUE(request.with_text);
  EXPECT_TRUE(call.fields.has("id"));
  EXPECT_TRUE(call.fields.has("title"));
  EXPECT_FALSE(call.fields.has("url"));
}

TEST(SearchRequest, EmptyFacetsCountNone) {
  const auto call = call_of(parse_search_request("facets="));

  EXPECT_THAT(call.request.facets, testing::Each(false));
  EXPECT_FALSE(call.request.date_facet);
}

TEST(SearchRequest, RefusesFromAfterTo) {
  EXPECT_THAT(errors_of(parse_search_request("from=2014&to=2012")),
              ElementsAre(ParameterError{"from", "is after to", ""}));
}

TEST(SearchRequest, ComparesTheDaysThatPartialDatesCover) {
  EXPECT_THAT(errors_of(parse_search_request("from=2012-12&to=2012")), IsEmpty());
  EXPECT_THAT(errors_of(parse_search_request("from=2012&to=2012-01-01")), IsEmpty());
  EXPECT_FALSE(errors_of(parse_search_request("from=2012-02&to=2012-01-31")).empty());
}

TEST(SearchForm, PassesOverEmptyFieldsAndUnknownParameters) {
  const auto call =
      call_of(parse_search_form("q=poles&from=&to=+&minister=&utm_source=lettre&start="));

  EXPECT_EQ(call.request.q, "poles");
  EXPECT_FALSE(call.request.from);
  EXPECT_FALSE(call.request.to);
  EXPECT_THAT(call.request.filter(Facet::kMinister).any_of, IsEmpty());
  EXPECT_EQ(call.request.start, 0U);
}

TEST(SearchForm, TheLastValueOfASingleParameterCounts) {
  const auto call = call_of(parse_search_form("sort=newest&theme=A&sort=oldest&theme=B"));

  EXPECT_EQ(call.request.sort, query::Sort::kOldest);
  EXPECT_THAT(call.request.filter(Facet::kTheme).any_of, ElementsAre("A", "B"));
}

TEST(SearchForm, KeepsPagesSmall) {
  EXPECT_EQ(call_of(parse_search_form("count=20")).request.count, 20u);
  EXPECT_EQ(call_of(parse_search_form("count=100")).request.count, kMaxOnPage);
  EXPECT_EQ(call_of(parse_search_request("count=100")).request.count, 100u);
}

TEST(SearchForm, TakesDatesAsTheFrenchWriteThem) {
  const auto call = call_of(parse_search_form("from=05%2F12%2F2012&to=12/2013"));

  EXPECT_EQ(call.request.from, (base::Date{2012, 12, 5}));
  EXPECT_EQ(call.request.to, (base::Date{2013, 12, 0}));
}

TEST(SearchForm, StillRefusesWhatItCannotRead) {
  EXPECT_EQ(errors_of(parse_search_form("from=hier")).at(0).parameter, "from");
  EXPECT_EQ(errors_of(parse_search_form("from=31%2F02%2F2012")).at(0).parameter, "from");
  EXPECT_EQ(errors_of(parse_search_form("q=%ff")).at(0).parameter, "q");
  EXPECT_EQ(errors_of(parse_search_form("count=1000")).at(0).parameter, "count");
}

TEST(SearchForm, LeavesOtherTextsInADatesPlaceAlone) {
  EXPECT_EQ(date_as_typed(" 2012-12 "), "2012-12");
  EXPECT_EQ(date_as_typed("2012"), "2012");
  EXPECT_EQ(date_as_typed("1/2/3/4"), "1/2/3/4");
  EXPECT_EQ(date_as_typed("5/12/"), "5/12/");
  EXPECT_EQ(date_as_typed("-5/12/2012"), "-5/12/2012");
  EXPECT_EQ(date_as_typed("5/12/2012"), "2012-12-05");
  EXPECT_EQ(date_as_typed("99999999999/1/1"), "99999999999/1/1");
  EXPECT_EQ(date_as_typed(""), "");
}

}  // namespace
}  // namespace pressoir::app
