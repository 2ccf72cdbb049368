#include "indexer/gazetteer/term.hpp"

#include <gtest/gtest.h>

namespace pressoir::gazetteer {
namespace {

Term term(const char* person, const char* first, const char* last) {
  return {"ministre", person, *base::parse_date(first),
          *last ? *base::parse_date(last) : base::Date{}};
}

TEST(JoinTerms, MakesOneOfThoseThatFollowEachOther) {
  std::vector<Term> terms{term("a", "2012-06-21", "2014-03-31"),
                          term("a", "2012-05-16", "2012-06-18")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_EQ(terms[0].first_day, *base::parse_date("2012-05-16"));
  EXPECT_EQ(terms[0].last_day, *base::parse_date("2014-03-31"));
}

TEST(JoinTerms, KeepsTermsApartThatAreMoreThanAMonthApart) {
  std::vector<Term> terms{term("a", "2002-01-01", "2002-03-01"),
                          term("a", "2002-04-02", "2003-01-01")};
  join_terms(terms);
  EXPECT_EQ(terms.size(), 2u);
}

TEST(JoinTerms, KeepsPersonsApartAndOrdersByTheFirstDay) {
  std::vector<Term> terms{term("b", "2013-01-01", ""), term("a", "2012-01-01", "2012-12-31")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].person, "a");
}

TEST(JoinTerms, GoesOnWithoutAnEndWhenTheLastIsInOffice) {
  std::vector<Term> terms{term("a", "2012-01-01", "2012-12-31"), term("a", "2013-01-01", "")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_FALSE(terms[0].last_day);
}

}  // namespace
}  // namespace pressoir::gazetteer
