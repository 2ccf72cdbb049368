#include "server/http/access_log.hpp"

#include <gtest/gtest.h>

namespace pressoir::http {
namespace {

TEST(AccessLog, IsOneLineARequest) {
  const api::Request request{"GET", "/api/v1/search", "q=secret", ""};

  EXPECT_EQ(
      access_log_line({"127.0.0.1", request, "search", 200, 5120, std::chrono::microseconds(1910)},
                      false),
      "127.0.0.1 GET /api/v1/search 200 5120 B 1.9 ms");
}

TEST(AccessLog, TellsTheQueryOnlyWhenAsked) {
  const api::Request request{"GET", "/", "q=retraites", ""};

  EXPECT_EQ(access_log_line({"::1", request, "", 200, 1, {}}, true),
            "::1 GET /?q=retraites 200 1 B 0.0 ms");
}

TEST(AccessLog, CannotBeForged) {
  const api::Request request{"GET", "/a\n127.0.0.1 GET /b 200\x1b[31m\xc3\xa9\\ x\x7f", "", ""};

  EXPECT_EQ(
      access_log_line({"::1", request, "", 404, 0, {}}, false),
      "::1 GET /a\\x0a127.0.0.1\\x20GET\\x20/b\\x20200\\x1b[31m\\xc3\\xa9\\x5c\\x20x\\x7f 404 "
      "0 B 0.0 ms");
}

TEST(AccessLog, IsMembersOfAnObject) {
  const api::Request request{"GET", "/api/v1/search", "q=secret", ""};
  const AccessLogEntry entry{"127.0.0.1", request, "search",
                             200,         5120,    std::chrono::microseconds(1910)};

  EXPECT_EQ(access_log_members(entry, false),
            R"("client":"127.0.0.1","method":"GET","path":"/api/v1/search","route":"search",)"
            R"("status":200,"bytes":5120,"ms":1.91)");
  EXPECT_NE(access_log_members(entry, true).find(R"("query":"q=secret",)"), std::string::npos);
}

TEST(AccessLog, MembersCannotBeForged) {
  const api::Request request{"GET", "/\",\"status\":200}\n{\\\x1b[0m\xff", "", ""};

  EXPECT_EQ(access_log_members({"::1", request, "", 404, 0, {}}, true),
            R"("client":"::1","method":"GET","path":"/\",\"status\":200}\\x0a{\\x5c\\x1b[0m\\xff",)"
            R"("query":"","route":null,"status":404,"bytes":0,"ms":0)");
}

TEST(AccessLog, ClipsLongPaths) {
  const api::Request request{"GET", "/" + std::string(8000, 'a'), "", ""};

  const auto line = access_log_line({"::1", request, "", 414, 0, {}}, false);

  EXPECT_LT(line.size(), 600U);
  EXPECT_NE(line.find("aaa... 414"), std::string::npos);
}

TEST(AccessLog, MarksARequestThatCouldNotBeRead) {
  EXPECT_EQ(access_log_line({"::1", {}, "", 400, 9, {}}, false), "::1 - - 400 9 B 0.0 ms");
}

}  // namespace
}  // namespace pressoir::http
