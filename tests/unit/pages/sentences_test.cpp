#include "server/pages/sentences.hpp"

#include <gtest/gtest.h>

namespace pressoir::pages {
namespace {

TEST(Sentences, CountTheArchiveAndItsYears) {
  search::ArchiveSummary archive;
  EXPECT_EQ(archive_in_words(archive), "Aucun texte");
  archive.documents = 1'234;
  EXPECT_EQ(archive_in_words(archive), "1\u202F234\u00A0textes");
  archive.first_date = {1998, 1, 16};
  archive.last_date = {2024, 0, 0};
  EXPECT_EQ(archive_in_words(archive), "1\u202F234\u00A0textes, de 1998 à 2024");
  archive.last_date = {1998, 12, 31};
  EXPECT_EQ(archive_in_words(archive), "1\u202F234\u00A0textes, de 1998");
}

TEST(Sentences, BlameOneFilterByItsName) {
  DeadEndCause cause;
  cause.filters = {"Arnaud Montebourg"};
  EXPECT_EQ(dead_end_in_words(cause), "Aucun texte de l’archive ne répond à cette recherche.")
      << "nothing is found without it either";
  cause.found_without_filters = true;
  EXPECT_EQ(dead_end_in_words(cause),
            "Aucun texte de l’archive ne répond au filtre «\u00A0Arnaud Montebourg\u00A0».");
  cause.has_query = true;
  EXPECT_EQ(dead_end_in_words(cause),
            "L’archive a des textes pour ces mots, mais aucun avec le filtre "
            "«\u00A0Arnaud Montebourg\u00A0».");
}

TEST(Sentences, NameTheOneFilterOfSeveralThatExcludesAll) {
  DeadEndCause cause;
  cause.filters = {"2012", "discours"};
  cause.found_without_filters = true;
  const std::string both = "Aucun texte ne répond à tous ces filtres à la fois.";
  EXPECT_EQ(dead_end_in_words(cause), both);
  cause.culprits = {"2012"};
  EXPECT_EQ(dead_end_in_words(cause),
            both + " Celui qui les écarte tous\u00A0: «\u00A02012\u00A0».");
  cause.culprits = {"2012", "discours"};
  EXPECT_EQ(dead_end_in_words(cause), both + " Il suffit d’en retirer un.");
}

TEST(Sentences, NameTheWordsThatNoTextContains) {
  DeadEndCause cause;
  cause.has_query = true;
  cause.parts = 3;
  EXPECT_EQ(dead_end_in_words(cause),
            "Chacun de ces mots se trouve dans l’archive, mais aucun texte ne les réunit.");
  cause.absent = {"abc", "def", "ghi"};
  EXPECT_EQ(dead_end_in_words(cause),
            "Aucun texte de l’archive ne contient «\u00A0abc\u00A0», «\u00A0def\u00A0» et "
            "«\u00A0ghi\u00A0».");
  cause.absent = {"abc"};
  cause.filters = {"discours"};
  cause.found_without_filters = true;
  EXPECT_EQ(dead_end_in_words(cause),
            "L’archive a des textes pour ces mots, mais aucun avec le filtre "
            "«\u00A0discours\u00A0». Et aucun texte de l’archive ne contient «\u00A0abc\u00A0».");
}

TEST(Sentences, CiteSpeakersTitleSiteDateAndAddress) {
  base::Document document;
  EXPECT_EQ(citation(document), "«\u00A0Texte sans titre\u00A0», sans date.");
  document.title = "Les pôles";
  document.ministers = {{"a", "Anne Alpha", "", base::Role::kSpeaker},
                        {"b", "Bruno Bêta", "", base::Role::kMentioned}};
  document.source = "a.fr";
  document.date = {2012, 12, 5};
  document.url = "https://a.fr/1";
  EXPECT_EQ(citation(document),
            "Anne Alpha, «\u00A0Les pôles\u00A0», a.fr, 5 décembre 2012, https://a.fr/1.");
}

TEST(Sentences, NameAtMostThreePeopleInAByline) {
  base::Document document;
  document.date = {2012, 0, 0};
  document.source = "a.fr";
  for (const char* name : {"A", "B", "C", "D", "E"}) {
    document.ministers.push_back({name, name, "ministre", base::Role::kSpeaker});
  }
  EXPECT_EQ(byline(document),
            "2012 · A, ministre · B, ministre · C, ministre et 2\u00A0autres · a.fr");
}

TEST(Sentences, CountSharesAndPeriods) {
  EXPECT_EQ(share_in_words(34, 1'000), "3,4\u00A0%");
  EXPECT_EQ(share_in_words(1, 0), "");
  EXPECT_EQ(total_in_words(1'234, 0), "1\u202F234\u00A0textes");
  EXPECT_EQ(shares_in_words("2012", {}), "2012\u00A0: aucun texte");
  EXPECT_EQ(shares_in_words("2012", {"a 3\u00A0%", "b 5\u00A0%"}),
            "2012\u00A0: a 3\u00A0%\u202F; b 5\u00A0%");
  EXPECT_EQ(skipped_in_words(1), "1\u00A0période de trop peu de textes, qui n’est pas dessinée");
}

TEST(Sentences, CountActiveFilters) {
  EXPECT_EQ(filters_in_words(0), "Filtres");
  EXPECT_EQ(filters_in_words(1), "Filtres (1\u00A0actif)");
}

}  // namespace
}  // namespace pressoir::pages
