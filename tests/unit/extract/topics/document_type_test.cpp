#include "indexer/extract/topics/topics.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::topics {
namespace {

TEST(DocumentType, IsReadFromTheTitle) {
  EXPECT_EQ(find_document_type({}, "Déclaration de Mme Parly, ministre des Armées"), "discours");
  EXPECT_EQ(find_document_type({}, "Entretien de M. Ayrault avec « Les Échos »"), "entretien");
  EXPECT_EQ(find_document_type({}, "Compte rendu du Conseil des ministres"), "compte rendu");
  EXPECT_EQ(find_document_type({}, "Communiqué de presse : le budget"), "communiqué");
  EXPECT_EQ(find_document_type({}, "Entretien des routes nationales"), "article");
}

TEST(DocumentType, IsReadFromWhereThePageStands) {
  facts::PageFacts facts;
  facts.breadcrumb = {"Presse", "Dossiers de presse"};
  EXPECT_EQ(find_document_type(facts, "Le plan climat"), "dossier de presse");

  facts.breadcrumb.clear();
  facts.url = "https://site.example/economie/communiques/loi.html";
  EXPECT_EQ(find_document_type(facts, "La loi est publiée"), "communiqué");

  facts.kickers = {"Discours du Premier ministre"};
  EXPECT_EQ(find_document_type(facts, "À Matignon"), "discours");
}

TEST(DocumentType, IsReadFromTheFirstWordsOfTheText) {
  facts::PageFacts facts;
  facts.text = "Mesdames et Messieurs,\nNotre pays a choisi.";
  EXPECT_EQ(find_document_type(facts, "À Lyon"), "discours");

  facts.text = "M. le président. La parole est à Mme Dupont, pour son groupe.";
  EXPECT_EQ(find_document_type(facts, "Avenir du lait"), "question");

  facts.text += std::string(40'000, 'a');
  EXPECT_EQ(find_document_type(facts, "Avenir du lait"), "compte rendu");
}

TEST(DocumentType, IsQuestionOnASiteOfQuestions) {
  facts::PageFacts facts;
  facts.url = "https://questions.assemblee.example/q15/15-1QG.htm";

  EXPECT_EQ(find_document_type(facts, "Avenir du lait"), "question");
}

TEST(DocumentType, IsArticleOtherwise) {
  facts::PageFacts facts;
  facts.url = "https://discours.example/loi.html";

  EXPECT_EQ(find_document_type(facts, "Une loi"), "article");
}

}  // namespace
}  // namespace pressoir::extract::topics
