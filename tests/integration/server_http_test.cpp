// pressoir-server over HTTP, as clients see it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <sstream>
#include <string>
#include <thread>

#include "tests/integration/server_fixture.hpp"

namespace pressoir::integration {
namespace {

using http::body_of;
using http::header_of;
using http::RawClient;
using http::status_of;
using testing::HasSubstr;
using testing::Not;

using ServerHttp = ServerFixture;

TEST_F(ServerHttp, FindsWithoutAccentsAndMarksWhatMatched) {
  start();

  const auto json = get_json("/api/v1/search?q=poles+competitivite");

  EXPECT_EQ(json.at("total").as_int64(), 1);
  EXPECT_EQ(boost::json::serialize(json.at("results").at(0).at("title")),
            R"([{"text":"Les ","match":false},{"text":"pôles","match":true},)"
            R"({"text":" de ","match":false},{"text":"compétitivité","match":true}])");
  EXPECT_EQ(json.at("results").at(0).at("date").as_string(), "2012-12-05");
}

TEST_F(ServerHttp, FacetsIgnoreTheirOwnFilter) {
  start();

  const auto json = get_json("/api/v1/search?theme=Agriculture&interval=month");

  EXPECT_EQ(json.at("total").as_int64(), 1);
  const auto& themes = json.at("facets").at("theme").at("values").as_array();
  ASSERT_EQ(themes.size(), 3U);
  EXPECT_EQ(themes[0].at("value").as_string(), "Agriculture");
  EXPECT_TRUE(themes[0].at("selected").as_bool());
  EXPECT_EQ(themes[2].at("label").as_string(), "Compétitivité");
  EXPECT_EQ(boost::json::serialize(json.at("facets").at("date").at("buckets")),
            R"([{"start":"2014-03-01","count":1}])");
}

TEST_F(ServerHttp, DocumentsAreReachedFromResults) {
  start();
  const auto found = get_json("/api/v1/search?q=for%C3%AAt&fields=id");
  const std::string id(found.at("results").at(0).at("id").as_string());

  const auto document = get_json("/api/v1/documents/" + id + "?blocks=true");

  EXPECT_EQ(document.at("title").as_string(), "La forêt, un bien commun");
  EXPECT_EQ(document.at("date").as_string(), "2014-03");
  EXPECT_FALSE(document.at("blocks").as_array().empty());
  EXPECT_EQ(status_of(get("/documents/" + id)), 200);
}

TEST_F(ServerHttp, PagesAreHtmlWithAStrictPolicy) {
  start();

  const auto page = get("/?q=poles&from=&to=", "Accept: text/html\r\n");

  EXPECT_EQ(status_of(page), 200);
  EXPECT_EQ(header_of(page, "Content-Type"), "text/html; charset=utf-8");
  EXPECT_THAT(header_of(page, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
  EXPECT_EQ(header_of(page, "X-Content-Type-Options"), "nosniff");
}

TEST_F(ServerHttp, ProblemsNameTheParameter) {
  start();

  const auto answer = get("/api/v1/search?cout=5&from=2012-13");

  EXPECT_EQ(status_of(answer), 400);
  EXPECT_EQ(header_of(answer, "Content-Type"), "application/problem+json");
  const auto problem = boost::json::parse(body_of(answer));
  EXPECT_EQ(problem.at("errors").at(0).at("nearest").as_string(), "count");
  EXPECT_EQ(problem.at("errors").at(1).at("parameter").as_string(), "from");
}

TEST_F(ServerHttp, GivesEachFaultItsStatus) {
  start();
  const std::string long_text(200'000, 'a');

  EXPECT_EQ(status_of(get("/rien")), 404);
  EXPECT_EQ(status_of(get("/api/v1/documents/aaaaaaaaaaaaaaaa")), 404);
  EXPECT_EQ(status_of(get("/?from=hier", "Accept: text/html\r\n")), 400);
  EXPECT_EQ(status_of(get("/" + long_text)), 414);
  EXPECT_EQ(status_of(get("/", "X: " + long_text + "\r\n")), 431);
  EXPECT_EQ(status_of(get("/", "Content-Length: 3\r\n")), 400);
  EXPECT_EQ(status_of(get("/", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")), 400);
  RawClient client(port_);
  client.send("DELETE /api/v1/search HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto refused = client.receive_response(kPatience);
  EXPECT_EQ(status_of(refused), 405);
  EXPECT_EQ(header_of(refused, "Allow"), "GET, HEAD, OPTIONS");
}

TEST_F(ServerHttp, KeepsConnectionsAndAnswersPipelinedRequestsInOrder) {
  start();
  RawClient client(port_);
  std::string requests;
  for (int i = 0; i < 20; ++i) {
    requests +=
        "GET /api/v1/search?facets=&start=" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
  client.send(requests);

  for (int i = 0; i < 20; ++i) {
    EXPECT_THAT(body_of(client.receive_response(kPatience)),
                HasSubstr("\"start\":" + std::to_string(i) + ","));
  }
}

TEST_F(ServerHttp, HeadTellsTheLengthOfGet) {
  start();
  RawClient client(port_);
  client.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");

  const auto head = client.receive_head(kPatience);
  const auto answer = client.receive_response(kPatience);

  EXPECT_EQ(header_of(head, "Content-Length"), std::to_string(body_of(answer).size()));
  EXPECT_EQ(body_of(answer), R"({"status":"ok"})");
}

TEST_F(ServerHttp, ASlowHeaderIsCutOff) {
  const std::string config = folder_.write("slow.toml", "[timeouts]\nheader_seconds = 1\n");
  start({"--config", config});
  RawClient client(port_);
  const auto began = std::chrono::steady_clock::now();

  while (client.send("G") && std::chrono::steady_clock::now() - began < std::chrono::seconds(20)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }

  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST_F(ServerHttp, FollowsALiveIndex) {
  start();
  const auto before = get_json("/readyz");

  add_records(R"({"url":"https://www.exemple.gouv.fr/nouveau","title":"Un texte nouveau",)"
              R"("text":"Il vient d’être publié."})"
              "\n");

  std::int64_t total = 0;
  for (int i = 0; i < 100 && total == 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    total = get_json("/api/v1/search?q=nouveau").at("total").as_int64();
  }
  EXPECT_EQ(total, 1);
  const auto after = get_json("/readyz");
  EXPECT_EQ(after.at("documents").as_int64(), before.at("documents").as_int64() + 1);
  EXPECT_NE(after.at("revision"), before.at("revision"));
}

TEST_F(ServerHttp, TerminationAnswersWhatItHasAccepted) {
  start({"--workers", "1"});
  constexpr int kClients = 40;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < kClients; ++i) {
    clients.push_back(std::make_unique<RawClient>(port_));
    clients.back()->send("GET /api/v1/search?q=industrie HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  server_->send(SIGTERM);

  for (const auto& client : clients) {
    EXPECT_EQ(status_of(client->receive_response(kPatience)), 200);
  }
  const Outcome ended = server_->wait(kPatience);
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_FALSE(ended.timed_out);
}

TEST_F(ServerHttp, TerminationEndsIdleConnectionsAtOnce) {
  start();
  RawClient client(port_);
  client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  client.receive_response(kPatience);
  const auto began = std::chrono::steady_clock::now();

  server_->send(SIGINT);

  EXPECT_EQ(server_->wait(kPatience).exit_code, 0);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

TEST_F(ServerHttp, ShowsWhatItDoesToWhoWatches) {
  start();
  get("/api/v1/search?q=poles");
  get("/api/v1/search?cout=5");
  get("/rien");

  const auto metrics = body_of(get("/metrics"));

  for (const char* line : {"pressoir_http_requests_total{route=\"search\",status=\"200\"} 1\n",
                           "pressoir_http_requests_total{route=\"search\",status=\"400\"} 1\n",
                           "pressoir_http_requests_total{route=\"none\",status=\"404\"} 1\n",
                           "pressoir_http_request_duration_seconds_count{route=\"search\"} 2\n",
                           "pressoir_cache_misses_total 3\n", "pressoir_index_documents 2\n", "pressoir_index_info{revision=\"",
                           "pressoir_index_age_seconds "}) {
    EXPECT_THAT(metrics, HasSubstr(line));
  }
  EXPECT_EQ(status_of(get("/metrics", "X-Forwarded-For: 192.0.2.1\r\n")), 404);
}

TEST_F(ServerHttp, LogsRequestsWithoutWhatWasAsked) {
  start();
  get("/api/v1/search?q=secret");
  get("/a%0Ab");
  server_->send(SIGTERM);

  const Outcome ended = server_->wait(kPatience);

  EXPECT_THAT(ended.err, HasSubstr("GET /api/v1/search 200"));
  EXPECT_THAT(ended.err, HasSubstr("GET /a%0Ab 404"));
  EXPECT_THAT(ended.err, Not(HasSubstr("secret")));
}

TEST_F(ServerHttp, NoRequestForgesALineOfTheLog) {
  const std::string config = folder_.write(
      "log.toml", "[server]\ntrusted_proxies = [\"127.0.0.1\"]\n[log]\nformat = \"json\"\n");
  start({"--config", config});
  const std::vector<std::string> requests = {
      "GET /a%0D%0A{\"status\":200} HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /\",\"status\":200} HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /\xff\xc2\x9b"
      "31m\xe9 HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /a\x1b[31m HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /a\rb HTTP/1.1\r\nHost: x\r\n\r\n",
      "G\"T / HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /b HTTP/1.1\r\nHost: x\r\nUser-Agent: \x1b[31m\r\nX-Forwarded-For: 1.1.1.1\"}\r\n\r\n",
  };
  for (const std::string& request : requests) {
    RawClient client(port_);
    client.send(request);
    EXPECT_GE(status_of(client.receive_response(kPatience)), 400) << request;
  }
  server_->send(SIGTERM);

  const Outcome ended = server_->wait(kPatience);

  EXPECT_TRUE(std::all_of(ended.err.begin(), ended.err.end(), [](char c) {
    return c == '\n' || (c >= ' ' && c < '\x7f');
  })) << ended.err;
  std::size_t requests_logged = 0;
  std::istringstream lines(ended.err);
  for (std::string line; std::getline(lines, line);) {
    const auto json = boost::json::parse(line);  // throws when it is none
    if (!json.as_object().contains("status")) continue;
    ++requests_logged;
    EXPECT_EQ(json.at("client").as_string(), "127.0.0.1");
    EXPECT_GE(json.at("status").as_int64(), 400) << line;
  }
  EXPECT_EQ(requests_logged, requests.size());
}

}  // namespace
}  // namespace pressoir::integration
