#include "indexer/extract/text_stand_ins.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract {
namespace {

// The plain parts of a text, each in brackets.
std::string marked(std::string_view text) {
  std::vector<TextRun> runs;
  find_plain_text(text, 0, runs);
  std::string out;
  std::size_t behind = 0;
  for (const TextRun& run : runs) {
    out.append(text, behind, run.begin - behind) += '[';
    out.append(text, run.begin, run.end - run.begin) += ']';
    behind = run.end;
  }
  return out.append(text.substr(behind));
}

TEST(TextStandIns, LeavesWhatAParserChanges) {
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

TEST(TextStandIns, RestoresWhatStoodThere) {
  const std::string html = "<p>Le premier texte&nbsp;: suite</p><p>Le second texte</p>";
  std::deque<std::string> texts;
  TextStandIns stand_ins(html, {{3, 19}, {39, 54}}, texts);
  const std::string& markup = stand_ins.markup();
  const std::string_view second = std::string_view(markup).substr(markup.rfind("<p>") + 3, 4);

  EXPECT_FALSE(stand_ins.are_restored());
  EXPECT_EQ(stand_ins.restore(second, second.data()), "Le second texte");
  EXPECT_EQ(stand_ins.restore(markup.substr(3, 4) + " : suite", markup.data() + 3),
            "Le premier texte : suite");
  EXPECT_TRUE(stand_ins.are_restored());
}

TEST(TextStandIns, CountsTheirCharacterWhereThePageWritesIt) {
  const std::string html = "Le premier texte&#x10FFFD;";
  std::deque<std::string> texts;
  TextStandIns stand_ins(html, {{0, 16}}, texts);

  stand_ins.restore("\U0010FFFD\U0010FFFD", stand_ins.markup().data());

  EXPECT_FALSE(stand_ins.are_restored());
}

}  // namespace
}  // namespace pressoir::extract
