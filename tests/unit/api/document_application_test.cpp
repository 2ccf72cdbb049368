// What is asked of one document, of those like it, and of a facet's values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "tests/unit/api/archive_application_fixture.hpp"

namespace pressoir::api {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST_F(ArchiveApplicationTest, DocumentIsWhole) {
  const auto path = "/api/v1/documents/" + base::document_id(kPoles);

  const auto json = boost::json::parse(get(path).body).as_object();
  const auto with_blocks = boost::json::parse(get(path + "?blocks=true").body).as_object();

  EXPECT_EQ(json.at("title").as_string(), "Les pôles de compétitivité");
  EXPECT_TRUE(json.contains("text"));
  EXPECT_FALSE(json.contains("blocks"));
  EXPECT_EQ(with_blocks.at("blocks").as_array().size(), 1U);
}

TEST_F(ArchiveApplicationTest, DocumentThatIsNotThereIsAProblem) {
  const auto response = get("/api/v1/documents/aaaaaaaaaaaaaaaa");

  EXPECT_EQ(response.status, 404U);
  EXPECT_EQ(response.content_type, "application/problem+json");
}

TEST_F(ArchiveApplicationTest, SimilarDocumentsSayWhatTheyShare) {
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

TEST_F(ArchiveApplicationTest, EqualTextsAreFoldedByOption) {
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

TEST_F(ArchiveApplicationTest, FacetIsSearchedFromInside) {
  const auto response = get("/api/v1/facets/theme?q=compet+INDUS&query=poles");
  const auto json = boost::json::parse(response.body);

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(json.at("facet").as_string(), "theme");
  EXPECT_EQ(json.at("query").at("q").as_string(), "poles");
  EXPECT_EQ(json.at("total").as_int64(), 1);
  EXPECT_EQ(json.at("values").at(0).at("value").as_string(), "Industrie/Compétitivité");
  EXPECT_EQ(json.at("values").at(0).at("count").as_int64(), 1);
}

TEST_F(ArchiveApplicationTest, FacetRefusesWhatItDoesNotKnow) {
  const auto unknown = get("/api/v1/facets/ministre?q=mont");

  EXPECT_EQ(unknown.status, 404U);
  EXPECT_EQ(unknown.content_type, "application/problem+json");
  EXPECT_EQ(boost::json::parse(unknown.body).at("errors").at(0).at("nearest").as_string(),
            "minister");
  EXPECT_EQ(get("/api/v1/facets/theme?sort=newest").status, 400U);
  EXPECT_EQ(get("/api/v1/facets/theme?count=1001").status, 400U);
  EXPECT_EQ(get("/api/v1/facets/theme?q=" + std::string(513, 'a')).status, 400U);
}

TEST_F(ArchiveApplicationTest, DocumentRefusesUnknownParameters) {
  EXPECT_EQ(get("/api/v1/documents/" + base::document_id(kPoles) + "?block=true").status, 400U);
}

TEST_F(ArchiveApplicationTest, DocumentIsCitedAsAcceptAsks) {
  const auto path = "/api/v1/documents/" + base::document_id(kPoles);
  const std::pair<const char*, const char*> cases[] = {
      {"application/x-research-info-systems", "application/x-research-info-systems; charset=utf-8"},
      {"application/x-bibtex, application/json;q=0.5", "application/x-bibtex; charset=utf-8"},
      {"application/vnd.citationstyles.csl+json", "application/vnd.citationstyles.csl+json"},
      {"text/html,application/xml;q=0.9,*/*;q=0.8", "application/json"},
      {"", "application/json"},
  };
  for (const auto& [accept, content_type] : cases) {
    const auto response = get(path, accept);
    EXPECT_EQ(response.status, 200U) << accept;
    EXPECT_EQ(response.content_type, content_type) << accept;
    EXPECT_THAT(response.headers, Contains(Header{"Vary", "Accept"})) << accept;
  }
}

TEST_F(ArchiveApplicationTest, ASuffixOfADocumentWinsAndNamesTheFile) {
  const auto id = base::document_id(kPoles);
  for (const char* suffix : {".ris", ".bib", ".csl.json"}) {
    const auto response = get("/api/v1/documents/" + id + suffix, "application/json");
    EXPECT_EQ(response.status, 200U) << suffix;
    EXPECT_THAT(response.body, HasSubstr("Les pôles de compétitivité"));
    EXPECT_THAT(response.headers,
                Contains(Header{"Content-Disposition",
                                "attachment; filename=\"pressoir-" + id + suffix + "\""}));
    EXPECT_EQ(get("/api/v1/documents/" + id + suffix + "?blocks=true").status, 400U) << suffix;
    EXPECT_EQ(get(std::string("/api/v1/documents/aaaaaaaaaaaaaaaa") + suffix).status, 404U);
  }
}

TEST_F(ArchiveApplicationTest, DocumentHasAPage) {
  const auto response = get("/documents/" + base::document_id(kPoles) + "?q=poles&x=1");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
}

TEST_F(ArchiveApplicationTest, DocumentPageThatIsNotThereSaysSoInFrench) {
  const auto response = get("/documents/aaaaaaaaaaaaaaaa");

  EXPECT_EQ(response.status, 404U);
  EXPECT_THAT(response.body, HasSubstr("Aucun document"));
}

}  // namespace
}  // namespace pressoir::api
