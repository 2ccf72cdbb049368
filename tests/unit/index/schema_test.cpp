#include "indexer/index/schema.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pressoir::index {
namespace {

TEST(Schema, StoresDatesInTheOrderOfTime) {
  EXPECT_EQ(date_to_value({2012, 12, 5}), "20121205");
  EXPECT_EQ(date_to_value({2012, 12, 0}), "201212");
  EXPECT_EQ(date_to_value({2012, 0, 0}), "2012");
  EXPECT_EQ(date_to_value({}), "");
  EXPECT_LT(date_to_value({999, 12, 31}), date_to_value({1000, 1, 1}));
}

TEST(Schema, ReadsDatesBack) {
  for (const base::Date date : {base::Date{2012, 12, 5}, base::Date{2012, 12, 0},
                                base::Date{2012, 0, 0}, base::Date{7, 1, 1}, base::Date{}}) {
    EXPECT_EQ(date_from_value(date_to_value(date)), date);
  }
}

TEST(Schema, ReadsNoDateFromDamage) {
  for (const char* value :
       {"2", "20", "201", "20121", "2012123", "20121301", "année", "2012 205"}) {
    const base::Date date = date_from_value(value);
    EXPECT_TRUE(!date || base::is_valid(date)) << value;
  }
  EXPECT_FALSE(date_from_value("20121301"));
  EXPECT_FALSE(date_from_value("année"));
}

// Words are in lower case, so that a prefix in capitals can only be followed by a word or by the
// rest of another prefix; no two families may then read alike.
TEST(Schema, KeepsFamiliesOfTermsApart) {
  const std::set<std::string> terms = {term("", "pole"), term(kTitlePrefix, "pole"),
                                       term(kIdPrefix, "pole"), acronym_terms("pole"),
                                       expansion_terms("pole")};
  EXPECT_EQ(terms.size(), 5u);
}

TEST(Schema, PutsExpansionsBehindTheirAcronym) {
  EXPECT_TRUE(acronym_term("cni", "conseil national", "Conseil national")
                  .starts_with(acronym_terms("cni")));
  EXPECT_FALSE(acronym_term("cnil", "conseil", "Conseil").starts_with(acronym_terms("cni")));
  EXPECT_TRUE(
      expansion_term("conseil national", "cn").starts_with(expansion_terms("conseil national")));
}

TEST(Schema, KeepsTermsOfAcronymsWithinXapiansLimit) {
  const std::string half(kMaxAcronymTermBytes / 2, 'a');
  EXPECT_EQ(acronym_term("cni", half, half), acronym_term("cni", half, ""));
  EXPECT_EQ(expansion_term(half, "cni"), expansion_terms(half) + "cni");

  const std::string whole(kMaxAcronymTermBytes, 'a');
  EXPECT_EQ(acronym_term("cni", whole, ""), "");
  EXPECT_EQ(expansion_term(whole, "cni"), "");
}

}  // namespace
}  // namespace pressoir::index
