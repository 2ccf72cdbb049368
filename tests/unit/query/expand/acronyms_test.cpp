#include "server/query/expand/acronyms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::query::expand {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const std::string kConseil = "Conseil national de l’industrie (CNI)";
const std::string kCarte = "carte nationale d’identité (CNI)";

class AcronymsTest : public search::SearchFixture {
 protected:
  AcronymsTest() { put_all({}); }

  // `count` documents with the one text, of the years from `year` on.
  void put_texts(const std::string& text, int count, int year = 2012) {
    std::vector<base::Document> documents;
    for (int i = 0; i < count; ++i) {
      documents.push_back(make_document(text + std::to_string(i), "", text));
      documents.back().date.year = static_cast<std::int16_t>(year == 0 ? 0 : year + i);
    }
    put_all(documents);
  }

  // What `question` gives on the archive as it is now.
  template <typename Question>
  auto ask(Question question) {
    const index::ReadableIndex database = index::open_database(path()).value();
    const store::Columns columns(database);
    text::Analyzer analyzer;
    return question(Acronyms(database, columns, analyzer));
  }
  auto meaning_of(const std::string& acronym) {
    return ask([&](const Acronyms& acronyms) { return acronyms.meaning_of(acronym); });
  }
  auto acronym_of(const std::vector<std::string>& words) {
    return ask([&](const Acronyms& acronyms) { return acronyms.acronym_of(words); });
  }
};

TEST_F(AcronymsTest, GivesTheMeaningWithItsEvidence) {
  put_texts(kConseil, 3, 2011);

  const auto meaning = meaning_of("cni");

  ASSERT_TRUE(meaning);
  EXPECT_EQ(meaning->acronym, "cni");
  EXPECT_THAT(meaning->words, ElementsAre("conseil", "national", "de", "industrie"));
  EXPECT_EQ(meaning->surface, "Conseil national de l’industrie");
  EXPECT_EQ(meaning->documents, 3u);
  EXPECT_EQ(meaning->first, (base::Date{2011, 0, 0}));
  EXPECT_EQ(meaning->last, (base::Date{2013, 0, 0}));
  EXPECT_THAT(meaning->latest, ElementsAre(3, 2, 1));
}

TEST_F(AcronymsTest, NamesOnlyTheLatestDocuments) {
  put_texts(kConseil, 12, 2000);
  EXPECT_THAT(meaning_of("cni")->latest, ElementsAre(12, 11, 10, 9, 8));
}

TEST_F(AcronymsTest, GivesNoPeriodOfUndatedDocuments) {
  put_texts(kConseil, 2, 0);
  const auto meaning = meaning_of("cni");
  ASSERT_TRUE(meaning);
  EXPECT_FALSE(meaning->first);
  EXPECT_FALSE(meaning->last);
  EXPECT_THAT(meaning->latest, SizeIs(2));
}

TEST_F(AcronymsTest, GivesTheAcronymOfAnExpansion) {
  put_texts(kConseil, 1);
  const auto meaning = acronym_of({"conseil", "national", "de", "industrie"});
  ASSERT_TRUE(meaning);
  EXPECT_EQ(meaning->acronym, "cni");
  EXPECT_FALSE(acronym_of({"conseil", "national"}));
  EXPECT_FALSE(acronym_of({"conseil", "national", "de", "industrie", "lourde"}));
}

TEST_F(AcronymsTest, KnowNothingOfWhatNoDocumentExplains) {
  put_texts("la CNIL et le CNI", 1);
  EXPECT_FALSE(meaning_of("cni"));
  EXPECT_FALSE(meaning_of(""));
  EXPECT_FALSE(meaning_of(std::string(1000, 'a')));
  EXPECT_FALSE(acronym_of({}));
  EXPECT_FALSE(acronym_of({std::string(1000, 'a')}));
}

TEST_F(AcronymsTest, DoNotMergeTwoMeanings) {
  put_texts(kConseil, 2);
  put_texts(kCarte, 3);

  EXPECT_FALSE(meaning_of("cni"));
  EXPECT_FALSE(acronym_of({"carte", "nationale", "identite"}));
}

TEST_F(AcronymsTest, TakeStopWordsForWords) {
  put_texts("le prélèvement à la source (PAS)", 1);
  EXPECT_FALSE(meaning_of("pas"));
  EXPECT_FALSE(acronym_of({"prelevement", "a", "la", "source"}));
}

TEST_F(AcronymsTest, TakeAClearMajority) {
  put_texts(kConseil, 3);
  put_texts(kCarte, 1);
  EXPECT_FALSE(meaning_of("cni"));

  put_texts(kConseil, 4);

  ASSERT_TRUE(meaning_of("cni"));
  EXPECT_EQ(meaning_of("cni")->documents, 4u);
  EXPECT_TRUE(acronym_of({"conseil", "national", "de", "industrie"}));
  EXPECT_FALSE(acronym_of({"carte", "nationale", "identite"}));
}

TEST_F(AcronymsTest, TakeADocumentThatGivesTwoMeaningsForAmbiguous) {
  put_texts(kConseil + " et " + kCarte, 1);
  EXPECT_FALSE(meaning_of("cni"));
}

TEST_F(AcronymsTest, MergeWaysOfWritingOneExpansion) {
  put_texts("Agence régionale de santé (ARS)", 3);
  put_texts("agences régionales de santé (ARS)", 2);
  put_texts("Agence Régionale de la Santé (A.R.S.)", 1);

  const auto meaning = meaning_of("ars");

  ASSERT_TRUE(meaning);
  EXPECT_EQ(meaning->surface, "Agence régionale de santé");
  EXPECT_EQ(meaning->documents, 6u);
  EXPECT_EQ(acronym_of({"agences", "regionales", "de", "sante"})->surface,
            "Agence régionale de santé");
}

TEST_F(AcronymsTest, CountADocumentOnce) {
  put_texts("Agence régionale de santé (ARS), agences régionales de santé (ARS)", 1);
  EXPECT_EQ(meaning_of("ars")->documents, 1u);
}

TEST_F(AcronymsTest, GiveNoAcronymOfAnExpansionThatHasSeveral) {
  put_texts("petites et moyennes entreprises (PME)", 1);
  put_texts("petites et moyennes entreprises (PEME)", 1);
  EXPECT_FALSE(acronym_of({"petites", "et", "moyennes", "entreprises"}));
}

TEST_F(AcronymsTest, ForgetDocumentsThatAreRemoved) {
  put_texts(kConseil, 1);
  put_texts(kCarte, 1);
  const std::string id = make_document(kCarte + "0", "", "").id;

  index::IndexWriter writer = open_writer();
  ASSERT_TRUE(writer.remove(id).value());
  writer.commit().value();

  ASSERT_TRUE(meaning_of("cni"));
  EXPECT_EQ(meaning_of("cni")->surface, "Conseil national de l’industrie");
}

TEST_F(AcronymsTest, TakeAnAcronymWithTooManyExpansionsForAmbiguous) {
  std::string text;
  for (std::size_t i = 0; i < 2 * kMaxAcronymTerms; ++i) {
    std::string word = "n";
    for (std::size_t rest = i + 1; rest > 0; rest /= 26) word += static_cast<char>('a' + rest % 26);
    text += "conseil " + word + " (CN)\n";
  }
  put_texts(text, 1);
  EXPECT_FALSE(meaning_of("cn"));
}

}  // namespace
}  // namespace pressoir::query::expand
