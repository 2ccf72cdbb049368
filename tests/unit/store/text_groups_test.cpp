#include "server/store/text_groups.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/index/open.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TextGroupsTest : public search::SearchFixture {
 protected:
  TextGroups read() const { return TextGroups(index::open_database(path()).value()); }
};

TEST_F(TextGroupsTest, HoldDocumentsWithTheSameText) {
  put_all({make_document("a", "Un", "le même texte"), make_document("b", "Deux", "un autre texte"),
           make_document("c", "Un", "Le même texte !"), make_document("d", "Un", "")});
  const TextGroups groups = read();

  EXPECT_THAT(groups.with_text_of(3), ElementsAre(1, 3));
  EXPECT_THAT(groups.with_text_of(2), IsEmpty());
  EXPECT_EQ(groups.of(1), groups.of(3));
  EXPECT_EQ(groups.of(2), TextGroups::kAlone);
  EXPECT_EQ(groups.size(), 1u);
}

TEST_F(TextGroupsTest, NeverHoldDocumentsWithoutText) {
  put_all({make_document("a", "Un", ""), make_document("b", "Un", ""), make_document("c", "", "")});
  EXPECT_EQ(read().size(), 0u);
}

TEST_F(TextGroupsTest, CountTheTextsOfASet) {
  put_all({make_document("a", "", "un"), make_document("b", "", "deux"),
           make_document("c", "", "un"), make_document("d", "", ""), make_document("e", "", "")});
  DocumentSet all(5);
  for (const std::uint32_t document : {1u, 2u, 3u, 4u, 5u}) all.add(document);
  DocumentSet some(5);
  some.add(3);
  some.add(4);

  EXPECT_EQ(read().count_in(all), 4u);
  EXPECT_EQ(read().count_in(some), 2u);
}

TEST_F(TextGroupsTest, ReadAnEmptyIndex) {
  put_all({});
  EXPECT_EQ(read().size(), 0u);
  EXPECT_EQ(read().of(7), TextGroups::kAlone);
}

}  // namespace
}  // namespace pressoir::store
