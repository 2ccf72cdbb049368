#include "indexer/text/stopwords.hpp"

#include <gtest/gtest.h>

namespace pressoir::text {
namespace {

TEST(Stopwords, KnowsFunctionWords) {
  for (const char* word : {"le", "la", "les", "de", "du", "des", "à", "où", "et", "est"}) {
    EXPECT_TRUE(is_stopword(word)) << word;
  }
}

// `été` and `êtes` fold to words of their own; a season, the east and gold are asked for.
TEST(Stopwords, LeavesWordsOfMeaning) {
  for (const char* word : {"", "été", "or", "lea", "france", "économie", "non", "aide", "LE"}) {
    EXPECT_FALSE(is_stopword(word)) << word;
  }
}

}  // namespace
}  // namespace pressoir::text
