#include "server/query/typed_date.hpp"

#include <gtest/gtest.h>

namespace pressoir::query {
namespace {

TEST(TypedDate, ReadsWhatPeopleTypeIntoAForm) {
  struct Typed {
    const char* text;
    const char* date;
  };
  for (const auto& [text, date] :
       {Typed{"2012", "2012"}, Typed{"2012-12", "2012-12"}, Typed{"2012-12-05", "2012-12-05"},
        Typed{"2019-3-1", "2019-03-01"}, Typed{"12/2012", "2012-12"}, Typed{"5/12/2012", "2012-12-05"},
        Typed{"14/3/19", "2019-03-14"}, Typed{"14-03-2019", "2019-03-14"},
        Typed{"14.03.2019", "2019-03-14"}, Typed{"mars 2019", "2019-03"},
        Typed{"14 mars 2019", "2019-03-14"}, Typed{"1er août 2013", "2013-08-01"},
        Typed{"Déc. 99", "1999-12"}}) {
    const auto read = read_typed_date(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(base::to_string(*read), date) << text;
  }
}

TEST(TypedDate, ReadsNothingElse) {
  for (const char* text : {"", "printemps", "5/12", "5/12/", "-5/12/2012", "1/2/3/4", "32/1/2012",
                           "0/1/2012", "99999999999/1/1", "mars", "14 mars mars 2019", "12"}) {
    EXPECT_FALSE(read_typed_date(text)) << text;
  }
}

}  // namespace
}  // namespace pressoir::query
