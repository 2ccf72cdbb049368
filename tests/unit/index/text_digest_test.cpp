#include "indexer/index/text_digest.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/index/document_terms.hpp"
#include "indexer/index/schema.hpp"
#include "tests/unit/index/make_document.hpp"

namespace pressoir::index {
namespace {

constexpr const char* kText =
    "L’État soutient les pôles de compétitivité.\nSix d’entre eux sont des porte-drapeaux, dix "
    "autres attendent de l’être : 10 000 emplois sont en jeu.";

std::string digest_of(const std::string& title, const std::string& text) {
  text::Analyzer analyzer;
  return make_xapian_document(make_document("a", title, text), "data", analyzer)
      .get_value(kTextSlot);
}

TEST(TextDigest, IsThatOfTheWords) {
  std::string other = kText;
  for (std::size_t at; (at = other.find('\n')) != std::string::npos;) other.replace(at, 1, "  ");
  other.replace(other.find("L’État"), 9, "L'ETAT");

  EXPECT_EQ(digest_of("Titre", kText).size(), kTextDigestBytes);
  EXPECT_EQ(digest_of("Titre", kText), digest_of("Un autre titre", other));
  EXPECT_NE(digest_of("Titre", kText), digest_of("Titre", std::string(kText) + " Oui."));
}

TEST(TextDigest, TellsTheOrderAndTheLimitsOfWords) {
  const std::string rest(40 * 4, 'a');
  EXPECT_NE(digest_of("", "pour le " + rest), digest_of("", "le pour " + rest));
  EXPECT_NE(digest_of("", "porte parole " + rest), digest_of("", "porteparole " + rest));
}

TEST(TextDigest, CountsTheTitleOfAShortText) {
  EXPECT_NE(digest_of("Budget", "Télécharger le communiqué"),
            digest_of("Forêt", "Télécharger le communiqué"));
  EXPECT_EQ(digest_of("Forêt", "Télécharger le communiqué"),
            digest_of("FORET", "télécharger : le communiqué."));
}

TEST(TextDigest, IsNoneWithoutWords) {
  EXPECT_EQ(digest_of("Titre", ""), "");
  EXPECT_EQ(digest_of("Titre", " … \n – "), "");
}

}  // namespace
}  // namespace pressoir::index
