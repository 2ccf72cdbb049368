#include "indexer/extract/facts/page_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract::facts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(JsonLd, ReadsAnArticle) {
  const JsonLd found = read_json_ld(
      {R"({"@type": ["NewsArticle"], "headline": "Un  plan", "articleSection": ["Santé", "x"]})"});

  EXPECT_THAT(found.types, ElementsAre("NewsArticle"));
  EXPECT_EQ(found.headline, "Un plan");
  EXPECT_EQ(found.section, "Santé");
}

TEST(JsonLd, ReadsTheBreadcrumbByPosition) {
  const JsonLd found = read_json_ld({R"({"@graph": [{"@type": "WebSite", "name": "Portail"},
      {"@type": "BreadcrumbList", "itemListElement": [
        {"position": 2, "item": {"name": "Industrie"}}, {"position": "1", "name": "Accueil"}]}]})"});

  EXPECT_EQ(found.site_name, "Portail");
  EXPECT_THAT(found.breadcrumb, ElementsAre("Accueil", "Industrie"));
}

TEST(JsonLd, ReadsThePeopleWhoWroteIt) {
  const JsonLd found = read_json_ld({R"({"@type": "Article", "author": [
      {"@type": "Person", "name": "Fleur Pellerin"}, "Luc  Petit", {"name": "Luc Petit"},
      {"@type": "Organization", "name": "Ministère de l’Économie"}, 3, {"@type": "Person"}]})",
                                     R"({"author": {"@type": "Person", "name": "Élisa Duval"}})"});

  EXPECT_THAT(found.authors, ElementsAre("Fleur Pellerin", "Luc Petit", "Élisa Duval"));
}

TEST(JsonLd, LeavesOutWhatIsNotJson) {
  const JsonLd found = read_json_ld(
      {"{", "[1, null, {\"headline\": 3}]", "\"a\"", "", R"({"headline": "Un titre"})"});

  EXPECT_EQ(found.headline, "Un titre");
  EXPECT_THAT(found.breadcrumb, IsEmpty());
}

TEST(JsonLd, RefusesNestingWithoutEnd) {
  EXPECT_EQ(read_json_ld({std::string(100'000, '[')}).headline, "");
}

}  // namespace
}  // namespace pressoir::extract::facts
