#include "server/store/columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "server/store/document_set.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class ColumnsTest : public search::SearchFixture {
 protected:
  Columns read() const { return Columns(index::open_database(path()).value()); }

  static std::vector<std::string> values(const Columns& columns, base::Facet facet,
                                         std::uint32_t document) {
    std::vector<std::string> values;
    for (const std::uint32_t ordinal : columns.facet(facet).of(document)) {
      values.push_back(columns.facet(facet).values()[ordinal]);
    }
    return values;
  }
};

TEST_F(ColumnsTest, ReadAnEmptyIndex) {
  put_all({});
  const Columns columns = read();
  EXPECT_EQ(columns.documents.size(), 0u);
  EXPECT_THAT(columns.facet(base::Facet::kTheme).values(), IsEmpty());
}

TEST_F(ColumnsTest, HoldTheValuesOfEachDocument) {
  put_all({make_document("a", "", ""), make_full_document(), make_document("b", "", "")});
  const Columns columns = read();

  EXPECT_EQ(columns.documents.size(), 3u);
  EXPECT_THAT(values(columns, base::Facet::kMinister, 1), IsEmpty());
  EXPECT_THAT(values(columns, base::Facet::kMinister, 2),
              ElementsAre("arnaud-montebourg", "fleur-pellerin"));
  EXPECT_THAT(values(columns, base::Facet::kMinister, 3), IsEmpty());
  EXPECT_THAT(values(columns, base::Facet::kSource, 3), ElementsAre("exemple.example"));
  EXPECT_EQ(columns.dates[2], (base::Date{2012, 12, 5}));
  EXPECT_FALSE(columns.dates[1]);
}

TEST_F(ColumnsTest, GiveAncestorsOfThemesOnce) {
  base::Document document = make_document("a", "", "");
  document.themes = {"Industrie/Compétitivité/Pôles", "Industrie/PME", "Industrie", "/Énergie",
                     "x/"};
  put_all({document});
  const Columns columns = read();
  EXPECT_THAT(
      values(columns, base::Facet::kTheme, 1),
      UnorderedElementsAre("Industrie", "Industrie/Compétitivité", "Industrie/Compétitivité/Pôles",
                           "Industrie/PME", "/Énergie", "x", "x/"));
}

TEST_F(ColumnsTest, SkipRemovedDocuments) {
  put_all({make_document("a", "", ""), make_full_document()});
  {
    index::IndexWriter writer = open_writer();
    writer.remove(make_document("a", "", "").id).value();
    writer.commit().value();
  }
  const Columns columns = read();
  EXPECT_FALSE(columns.documents.contains(1));
  EXPECT_TRUE(columns.documents.contains(2));
  EXPECT_THAT(values(columns, base::Facet::kType, 1), IsEmpty());
  EXPECT_THAT(values(columns, base::Facet::kType, 2), ElementsAre("article"));
}

TEST_F(ColumnsTest, KnowNoAbsentValue) {
  put_all({make_full_document()});
  EXPECT_EQ(read().facet(base::Facet::kType).find("discours"), ValueColumn::kAbsent);
}

TEST(DocumentSet, WalksItsNumbersInOrder) {
  DocumentSet set(200);
  for (const std::uint32_t number : {1u, 63u, 64u, 127u, 128u, 200u}) set.add(number);

  std::vector<std::uint32_t> walked;
  set.for_each([&](std::uint32_t number) { walked.push_back(number); });
  EXPECT_THAT(walked, ElementsAre(1, 63, 64, 127, 128, 200));
  EXPECT_EQ(set.size(), 6u);
  EXPECT_EQ(set.next(1), 1u);
  EXPECT_EQ(set.next(2), 63u);
  EXPECT_EQ(set.next(65), 127u);
  EXPECT_EQ(set.next(201), 0u);
  EXPECT_EQ(set.next(100'000), 0u);
  EXPECT_FALSE(set.contains(100'000));
}

TEST(DocumentSet, JoinsAndCuts) {
  DocumentSet a(100);
  DocumentSet b(100);
  a.add(1);
  a.add(70);
  b.add(70);
  b.add(99);
  EXPECT_EQ((DocumentSet(a) |= b).size(), 3u);
  EXPECT_TRUE((DocumentSet(a) &= b).contains(70));
  EXPECT_EQ((DocumentSet(a) &= b).size(), 1u);
  EXPECT_TRUE((DocumentSet(a) -= b).contains(1));
  EXPECT_EQ((DocumentSet(a) -= b).size(), 1u);
}

}  // namespace
}  // namespace pressoir::store
