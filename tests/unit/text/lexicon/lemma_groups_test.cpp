#include "indexer/text/lexicon/lemma_groups.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace pressoir::text::lexicon {
namespace {

bool are_joined(LemmaGroups& groups, const Reading& a, const Reading& b) {
  return groups.lemma(a) == groups.lemma(b);
}

LemmaGroups variants(std::initializer_list<std::pair<Reading, std::string>> entries) {
  LemmaGroups groups;
  for (const auto& [entry, kind] : entries) groups.add_entry(entry, kind);
  groups.join_variants();
  return groups;
}

TEST(LemmaGroups, JoinsSpellingsOfBeforeAndAfter1990) {
  for (const auto& [before, after] :
       std::initializer_list<std::pair<const char*, const char*>>{{"coût", "cout"},
                                                                  {"événement", "évènement"},
                                                                  {"ciguë", "cigüe"},
                                                                  {"paiement", "payement"},
                                                                  {"dénuement", "dénûment"},
                                                                  {"referendum", "référendum"}}) {
    LemmaGroups groups = variants({{{before}, "nom"}, {{after}, "nom"}});
    EXPECT_TRUE(are_joined(groups, {before}, {after})) << before << ", " << after;
  }
  LemmaGroups verbs =
      variants({{{"connaître", Part::kVerb}, "v"}, {{"connaitre", Part::kVerb}, "v"}});
  EXPECT_TRUE(are_joined(verbs, {"connaître", Part::kVerb}, {"connaitre", Part::kVerb}));
}

TEST(LemmaGroups, KeepsOtherAccentsApart) {
  for (const auto& [one, other] :
       std::initializer_list<std::pair<const char*, const char*>>{{"pêche", "péché"},
                                                                  {"tâche", "tache"},
                                                                  {"comté", "comte"},
                                                                  {"forêt", "foret"},
                                                                  {"maïs", "mais"}}) {
    LemmaGroups groups = variants({{{one}, "nom"}, {{other}, "nom"}});
    EXPECT_FALSE(are_joined(groups, {one}, {other})) << one << ", " << other;
  }
}

// The reform keeps the accent where it tells two words apart.
TEST(LemmaGroups, KeepsEntriesOfDifferentKindsApart) {
  LemmaGroups groups = variants({{{"mûr"}, "adj"}, {{"mur"}, "nom mas"}});
  EXPECT_FALSE(are_joined(groups, {"mûr"}, {"mur"}));
  LemmaGroups parts = variants({{{"dîner"}, "nom"}, {{"diner", Part::kVerb}, "nom"}});
  EXPECT_FALSE(are_joined(parts, {"dîner"}, {"diner", Part::kVerb}));
}

TEST(LemmaGroups, TakesRecreerAndRecreerForTwoWords) {
  LemmaGroups groups =
      variants({{{"recréation"}, "n"}, {{"récréation"}, "n"}, {{"création"}, "n"}});
  EXPECT_FALSE(are_joined(groups, {"recréation"}, {"récréation"}));
}

TEST(LemmaGroups, JoinsListedWordsAndAddsThoseThatAreNoEntries) {
  LemmaGroups groups;
  groups.add_entry({"œil"}, "nom");
  groups.add_entry({"yeux"}, "nom");
  std::istringstream list("# a comment\n\nn œil yeux zyeux\tgrammar\n");
  groups.join_listed(list);
  EXPECT_TRUE(are_joined(groups, {"œil"}, {"yeux"}));
  EXPECT_TRUE(are_joined(groups, {"œil"}, {"zyeux"}));
  EXPECT_EQ(groups.added(), std::vector<Reading>{{"zyeux"}});
}

TEST(LemmaGroups, RefusesALineWithoutPartOrSource) {
  for (const char* line : {"œil yeux\tgrammar", "n œil yeux", "x œil yeux\tgrammar"}) {
    LemmaGroups groups;
    std::istringstream list(line);
    EXPECT_THROW(groups.join_listed(list), std::runtime_error) << line;
  }
}

}  // namespace
}  // namespace pressoir::text::lexicon
