#include "indexer/base/document_json.hpp"

#include <gtest/gtest.h>

namespace pressoir::base {
namespace {

Document make_document() {
  Document document;
  document.id = "c73wjmi5pbphdgno";
  document.url = "https://www.economie.example/industrie/poles.html";
  document.title = "Les pôles de compétitivité, « usines à produits d’avenir »";
  document.date = {2012, 12, 5};
  document.date_source = DateSource::kTitle;
  document.date_confidence = Confidence::kHigh;
  document.type = "article";
  document.source = "www.economie.example";
  document.government = "ayrault-2";
  document.ministers = {
      {"arnaud-montebourg", "Arnaud Montebourg", "ministre du Redressement productif",
       Role::kAuthor, "industrie", MinisterEvidence::kSignature},
      {"jeanne-inconnue", "Jeanne Inconnue", "", Role::kMentioned}};
  document.others = {{"claude-bartolone", "Claude Bartolone", "", Role::kMentioned, "",
                      MinisterEvidence::kText}};
  document.themes = {"Industrie", "Industrie/Compétitivité"};
  document.theme_labels = {"Pôles"};
  document.text = "Un titre\nLe \"texte\"\tet \\ le reste.";
  document.blocks = {{BlockKind::kHeading, 0, 8}, {BlockKind::kParagraph, 9, 35}};
  document.first_indexed = 1354701600;
  return document;
}

TEST(DocumentJson, WritesEveryField) {
  EXPECT_EQ(
      document_to_json(make_document(), {.with_text = true, .with_blocks = true}),
      R"({"id":"c73wjmi5pbphdgno","url":"https://www.economie.example/industrie/poles.html",)"
      R"("title":"Les pôles de compétitivité, « usines à produits d’avenir »",)"
      R"("date":"2012-12-05","date_source":"title","date_confidence":"high",)"
      R"("date_conflict":false,"type":"article",)"
      R"("source":"www.economie.example","government":"ayrault-2","ministers":[)"
      R"({"id":"arnaud-montebourg","name":"Arnaud Montebourg",)"
      R"("office":"ministre du Redressement productif","lineage":"industrie","role":"author",)"
      R"("evidence":"signature"},)"
      R"({"id":"jeanne-inconnue","name":"Jeanne Inconnue","office":null,"lineage":null,)"
      R"("role":"mentioned","evidence":"given"}],"persons":[)"
      R"({"id":"arnaud-montebourg","name":"Arnaud Montebourg","in_office":true,)"
      R"("office":"ministre du Redressement productif","lineage":"industrie","role":"author",)"
      R"("evidence":"signature"},)"
      R"({"id":"jeanne-inconnue","name":"Jeanne Inconnue","in_office":false,"office":null,)"
      R"("lineage":null,"role":"mentioned","evidence":"given"},)"
      R"({"id":"claude-bartolone","name":"Claude Bartolone","in_office":false,"office":null,)"
      R"("lineage":null,"role":"mentioned","evidence":"text"}],)"
      R"("themes":["Industrie","Industrie/Compétitivité"],"themes_inferred":false,)"
      R"("theme_labels":["Pôles"],)"
      R"("first_indexed":"2012-12-05T10:00:00Z",)"
      R"("text":"Un titre\nLe \"texte\"\tet \\ le reste.",)"
      R"("blocks":[{"kind":"heading","start":0,"end":8},{"kind":"paragraph","start":9,"end":35}]})");
}

TEST(DocumentJson, WritesNullForWhatIsAbsent) {
  Document document;
  document.id = "aaaaaaaaaaaaaaaa";
  document.url = "https://exemple.example/";
  EXPECT_EQ(
      document_to_json(document),
      R"({"id":"aaaaaaaaaaaaaaaa","url":"https://exemple.example/","title":"","date":null,)"
      R"("date_source":"none","date_confidence":"none","date_conflict":false,"type":null,"source":null,)"
      R"("government":null,"ministers":[],"persons":[],"themes":[],"themes_inferred":false,"theme_labels":[],)"
      R"("first_indexed":null,"text":""})");
}

TEST(DocumentJson, KeepsPartialDates) {
  Document document = make_document();
  document.date = {2012, 12, 0};
  EXPECT_NE(document_to_json(document).find(R"("date":"2012-12",)"), std::string::npos);
}

TEST(Lineages, AreThoseOfWhoSpeaksOrSigns) {
  Document document;
  document.ministers = {{"a", "A", "", Role::kMentioned, "premier-ministre"},
                        {"b", "B", "", Role::kSpeaker, "interieur"},
                        {"c", "C", "", Role::kAuthor, "justice"},
                        {"d", "D", "", Role::kAuthor, "interieur"},
                        {"e", "E", "", Role::kAuthor, ""}};

  EXPECT_EQ(lineages_of(document), (std::vector<std::string>{"interieur", "justice"}));
}

TEST(Lineages, AreThoseOfEverybodyNamedWhenNobodyInOfficeSpeaks) {
  Document document;
  document.ministers = {{"a", "A", "", Role::kMentioned, "industrie"},
                        {"b", "B", "", Role::kMentioned, "numerique-pme"},
                        {"c", "C", "", Role::kSpeaker, ""}};  // a member of parliament

  EXPECT_EQ(lineages_of(document), (std::vector<std::string>{"industrie", "numerique-pme"}));
  EXPECT_TRUE(lineages_of(Document{}).empty());
}

TEST(DocumentJson, LeavesOutTextOnRequest) {
  const std::string json = document_to_json(make_document(), {.with_text = false});
  EXPECT_EQ(json.find("\"text\":"), std::string::npos);
  EXPECT_EQ(json.find("\"blocks\":"), std::string::npos);
}

// A line of JSON Lines ends at `\n` only; nothing inside an object may look like one.
TEST(DocumentJson, StaysOnOneLine) {
  Document document = make_document();
  document.text = "a\nb\r\nc\u2028d\x01";
  EXPECT_EQ(document_to_json(document, {true, true}).find_first_of("\n\r\x01"), std::string::npos);
}

}  // namespace
}  // namespace pressoir::base
