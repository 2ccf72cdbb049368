#include "indexer/extract/content/blocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract::content {
namespace {

using base::BlockKind;

TEST(BlockFilter, KnowsLinesThatTellOfThePublication) {
  for (const char* line :
       {"Publié le 5 décembre 2012", "Mis à jour le 05/12/2012 à 10h30", "5 décembre 2012",
        "Actualité Publié le 17 mars 2020 Mis à jour le 25 mars 2020",
        "Publié le 19/12/2016 Mis à jour le 10/04/2024 | Temps de lecture : 12 minutes",
        "Publié le 1er août 2013 | Mis à jour le 3 sept. 2014", "Prononcé le : 6 mai 2012"}) {
    EXPECT_TRUE(is_publication_line(line)) << line;
  }
}

TEST(BlockFilter, KeepsLinesThatTellMore) {
  for (const char* line :
       {"Paris, le 5 août 2008", "La loi est publiée le 5 août 2008", "Le 5 août, à Lyon", "2012",
        "Décret publié au Journal officiel du 5 août 2008", "En 2012, le plan s’achève"}) {
    EXPECT_FALSE(is_publication_line(line)) << line;
  }
}

TEST(BlockFilter, KnowsLinesOfTheInterface) {
  EXPECT_TRUE(is_interface_line("Haut de page"));
  EXPECT_TRUE(is_interface_line("© Ministère de l’Économie"));
  EXPECT_TRUE(is_interface_line("* * *"));
  EXPECT_TRUE(is_interface_line("Temps de lecture : 8 min."));
  EXPECT_FALSE(is_interface_line("Temps de lecture des élèves : ce que dit l’enquête de 2012"));
  EXPECT_FALSE(is_interface_line("Imprimer des billets ne suffit pas"));
}

TEST(BlockFilter, KnowsNotices) {
  EXPECT_TRUE(is_notice("Publié le 5 décembre 2012"));
  EXPECT_TRUE(is_notice("05/12/12"));
  EXPECT_FALSE(is_notice("La loi a été publiée au Journal officiel du 14 juin 1998."));
  EXPECT_FALSE(is_notice("Publié hier"));
}

TEST(BlockFilter, DropsATitleWhoseSectionIsGone) {
  PageBlock title;
  title.kind = BlockKind::kHeading;
  title.text = "Accès directs";
  title.is_before_chrome = true;
  PageBlock text;
  text.text = "Le texte.";
  std::vector<PageBlock> with_text = {title, text};
  std::vector<PageBlock> alone = {text, title};

  std::vector<PageBlock> left_out;

  drop_interface_blocks(with_text, left_out);
  EXPECT_TRUE(left_out.empty());
  drop_interface_blocks(alone, left_out);

  EXPECT_EQ(with_text.size(), 2U);
  EXPECT_EQ(alone.size(), 1U);
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out.front().region, Region::kOrphan);
}

TEST(BlockFilter, KeepsCaptionsThatAreSentences) {
  std::vector<PageBlock> blocks;
  for (const char* text :
       {"La ministre a visité l’atelier.", "Les élus ont signé. © Ministère", "« Merci à tous »",
        "La ministre à Lyon", "M. Petit à Lyon", "Photo : J. Petit", "© AFP"}) {
    PageBlock& block = blocks.emplace_back();
    block.kind = base::BlockKind::kCaption;
    block.text = text;
  }
  std::vector<PageBlock> left_out;

  drop_interface_blocks(blocks, left_out);

  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].text, "Les élus ont signé.");
  EXPECT_EQ(blocks[2].text, "« Merci à tous »");
  EXPECT_EQ(left_out.front().region, Region::kCredit);
}

TEST(BlockFilter, DropsACaptionThatRepeatsABlock) {
  PageBlock text;
  text.text = "La ministre a visité l’atelier.";
  PageBlock caption = text;
  caption.kind = BlockKind::kCaption;
  std::vector<PageBlock> blocks = {text, caption, text};
  std::vector<PageBlock> left_out;

  drop_interface_blocks(blocks, left_out);

  EXPECT_EQ(blocks.size(), 2U);
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out.front().region, Region::kRepeatedCaption);
}

PageBlock line(std::string text, bool is_before_chrome = false) {
  PageBlock block;
  block.text = std::move(text);
  block.is_before_chrome = is_before_chrome;
  return block;
}

const char kSentence[] =
    "Le Gouvernement a présenté ce matin les mesures qui seront soumises au Parlement avant la fin "
    "de la session, en soulignant leur portée.";

TEST(BlockFilter, DropsLabelsBetweenChrome) {
  std::vector<PageBlock> blocks = {line("Sous-titre", true),      line(kSentence, true),
                                   line("Nos partenaires", true), line(kSentence),
                                   line("Fait à Paris"),          line("Jean Petit", true),
                                   line("À propos du site")};
  std::vector<PageBlock> left_out;

  drop_labels(blocks, left_out);

  ASSERT_EQ(left_out.size(), 2U);
  EXPECT_EQ(left_out[0].text, "Nos partenaires");
  EXPECT_EQ(left_out[1].text, "À propos du site");
}

TEST(BlockFilter, DropsLinesThatAreMostlyALink) {
  std::vector<PageBlock> blocks = {line("À lire : la loi sur l’eau"), line("Lire le rapport."),
                                   line("Élisa Duval a parlé")};
  for (PageBlock& block : blocks) block.link_bytes = 18;
  blocks[0].ends_in_link = blocks[1].ends_in_link = true;
  std::vector<PageBlock> left_out;

  drop_link_lines(blocks, left_out);

  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out[0].text, "À lire : la loi sur l’eau");
}

}  // namespace
}  // namespace pressoir::extract::content
