#include "server/http/folded_line.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pressoir::http {
namespace {

bool has_fold(std::string_view bytes) {
  return FoldedLineFinder().finds_in(bytes);
}

TEST(FoldedLine, IsOneThatBeginsWithABlankOrATab) {
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n"));
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\nHost:\r\n\tx\r\n\r\n"));
  EXPECT_TRUE(has_fold("GET / HTTP/1.1\r\n X: a\r\n\r\n"));
  EXPECT_FALSE(has_fold("GET / HTTP/1.1\r\nX: a b\r\nY:  c\r\n\r\n"));
}

TEST(FoldedLine, IsNotLookedForBehindTheHeader) {
  EXPECT_FALSE(has_fold("GET / HTTP/1.1\r\nX: a\r\n\r\n body\r\n body"));
}

TEST(FoldedLine, IsFoundWhereverTheBytesAreCut) {
  const std::string bytes = "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n";
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    FoldedLineFinder finder;
    finder.finds_in(bytes.substr(0, cut));
    EXPECT_TRUE(finder.finds_in(bytes.substr(cut))) << cut;
  }
}

}  // namespace
}  // namespace pressoir::http
