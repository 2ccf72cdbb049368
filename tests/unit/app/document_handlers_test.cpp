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

using DocumentHandlersTest = ArchiveApplicationTest;

TEST_F(DocumentHandlersTest, DocumentIsWhole) {
  const auto path = "/api/v1/documents/" + base::document_id(kPoles);

  const auto json = boost::json::parse(get(path).body).as_object();
  const auto with_blocks = boost::json::parse(get(path + "?blocks=true").body).as_object();

  EXPECT_EQ(json.at("title").as_string(), "Les pôles de compétitivité");
  EXPECT_TRUE(json.contains("text"));
  EXPECT_FALSE(json.contains("blocks"));
  EXPECT_EQ(with_blocks.at("blocks").as_array().size(), 1U);
}

TEST_F(DocumentHandlersTest, DocumentThatIsNotThereIsAProblem) {
  const auto response = get("/api/v1/documents/aaaaaaaaaaaaaaaa");

  EXPECT_EQ(response.status, 404U);
  EXPECT_EQ(response.content_type, "application/problem+json");
}

TEST_F(DocumentHandlersTest, DocumentRejectsUnknownParameters) {
  EXPECT_EQ(get("/api/v1/documents/" + base::document_id(kPoles) + "?block=true").status, 400U);
}

TEST_F(DocumentHandlersTest, DocumentIsCitedAsAcceptAsks) {
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

TEST_F(DocumentHandlersTest, ASuffixOfADocumentWinsAndNamesTheFile) {
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

}  // namespace
}  // namespace pressoir::app
