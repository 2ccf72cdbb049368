#include "indexer/extract/content/repetition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

namespace pressoir::extract::content {
namespace {

using base::BlockKind;
using testing::ElementsAre;
using testing::IsEmpty;

facts::PageFacts page_of(std::initializer_list<std::string> texts) {
  facts::PageFacts facts;
  facts.url = "https://www.ministere.example/page";
  for (const std::string& text : texts) {
    if (!facts.text.empty()) facts.text += '\n';
    const auto begin = static_cast<std::uint32_t>(facts.text.size());
    facts.text += text;
    facts.blocks.push_back(
        {BlockKind::kParagraph, begin, static_cast<std::uint32_t>(facts.text.size())});
  }
  return facts;
}

PageFingerprint print_of(const facts::PageFacts& facts) {
  return fingerprint_of(facts, 1, 2012);
}

std::string own_text(int page) {
  return "Le texte propre à la page " + std::to_string(page) +
         " est plus long que ce qui l’entoure.";
}

// A harvest of `pages` pages with these blocks before and after their own text.
Repetition harvest(int pages, const std::string& before, const std::string& after) {
  RepetitionCounter counter;
  for (int i = 0; i < pages; ++i) counter.add(print_of(page_of({before, own_text(i), after})));
  return std::move(counter).finish();
}

std::vector<std::string> texts_without(const Repetition& repetition,
                                       const facts::PageFacts& facts) {
  const std::vector<Region> regions = find_repetition(facts, print_of(facts), repetition);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < facts.blocks.size(); ++i) {
    const base::Block& block = facts.blocks[i];
    if (!regions.empty() && regions[i] == Region::kRepetition) continue;
    texts.push_back(facts.text.substr(block.begin, block.end - block.begin));
  }
  return texts;
}

TEST(Repetition, LeavesOutWhatBeginsAndEndsAllPages) {
  const Repetition repetition = harvest(12, "Ministère de l’Exemple", "Le service de presse");

  EXPECT_THAT(texts_without(repetition, page_of({"MINISTÈRE DE L'EXEMPLE", own_text(3),
                                                 "Le service de presse"})),
              ElementsAre(own_text(3)));
}

TEST(Repetition, SaysNothingOfAPageWithoutAny) {
  const facts::PageFacts page = page_of({own_text(3), own_text(4)});
  const Repetition repetition = harvest(12, "Ministère de l’Exemple", "Fin");

  EXPECT_THAT(find_repetition(page, print_of(page), repetition), IsEmpty());
}

TEST(Repetition, NeedsManyPages) {
  EXPECT_EQ(harvest(9, "Ministère de l’Exemple", "Le service de presse").size(), 0U);
}

TEST(Repetition, KeepsAClauseOfSomePages) {
  RepetitionCounter counter;
  for (int i = 0; i < 40; ++i) {
    const bool has_clause = i % 3 == 0;
    counter.add(print_of(page_of({own_text(i), has_clause ? "Le présent arrêté sera publié au "
                                                            "Journal officiel."
                                                          : own_text(i + 100)})));
  }
  EXPECT_EQ(std::move(counter).finish().size(), 0U);
}

TEST(Repetition, TellsSitesLayoutsAndYearsApart) {
  facts::PageFacts facts = page_of({"Ministère de l’Exemple", own_text(1)});
  const std::uint64_t group = print_of(facts).group;

  EXPECT_NE(fingerprint_of(facts, 2, 2012).group, group);
  EXPECT_NE(fingerprint_of(facts, 1, 2013).group, group);
  facts.url = "https://www.autre.example/page";
  EXPECT_NE(print_of(facts).group, group);
}

TEST(Repetition, KeepsAFormulaWithinTheText) {
  const Repetition repetition = harvest(12, "La séance est reprise.", "Fin");

  EXPECT_THAT(
      texts_without(repetition, page_of({own_text(1), "La séance est reprise.", own_text(2)})),
      ElementsAre(own_text(1), "La séance est reprise.", own_text(2)));
}

TEST(Repetition, LeavesOutARowWithinTheText) {
  RepetitionCounter counter;
  const auto page = [](int i) {
    return page_of({own_text(i), "Aide", "Le parcours d’une loi", "La navette", own_text(i + 100)});
  };
  for (int i = 0; i < 12; ++i) counter.add(print_of(page(i)));

  EXPECT_THAT(texts_without(std::move(counter).finish(), page(50)),
              ElementsAre(own_text(50), own_text(150)));
}

TEST(Repetition, KeepsOpeningsAndTitlesOfWhatStays) {
  const Repetition repetition = harvest(12, "Mesdames et Messieurs,", "Seul le prononcé fait foi");
  facts::PageFacts titled = page_of({"Seul le prononcé fait foi", own_text(1)});
  titled.blocks.front().kind = BlockKind::kHeading;

  EXPECT_THAT(texts_without(repetition, page_of({"Mesdames et Messieurs,", own_text(1)})),
              ElementsAre("Mesdames et Messieurs,", own_text(1)));
  EXPECT_THAT(texts_without(repetition, titled),
              ElementsAre("Seul le prononcé fait foi", own_text(1)));
}

TEST(Repetition, KeepsTurnsAndTheTitle) {
  const Repetition repetition = harvest(12, "M. le président. La séance est ouverte.", "Vœux");
  facts::PageFacts turn = page_of({"M. le président. La séance est ouverte.", own_text(1)});
  turn.blocks.front().kind = BlockKind::kTurn;
  facts::PageFacts titled = page_of({"Vœux", own_text(1)});
  titled.heading = "VŒUX";

  EXPECT_EQ(texts_without(repetition, turn).size(), 2U);
  EXPECT_EQ(texts_without(repetition, titled).size(), 2U);
}

TEST(Repetition, NeverLeavesAPageWithoutMostOfItsText) {
  const Repetition repetition = harvest(12, "Ministère de l’Exemple", "Le service de presse");

  EXPECT_THAT(texts_without(repetition, page_of({"Ministère de l’Exemple", "Court."})),
              ElementsAre("Ministère de l’Exemple", "Court."));
}

TEST(Repetition, CountsTooLowRatherThanTooHighWhenThereIsNoRoom) {
  RepetitionCounter counter(100);
  for (int i = 0; i < 200; ++i) {
    counter.add(print_of(page_of({"Ministère de l’Exemple", own_text(i), own_text(i + 1000)})));
  }
  const Repetition repetition = std::move(counter).finish();
  const facts::PageFacts page = page_of({"Ministère de l’Exemple", own_text(7)});

  EXPECT_EQ(repetition.size(), 1U);
  EXPECT_TRUE(repetition.holds(print_of(page).group, print_of(page).blocks.front()));
}

}  // namespace
}  // namespace pressoir::extract::content
