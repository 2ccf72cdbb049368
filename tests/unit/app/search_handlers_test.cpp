#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "tests/unit/app/archive_application_fixture.hpp"

namespace pressoir::app {
namespace {

using testing::Contains;
using testing::HasSubstr;

using SearchHandlersTest = ArchiveApplicationTest;

TEST_F(SearchHandlersTest, SearchAnswersInJson) {
  const auto response = get("/api/v1/search?q=poles");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_THAT(response.headers, Contains(Header{"Access-Control-Allow-Origin", "*"}));
  const auto json = boost::json::parse(response.body);
  EXPECT_EQ(json.at("total").as_int64(), 1);
  EXPECT_EQ(json.at("results").at(0).at("id").as_string(), base::document_id(kPoles));
  EXPECT_EQ(json.at("index").at("documents").as_int64(), 2);
}

TEST_F(SearchHandlersTest, SearchRejectsUnknownParameters) {
  const auto response = get("/api/v1/search?ministre=x", "text/html");

  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_THAT(response.body, HasSubstr("did you mean minister?"));
}

TEST_F(SearchHandlersTest, SuggestAnswersInJson) {
  const auto response = get("/api/v1/suggest?q=p%C3%B4les+comp");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_THAT(response.headers, Contains(Header{"Access-Control-Allow-Origin", "*"}));
  const auto json = boost::json::parse(response.body);
  EXPECT_EQ(json.at("q").as_string(), "pôles comp");
  EXPECT_EQ(json.at("suggestions").at(0).at("kind").as_string(), "word");
  EXPECT_EQ(json.at("suggestions").at(0).at("value").as_string(), "pôles compétitivité");
  EXPECT_EQ(json.at("suggestions").at(1).at("url").as_string(), kPoles);
}

TEST_F(SearchHandlersTest, SuggestRejectsUnknownParameters) {
  for (const char* query : {"q=%FF", "q=a&count=0", "q=a&count=21", "q=a&q=b", "query=a"}) {
    const auto response = get(std::string("/api/v1/suggest?") + query);
    EXPECT_EQ(response.status, 400U) << query;
    EXPECT_EQ(response.content_type, "application/problem+json") << query;
  }
  const auto empty = boost::json::parse(get("/api/v1/suggest").body);
  EXPECT_TRUE(empty.at("suggestions").as_array().empty());
}

TEST_F(SearchHandlersTest, SimilarDocumentsSayWhatTheyShare) {
  auto writer = index::IndexWriter::open((folder_ / "db").string()).value();
  for (const char* url : {"https://c.fr/", "https://d.fr/", "https://e.fr/"}) {
    base::Document other = document(url, "Rien de tel", {});
    other.text = std::string("La mer est calme au large de ") + url + ".";
    ASSERT_TRUE(writer.put(other, kNow));
  }
  ASSERT_TRUE(writer.commit());
  ASSERT_TRUE(archive_->refresh());
  const std::string path = "/api/v1/documents/" + base::document_id(kPoles) + "/similar";
  const auto response = get(path + "?count=5&fields=id,snippet");
  const auto json = boost::json::parse(response.body);

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(json.at("id").as_string(), base::document_id(kPoles));
  EXPECT_EQ(json.at("count").as_int64(), 5);
  const auto& first = json.at("results").at(0).as_object();
  EXPECT_EQ(first.at("id").as_string(), base::document_id("https://b.fr/"));
  EXPECT_GE(first.at("shared").as_array().size(), 2U);
  EXPECT_TRUE(first.contains("snippet"));
  EXPECT_FALSE(first.contains("title"));
  EXPECT_EQ(get(path + "?count=0").status, 400U);
  EXPECT_EQ(get("/api/v1/documents/aaaaaaaaaaaaaaaa/similar").status, 404U);
}

TEST_F(SearchHandlersTest, SearchCollapsesEqualTextsOnRequest) {
  auto writer = index::IndexWriter::open((folder_ / "db").string()).value();
  ASSERT_TRUE(writer.put(document("https://c.fr/", "La forêt", {2015, 0, 0}), kNow));
  ASSERT_TRUE(writer.commit());
  ASSERT_TRUE(archive_->refresh());

  const auto plain = boost::json::parse(get("/api/v1/search").body).as_object();
  const auto json = boost::json::parse(get("/api/v1/search?collapse=true").body);

  EXPECT_FALSE(plain.contains("groups"));
  EXPECT_FALSE(plain.at("results").at(0).as_object().contains("siblings"));
  EXPECT_EQ(json.at("total").as_int64(), 3);
  EXPECT_EQ(json.at("groups").as_int64(), 2);
  const auto& siblings = json.at("results").at(0).at("siblings");
  EXPECT_EQ(siblings.at("count").as_int64(), 1);
  EXPECT_EQ(siblings.at("documents").at(0).at("url").as_string(), "https://b.fr/");
  EXPECT_EQ(get("/api/v1/search?collapse=yes").status, 400U);
  EXPECT_EQ(get("/api/v1/export.jsonl?collapse=true").status, 400U);
}

TEST_F(SearchHandlersTest, FacetListsTheValuesThatMatch) {
  const auto response = get("/api/v1/facets/theme?q=compet+INDUS&query=poles");
  const auto json = boost::json::parse(response.body);

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(json.at("facet").as_string(), "theme");
  EXPECT_EQ(json.at("query").at("q").as_string(), "poles");
  EXPECT_EQ(json.at("total").as_int64(), 1);
  EXPECT_EQ(json.at("values").at(0).at("value").as_string(), "Industrie/Compétitivité");
  EXPECT_EQ(json.at("values").at(0).at("count").as_int64(), 1);
}

TEST_F(SearchHandlersTest, FacetRejectsUnknownNames) {
  const auto unknown = get("/api/v1/facets/ministre?q=mont");

  EXPECT_EQ(unknown.status, 404U);
  EXPECT_EQ(unknown.content_type, "application/problem+json");
  EXPECT_EQ(boost::json::parse(unknown.body).at("errors").at(0).at("nearest").as_string(),
            "minister");
  EXPECT_EQ(get("/api/v1/facets/theme?sort=newest").status, 400U);
  EXPECT_EQ(get("/api/v1/facets/theme?count=1001").status, 400U);
  EXPECT_EQ(get("/api/v1/facets/theme?q=" + std::string(513, 'a')).status, 400U);
}

TEST_F(SearchHandlersTest, TrendsCountEachQueryByPeriod) {
  const auto json = boost::json::parse(get("/api/v1/trends?q=poles&q=gouvernement&from=2012").body);
  const auto everything = boost::json::parse(get("/api/v1/trends?interval=month").body);
  const auto table = get("/api/v1/trends.csv?q=poles&bom=true");

  EXPECT_EQ(json.at("periods").as_array().size(), 3U);
  EXPECT_EQ(json.at("series").at(0).at("total").as_int64(), 1);
  EXPECT_EQ(json.at("series").at(1).at("periods").at(2).at("count").as_int64(), 1);
  EXPECT_EQ(everything.at("series").at(0).at("total").as_int64(), 2);
  EXPECT_THAT(table.headers, Contains(Header{"Content-Disposition",
                                             "attachment; filename=\"pressoir-tendances.csv\""}));
  EXPECT_EQ(table.body.substr(0, 38), "\xEF\xBB\xBFq,start,count,documents,share\r\npole");
}

TEST_F(SearchHandlersTest, TrendsRejectUnknownParameters) {
  struct Case {
    const char* query;
    const char* parameter;
  };
  for (const auto& [query, parameter] :
       {Case{"q=a&q=b&q=c&q=d&q=e&q=f", "q"}, Case{"interval=week", "interval"},
        Case{"interval=day&from=0001&to=2500", "interval"}, Case{"facets=type", "facets"},
        Case{"from=2013&to=2012", "from"}, Case{"bom=true", "bom"}}) {
    const auto response = get(std::string("/api/v1/trends?") + query);
    EXPECT_EQ(response.status, 400U) << query;
    const auto problem = boost::json::parse(response.body);
    EXPECT_EQ(problem.at("errors").at(0).at("parameter").as_string(), parameter) << query;
  }
}

}  // namespace
}  // namespace pressoir::app
