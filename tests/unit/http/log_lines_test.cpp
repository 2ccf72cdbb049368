#include "server/http/log_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <sstream>

namespace pressoir::http {
namespace {

TEST(AccessLog, IsOneLineARequest) {
  const app::Request request{"GET", "/api/v1/search", "q=secret", ""};

  EXPECT_EQ(
      access_log_line({"127.0.0.1", request, "search", 200, 5120, std::chrono::microseconds(1910)},
                      false),
      "127.0.0.1 GET /api/v1/search 200 5120 B 1.9 ms");
}

TEST(AccessLog, TellsTheQueryOnlyWhenAsked) {
  const app::Request request{"GET", "/", "q=retraites", ""};

  EXPECT_EQ(access_log_line({"::1", request, "", 200, 1, {}}, true),
            "::1 GET /?q=retraites 200 1 B 0.0 ms");
}

TEST(AccessLog, CannotBeForged) {
  const app::Request request{"GET", "/a\n127.0.0.1 GET /b 200\x1b[31m\xc3\xa9\\ x\x7f", "", ""};

  EXPECT_EQ(
      access_log_line({"::1", request, "", 404, 0, {}}, false),
      "::1 GET /a\\x0a127.0.0.1\\x20GET\\x20/b\\x20200\\x1b[31m\\xc3\\xa9\\x5c\\x20x\\x7f 404 "
      "0 B 0.0 ms");
}

TEST(AccessLog, IsMembersOfAnObject) {
  const app::Request request{"GET", "/api/v1/search", "q=secret", ""};
  const AccessLogEntry entry{"127.0.0.1", request, "search",
                             200,         5120,    std::chrono::microseconds(1910)};

  EXPECT_EQ(access_log_members(entry, false),
            R"("client":"127.0.0.1","method":"GET","path":"/api/v1/search","route":"search",)"
            R"("status":200,"bytes":5120,"ms":1.91)");
  EXPECT_NE(access_log_members(entry, true).find(R"("query":"q=secret",)"), std::string::npos);
}

TEST(AccessLog, MembersCannotBeForged) {
  const app::Request request{"GET", "/\",\"status\":200}\n{\\\x1b[0m\xff", "", ""};

  EXPECT_EQ(access_log_members({"::1", request, "", 404, 0, {}}, true),
            R"("client":"::1","method":"GET","path":"/\",\"status\":200}\\x0a{\\x5c\\x1b[0m\\xff",)"
            R"("query":"","route":null,"status":404,"bytes":0,"ms":0)");
}

TEST(AccessLog, ClipsLongPaths) {
  const app::Request request{"GET", "/" + std::string(8000, 'a'), "", ""};

  const auto line = access_log_line({"::1", request, "", 414, 0, {}}, false);

  EXPECT_LT(line.size(), 600U);
  EXPECT_NE(line.find("aaa... 414"), std::string::npos);
}

TEST(AccessLog, MarksARequestThatCouldNotBeRead) {
  EXPECT_EQ(access_log_line({"::1", {}, "", 400, 9, {}}, false), "::1 - - 400 9 B 0.0 ms");
}

// What a logger of that name writes for `message`.
std::string written(LogFormat format, const char* name, const std::string& message) {
  std::ostringstream out;
  const auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(out);
  sink->set_formatter(make_log_formatter(format));
  spdlog::logger(name, sink).warn(message);
  return out.str();
}

const std::string kHostile =
    "é\r\n2026-01-01T00:00:00 info forged\x1b[31m\xc2\x9b"
    "2J\t\"\\\x7f\xe2\x80\xa8";

TEST(LogFormatter, WritesTextOnOneLine) {
  const std::string line = written(LogFormat::kText, "server", kHostile);

  EXPECT_THAT(line, testing::MatchesRegex(
                        "[0-9]+-[0-9]+-[0-9]+T[0-9:.]+[+-][0-9]+:[0-9]+ warning "
                        "é.x0d.x0a2026-01-01T00:00:00 info forged.x1b.31m.xc2.x9b2J.x09\"..x7f"
                        "\xe2\x80\xa8\n"));
}

TEST(LogFormatter, WritesJsonThatHoldsTheMessage) {
  const std::string line = written(LogFormat::kJson, "server", kHostile);

  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  const auto json = boost::json::parse(line);
  EXPECT_EQ(json.at("level").as_string(), "warning");
  EXPECT_TRUE(json.at("time").as_string().ends_with("Z"));
  EXPECT_EQ(std::string(json.at("message").as_string()), printable(kHostile));
}

TEST(LogFormatter, WritesARequestAsMembersOfItsLine) {
  const app::Request request{"GET", "/a", "", ""};
  const AccessLogEntry entry{"::1", request, "search", 200, 7, std::chrono::microseconds(1910)};

  const auto json = boost::json::parse(
      written(LogFormat::kJson, kAccessLogger, access_log_members(entry, false)));

  EXPECT_EQ(json.at("client").as_string(), "::1");
  EXPECT_EQ(json.at("route").as_string(), "search");
  EXPECT_EQ(json.at("status").as_int64(), 200);
  EXPECT_FALSE(json.as_object().contains("message"));
}

TEST(LogFormatter, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("forêt"), "forêt");
  EXPECT_EQ(printable("for\xeat\xc2"), "for\\xeat\\xc2");
  EXPECT_EQ(printable(std::string_view("\0\n", 2)), "\\x00\\x0a");
}

}  // namespace
}  // namespace pressoir::http
