#include "indexer/index/document_terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"
#include "tests/unit/index/make_document.hpp"

namespace pressoir::index {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Xapian::Document terms_of(const base::Document& document) {
  text::Analyzer analyzer;
  return make_xapian_document(document, "data", analyzer);
}

std::vector<std::string> all_terms(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

// Where a spelling stands, from the word stream.
std::vector<std::uint32_t> positions(const Xapian::Document& document, std::string_view exact) {
  const std::string bytes = document.get_value(kWordsSlot);
  const auto stream = WordStreamReader::open(bytes);
  std::vector<bool> is_meant;
  stream->for_each_word(
      [&](std::uint32_t, std::string_view word) { is_meant.push_back(word == exact); });
  std::vector<std::uint32_t> found;
  stream->for_each_token([&](std::uint32_t position, std::uint32_t rank) {
    if (is_meant[rank]) found.push_back(position);
  });
  return found;
}

TEST(DocumentTerms, WritesEachSpellingOnce) {
  const auto terms = all_terms(terms_of(make_document("a", "", "Économies, économies, economie")));

  EXPECT_THAT(terms, testing::IsSupersetOf({"économies", "economie"}));
  EXPECT_EQ(terms.size(), 3u);  // and its id
}

TEST(DocumentTerms, CountsASpelling) {
  const auto document = terms_of(make_document("a", "Port", "le port du Port"));
  auto term = document.termlist_begin();
  term.skip_to("port");

  EXPECT_EQ(*term, "port");
  EXPECT_EQ(term.get_wdf(), 3u);
}

TEST(DocumentTerms, MarksWordsThatAreMostlyWrittenAsNames) {
  const auto names = [](const std::string& text) {
    return all_terms(terms_of(make_document("a", "", text)));
  };
  EXPECT_THAT(names("Hier la Creuse a voté. Il creuse. Vive la Creuse."), Contains("Ncreuse"));
  EXPECT_THAT(names("Hier la Creuse a voté. Il creuse."), Not(Contains("Ncreuse")));
  EXPECT_THAT(names("Hier l’État a payé."), Not(Contains("Nétat")));
}

TEST(DocumentTerms, WritesNoPositions) {
  const auto document = terms_of(make_document("a", "Pôles", "un pôle"));
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    EXPECT_EQ(it.positionlist_count(), 0u) << *it;
  }
}

TEST(DocumentTerms, WritesWordsOfTheTitleTwice) {
  const auto terms = all_terms(terms_of(make_document("a", "Pôles", "industrie")));

  EXPECT_THAT(terms, Contains("pôles"));
  EXPECT_THAT(terms, Contains(term(kTitlePrefix, "pôles")));
  EXPECT_THAT(terms, Not(Contains(term(kTitlePrefix, "industrie"))));
}

TEST(DocumentTerms, KeepsPositionsOfTitleAndTextApart) {
  const auto document = terms_of(make_document("a", "un pôle", "un autre pôle"));

  EXPECT_THAT(positions(document, "pôle"), ElementsAre(2, kTextPosition + 3));
}

TEST(DocumentTerms, FindsADocumentByItsThemeLabelsBehindTheText) {
  base::Document source = make_document("a", "", "un pôle");
  source.theme_labels = {"Pôles", "Retraites"};
  const auto document = terms_of(source);

  EXPECT_THAT(positions(document, "pôle"), ElementsAre(kTextPosition + 2));
  EXPECT_THAT(positions(document, "pôles"), ElementsAre(kTextPosition + 2 + kLabelGap + 1));
  EXPECT_THAT(positions(document, "retraites"),
              ElementsAre(kTextPosition + 2 + 2 * (kLabelGap + 1)));
}

TEST(DocumentTerms, CutsEndlessTitles) {
  std::string title;
  for (int i = 0; i < 3000; ++i) title += "mot ";
  const auto last = positions(terms_of(make_document("a", title, "")), "mot").back();
  EXPECT_EQ(last, kMaxTitleWords);
}

TEST(DocumentTerms, WritesExplainedAcronymsInBothDirections) {
  const auto document = terms_of(make_document("a", "Le Conseil national de l’industrie (CNI)",
                                               "Une haute école d’État (HEE)."));

  const auto terms = all_terms(document);
  EXPECT_THAT(terms, Contains(acronym_term("cni", "conseil national de industrie",
                                           "Conseil national de l’industrie")));
  EXPECT_THAT(terms, Contains(expansion_term("conseil national de industrie", "cni")));
  EXPECT_THAT(terms, Contains(acronym_term("hee", "haute ecole etat", "haute école d’État")));
}

TEST(DocumentTerms, WritesAcronymsWithoutFrequency) {
  const auto document = terms_of(make_document("a", "", "taxe professionnelle (TP)"));
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    const std::string written = *it;
    if (written.starts_with(kAcronymPrefix) || written.starts_with(kExpansionPrefix)) {
      EXPECT_EQ(it.get_wdf(), 0u) << written;
    }
  }
}

TEST(DocumentTerms, FillsTheSlots) {
  const Xapian::Document document = terms_of(make_full_document());

  EXPECT_EQ(document.get_value(kDateSlot), "20121205");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kMinister)),
            "arnaud-montebourg\x1f"
            "fleur-pellerin");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kTheme)),
            "Industrie/Compétitivité\x1fÉconomie");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kType)), "article");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kSource)), "exemple.example");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kGovernment)), "ayrault-2");
  EXPECT_EQ(document.get_value(slot_of(base::Facet::kLineage)), "industrie");
  EXPECT_EQ(document.get_value(kIdSlot), make_full_document().id);
}

TEST(DocumentTerms, LeavesSlotsEmptyForWhatIsMissing) {
  base::Document document = make_document("a", "", "");
  document.source.clear();
  EXPECT_EQ(terms_of(document).values_count(),
            3u);  // the id, the day of indexing, the number of words
}

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
