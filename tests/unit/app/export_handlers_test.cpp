#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "tests/unit/app/archive_application_fixture.hpp"

namespace pressoir::app {
namespace {

using testing::Contains;
using testing::HasSubstr;

using ExportHandlersTest = ArchiveApplicationTest;

std::string whole(BodyStream& stream) {
  std::string bytes;
  for (;;) {
    BodyStream::Piece piece = stream.next();
    bytes += piece.bytes;
    if (piece.state != BodyStream::State::kMore) return bytes;
  }
}

TEST_F(ExportHandlersTest, ExportEndsWithATrailerThatProvesCompleteness) {
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

TEST_F(ExportHandlersTest, ExportAsATableBeginsWithItsColumns) {
  const auto table = get("/api/v1/export.csv?q=poles&fields=id,title,date");
  const auto for_excel = get("/api/v1/export.csv?q=poles&fields=id&bom=true");

  EXPECT_EQ(whole(*table.stream), "id,title,date\r\n" + base::document_id(kPoles) +
                                      ",Les pôles de compétitivité,2012-12-05\r\n");
  EXPECT_EQ(whole(*for_excel.stream).substr(0, 5), "\xEF\xBB\xBFid");
}

TEST_F(ExportHandlersTest, ExportRejectsUnknownParameters) {
  for (const char* query : {"count=3", "sort=newest", "fields=snippet", "bom=true", "q=a&q=b"}) {
    EXPECT_EQ(get(std::string("/api/v1/export.jsonl?") + query).status, 400U) << query;
  }
}

}  // namespace
}  // namespace pressoir::app
