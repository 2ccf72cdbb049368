#include "indexer/gazetteer/synonyms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::gazetteer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Synonyms, AreReadWithTheirSource) {
  const auto sets = parse_synonyms("names\tsource\nancien office|nouvel office\tloi de 2001\n");
  ASSERT_TRUE(sets);
  ASSERT_EQ(sets->size(), 1u);
  EXPECT_THAT(sets->front().names, ElementsAre("ancien office", "nouvel office"));
  EXPECT_EQ(sets->front().source, "loi de 2001");
}

TEST(Synonyms, AreRefusedWithoutASourceOrASecondName) {
  for (const char* row : {"un|deux\t", "un\tloi", "\tloi", "un|deux\tloi\ndeux|trois\tloi"}) {
    const auto sets = parse_synonyms("names\tsource\n" + std::string(row) + "\n");
    ASSERT_FALSE(sets) << row;
    EXPECT_THAT(sets.error().message, HasSubstr("synonyms.tsv"));
  }
}

TEST(Synonyms, OfTheProgramCanBeRead) {
  const auto sets = load_synonyms();
  ASSERT_TRUE(sets) << sets.error().message;
  EXPECT_GT(sets->size(), 20u);
}

}  // namespace
}  // namespace pressoir::gazetteer
