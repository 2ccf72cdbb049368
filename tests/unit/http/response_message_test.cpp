#include "server/http/response_message.hpp"

#include <gtest/gtest.h>

namespace pressoir::http {
namespace {

using boost::beast::http::field;

TEST(ResponseMessage, AlwaysTellsItsLength) {
  const auto message =
      to_message({200, "text/plain", {{"Vary", "Accept"}}, "été"}, {11, true, true});

  EXPECT_EQ(message[field::content_length], "5");
  EXPECT_EQ(message[field::content_type], "text/plain");
  EXPECT_EQ(message[field::vary], "Accept");
  EXPECT_EQ(message.body(), "été");
  EXPECT_EQ(message[field::date].size(), 29U);
  EXPECT_TRUE(message.keep_alive());
}

TEST(ResponseMessage, ForHeadHasTheLengthWithoutTheBody) {
  const auto message = to_message({200, "text/plain", {}, "été"}, {11, true, false});

  EXPECT_EQ(message[field::content_length], "5");
  EXPECT_EQ(message.body(), "");
}

TEST(ResponseMessage, SaysWhenTheConnectionEnds) {
  EXPECT_EQ(to_message({200, "", {}, ""}, {11, false, true})[field::connection], "close");
  EXPECT_EQ(to_message({200, "", {}, ""}, {10, true, true})[field::connection], "keep-alive");
}

}  // namespace
}  // namespace pressoir::http
