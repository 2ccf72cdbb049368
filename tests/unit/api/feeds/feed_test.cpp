#include "server/api/feeds/feed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

namespace pressoir::api::feeds {
namespace {

using testing::HasSubstr;
using testing::Not;

search::Hit hit() {
  search::Hit hit;
  hit.document.id = "ynhqpha3o7exxvk4";
  hit.document.url = "https://www.exemple.gouv.fr/poles";
  hit.document.date = {2012, 12, 0};
  hit.document.source = "www.exemple.gouv.fr";
  hit.document.themes = {"Industrie/Compétitivité"};
  hit.document.ministers = {
      {"arnaud-montebourg", "Arnaud Montebourg", "ministre", base::Role::kSpeaker},
      {"jean-marc-ayrault", "Jean-Marc Ayrault", "Premier ministre", base::Role::kMentioned}};
  hit.document.first_indexed = 1'700'000'000;
  hit.title = {{"Les ", false}, {"pôles", true}};
  hit.snippet = {{"Six ", false}, {"pôles", true}, {" de plus.", false}};
  return hit;
}

FeedPage page_of(std::vector<search::Hit> hits, std::string q = "pôles") {
  query::SearchRequest asked;
  asked.q = std::move(q);
  asked.count = 20;
  FeedPage page{feed_request(asked), {}, "https://archives.exemple.fr/base"};
  page.results.total = hits.size();
  page.results.hits = std::move(hits);
  return page;
}

TEST(Feed, AsksForTheLastThatEnteredTheArchive) {
  query::SearchRequest asked;
  asked.filters[static_cast<std::size_t>(base::Facet::kTheme)].any_of = {"Industrie"};
  const query::SearchRequest request = feed_request(asked);
  EXPECT_EQ(request.sort, query::Sort::kFirstIndexed);
  EXPECT_FALSE(request.date_facet);
  EXPECT_TRUE(request.facets[static_cast<std::size_t>(base::Facet::kTheme)]);
  EXPECT_FALSE(request.facets[static_cast<std::size_t>(base::Facet::kMinister)]);
}

TEST(Feed, IsTitledByWhatIsAsked) {
  FeedPage page = page_of({});
  EXPECT_EQ(feed_title(page), "Pressoir\u00A0: «\u00A0pôles\u00A0»");
  page.asked.from = {2012, 0, 0};
  page.asked.to = {2014, 0, 0};
  EXPECT_THAT(feed_title(page), HasSubstr("pôles\u00A0», de 2012 à 2014"));
  EXPECT_EQ(feed_title(page_of({}, "")), "Pressoir\u00A0: derniers textes ajoutés");
  EXPECT_LT(feed_title(page_of({}, std::string(40'000, 'a'))).size(), 300U);
}

TEST(Feed, IdsAreThoseOfTheQuestionAndOfTheOriginalAddress) {
  FeedPage page = page_of({hit()});
  const std::string id = feed_id(page);
  EXPECT_EQ(entry_id(page.results.hits.front()), "urn:uuid:c34f079e-00d2-5df2-927f-11df4bd48c93");
  page.base_url = "http://ailleurs.exemple";
  page.asked.start = 20;
  page.asked.count = 50;
  EXPECT_EQ(feed_id(page), id);
  EXPECT_NE(feed_id(page_of({}, "forêt")), id);
}

TEST(Feed, AddressesAreTheShortestThatAskTheSame) {
  FeedPage page = page_of({hit()});
  EXPECT_EQ(feed_address(page, "atom", 0),
            "https://archives.exemple.fr/base/feed.atom?q=p%C3%B4les");
  page.asked.count = 5;
  EXPECT_EQ(feed_address(page, "json", 10),
            "https://archives.exemple.fr/base/feed.json?q=p%C3%B4les&count=5&start=10");
  page.asked.q = "";
  EXPECT_EQ(feed_address(page, "json", 10),
            "https://archives.exemple.fr/base/feed.json?count=5&start=10");
  EXPECT_EQ(search_address(page), "https://archives.exemple.fr/base/?sort=first_indexed");
}

TEST(Feed, PagesStandSideBySide) {
  FeedPage page = page_of({hit()});
  page.results.total = 45;
  EXPECT_EQ(previous_start(page), 0U);
  EXPECT_EQ(next_start(page), 20U);
  page.asked.start = 30;
  EXPECT_EQ(previous_start(page), 10U);
  EXPECT_EQ(next_start(page), 30U);
}

TEST(AtomFeed, SaysWhatADocumentIs) {
  const std::string xml = to_atom(page_of({hit()}));
  for (const char* part :
       {"<updated>2023-11-14T22:13:20Z</updated>", "<title>Les pôles</title>",
        "<summary>Six pôles de plus.</summary>", "<dc:date>2012-12</dc:date>",
        "<name>Arnaud Montebourg</name>\n"
        "<uri>https://archives.exemple.fr/base/ministres/arnaud-montebourg</uri>",
        "<category term=\"Industrie/Compétitivité\" "
        "scheme=\"https://archives.exemple.fr/base/themes\" label=\"Industrie\u00A0› "
        "Compétitivité\"/>",
        "href=\"https://archives.exemple.fr/base/documents/ynhqpha3o7exxvk4\"",
        "<link rel=\"via\" href=\"https://www.exemple.gouv.fr/poles\"/>",
        "<opensearch:totalResults>1</opensearch:totalResults>",
        "<opensearch:startIndex>1</opensearch:startIndex>",
        "<opensearch:itemsPerPage>20</opensearch:itemsPerPage>"}) {
    EXPECT_THAT(xml, HasSubstr(part));
  }
  EXPECT_THAT(xml, Not(HasSubstr("Ayrault"))) << "who is only named has not written it";
  EXPECT_THAT(xml, Not(HasSubstr("rel=\"next\"")));
}

TEST(AtomFeed, NamesTheSiteWhenNobodySpeaks) {
  search::Hit anonymous = hit();
  anonymous.document.ministers.clear();
  EXPECT_THAT(to_atom(page_of({anonymous})),
              HasSubstr("<author><name>www.exemple.gouv.fr</name>\n</author>"));
}

TEST(AtomFeed, LinksOnlyToTheWeb) {
  search::Hit local = hit();
  local.document.url = "file:/archives/a.html";
  EXPECT_THAT(to_atom(page_of({local})), Not(HasSubstr("file:")));
  EXPECT_THAT(to_json_feed(page_of({local})), Not(HasSubstr("file:")));
}

TEST(AtomFeed, EscapesHostileTitles) {
  search::Hit hostile = hit();
  hostile.title = {{"R&D ]]> <script>\x01\x0b", false}};
  EXPECT_THAT(to_atom(page_of({hostile})),
              HasSubstr("<title>R&amp;D ]]&gt; &lt;script&gt;</title>"));
}

TEST(AtomFeed, TitlesEveryEntry) {
  search::Hit blank = hit();
  for (const char* title : {"", " \n ", "\x01"}) {
    blank.title = {{title, false}};
    EXPECT_THAT(to_atom(page_of({blank})), HasSubstr("<title>Texte sans titre</title>"));
  }
  blank.title = {{"La cité\r\n", false}, {"radieuse ", true}};
  EXPECT_THAT(to_atom(page_of({blank})), HasSubstr("<title>La cité radieuse</title>"));
}

TEST(AtomFeed, OfNothingHasNeverBeenUpdated) {
  EXPECT_THAT(to_atom(page_of({})), HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
}

TEST(JsonFeed, SaysTheSame) {
  FeedPage page = page_of({hit()});
  page.results.total = 45;
  const auto json = boost::json::parse(to_json_feed(page));
  EXPECT_EQ(json.at("version").as_string(), "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(json.at("next_url").as_string(),
            "https://archives.exemple.fr/base/feed.json?q=p%C3%B4les&start=20");
  const auto& item = json.at("items").at(0);
  EXPECT_EQ(item.at("id").as_string(), entry_id(hit()));
  EXPECT_EQ(item.at("external_url").as_string(), "https://www.exemple.gouv.fr/poles");
  EXPECT_EQ(item.at("content_text").as_string(), "Six pôles de plus.");
  EXPECT_EQ(item.at("date_published").as_string(), "2023-11-14T22:13:20Z");
  EXPECT_EQ(item.at("authors").at(0).at("name").as_string(), "Arnaud Montebourg");
  EXPECT_EQ(item.at("tags").at(0).as_string(), "Industrie/Compétitivité");
  EXPECT_EQ(item.at("_pressoir").at("date").as_string(), "2012-12");
}

}  // namespace
}  // namespace pressoir::api::feeds
