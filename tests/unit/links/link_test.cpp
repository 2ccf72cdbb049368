#include "server/links/link.hpp"

#include <gtest/gtest.h>

#include "server/query/request_parameters.hpp"

namespace pressoir::links {
namespace {

using base::Facet;
using query::SearchRequest;

const std::vector<std::string>& chosen(const SearchRequest& request, Facet facet) {
  return request.filter(facet).any_of;
}

TEST(Link, LeavesDefaultsOut) {
  EXPECT_EQ(search_href({}), "/");
  EXPECT_EQ(api_href({}), "/api/v1/search");
}

TEST(Link, WritesEveryParameterInOneOrder) {
  SearchRequest request;
  request.interval = query::Interval::kMonth;
  request.facet_size = 100;
  request.count = 25;
  request.start = 50;
  request.sort = query::Sort::kOldest;
  request.match = query::MatchMode::kAny;
  request.to = {2013, 1, 2};
  request.from = {2012, 12, 0};
  request.filters[5].none_of = {"ayrault-2"};
  request.filters[2].any_of = {"Industrie/Compétitivité", "none"};
  request.filters[0].any_of = {"fleur-pellerin"};
  request.filters[0].none_of = {"none"};
  request.q = "l’œuvre & l’État";

  EXPECT_EQ(query_string(request),
            "q=l%E2%80%99%C5%93uvre%20%26%20l%E2%80%99%C3%89tat&minister=fleur-pellerin"
            "&not_minister=none&theme=Industrie/Comp%C3%A9titivit%C3%A9&theme=none"
            "&not_government=ayrault-2&from=2012-12&to=2013-01-02&match=any&sort=oldest&start=50"
            "&count=25&facet_size=100&interval=month");
}

TEST(Link, EncodesWhatWouldEndAValue) {
  EXPECT_EQ(query_string(std::vector<Parameter>{{"q", "a+b=c&d#e%f?\"g\""}}),
            "q=a%2Bb%3Dc%26d%23e%25f%3F%22g%22");
}

TEST(Link, CarriesEachParameterThatIsNotForProgramsAlone) {
  for (const query::RequestParameter& row : query::request_parameters()) {
    const bool is_date = row.parameter.kind == query::ParameterKind::kDate;
    const bool is_number = row.parameter.kind == query::ParameterKind::kInteger;
    std::string value = is_date ? "2012" : is_number ? "7" : "true";
    if (!row.parameter.choices.empty()) value = row.parameter.choices.back();
    SearchRequest request;
    row.read({&value, 1}, request);

    const std::string name = std::string(row.parameter.name) + "=";
    EXPECT_EQ(query_string(request).starts_with(name), row.in_links == query::InLinks::kYes)
        << name;
  }
}

TEST(Link, LeavesTheUsualOrderOut) {
  SearchRequest with_words;
  with_words.q = "loi";
  SearchRequest everything;

  EXPECT_EQ(search_href(with(with_words, &SearchRequest::sort, query::Sort::kRelevance)),
            "/?q=loi");
  EXPECT_EQ(search_href(with(with_words, &SearchRequest::sort, query::Sort::kNewest)),
            "/?q=loi&sort=newest");
  EXPECT_EQ(search_href(with(everything, &SearchRequest::sort, query::Sort::kNewest)), "/");
}

TEST(Link, LeadsToADocumentWithItsWords) {
  EXPECT_EQ(document_href("abcd", ""), "/documents/abcd");
  EXPECT_EQ(document_href("a/../b?", "été"), "/documents/a/../b%3F?q=%C3%A9t%C3%A9");
}

TEST(Link, EveryChangeGoesBackToTheFirstPage) {
  SearchRequest request;
  request.start = 30;

  EXPECT_EQ(with_query(request, "loi").start, 0u);
  EXPECT_EQ(with(request, &SearchRequest::match, query::MatchMode::kAll).start, 0u);
  EXPECT_EQ(with(request, &SearchRequest::sort, query::Sort::kOldest).start, 0u);
  EXPECT_EQ(with_dates(request, {2012, 0, 0}, {}).start, 0u);
  EXPECT_EQ(with(request, &SearchRequest::interval, query::Interval::kDay).start, 0u);
  EXPECT_EQ(with(request, &SearchRequest::count, 50).start, 0u);
  EXPECT_EQ(with_toggled(request, Facet::kType, "discours").start, 0u);
  EXPECT_EQ(without_exclusion(request, Facet::kType, "discours").start, 0u);
  EXPECT_EQ(without_filters(request).start, 0u);
}

TEST(Link, TogglesAValueOnAndOff) {
  SearchRequest request = with_toggled({}, Facet::kMinister, "fleur-pellerin");
  request = with_toggled(request, Facet::kMinister, "none");
  EXPECT_EQ(chosen(request, Facet::kMinister),
            (std::vector<std::string>{"fleur-pellerin", "none"}));

  request = with_toggled(request, Facet::kMinister, "fleur-pellerin");
  EXPECT_EQ(chosen(request, Facet::kMinister), std::vector<std::string>{"none"});
}

TEST(Link, SelectingAnExcludedValueEndsItsExclusion) {
  SearchRequest request;
  request.filters[3].none_of = {"discours"};

  request = with_toggled(request, Facet::kType, "discours");

  EXPECT_TRUE(request.filter(Facet::kType).none_of.empty());
}

TEST(Link, AThemeTakesThePlaceOfItsParentsAndChildren) {
  SearchRequest request = with_toggled({}, Facet::kTheme, "Industrie");
  request = with_toggled(request, Facet::kTheme, "Industries culturelles");
  request = with_toggled(request, Facet::kTheme, "Industrie/Filières");
  EXPECT_EQ(chosen(request, Facet::kTheme),
            (std::vector<std::string>{"Industries culturelles", "Industrie/Filières"}));

  request = with_toggled(request, Facet::kTheme, "Industrie");
  EXPECT_EQ(chosen(request, Facet::kTheme),
            (std::vector<std::string>{"Industries culturelles", "Industrie"}));
}

TEST(Link, DropsFiltersAndKeepsTheQuestion) {
  SearchRequest request = with_toggled({}, Facet::kSource, "gouvernement.fr");
  request.q = "loi";
  request.from = {2012, 0, 0};

  EXPECT_EQ(search_href(without_filters(request)), "/?q=loi");
}

TEST(Link, MovesByPagesWithoutOverflow) {
  SearchRequest request;
  request.count = 100;

  EXPECT_EQ(at_page(request, 3).start, 300u);
  EXPECT_EQ(at_page(request, std::uint64_t{1} << 40).start, 4'294'967'295u);
}

TEST(BasePath, IsThePathOfAnAddress) {
  EXPECT_EQ(path_of("https://ministere.example/archives"), "/archives");
  EXPECT_EQ(path_of("https://ministere.example"), "");
  EXPECT_EQ(path_of("/archives"), "/archives");
  EXPECT_EQ(path_of(""), "");
}

TEST(BasePath, StandsBeforeEveryAddressOfThisServer) {
  EXPECT_EQ(with_base_path(R"(<a href="/aide">Aide</a><script src="/static/a.js"></script>)"
                           R"(<form action="/"><a xlink:href="/?q=a%2F"></a></form>)",
                           "/archives"),
            R"(<a href="/archives/aide">Aide</a><script src="/archives/static/a.js"></script>)"
            R"(<form action="/archives/"><a xlink:href="/archives/?q=a%2F"></a></form>)");
}

TEST(BasePath, LeavesEverythingElse) {
  const std::string page =
      R"(<a href="https://www.exemple.fr/a">a="/b"</a><a href="//autre.example/">)"
      R"(<input value="/aide"><a href="?q=a">href=&quot;/aide&quot;</a>)";
  EXPECT_EQ(with_base_path(page, "/archives"), page);
}

}  // namespace
}  // namespace pressoir::links
