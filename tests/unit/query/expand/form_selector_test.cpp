#include "server/query/expand/form_selector.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "server/query/query_parser.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::query::expand {
namespace {

using testing::UnorderedElementsAre;

class FormSelectorTest : public search::SearchFixture {
 protected:
  // The spellings of the archive that a query of one word matches.
  std::set<std::string> found(const std::string& q) {
    text::Analyzer analyzer;
    Query query = parse_query(q, MatchMode::kAuto, analyzer).value().query;
    const index::ReadableIndex index = index::open_database(path()).value();
    const store::Spellings spellings(index);
    const store::FrequentPostings none;
    store::Postings postings(index, spellings, none);
    select_forms(query, spellings, postings, analyzer);
    while (query.words.empty()) query = Query(query.children.back());
    std::set<std::string> forms;
    spellings.visit_forms(query.words.front().forms,
                          [&](std::string_view exact) { forms.emplace(exact); });
    return forms;
  }

  // `count` documents with one text each.
  void put_texts(const std::string& text, int count = 1) {
    std::vector<base::Document> documents;
    for (int i = 0; i < count; ++i) {
      documents.push_back(make_document(text + std::to_string(i), "", text));
    }
    put_all(documents);
  }
};

TEST_F(FormSelectorTest, FindsInflectionsAndNoDerivedWords) {
  put_texts("danse danses danser dansait dans danseur");
  EXPECT_THAT(found("danse"), UnorderedElementsAre("danse", "danses", "danser", "dansait"));
  EXPECT_THAT(found("dans"), UnorderedElementsAre("dans"));
}

TEST_F(FormSelectorTest, FindsEveryAccentOfAWordTypedWithout) {
  put_texts("côte côté coté cote côtes");
  EXPECT_THAT(found("cote"), UnorderedElementsAre("côte", "côté", "coté", "cote", "côtes"));
}

TEST_F(FormSelectorTest, FindsOtherAccentsOfAWordTypedWithThemAsErrorsOnly) {
  put_texts("côte côté cote ELYSEE Élysée élysèe");
  EXPECT_THAT(found("côte"), UnorderedElementsAre("côte"));
  EXPECT_THAT(found("Élysée"), UnorderedElementsAre("elysee", "élysée", "élysèe"));
}

TEST_F(FormSelectorTest, GivesInflectionsOfAccentedForms) {
  put_texts("associé associer");
  EXPECT_THAT(found("ASSOCIE"), UnorderedElementsAre("associé", "associer"));
}

// `pêcher` typed without accents, where one page of many has it for `pécher`.
TEST_F(FormSelectorTest, LeavesOutInflectionsOfRareSpellings) {
  put_texts("donné données", 41);
  put_texts("donne donnons", 2);
  EXPECT_THAT(found("donne"), UnorderedElementsAre("donne", "donnons", "donné", "données"));
  put_texts("mure", 41);
  put_texts("mûre mûres", 1);
  EXPECT_THAT(found("mure"), UnorderedElementsAre("mure", "mûre", "mûres"));
}

TEST_F(FormSelectorTest, KeepsNamesOfTheLexiconFromCommonWords) {
  put_texts("Hier la Creuse a voté.", 3);
  put_texts("Il faut creuser un sol creux.");
  EXPECT_THAT(found("creuser"), UnorderedElementsAre("creuser"));
  EXPECT_THAT(found("Creuse"), UnorderedElementsAre("creuse"));
}

TEST_F(FormSelectorTest, KeepsNamesWithoutAnArticleFromCommonWords) {
  put_texts("Ce jour Mme Borne et Élisabeth Borne parlent.", 3);
  put_texts("Des bornes de recharge.");
  EXPECT_THAT(found("bornes"), UnorderedElementsAre("bornes"));
  EXPECT_THAT(found("borne"), UnorderedElementsAre("borne"));
}

TEST_F(FormSelectorTest, JoinsCommonWordsThatReverenceCapitalises) {
  put_texts("Hier l’État et la République ont parlé au Président.", 3);
  put_texts("Deux états, deux républiques, deux présidents.");
  EXPECT_THAT(found("états"), UnorderedElementsAre("état", "états"));
  EXPECT_THAT(found("république"), UnorderedElementsAre("république", "républiques"));
  EXPECT_THAT(found("président"), UnorderedElementsAre("président", "présidents"));
}

TEST_F(FormSelectorTest, JoinsANameThatIsMostlyWrittenAsACommonWord) {
  put_texts("Un texte plus cher.", 3);
  put_texts("Hier le Cher a voté. Des vies chères.");
  EXPECT_THAT(found("cher"), UnorderedElementsAre("cher", "chères"));
}

}  // namespace
}  // namespace pressoir::query::expand
