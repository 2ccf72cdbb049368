#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/links/link.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/search_view.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using query::SearchRequest;
using search::SearchResults;
using testing::HasSubstr;
using testing::Not;

class SearchPage : public testing::Test {
 protected:
  std::string render(const SearchRequest& request, const SearchResults& results) const {
    return pages_->search_page({request, results, dead_end_}, invented_archive());
  }

  DeadEnd dead_end_;
  std::unique_ptr<Pages> pages_ = Pages::load("").value();
};

TEST_F(SearchPage, IsWellFormedWhateverItShows) {
  SearchRequest excluding = invented_request();
  excluding.filters[0].none_of = {"fleur-pellerin"};
  excluding.start = 40;
  SearchResults months = invented_results(3);
  months.dates->interval = query::Interval::kMonth;
  SearchResults nothing = invented_results(0);
  nothing.total = 0;
  nothing.suggestion = "pôle";

  EXPECT_EQ(fault_of(render(invented_request(), invented_results())), "");
  EXPECT_EQ(fault_of(render(excluding, months)), "");
  EXPECT_EQ(fault_of(render(invented_request(), nothing)), "");
  EXPECT_EQ(fault_of(render({}, invented_results(10))), "");
  EXPECT_EQ(fault_of(render({}, {})), "");
}

TEST_F(SearchPage, ShowsWhatWasFound) {
  const std::string html = render(invented_request(), invented_results(1));

  EXPECT_THAT(html, HasSubstr("<html lang=\"fr\">"));
  EXPECT_THAT(html, HasSubstr("148\u202F212\u00A0textes, de 1998 à 2024"));
  EXPECT_THAT(html, HasSubstr("value=\"pôles compétitivité\""));
  EXPECT_THAT(html, HasSubstr("Textes contenant «\u00A0pôles\u00A0»"));
  EXPECT_THAT(html, HasSubstr("1\u202F243\u00A0textes"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/documents/aaaabbbbccccdddd?q=p%C3%B4les%20"
                              "comp%C3%A9titivit%C3%A9\">Les <mark>pôles de compétitivité</mark>"
                              ", usines à produits</a>"));
  EXPECT_THAT(html, HasSubstr("désormais des <mark>pôles</mark> qu’ils"));
  EXPECT_THAT(html, HasSubstr("<time datetime=\"2012-12-05\">5 décembre 2012</time>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/ministres/arnaud-montebourg\">Arnaud Montebourg</a> "
                              "<i>ministre du Redressement productif</i>"));
  EXPECT_THAT(html, HasSubstr("Industrie\u00A0› Compétitivité</a> · economie.gouv.fr"));
}

TEST_F(SearchPage, WhoSpeaksComesFirstAndManyAreCut) {
  const std::string html = render({}, invented_results(2));

  EXPECT_LT(html.find("<i>ministre du Redressement"), html.find("<i>ministre déléguée"));
  EXPECT_THAT(html,
              HasSubstr("Geneviève Fioraso</a> <i>ministre de l’Enseignement supérieur et de la "
                        "Recherche</i> et 4\u00A0autres"));
  EXPECT_THAT(html, Not(HasSubstr("Pierre Moscovici</a> et")));
}

TEST_F(SearchPage, EscapesEverythingFromOutside) {
  SearchRequest request;
  request.q = "\"><img src=x onerror=alert(1)>";
  request.filters[0].any_of = {"<b>\"qui\"</b>"};
  SearchResults results = invented_results(1);
  results.read_as = read_as("<i>loi</i>");
  results.suggestion = "<u>loi</u>";
  search::Hit& hit = results.hits[0];
  hit.title = {{"<script>alert(1)</script>", false}, {"</a><script>", true}};
  hit.snippet = {{"R&D & <iframe>", true}};
  hit.document.source = "<svg onload=alert(1)>";
  hit.document.type = "<s>";
  hit.document.ministers[0].office = "<script>";
  hit.document.themes = {"A&B/<script>"};
  results.facets[4]->values[0].label = "<script src=//x>";

  const std::string html = render(request, results);

  EXPECT_EQ(fault_of(html), "");
  EXPECT_EQ(count_of("<script", html), 1u);
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("<svg onload")));
  EXPECT_THAT(html, Not(HasSubstr("<iframe")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;<mark>&lt;/a&gt;"));
  EXPECT_THAT(html, HasSubstr("R&amp;D &amp; &lt;iframe&gt;"));
  EXPECT_THAT(html, HasSubstr("value=\"&quot;&gt;&lt;img src=x"));
}

TEST_F(SearchPage, TheFormKeepsFiltersButNotThePage) {
  SearchRequest request = invented_request();
  request.start = 40;
  request.sort = query::Sort::kNewest;

  const std::string html = render(request, invented_results());

  EXPECT_THAT(html,
              HasSubstr("<input type=\"hidden\" name=\"minister\" value=\"arnaud-montebourg\">"));
  EXPECT_THAT(html, HasSubstr("<input type=\"hidden\" name=\"sort\" value=\"newest\">"));
  EXPECT_THAT(html, HasSubstr("name=\"from\" type=\"text\" form=\"recherche\" value=\"06/2012\""));
  EXPECT_THAT(html, HasSubstr("name=\"to\" type=\"text\" form=\"recherche\" value=\"03/2014\""));
  EXPECT_THAT(html, Not(HasSubstr("name=\"start\"")));
  EXPECT_EQ(count_of("name=\"q\"", html), 1u);
}

TEST_F(SearchPage, EveryBarWithTextsIsALinkAndEveryPeriodARow) {
  SearchRequest request;
  request.q = "loi";

  const std::string html = render(request, invented_results(0));

  EXPECT_EQ(count_of("<rect class=\"bar\"", html.substr(0, html.find("class=\"term"))), 27u);
  EXPECT_EQ(count_of("aria-label=\"20", html) + count_of("aria-label=\"19", html), 26u);
  EXPECT_THAT(html,
              HasSubstr("<a href=\"/?q=loi&amp;from=2014&amp;to=2014\" aria-label=\"2014\u00A0"
                        ": 388\u00A0textes\" data-from=\"2014\" data-to=\"2014\">"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">2014</th><td>388</td>"));
  EXPECT_THAT(html, HasSubstr("12\u00A0textes sans date"));
  EXPECT_THAT(html, HasSubstr("Passer le graphique"));
}

TEST_F(SearchPage, TheSelectedYearLeadsBackToAllYears) {
  SearchRequest request;
  request.from = request.to = {2014, 0, 0};

  const std::string html = render(request, invented_results(0));

  EXPECT_THAT(html, HasSubstr("<a href=\"/\" aria-label=\"2014\u00A0: 388\u00A0textes\" "
                              "data-from=\"2014\" data-to=\"2014\" class=\"on\""));
  EXPECT_THAT(html, HasSubstr("class=\"selection\""));
  EXPECT_THAT(html, HasSubstr("<a href=\"/\">toute la période</a>"));
}

TEST_F(SearchPage, DrawsTheGovernmentsUnderTheBars) {
  const std::string html = render(invented_request(), invented_results(0));

  EXPECT_THAT(html, HasSubstr("&amp;from=2012-06-21&amp;to=2014-03-30\" aria-label=\"Gouvernement "
                              "Ayrault II, du 21 juin 2012 au 30 mars 2014\">"));
}

TEST_F(SearchPage, ALongQuestionIsNotRepeatedInEveryBar) {
  SearchRequest request;
  request.q = std::string(1'900, 'a');

  const std::string html = render(request, invented_results(50));

  EXPECT_EQ(count_of("<g aria-hidden=\"true\" data-from=", html), 27u);
  EXPECT_LT(html.size(), 600'000u);
}

TEST_F(SearchPage, SaysOnThePhoneHowManyFiltersAreOn) {
  EXPECT_THAT(render(invented_request(), invented_results(1)),
              HasSubstr("<summary>Filtres (3\u00A0actifs)</summary>"));
  SearchRequest plain;
  plain.q = "loi";
  EXPECT_THAT(render(plain, invented_results(1)), HasSubstr("<summary>Filtres</summary>"));
}

TEST_F(SearchPage, MarksSelectedFacetValues) {
  const std::string html = render(invented_request(), invented_results(1));

  EXPECT_THAT(html, HasSubstr("<li class=\"depth-0 on\"><a href=\"/?q=p%C3%B4les%20"
                              "comp%C3%A9titivit%C3%A9&amp;theme=Industrie/Comp%C3%A9titivit%C3%A9"
                              "&amp;from=2012-06&amp;to=2014-03\" aria-current=\"true\">"
                              "<span class=\"label\">Arnaud Montebourg <small>"));
  EXPECT_THAT(html, HasSubstr("\">34\u00A0autres…"));
}

TEST_F(SearchPage, NumbersPagesAroundTheCurrentOne) {
  SearchRequest request;
  request.q = "loi";
  request.start = 40;

  const std::string html = render(request, invented_results(10));

  EXPECT_THAT(html, HasSubstr("<ol class=\"hits\" start=\"41\">"));
  EXPECT_THAT(html, HasSubstr("<b aria-current=\"page\"><span class=\"hidden\">Page </span>5</b>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?q=loi&amp;start=30\" rel=\"prev\">"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?q=loi&amp;start=50\" rel=\"next\">"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?q=loi&amp;start=1240\">"));
  EXPECT_EQ(count_of("<span>…</span>", html), 2u);
}

TEST_F(SearchPage, CanBeFollowedWhateverItFinds) {
  SearchRequest request;
  request.q = "pôles & <usines>";
  request.start = 20;
  request.count = 50;
  request.sort = query::Sort::kOldest;
  SearchResults nothing = invented_results(0);
  nothing.total = 0;
  for (const SearchResults& results : {invented_results(1), nothing}) {
    const std::string html = render(request, results);
    EXPECT_THAT(html, HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" "));
    EXPECT_THAT(html, HasSubstr("href=\"/feed.json?q=p%C3%B4les%20%26%20%3Cusines%3E\">\n"));
    EXPECT_THAT(html,
                HasSubstr("Suivre cette recherche&nbsp;: "
                          "<a href=\"/feed.atom?q=p%C3%B4les%20%26%20%3Cusines%3E\">Atom</a>"));
    EXPECT_THAT(html, HasSubstr("type=\"application/opensearchdescription+xml\""));
  }
  EXPECT_THAT(render({}, invented_results(1)), HasSubstr("<a href=\"/feed.atom\">Atom</a>"));
}

TEST_F(SearchPage, OnePageNeedsNoNumbers) {
  SearchResults results = invented_results(10);
  results.total = 10;

  EXPECT_THAT(render({}, results), Not(HasSubstr("Pages de résultats")));
}

TEST_F(SearchPage, OffersTheWaysOutThatFindSomething) {
  SearchResults results = invented_results(0);
  results.total = 0;
  SearchRequest wider = invented_request();
  wider.filters[0] = {};
  dead_end_ = {"Aucun texte de l’archive ne contient « pôles ».",
               {{"Sans le filtre « Arnaud Montebourg »", wider, 12}}};

  const std::string html = render(invented_request(), results);

  EXPECT_THAT(html, HasSubstr("Aucun texte ne répond à cette recherche"));
  EXPECT_THAT(html, HasSubstr("ne contient « pôles »."));
  EXPECT_THAT(html, HasSubstr("Sans le filtre « Arnaud Montebourg »\u00A0: 12\u00A0textes</a>"));
}

TEST_F(SearchPage, APageBehindTheLastOneLeadsBack) {
  SearchRequest request;
  request.start = 5000;

  EXPECT_THAT(render(request, invented_results(0)),
              HasSubstr("<a href=\"/\">Revenir à la première"));
}

TEST_F(SearchPage, TheHomePageShowsLatestTextsAndExamples) {
  const std::string html = render({}, invented_results(3));

  EXPECT_THAT(html, HasSubstr("Derniers textes"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?q=%22conseil%20des%20ministres%22\">"));
  EXPECT_THAT(html, Not(HasSubstr("les plus pertinents")));
}

TEST_F(SearchPage, AnotherOrderOfAllTextsIsNotTheHomePage) {
  SearchRequest request;
  request.sort = query::Sort::kOldest;

  const std::string html = render(request, invented_results(3));

  EXPECT_THAT(html, Not(HasSubstr("Derniers textes")));
  EXPECT_THAT(html, HasSubstr("<b aria-current=\"true\">anciens</b>"));
}

TEST_F(SearchPage, AnEmptyArchiveSaysSo) {
  EXPECT_THAT(pages_->search_page({}, {}), HasSubstr("L’archive est encore vide."));
}

TEST(SearchView, OffersToCollapseEqualTextsAndCountsThePagesOfWhatIsListed) {
  search::SearchResults results = invented_results(3);
  results.total = 40;
  results.groups = 15;
  results.hits.front().siblings = 2;
  results.hits.front().listed_siblings = {
      {"mmmmnnnnooooPPPP", "https://b.fr/", "b.fr", {2013, 1, 0}}};
  query::SearchRequest request = links::with_query({}, "pôles");
  const auto view_of = [&](const query::SearchRequest& asked) {
    return view_search({asked, results, {}}, gazetteer());
  };

  const SearchView plain = view_of(request);
  const SearchView folded = view_of(links::with(request, &SearchRequest::collapse, true));

  EXPECT_EQ(plain.collapse.value().href, "/?q=p%C3%B4les&collapse=true");
  EXPECT_EQ(plain.pages.back().text, "4");
  EXPECT_EQ(folded.collapse.value().href, "/?q=p%C3%B4les");
  EXPECT_EQ(folded.pages.back().text, "2");
  EXPECT_EQ(folded.hits.front().siblings, "Le même texte à 2\u00A0autres adresses");
  EXPECT_EQ(folded.hits.front().sibling_links.front().text, "b.fr, janvier 2013");
  EXPECT_EQ(folded.exports.front().href, plain.exports.front().href) << "all documents";
  results.groups = 40;
  EXPECT_FALSE(view_of(request).collapse);
  const std::string html = Pages::load("").value()->search_page(
      {links::with(request, &SearchRequest::collapse, true), results, {}}, invented_archive());
  EXPECT_EQ(fault_of(html), "");
}

TEST(SearchView, OffersTheWordsOfTheFamilyAndTheWayBack) {
  SearchAnswer answer{links::with_query({}, "réforme"), invented_results(3), {}};
  const auto links = [&] { return view_search(answer, gazetteer()).rewordings; };
  const std::size_t usual = links().size();

  answer.more_by_family = 12;
  ASSERT_EQ(links().size(), usual + 1);
  EXPECT_EQ(links().front().text,
            "Aussi les mots de la même famille\u00A0: 12\u00A0textes de plus");
  EXPECT_EQ(links().front().href, "/?q=r%C3%A9forme&family=true");

  answer.asked.family = true;
  const links::Link back = links().back();
  EXPECT_EQ(back.text, "Sans les mots de la même famille");
  EXPECT_EQ(back.href, "/?q=r%C3%A9forme");
}

}  // namespace
}  // namespace pressoir::pages
