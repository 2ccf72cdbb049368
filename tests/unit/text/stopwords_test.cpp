#include "indexer/text/stopwords.hpp"

#include <gtest/gtest.h>

namespace pressoir::text {
namespace {

TEST(Stopwords, KnowsFunctionWords) {
  for (const char* word : {"le", "la", "les", "de", "du", "des", "à", "où", "et", "est"}) {
    EXPECT_TRUE(is_stopword(word)) << word;
  }
}

// Folded, `été` is a form of être too; a season and the conjunction that is gold are asked for.
TEST(Stopwords, LeavesWordsOfMeaning) {
  for (const char* word : {"", "été", "or", "lea", "france", "économie", "non", "aide", "LE"}) {
    EXPECT_FALSE(is_stopword(word)) << word;
  }
}

}  // namespace
}  // namespace pressoir::text
