// Bodies that are made while they are sent.
#include <gmock/gmock.h>

#include "tests/unit/http/response_reader.hpp"
#include "tests/unit/http/server_fixture.hpp"

namespace pressoir::http {
namespace {

using testing::HasSubstr;
using testing::Not;

class ServerStreamTest : public ServerTest {};

TEST_F(ServerStreamTest, StreamsAreChunkedAndTheConnectionGoesOn) {
  const auto bytes = exchange(start(),
                              "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n"
                              "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  const auto responses = read_responses(bytes);
  ASSERT_TRUE(responses) << bytes;
  ASSERT_EQ(responses->size(), 2U);
  EXPECT_EQ(responses->at(0).body, "1\n2\n3\n");
  EXPECT_EQ(responses->at(1).body, "/a?");
}

TEST_F(ServerStreamTest, AnOldClientGetsThemUntilTheConnectionEnds) {
  const auto bytes = exchange(start(), "GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

  EXPECT_THAT(bytes, Not(HasSubstr("chunked")));
  EXPECT_EQ(header_of(bytes, "Connection"), "");
  EXPECT_EQ(body_of(bytes), "1\n2\n3\n");
}

TEST_F(ServerStreamTest, HeadOfAStreamHasNoBody) {
  const auto bytes =
      exchange(start(), "HEAD /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  EXPECT_EQ(header_of(bytes, "Transfer-Encoding"), "chunked");
  EXPECT_EQ(body_of(bytes), "");
}

TEST_F(ServerStreamTest, WhatIsCutHasNoLastChunk) {
  const auto bytes = exchange(start(), "GET /cut HTTP/1.1\r\nHost: x\r\n\r\n");

  EXPECT_THAT(bytes, HasSubstr("3\n"));
  EXPECT_THAT(bytes, Not(HasSubstr("0\r\n\r\n")));
  EXPECT_FALSE(read_responses(bytes));
}

TEST_F(ServerStreamTest, TooManyAtOnceAreRefused) {
  options_.limits.max_exports = 0;

  const auto bytes =
      exchange(start(), "GET /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  EXPECT_EQ(status_of(bytes), 503);
  EXPECT_EQ(header_of(bytes, "Retry-After"), "1");
}

TEST_F(ServerStreamTest, LongBodiesAreSentInTheCodingAskedFor) {
  const auto bytes = exchange(start(),
                              "GET /large HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n"
                              "Connection: close\r\n\r\n");

  EXPECT_EQ(header_of(bytes, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(bytes, "Vary"), "Accept-Encoding");
  EXPECT_LT(bytes.size(), 100'000U);
}

}  // namespace
}  // namespace pressoir::http
