#include "indexer/extract/html/stand_ins.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::html {
namespace {

using enum PlainPart::Kind;

// The plain parts of a text, each in brackets.
std::string marked(std::string_view text) {
  std::vector<PlainPart> parts;
  find_plain_text(text, 0, parts);
  std::string out;
  std::size_t behind = 0;
  for (const PlainPart& part : parts) {
    out.append(text, behind, part.begin - behind) += '[';
    out.append(text, part.begin, part.end - part.begin) += ']';
    behind = part.end;
  }
  return out.append(text.substr(behind));
}

TEST(StandIns, LeavesWhatAParserChanges) {
  EXPECT_EQ(marked("Il n’y a « rien » à lire"), "[Il n’y a « rien » à lire]");
  EXPECT_EQ(marked("\n  Le texte commence"), "\n  [Le texte commence]");
  EXPECT_EQ(marked("d&eacute;put&#233;s de la Nation"), "d&eacute;put&#233;s [de la Nation]");
  EXPECT_EQ(marked("Recherche & développement"), "[Recherche ]& [développement]");
  EXPECT_EQ(marked("fin de ligne\r\nligne suivante"), "[fin de ligne]\r\n[ligne suivante]");
  EXPECT_EQ(marked("un signe \x01 de commande"), "[un signe ]\x01 [de commande]");
  EXPECT_EQ(marked("un signe \xC2\x85 de commande"), "[un signe ]\xC2\x85 [de commande]");
  EXPECT_EQ(marked("un sourire 😀 suffit bien"), "[un sourire ]😀 [suffit bien]");
  EXPECT_EQ(marked("court"), "court");
}

TEST(StandIns, KnowsPlainAttributes) {
  EXPECT_TRUE(are_plain_attributes(" id=\"a\"\n class='titre d\"article' xml:lang=\"\" "));
  for (const char* other : {"", " ", " hidden", " id=a", " ID=\"a\"", " title=\"d&eacute;j\"",
                            " id=\"a\"class=\"b\"", " id=\"a", "/id=\"a\"", " id=\"a\" /",
                            " =\"a\"", " id =\"a\"", " id=\"a\r\n\"", " id=\"<a>\""}) {
    EXPECT_FALSE(are_plain_attributes(other)) << other;
  }
}

TEST(StandIns, RestoresAttributes) {
  const std::string html = "<p id=\"un\" ><p id=deux >";
  std::deque<std::string> texts;
  const StandIns stand_ins(html, {{kAttributes, 2, 10}}, texts);
  const std::string& markup = stand_ins.markup();

  EXPECT_EQ(stand_ins.attributes_at(markup.data() + markup.find('~')), " id=\"un\"");
  EXPECT_EQ(stand_ins.attributes_at(markup.data() + markup.find("id=deux")), "");
  EXPECT_EQ(stand_ins.attributes_at(nullptr), "");
}

TEST(StandIns, RestoresWhatStoodThere) {
  const std::string html = "<p>Le premier texte&nbsp;: suite</p><p>Le second texte</p>";
  std::deque<std::string> texts;
  StandIns stand_ins(html, {{kText, 3, 19}, {kText, 39, 54}}, texts);
  const std::string& markup = stand_ins.markup();
  const std::string_view second = std::string_view(markup).substr(markup.rfind("<p>") + 3, 4);

  EXPECT_FALSE(stand_ins.are_restored());
  EXPECT_EQ(stand_ins.restore(second, second.data()), "Le second texte");
  EXPECT_EQ(stand_ins.restore(markup.substr(3, 4) + " : suite", markup.data() + 3),
            "Le premier texte : suite");
  EXPECT_TRUE(stand_ins.are_restored());
}

TEST(StandIns, CountsTheirCharacterWhereThePageWritesIt) {
  const std::string html = "Le premier texte&#x10FFFD;";
  std::deque<std::string> texts;
  StandIns stand_ins(html, {{kText, 0, 16}}, texts);

  stand_ins.restore("\U0010FFFD\U0010FFFD", stand_ins.markup().data());

  EXPECT_FALSE(stand_ins.are_restored());
}

}  // namespace
}  // namespace pressoir::extract::html
