#include "server/app/handlers.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

namespace pressoir::app {
namespace {

Request routed(std::string path) {
  Request request;
  request.path = std::move(path);
  find_route(request);
  return request;
}

std::string name_of(std::string path) {
  const Route* route = routed(std::move(path)).route;
  return route == nullptr ? "" : std::string(route->name);
}

TEST(Routes, FindsEachEndpoint) {
  EXPECT_EQ(name_of("/"), "search_page");
  EXPECT_EQ(name_of("/documents/abc"), "document_page");
  EXPECT_EQ(name_of("/api/v1/search"), "search");
  EXPECT_EQ(name_of("/api/v1/suggest"), "suggest");
  EXPECT_EQ(name_of("/api/v1/documents/abc"), "document");
  EXPECT_EQ(name_of("/api/v1/documents/abc.ris"), "citation_ris");
  EXPECT_EQ(name_of("/api/v1/documents/abc.bib"), "citation_bibtex");
  EXPECT_EQ(name_of("/api/v1/documents/abc.csl.json"), "citation_csl");
  EXPECT_EQ(name_of("/static/pressoir.css"), "static");
  EXPECT_EQ(name_of("/healthz"), "health");
  EXPECT_EQ(name_of("/readyz"), "readiness");
  EXPECT_EQ(name_of("/api"), "api_page");
  EXPECT_EQ(name_of("/openapi.json"), "openapi");
  EXPECT_EQ(name_of("/opensearch.xml"), "opensearch");
  EXPECT_EQ(name_of("/opensearch/suggestions"), "opensearch_suggestions");
  EXPECT_EQ(name_of("/feed.atom"), "feed_atom");
  EXPECT_EQ(name_of("/feed.json"), "feed_json");
}

TEST(Routes, KnowsNothingElse) {
  for (const char* path :
       {"", "//", "/api/", "/api/v1/search/", "/documents/", "/documents/a/b", "/Healthz",
        "/openapi.json/", "/api/v2/search", "/static/../x", "/documents/%zz", "/documents/%ff"}) {
    EXPECT_EQ(name_of(path), "") << path;
  }
}

TEST(Routes, DecodesTheArgument) {
  EXPECT_EQ(routed("/documents/a%2Fb+c").argument, "a/b+c");
}

TEST(Routes, EscapesOfLettersChangeNothing) {
  EXPECT_EQ(name_of("/%68ealthz"), "health");
  EXPECT_EQ(name_of("/api/v1/%73earch"), "search");
  EXPECT_EQ(name_of("/%2Fhealthz"), "");
  EXPECT_EQ(routed("/documents/%61%2Fb").argument, "a/b");
}

TEST(Routes, EachHasANameOfItsOwnAndAMeaning) {
  std::set<std::string_view> names;
  for (const Route& route : routes()) {
    EXPECT_TRUE(names.insert(route.name).second) << route.name;
    EXPECT_FALSE(route.meaning.empty()) << route.name;
  }
}

}  // namespace
}  // namespace pressoir::app
