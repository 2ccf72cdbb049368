#include "server/api/archive_application.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "server/api/api_description.hpp"
#include "server/api/routes.hpp"
#include "tests/unit/api/archive_application_fixture.hpp"

namespace pressoir::api {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TEST_F(ArchiveApplicationTest, SearchAnswersInJson) {
  const auto response = get("/api/v1/search?q=poles");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_THAT(response.headers, Contains(Header{"Access-Control-Allow-Origin", "*"}));
  const auto json = boost::json::parse(response.body);
  EXPECT_EQ(json.at("total").as_int64(), 1);
  EXPECT_EQ(json.at("results").at(0).at("id").as_string(), base::document_id(kPoles));
  EXPECT_EQ(json.at("index").at("documents").as_int64(), 2);
}

TEST_F(ArchiveApplicationTest, SearchRefusesWhatItDoesNotKnow) {
  const auto response = get("/api/v1/search?ministre=x", "text/html");

  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_THAT(response.body, HasSubstr("did you mean minister?"));
}

TEST_F(ArchiveApplicationTest, SuggestAnswersInJson) {
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

TEST_F(ArchiveApplicationTest, SuggestRefusesWhatItDoesNotKnow) {
  for (const char* query : {"q=%FF", "q=a&count=0", "q=a&count=21", "q=a&q=b", "query=a"}) {
    const auto response = get(std::string("/api/v1/suggest?") + query);
    EXPECT_EQ(response.status, 400U) << query;
    EXPECT_EQ(response.content_type, "application/problem+json") << query;
  }
  const auto empty = boost::json::parse(get("/api/v1/suggest").body);
  EXPECT_TRUE(empty.at("suggestions").as_array().empty());
}

TEST_F(ArchiveApplicationTest, BrowsersFindTheSearchAndItsSuggestions) {
  EXPECT_EQ(get("/opensearch.xml").content_type,
            "application/opensearchdescription+xml; charset=utf-8");
  const auto response = get("/opensearch/suggestions?q=p%C3%B4les+comp");
  EXPECT_EQ(response.content_type, "application/x-suggestions+json");
  EXPECT_EQ(response.body,
            R"(["pôles comp",["pôles compétitivité","Les pôles de compétitivité"],[],[]])");
}

TEST_F(ArchiveApplicationTest, HealthNeedsNoWorker) {
  const auto response = application_->answer_at_once({"GET", "/healthz", "", ""});

  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, R"({"status":"ok"})");
}

TEST_F(ArchiveApplicationTest, ReadinessTellsTheRevision) {
  const auto json = boost::json::parse(get("/readyz").body);

  EXPECT_EQ(json.at("status").as_string(), "ready");
  EXPECT_EQ(json.at("documents").as_int64(), 2);
  EXPECT_FALSE(json.at("revision").as_string().empty());
}

TEST_F(ArchiveApplicationTest, PagesCarryAStrictPolicy) {
  const auto response = get("/?q=poles&from=&to=", "text/html");

  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(
      response.headers,
      Contains(Header{"Content-Security-Policy",
                      "default-src 'none'; style-src 'self'; script-src 'self'; "
                      "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                      "frame-ancestors 'none'"}));
  EXPECT_THAT(response.headers, Contains(Header{"X-Content-Type-Options", "nosniff"}));
  EXPECT_THAT(response.headers, Contains(Header{"Referrer-Policy", "same-origin"}));
}

TEST_F(ArchiveApplicationTest, MalformedDateIsExplainedInFrench) {
  const auto response = get("/?from=hier");

  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.body, HasSubstr("La date de début"));
}

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

std::string whole(BodyStream& stream) {
  std::string bytes;
  for (;;) {
    BodyStream::Piece piece = stream.next();
    bytes += piece.bytes;
    if (piece.state != BodyStream::State::kMore) return bytes;
  }
}

TEST_F(ArchiveApplicationTest, ExportEndsWithTheProofThatItIsWhole) {
  const auto response = get("/api/v1/export.jsonl?fields=title");
  ASSERT_NE(response.stream, nullptr);
  const std::string lines = whole(*response.stream);

  EXPECT_THAT(response.headers, Contains(Header{"Pressoir-Documents", "2"}));
  const auto last = lines.rfind('\n', lines.size() - 2);
  const auto end = boost::json::parse(lines.substr(last + 1));
  EXPECT_TRUE(end.at("complete").as_bool());
  EXPECT_EQ(end.at("documents").as_int64(), 2);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3);
  EXPECT_THAT(lines, HasSubstr(R"("title":"Les pôles de compétitivité")"));
  EXPECT_THAT(lines, HasSubstr(base::document_id(kPoles))) << "the id is always there";
}

TEST_F(ArchiveApplicationTest, ExportAsATableBeginsWithItsColumns) {
  const auto table = get("/api/v1/export.csv?q=poles&fields=id,title,date");
  const auto for_excel = get("/api/v1/export.csv?q=poles&fields=id&bom=true");

  EXPECT_EQ(whole(*table.stream), "id,title,date\r\n" + base::document_id(kPoles) +
                                      ",Les pôles de compétitivité,2012-12-05\r\n");
  EXPECT_EQ(whole(*for_excel.stream).substr(0, 5), "\xEF\xBB\xBFid");
}

TEST_F(ArchiveApplicationTest, ExportRefusesWhatItDoesNotKnow) {
  for (const char* query : {"count=3", "sort=newest", "fields=snippet", "bom=true", "q=a&q=b"}) {
    EXPECT_EQ(get(std::string("/api/v1/export.jsonl?") + query).status, 400U) << query;
  }
}

TEST_F(ArchiveApplicationTest, TrendsCountEachQueryByPeriod) {
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

TEST_F(ArchiveApplicationTest, TrendsRefuseWhatTheyDoNotKnow) {
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

TEST_F(ArchiveApplicationTest, ComparisonIsAPageAndAPicture) {
  const auto page = get("/comparer?q=poles&q=&q=gouvernement&from=12/2012&to=&interval=&x=1");
  const auto form = get("/comparer");
  const auto picture = get("/comparer.svg?q=poles&q=gouvernement");

  EXPECT_EQ(page.status, 200U);
  EXPECT_THAT(page.body, HasSubstr("<polyline"));
  EXPECT_THAT(page.body, HasSubstr("value=\"2012-12\""));
  EXPECT_EQ(form.status, 200U);
  EXPECT_EQ(picture.content_type, "image/svg+xml");
  EXPECT_THAT(picture.headers,
              Contains(Header{"Content-Security-Policy",
                              "default-src 'none'; style-src 'unsafe-inline'; sandbox"}));
}

TEST_F(ArchiveApplicationTest, ComparisonOfTooMuchIsExplainedInFrench) {
  const auto six = get("/comparer?q=a&q=b&q=c&q=d&q=e&q=f");
  const auto interval = get("/comparer?q=a&interval=week");
  const auto long_query = get("/comparer.svg?q=" + std::string(2'500, 'a'));

  EXPECT_EQ(six.status, 400U);
  EXPECT_THAT(six.body, HasSubstr("cinq recherches au plus"));
  EXPECT_EQ(interval.status, 400U);
  EXPECT_EQ(long_query.status, 400U);
  EXPECT_THAT(long_query.body, HasSubstr("trop longues"));
}

TEST_F(ArchiveApplicationTest, EveryExampleOfTheDescriptionRuns) {
  const std::string id = base::document_id(kPoles);
  for (const pages::ApiGroupView& group : describe_api(id).groups) {
    for (const pages::ApiEndpointView& endpoint : group.endpoints) {
      if (endpoint.example.empty()) continue;
      EXPECT_EQ(get(endpoint.example).status, 200U) << endpoint.example;
    }
  }
}

TEST_F(ArchiveApplicationTest, InterfaceHasAPage) {
  const auto response = get("/api");

  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(response.body, HasSubstr("/api/v1/search"));
  EXPECT_THAT(response.body, HasSubstr("facet_size"));
}

TEST_F(ArchiveApplicationTest, WhatTheClientHasIsNotSentAgain) {
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
    const bool is_open = route.audience == Audience::kPrograms;
    EXPECT_EQ(is_open, testing::Value(response.headers,
                                      Contains(Header{"Access-Control-Allow-Origin", "*"})))
        << target;
    EXPECT_EQ(ask("PUT", target, "").status, 405U) << target;
  }
}

TEST_F(ArchiveApplicationTest, OptionsMayAskForTheWholeServer) {
  EXPECT_THAT(ask("OPTIONS", "*", "").headers, Contains(Header{"Allow", "GET, HEAD, OPTIONS"}));
}

TEST_F(ArchiveApplicationTest, WhatHasATagIsUnchangedForWhoHasIt) {
  for (const Route& route : routes()) {
    if_none_match_.clear();
    const std::string target = std::string(route.pattern) + std::string(route.example);
    if (target.find('{') != std::string::npos) continue;
    const auto whole = get(target);
    const bool has_tag = route.freshness != Freshness::kNone;
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

TEST_F(ArchiveApplicationTest, TellsWhatThereIsToWatch) {
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

TEST_F(ArchiveApplicationTest, StyleSheetIsServedUnderItsName) {
  EXPECT_THAT(get("/static/pressoir.css").content_type, HasSubstr("text/css"));
  EXPECT_EQ(get("/static/autre.css").status, 404U);
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
}  // namespace pressoir::api
