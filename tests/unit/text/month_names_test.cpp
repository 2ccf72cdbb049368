#include "indexer/text/month_names.hpp"

#include <gtest/gtest.h>

namespace pressoir::text {
namespace {

TEST(MonthNames, AreKnownInTheLanguagesOfMinistries) {
  struct Name {
    const char* folded;
    int month;
  };
  for (const auto& [folded, month] : {Name{"decembre", 12}, Name{"dec", 12}, Name{"juill", 7},
                                      Name{"december", 12}, Name{"aug", 8}, Name{"dezember", 12},
                                      Name{"marz", 3}, Name{"diciembre", 12}, Name{"gennaio", 1},
                                      Name{"dezembro", 12}, Name{"maart", 3}}) {
    EXPECT_EQ(month_of(folded), month) << folded;
  }
}

TEST(MonthNames, AreNoOtherWords) {
  for (const char* word : {"", "ma", "out", "set", "mag", "lundi", "decembres"}) {
    EXPECT_EQ(month_of(word), 0) << word;
  }
}

}  // namespace
}  // namespace pressoir::text
