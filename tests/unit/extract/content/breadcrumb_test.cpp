#include "indexer/extract/content/breadcrumb.hpp"

#include "tests/unit/extract/page_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressoir::extract::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> labels_of(std::string_view body) {
  const html::HtmlTree tree = tree_of(page_with(body));
  return find_breadcrumb(tree, read_short_lines(tree)).labels;
}

TEST(Breadcrumb, IsFoundByItsLabelClassOrText) {
  for (const char* body :
       {"<nav aria-label='Fil d’Ariane'><ol><li><a href=/>Accueil</a><li><a href=/i>Industrie</a>"
        "<li>Filières</ol></nav>",
        "<p class=ariane><a href=/>Accueil</a> &gt; <a href=/i>Industrie</a> &gt; Filières</p>",
        "<div id=chemin>Accueil › Industrie › Filières</div>",
        "<td><font size=1><a href=/>Accueil</a> &gt; <a href=/i>Industrie</a> &gt; Filières"
        "</font><br>Texte d’une autre ligne"}) {
    EXPECT_THAT(labels_of(body), ElementsAre("Accueil", "Industrie", "Filières")) << body;
  }
}

TEST(Breadcrumb, LeavesOutTheWordsThatIntroduceIt) {
  EXPECT_THAT(labels_of("<p>Vous êtes ici : <a href=/>Accueil</a> / <a href=/s>Santé</a></p>"),
              ElementsAre("Accueil", "Santé"));
}

TEST(Breadcrumb, TellsLinksApartThatRunTogether) {
  EXPECT_THAT(labels_of("<div id=fil><a href=/>Accueil du portail</a><a href=/i>Industrie</a>"
                        "<a href=/c>Compétitivité</a> › <span>Les pôles</span></div>"),
              ElementsAre("Accueil du portail", "Industrie", "Compétitivité", "Les pôles"));
}

TEST(Breadcrumb, IsNotAMenu) {
  EXPECT_THAT(labels_of("<p><a href=/>Accueil</a> | <a href=/p>Plan du site</a></p>"), IsEmpty());
  EXPECT_THAT(labels_of("<p><a href=/>Accueil</a> &gt; <a href=/c>Contact</a></p>"), IsEmpty());
}

TEST(Breadcrumb, IsStrippedOfHomeAndTitle) {
  EXPECT_THAT(strip_breadcrumb({"Accueil du portail", "Industrie", "Les pôles de compétitivité"},
                               "Les pôles de compétitivité - 05/12/2012"),
              ElementsAre("Industrie"));
  EXPECT_THAT(strip_breadcrumb({"Accueil", "Santé", "Hôpital"}, "Un plan pour les urgences"),
              ElementsAre("Santé", "Hôpital"));
}

}  // namespace
}  // namespace pressoir::extract::content
