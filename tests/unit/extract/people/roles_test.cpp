// Who speaks in transcripts and before the Council, and ministries by their older names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/people/minister_finder.hpp"
#include "tests/unit/extract/people/invented_gazetteer.hpp"

namespace pressoir::extract::people {
namespace {

using base::MinisterEvidence;
using base::Role;
using ::testing::IsEmpty;

constexpr base::Date kIn2012{2012, 12, 5};
constexpr base::Date kIn2020{2020, 10, 22};

const MinisterFinder& finder() {
  static const MinisterFinder made(sample_gazetteer());
  return made;
}

Role role_in(std::string_view title, std::string_view text, std::string_view id) {
  for (const base::Minister& minister : finder().find({title, text}, kIn2012)) {
    if (minister.id == id) return minister.role;
  }
  ADD_FAILURE() << id << " is not found";
  return Role::kMentioned;
}

TEST(MinisterFinder, MakesWhoeverALabelNamesASpeaker) {
  const auto found = finder().find(
      {.title = "Séance",
       .text = "Montebourg. Je vous ai entendu. Fleur Pellerin. Manuel Valls en a parlé.",
       .labels = "M. Montebourg.\nMme Fleur Pellerin, rapporteure.\nM. le ministre de "
                 "l’intérieur.\n"},
      kIn2012);

  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].id, "arnaud-montebourg");
  EXPECT_EQ(found[0].role, Role::kSpeaker);
  EXPECT_EQ(found[0].evidence, MinisterEvidence::kTranscript);
  EXPECT_EQ(found[1].id, "fleur-pellerin");
  EXPECT_EQ(found[1].role, Role::kMentioned);
  EXPECT_EQ(found[2].id, "manuel-valls");
  EXPECT_EQ(found[2].role, Role::kSpeaker);
}

TEST(MinisterFinder, TakesAnOlderNameOfAMinistryForItsHolder) {
  const auto found =
      finder().find({"", "Le ministre de l’Économie numérique et des PME."}, kIn2020);
  EXPECT_THAT(found, IsEmpty());  // a minister is no state secretary

  const auto secretary = finder().find(
      {"", "Le secrétaire d’État chargé des PME a reçu le ministre du Redressement productif."},
      kIn2020);
  ASSERT_EQ(secretary.size(), 1u);
  EXPECT_EQ(secretary[0].id, "cedric-o");
  EXPECT_EQ(secretary[0].evidence, MinisterEvidence::kLineage);
}

TEST(MinisterFinder, TakesAnOlderNameThatFitsNobodyForNobody) {
  for (const char* text : {"L’ancien secrétaire d’État chargé des PME est venu.",
                           "La ministre du Redressement productif est venue.",
                           "Le ministre de la Mémoire est venu."}) {
    EXPECT_THAT(finder().find({"", text}, kIn2012), IsEmpty()) << text;
  }
}

TEST(MinisterFinder, MakesWhoPresentsToTheCouncilASpeaker) {
  constexpr std::string_view kItem =
      "Le ministre de l’intérieur et la garde des sceaux, ministre de la justice, ont présenté un "
      "projet de loi.\nIl complète celui du ministre du redressement productif.";

  EXPECT_EQ(role_in("Compte rendu", kItem, "manuel-valls"), Role::kSpeaker);
  EXPECT_EQ(role_in("Compte rendu", kItem, "christiane-taubira"), Role::kSpeaker);
  EXPECT_EQ(role_in("Compte rendu", kItem, "arnaud-montebourg"), Role::kMentioned);
  EXPECT_EQ(role_in("", "Le ministre de l’intérieur a présenté ses vœux.", "manuel-valls"),
            Role::kMentioned);
  EXPECT_EQ(
      role_in("", "Hier, le ministre de l’intérieur a présenté un projet de loi.", "manuel-valls"),
      Role::kMentioned);
}

}  // namespace
}  // namespace pressoir::extract::people
