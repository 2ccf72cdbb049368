#include "server/http/log_formatter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <sstream>

#include "server/http/access_log.hpp"

namespace pressoir::http {
namespace {

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
  const api::Request request{"GET", "/a", "", ""};
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
