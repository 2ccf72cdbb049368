#include "server/query/expand/gazetteer_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::query::expand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The folded lemmas of the full words of a text, as a query's words have them.
std::vector<std::string> lemmas_of(const std::string& text) {
  text::Analyzer analyzer;
  std::vector<std::string> lemmas;
  for (const text::Token& token : analyzer.analyze(text)) {
    if (!token.is_stopword && !token.is_compound) lemmas.push_back(text::key_in_names(token.lemmas));
  }
  return lemmas;
}

std::vector<std::string> persons(std::span<const gazetteer::Term> terms) {
  std::vector<std::string> persons;
  for (const gazetteer::Term& term : terms) persons.push_back(term.person);
  return persons;
}

TEST(OfficeIndex, FindsTheHoldersWhateverTheCaseArticlesAndNumber) {
  const OfficeIndex offices(*gazetteer::Gazetteer::load().value());
  const auto expected = persons(offices.holders(lemmas_of("ministre du Redressement productif")));
  EXPECT_THAT(expected, testing::Contains("arnaud-montebourg"));
  EXPECT_EQ(persons(offices.holders(lemmas_of("MINISTRES DES REDRESSEMENTS PRODUCTIFS"))),
            expected);
}

TEST(OfficeIndex, FindsTheHoldersByTheShortNameOfAnOffice) {
  const gazetteer::Gazetteer& gazetteer = *gazetteer::Gazetteer::load().value();
  const OfficeIndex offices(gazetteer);
  int found = 0;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    const std::size_t comma = office.title.find(',');
    if (comma == std::string::npos || !office.title.starts_with("ministre de")) continue;
    const auto holders = persons(offices.holders(lemmas_of(office.title.substr(0, comma))));
    EXPECT_THAT(holders, testing::Contains(office.person)) << office.title;
    ++found;
  }
  EXPECT_GT(found, 10);
}

TEST(OfficeIndex, OrdersTheTermsOfAnOfficeByTheirFirstDays) {
  const gazetteer::Gazetteer& gazetteer = *gazetteer::Gazetteer::load().value();
  const OfficeIndex offices(gazetteer);
  for (const gazetteer::Office& office : gazetteer.offices()) {
    const auto terms = offices.holders(lemmas_of(office.title));
    for (std::size_t i = 1; i < terms.size(); ++i) {
      ASSERT_FALSE(terms[i].first_day < terms[i - 1].first_day) << office.title;
    }
  }
}

TEST(OfficeIndex, KnowsNoRankAndNoSingleWord) {
  const OfficeIndex offices(*gazetteer::Gazetteer::load().value());
  for (const char* text : {"", "ministre", "ministre délégué", "secrétaire d’État", "usine"}) {
    EXPECT_THAT(persons(offices.holders(lemmas_of(text))), IsEmpty()) << text;
  }
}

TEST(SynonymIndex, FindsTheOtherNamesInTheirOrder) {
  const std::vector<gazetteer::SynonymSet> sets = {{{"ANPE", "Pôle emploi", "France Travail"}, ""},
                                                   {{"Bercy", "ministère des Finances"}, ""}};
  const SynonymIndex synonyms(sets);
  const auto names = [&](const std::string& text) {
    const auto found = synonyms.other_names(lemmas_of(text));
    return std::vector<std::string>(found.begin(), found.end());
  };
  EXPECT_THAT(names("le pôle emploi"), ElementsAre("ANPE", "France Travail"));
  EXPECT_THAT(names("bercy"), ElementsAre("ministère des Finances"));
  EXPECT_THAT(names("ministère de la Finance"), ElementsAre("Bercy"));
  EXPECT_THAT(names("emploi pôle"), IsEmpty());
  EXPECT_THAT(names("pôle"), IsEmpty());
  EXPECT_THAT(names(""), IsEmpty());
}

}  // namespace
}  // namespace pressoir::query::expand
