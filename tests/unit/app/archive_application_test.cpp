#include "server/app/archive_application.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "server/app/handlers.hpp"
#include "tests/unit/app/archive_application_fixture.hpp"

namespace pressoir::app {
namespace {

using testing::Contains;
using testing::Not;

TEST_F(ArchiveApplicationTest, UnknownAddressIsAPageForBrowsersAndJsonForPrograms) {
  EXPECT_EQ(get("/rien", "text/html,*/*").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(get("/rien", "*/*").content_type, "application/problem+json");
  EXPECT_EQ(get("/api/v1/rien", "text/html").content_type, "application/problem+json");
  EXPECT_EQ(get("/rien", "text/html").status, 404U);
}

TEST_F(ArchiveApplicationTest, OtherMethodsAreNamed) {
  const auto response = ask("POST", "/api/v1/search", "");

  EXPECT_EQ(response.status, 405U);
  EXPECT_THAT(response.headers, Contains(Header{"Allow", "GET, HEAD, OPTIONS"}));
}

TEST_F(ArchiveApplicationTest, OptionsTellsWhatIsAllowed) {
  const auto response = ask("OPTIONS", "/api/v1/search", "");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.body, "");
  EXPECT_THAT(response.headers, Contains(Header{"Allow", "GET, HEAD, OPTIONS"}));
}

TEST_F(ArchiveApplicationTest, CurrentCopiesOfAClientAreNotSentAgain) {
  for (const char* target : {"/api/v1/search?q=poles", "/openapi.json", "/", "/api"}) {
    const auto first = get(target);
    const auto tag = std::find_if(first.headers.begin(), first.headers.end(),
                                  [](const Header& header) { return header.name == "ETag"; });
    ASSERT_NE(tag, first.headers.end()) << target;

    if_none_match_ = tag->value;
    const auto second = get(target);
    if_none_match_.clear();

    EXPECT_EQ(second.status, 304U) << target;
    EXPECT_TRUE(second.body.empty()) << target;
    EXPECT_THAT(second.headers, Contains(*tag)) << target;
  }
}

TEST_F(ArchiveApplicationTest, EveryRouteTellsItsNameAndItsMethods) {
  for (const Route& route : routes()) {
    const std::string path(route.pattern.substr(0, route.pattern.find('{')));
    const std::string target = path == route.pattern ? path : path + "a" + suffix_of(route);

    const auto response = ask("OPTIONS", target, "");
    EXPECT_EQ(response.status, 200U) << target;
    EXPECT_EQ(response.route, route.name);
    EXPECT_THAT(response.headers, Contains(Header{"Allow", "GET, HEAD, OPTIONS"})) << target;
    const bool is_open = route.audience == api::Audience::kPrograms;
    EXPECT_EQ(is_open, testing::Value(response.headers,
                                      Contains(Header{"Access-Control-Allow-Origin", "*"})))
        << target;
    EXPECT_EQ(ask("PUT", target, "").status, 405U) << target;
  }
}

TEST_F(ArchiveApplicationTest, OptionsMayAskForTheWholeServer) {
  EXPECT_THAT(ask("OPTIONS", "*", "").headers, Contains(Header{"Allow", "GET, HEAD, OPTIONS"}));
}

TEST_F(ArchiveApplicationTest, EveryRouteWithATagAnswers304ToIt) {
  for (const Route& route : routes()) {
    if_none_match_.clear();
    const std::string target = std::string(route.pattern) + std::string(route.example);
    if (target.find('{') != std::string::npos) continue;
    const auto whole = get(target);
    const bool has_tag = route.freshness != api::Freshness::kNone;
    EXPECT_EQ(header_of(whole, "ETag").empty(), !has_tag) << target;
    if (!has_tag) continue;
    if_none_match_ = header_of(whole, "ETag");

    const auto again = get(target);
    EXPECT_EQ(again.status, 304U) << target;
    for (const char* name :
         {"ETag", "Cache-Control", "Last-Modified", "Access-Control-Allow-Origin"}) {
      EXPECT_EQ(header_of(again, name), header_of(whole, name)) << target << ' ' << name;
    }
  }
}

TEST_F(ArchiveApplicationTest, ReportsStatistics) {
  const Statistics statistics = application_->statistics();

  EXPECT_EQ(statistics.documents, 2U);
  EXPECT_NE(statistics.revision, "");
  EXPECT_GE(statistics.updated, kNow);
}

TEST_F(ArchiveApplicationTest, WrongRequestsAreNeverUnchanged) {
  if_none_match_ = "*";

  EXPECT_EQ(get("/api/v1/documents/aaaaaaaaaaaaaaaa").status, 404U);
  EXPECT_EQ(get("/openapi.json?x=1").status, 400U);
}

TEST_F(ArchiveApplicationTest, OnlyTheApiIsOpenToOtherSites) {
  EXPECT_THAT(get("/?q=poles").headers, Not(Contains(Header{"Access-Control-Allow-Origin", "*"})));
}

TEST_F(ArchiveApplicationTest, ProblemsOfTheServerFollowTheClient) {
  const Problem busy{ProblemKind::kBusy, "", {}, ""};

  const auto page = application_->answer_problem({"GET", "/", "", "text/html"}, busy);
  const auto json = application_->answer_problem({"GET", "/", "", ""}, busy);

  EXPECT_EQ(page.status, 503U);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(page.headers, Contains(Header{"Retry-After", "1"}));
  EXPECT_EQ(json.content_type, "application/problem+json");
}

}  // namespace
}  // namespace pressoir::app
