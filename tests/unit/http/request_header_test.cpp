#include "server/http/request_header.hpp"

#include <gtest/gtest.h>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <string>

namespace pressoir::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;
using beast_http::verb;

HeaderOnlyRequest request(verb method = verb::get, const std::string& target = "/",
                          unsigned version = 11) {
  HeaderOnlyRequest made(method, target, version);
  made.set(field::host, "localhost");
  return made;
}

unsigned status_of(const HeaderOnlyRequest& checked) {
  const auto problem = check_request(checked, Limits{});
  return problem ? app::text_of(problem->kind).status : 200;
}

TEST(RequestCheck, LetsOrdinaryRequestsPass) {
  EXPECT_EQ(status_of(request()), 200U);
  EXPECT_EQ(status_of(request(verb::head, "/api/v1/search?q=a")), 200U);
  EXPECT_EQ(status_of(request(verb::post)), 200U) << "the method is the application's to judge";
}

TEST(RequestCheck, RefusesTransferEncodingInAnyForm) {
  for (const char* coding : {"chunked", "identity", "gzip, chunked", "xchunked", ""}) {
    auto checked = request();
    checked.set(field::transfer_encoding, coding);
    EXPECT_EQ(status_of(checked), 400U) << coding;
    EXPECT_TRUE(announces_body(checked));
  }
}

TEST(RequestCheck, RefusesABodyWhereNoneBelongs) {
  auto checked = request();
  checked.set(field::content_length, "1");
  EXPECT_EQ(status_of(checked), 400U);

  checked.set(field::content_length, "5000");
  EXPECT_EQ(status_of(checked), 413U);

  checked.set(field::content_length, "99999999999999999999999");
  EXPECT_EQ(status_of(checked), 413U);

  checked.set(field::content_length, "0");
  EXPECT_EQ(status_of(checked), 200U);
  EXPECT_FALSE(announces_body(checked));
}

TEST(RequestCheck, WantsOneHost) {
  auto none = request();
  none.erase(field::host);
  EXPECT_EQ(status_of(none), 400U);

  auto two = request();
  two.insert(field::host, "autre");
  EXPECT_EQ(status_of(two), 400U);

  auto old = request(verb::get, "/", 10);
  old.erase(field::host);
  EXPECT_EQ(status_of(old), 200U);
}

TEST(RequestCheck, WantsAHostThatIsOne) {
  for (const char* host : {"", "exemple.fr", "exemple.fr:8080", "192.0.2.1", "[::1]:80"}) {
    auto checked = request();
    checked.set(field::host, host);
    EXPECT_EQ(status_of(checked), 200U) << host;
  }
  for (const char* host : {"a, b", "a/b", "moi@exemple.fr", "a b", "\"", "a?b", "\xc3\xa9"}) {
    auto checked = request();
    checked.set(field::host, host);
    EXPECT_EQ(status_of(checked), 400U) << host;
  }
}

TEST(RequestCheck, TheWholeServerIsAnAddressOfOptionsAlone) {
  EXPECT_EQ(status_of(request(verb::options, "*")), 200U);
  EXPECT_EQ(status_of(request(verb::get, "*")), 400U);
  EXPECT_EQ(to_request(request(verb::options, "*")).path, "*");
}

TEST(RequestCheck, KnowsOneExpectationOnly) {
  auto checked = request();
  checked.set(field::expect, "100-Continue");
  EXPECT_EQ(status_of(checked), 200U);

  checked.set(field::expect, "coffee");
  EXPECT_EQ(status_of(checked), 417U);
}

TEST(RequestCheck, BoundsAndReadsTheTarget) {
  EXPECT_EQ(status_of(request(verb::get, "/?q=" + std::string(3 * 40'000, 'a'))), 200U);
  EXPECT_EQ(status_of(request(verb::get, "/?q=" + std::string(128 * 1024, 'a'))), 414U);
  EXPECT_EQ(status_of(request(verb::get, "HTTP://exemple.fr/")), 200U);
  EXPECT_EQ(status_of(request(verb::get, "ftp://exemple.fr/")), 400U);
  EXPECT_EQ(status_of(request(verb::connect, "exemple.fr:443")), 400U);
}

TEST(RequestCheck, TakesTheServerOffAnAbsoluteAddress) {
  const auto plain = to_request(request(verb::get, "http://exemple.fr/documents/a?q=b?c"));
  EXPECT_EQ(plain.path, "/documents/a");
  EXPECT_EQ(plain.query, "q=b?c");

  EXPECT_EQ(to_request(request(verb::get, "http://exemple.fr")).path, "/");
  EXPECT_EQ(to_request(request(verb::get, "http://exemple.fr?q=a")).path, "/");
  EXPECT_EQ(to_request(request(verb::get, "http://exemple.fr?q=a")).query, "q=a");
}

TEST(RequestCheck, GivesEachFaultOfReadingItsStatus) {
  using beast_http::error;
  struct Case {
    error fault;
    bool has_target;
    std::string_view unread;
    unsigned status;
  };
  const Case cases[] = {
      {error::header_limit, false, "", 414},
      {error::header_limit, true, "", 431},
      {error::bad_version, false, "GET / HTTP/2.0\r\n", 505},
      {error::bad_version, false, "GET / HTTP/1.1\nHost: x\n\n", 400},
      {error::bad_version, false, "GET / HTTX/1.1\r\n", 400},
      {error::bad_method, false, "", 400},
      {error::body_limit, true, "", 413},
      {error::bad_obs_fold, true, "", 400},
      {error::bad_transfer_encoding, true, "", 400},
      {error::multiple_content_length, true, "", 400},
  };
  for (const Case& each : cases) {
    const auto problem =
        problem_of_read(beast_http::make_error_code(each.fault), {each.has_target, each.unread});
    ASSERT_TRUE(problem);
    EXPECT_EQ(app::text_of(problem->kind).status, each.status);
  }
}

TEST(RequestCheck, AnEndIsNotAFault) {
  using beast_http::error;
  EXPECT_FALSE(problem_of_read(beast_http::make_error_code(error::end_of_stream), {}));
  EXPECT_FALSE(problem_of_read(beast_http::make_error_code(error::partial_message), {true}));
  EXPECT_FALSE(problem_of_read(
      boost::system::errc::make_error_code(boost::system::errc::connection_reset), {}));
}

TEST(ToApiRequest, TakesTheBasePathOff) {
  const auto path_of = [](const std::string& target) {
    return to_request(request(verb::get, target), "/archives").path;
  };

  EXPECT_EQ(path_of("/archives/api/v1/search?q=a"), "/api/v1/search");
  EXPECT_EQ(path_of("/archives"), "/");
  EXPECT_EQ(path_of("/archives?q=a"), "/");
  EXPECT_EQ(path_of("/archivesx"), "");
  EXPECT_EQ(path_of("/"), "");
}

TEST(ToApiRequest, JoinsTheLinesOfAList) {
  auto lines = request();
  lines.insert("Accept-Encoding", "gzip");
  lines.insert("Accept-Encoding", "br");

  EXPECT_EQ(to_request(lines).accept_encoding, "gzip, br");
}

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
