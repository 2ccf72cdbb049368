#include "server/http/request_reader.hpp"

#include <gtest/gtest.h>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <string>

namespace pressoir::http {
namespace {

using boost::beast::http::error;
using boost::beast::http::make_error_code;

void append(boost::beast::flat_buffer& buffer, std::string_view bytes) {
  buffer.commit(boost::asio::buffer_copy(buffer.prepare(bytes.size()), boost::asio::buffer(bytes)));
}

bool has_fold(std::string_view bytes) {
  return FoldedLineFinder().finds_in(bytes);
}

TEST(FoldedLineFinder, FindsALineThatBeginsWithABlankOrATab) {
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n"));
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\nHost:\r\n\tx\r\n\r\n"));
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\n X: a\r\n\r\n"));
  EXPECT_FALSE(has_fold("GET / HTTP/1.1\r\nX: a b\r\nY:  c\r\n\r\n"));
}

TEST(FoldedLineFinder, StopsAtTheEndOfTheHeader) {
  EXPECT_FALSE(has_fold("GET / HTTP/1.1\r\nX: a\r\n\r\n body\r\n body"));
}

TEST(FoldedLineFinder, FindsItWhereverTheBytesAreSplit) {
  const std::string bytes = "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n";
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    FoldedLineFinder finder;
    finder.finds_in(bytes.substr(0, cut));
    EXPECT_TRUE(finder.finds_in(bytes.substr(cut))) << cut;
  }
}

TEST(RequestReader, SkipsEmptyLinesBeforeARequest) {
  boost::beast::flat_buffer buffer;
  append(buffer, "\r\n\r");
  EXPECT_FALSE(begins_request(buffer));
  append(buffer, "\nG");
  EXPECT_TRUE(begins_request(buffer));
  EXPECT_EQ(view(buffer), "G");
}

TEST(RequestReader, ReadsAHeaderInPiecesAndLeavesWhatFollows) {
  boost::beast::flat_buffer buffer;
  RequestReader reader(1024);
  append(buffer, "GET /aide HTTP/1.1\r\nHo");
  EXPECT_EQ(reader.read(buffer), make_error_code(error::need_more));

  append(buffer, "st: exemple.fr\r\n\r\nGET /next");

  EXPECT_FALSE(reader.read(buffer));
  EXPECT_EQ(reader.request().target(), "/aide");
  EXPECT_EQ(reader.request()["Host"], "exemple.fr");
  EXPECT_EQ(view(buffer), "GET /next");
}

TEST(RequestReader, RejectsAFoldAndAHeaderThatIsTooLong) {
  boost::beast::flat_buffer folded;
  append(folded, "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n");
  EXPECT_EQ(RequestReader(1024).read(folded), make_error_code(error::bad_obs_fold));

  boost::beast::flat_buffer long_header;
  append(long_header, "GET / HTTP/1.1\r\nX: " + std::string(100, 'a') + "\r\n\r\n");
  EXPECT_EQ(RequestReader(64).read(long_header), make_error_code(error::header_limit));
}

}  // namespace
}  // namespace pressoir::http
