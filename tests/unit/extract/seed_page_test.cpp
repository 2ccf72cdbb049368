// The portal page of 2012 that the project began with: its text comes from ../shared when that is
// there; the mark-up around it is written here, as portals of that time had it.
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace pressoir::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// `Accueil du portailIndustrieCompétitivité › Les pôles…`: the links ran together in the text.
std::string breadcrumb_of(const std::string& line) {
  const std::size_t cut = line.find(" › ");
  return "<div id='filAriane'><a href='/'>Accueil du portail</a><a href='/industrie'>Industrie</a>"
         "<a href='/industrie/competitivite'>Compétitivité</a>" +
         line.substr(cut) + "</div>";
}

// One line of the page's text in the mark-up it may have had.
std::string mark_up(const std::string& line) {
  const std::string words = html::plain(line);
  if (words.starts_with("Accueil du portail")) return breadcrumb_of(words);
  if (words.ends_with("05/12/2012")) return "<h1>" + words + "</h1>";
  if (words == "Articles associés") return "<div class='bloc'><h2>" + words + "</h2>";
  if (words == "Haut de page") return "</div><p><a href='#haut'>" + words + "</a></p>";
  if (words.starts_with("©")) return "<div class='bas'>" + words + "</div>";
  if (words.starts_with("Pacte national") && words.ends_with("(extrait)")) {
    return "<table class='encadre'><tr><td><h3>" + words + "</h3>";
  }
  if (words.starts_with("Décision n° 11")) return "<p>" + words + "</p></td></tr></table>";
  return words.empty() ? "<p>&nbsp;</p>" : "<p>" + words + "</p>";
}

std::string page_of(const std::vector<std::string>& lines) {
  std::string html =
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=utf-8'>"
      "<title>Le portail de l’Économie et des Finances</title></head><body><table><tr>"
      "<td><a href='/presse'>Espace presse</a><br><a href='/marches'>Marchés publics"
      "</a><br><a href='/plan'>Plan du site</a></td><td>\n";
  for (const std::string& line : lines) html += mark_up(line) + "\n";
  return html + "</td></tr></table></body></html>";
}

class SeedPage : public testing::Test {
 protected:
  void SetUp() override {
    const auto path = std::filesystem::path(PRESSOIR_SOURCE_DIR) / "../shared/seed/portal-page.txt";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    Page page;
    page.bytes = page_of(read_lines(path));
    page.fallback_url = "https://portail.example/poles.html";
    const auto gazetteer = gazetteer::Gazetteer::load();
    document_ = Extractor(**gazetteer, gazetteer::Themes::load().value()).extract(page).value();
  }

  base::Document document_;
};

TEST_F(SeedPage, HasItsTitleWithoutTheDate) {
  EXPECT_EQ(document_.title, "Les pôles de compétitivité, usines à produits d’avenir");
}

TEST_F(SeedPage, IsDatedByItsTitle) {
  EXPECT_EQ(document_.date, (base::Date{2012, 12, 5}));
  EXPECT_EQ(document_.date_source, base::DateSource::kTitle);
}

TEST_F(SeedPage, NamesTwoMinistersWithTheirOffices) {
  ASSERT_EQ(document_.ministers.size(), 2U);
  EXPECT_EQ(document_.ministers[0].name, "Arnaud Montebourg");
  EXPECT_EQ(document_.ministers[0].office, "ministre du Redressement productif");
  EXPECT_EQ(document_.ministers[1].name, "Fleur Pellerin");
  EXPECT_THAT(document_.ministers[1].office, HasSubstr("PME"));
}

TEST_F(SeedPage, HasTheThemeOfItsBreadcrumb) {
  EXPECT_THAT(document_.themes, ElementsAre("Industrie/Compétitivité"));
}

TEST_F(SeedPage, KeepsDecisionsAndBox) {
  for (const char* kept : {"onzième journée", "projets de R&D", "Levier 3", "Décision n° 10",
                           "mettre en oeuvre des pactes", "directions des achats"}) {
    EXPECT_THAT(document_.text, HasSubstr(kept));
  }
}

TEST_F(SeedPage, LeavesOutChromeAndRelatedArticles) {
  for (const char* chrome :
       {"Haut de page", "médias sociaux", "2014", "Qu'est-ce qu'un pôle", "9 janvier 2013",
        "competitivite.gouv.fr", "Articles associés", "Accueil du portail", "Espace presse"}) {
    EXPECT_THAT(document_.text, Not(HasSubstr(chrome)));
  }
}

}  // namespace
}  // namespace pressoir::extract
