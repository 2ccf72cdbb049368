#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

class DocumentPage : public testing::Test {
 protected:
  std::string render(const search::Searcher::DocumentView& found, const std::string& q = "") const {
    return pages_->document_page({found}, {q}, invented_archive());
  }

  std::unique_ptr<Pages> pages_ = Pages::load("").value();
};

TEST_F(DocumentPage, IsWellFormed) {
  EXPECT_EQ(fault_of(render(invented_document(), "pôles")), "");
  EXPECT_EQ(fault_of(render({})), "");
}

TEST_F(DocumentPage, SetsEachBlockAsWhatItIs) {
  const std::string html = render(invented_document());

  EXPECT_THAT(html, HasSubstr("<h1>Les <mark>pôles de compétitivité</mark>, usines"));
  EXPECT_THAT(html,
              HasSubstr("<p id=\"passage-1\">L’État attend désormais des <mark>pôles</mark>"));
  EXPECT_THAT(html, HasSubstr("<h2>Trois décisions</h2>"));
  EXPECT_THAT(html, HasSubstr("<ul>\n<li id=\"passage-2\">un contrat par <mark>pôle</mark>"));
  EXPECT_EQ(count_of("<ul", html.substr(html.find("<article"))), 2u);
  EXPECT_THAT(html, HasSubstr("<blockquote>\n<p>Nous jugerons"));
  EXPECT_THAT(html, HasSubstr("<li>430 millions d’euros</li>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"caption\">Une chaîne"));
}

TEST_F(DocumentPage, SaysWhereTheDateWasReadAndHowSurely) {
  auto found = invented_document();
  EXPECT_THAT(render(found), HasSubstr("5 décembre 2012</time></a><small>Date sûre, lue dans le "
                                       "titre.</small>"));

  found.document.date_source = base::DateSource::kUrl;
  found.document.date_confidence = base::Confidence::kLow;
  EXPECT_THAT(render(found), HasSubstr("Date incertaine, lue dans l’adresse.</small>"));
  found.document.date_conflict = true;
  EXPECT_THAT(render(found), HasSubstr("La page porte aussi une autre date."));

  found.document.date = {};
  EXPECT_THAT(render(found), HasSubstr("<dd>sans date</dd>"));
}

TEST_F(DocumentPage, NamesSimilarTextsAndWhatTheyShare) {
  FoundDocument found{invented_document()};
  found.similar.push_back(
      {invented_results(1).hits.front(), {"pôles", "ateliers", "brevets", "filières", "usines"}});
  const std::string html = pages_->document_page(found, {}, invented_archive());
  const std::string similar = html.substr(html.find("Textes proches"));

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(similar, HasSubstr("<a href=\"/documents/aaaabbbbccccdddd\">Les pôles de "
                                 "compétitivité, usines à produits</a>"));
  EXPECT_THAT(similar, HasSubstr("5 décembre 2012</time> · Arnaud Montebourg · Fleur Pellerin"));
  EXPECT_THAT(similar, HasSubstr("en commun : pôles, ateliers, brevets, filières</small>"));
  EXPECT_THAT(render(invented_document()), Not(HasSubstr("Textes proches")));
}

TEST_F(DocumentPage, IsCitedInOneClick) {
  EXPECT_THAT(render(invented_document()),
              HasSubstr(".ris\" rel=\"nofollow\">RIS</a> · <a href=\"/api/v1/documents/"));
}

TEST_F(DocumentPage, LinksPeopleThemesAndSource) {
  const std::string html = render(invented_document());

  EXPECT_THAT(html,
              HasSubstr("<dt>S’exprime</dt>\n<dd><a href=\"/ministres/arnaud-montebourg\">Arnaud "
                        "Montebourg</a> <i>ministre du Redressement productif</i></dd>"));
  EXPECT_THAT(html, HasSubstr("<dt>Ministre nommé</dt>\n<dd><a href=\"/ministres/fleur-"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/themes?theme=Industrie/Comp%C3%A9titivit%C3%A9\">"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?source=economie.gouv.fr\">economie.gouv.fr</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/?from=2012-12-05&amp;to=2012-12-05\">"));
}

TEST_F(DocumentPage, MarksThemesThatAreAGuess) {
  auto found = invented_document();
  EXPECT_THAT(render(found), Not(HasSubstr("déduit du texte")));
  found.document.themes_inferred = true;
  EXPECT_THAT(render(found), HasSubstr("(déduit du texte)"));
}

TEST_F(DocumentPage, CitesWhoSpeaks) {
  EXPECT_THAT(render(invented_document()),
              HasSubstr("Arnaud Montebourg, «\u00A0Les pôles de compétitivité, usines à "
                        "produits\u00A0», economie.gouv.fr, 5 décembre 2012, https://www.economie."
                        "gouv.fr/poles-de-competitivite?id=1&amp;page=2."));
}

TEST_F(DocumentPage, OnlyWebAddressesBecomeLinks) {
  auto found = invented_document();
  EXPECT_THAT(render(found), HasSubstr("<a href=\"https://www.economie.gouv.fr/poles-de-"));

  for (const char* url : {"javascript:alert(1)", "file:/srv/pages/a.html", "data:text/html,x"}) {
    found.document.url = url;
    const std::string html = render(found);
    EXPECT_THAT(html, Not(HasSubstr("href=\"" + std::string(url)))) << url;
    EXPECT_THAT(html, HasSubstr(url));
  }
}

TEST_F(DocumentPage, EscapesTitleAndText) {
  auto found = invented_document();
  found.document.title = "<script>alert(1)</script>";
  found.title = {{"<script>alert(1)</script>", false}};
  found.blocks[0] = {{"a < b & c ", false}, {"<b onclick=x>", true}};
  found.document.url = "https://x/\"><script>";

  const std::string html = render(found, "</title><script>");

  EXPECT_EQ(fault_of(html), "");
  EXPECT_EQ(count_of("<script", html), 1u);
  EXPECT_THAT(html, HasSubstr("a &lt; b &amp; c <mark>&lt;b onclick=x&gt;</mark>"));
}

TEST_F(DocumentPage, LeadsBackToTheResults) {
  EXPECT_THAT(render(invented_document(), "loi"),
              HasSubstr("<a href=\"/?q=loi\"><span aria-hidden=\"true\">← </span>Résultats pour "
                        "«\u00A0loi\u00A0»</a>"));
  EXPECT_THAT(render(invented_document()), HasSubstr("</span>Rechercher dans l’archive</a>"));
}

TEST_F(DocumentPage, CountsParagraphsThatMatch) {
  auto found = invented_document();
  EXPECT_THAT(render(found), HasSubstr("2\u00A0paragraphes contiennent des mots cherchés"));

  for (auto& block : found.blocks) block = {{"rien", false}};
  EXPECT_THAT(render(found), Not(HasSubstr("mots cherchés")));
}

TEST_F(DocumentPage, LeadsToEachPassage) {
  const std::string html = render(invented_document());

  EXPECT_THAT(html,
              HasSubstr("<a href=\"#passage-1\">premier</a> · <a href=\"#passage-2\">dernier"));
  EXPECT_THAT(html,
              HasSubstr(" <a href=\"#passage-2\" rel=\"next\">passage suivant</a></span></p>"));
  EXPECT_THAT(html,
              HasSubstr(" <a href=\"#passage-1\" rel=\"prev\">passage précédent</a></span></li>"));
}

TEST_F(DocumentPage, CutsALongTextIntoPartsThatPassagesLinkAcross) {
  auto found = invented_document();
  const std::size_t blocks = 100;
  found.document.blocks.assign(blocks, {base::BlockKind::kParagraph, 0, 0});
  found.blocks.assign(blocks, {{std::string(900, 'x'), false}});
  found.blocks[2].push_back({"pôle", true});
  found.blocks[97].push_back({"pôle", true});

  const std::string first = render(found, "pôle");
  const std::string last = pages_->document_page({found}, {"pôle", 3}, invented_archive());

  EXPECT_EQ(fault_of(first), "");
  EXPECT_EQ(fault_of(last), "");
  EXPECT_THAT(first,
              HasSubstr("aaaabbbbccccdddd?q=p%C3%B4le&amp;part=3#passage-2\" rel=\"next\">"));
  EXPECT_THAT(first, HasSubstr("part=2\" rel=\"next\">Suite du texte</a>"));
  EXPECT_THAT(last, HasSubstr("aaaabbbbccccdddd?q=p%C3%B4le#passage-1\" rel=\"prev\">"));
  EXPECT_THAT(last,
              HasSubstr("<b aria-current=\"page\"><span class=\"hidden\">Partie </span>3</b>"));
  EXPECT_THAT(last, HasSubstr("(partie 3 sur 3) – Pressoir</title>"));
  EXPECT_THAT(last, HasSubstr(" · partie 3 sur 3</p>"));
  EXPECT_EQ(count_of("xxx</p>", first) + count_of("xxx<mark>", first), 34u);
  EXPECT_EQ(pages_->document_page({found}, {"pôle", 4}, invented_archive()), "");
  EXPECT_EQ(pages_->document_page({found}, {"pôle", 0}, invented_archive()), "");
}

TEST_F(DocumentPage, FoldsThoseWhoAreNamedBehindTheFirst) {
  auto found = invented_document();
  found.document.ministers.assign(
      30, {"arnaud-montebourg", "Arnaud Montebourg", "", base::Role::kSpeaker});

  const std::string html = render(found);

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(html, HasSubstr("<dt>S’expriment</dt>"));
  EXPECT_THAT(html, HasSubstr("<summary>et 22\u00A0autres</summary>"));
  EXPECT_THAT(html, HasSubstr("Arnaud Montebourg et 27\u00A0autres · economie.gouv.fr</p>"));
}

TEST_F(DocumentPage, NamesPeopleOutOfOfficeAfterTheMinisters) {
  auto found = invented_document();
  EXPECT_THAT(render(found), Not(HasSubstr("Personnes citées")));
  found.document.others = {{"bruno-le-maire", "Bruno Le Maire", "", base::Role::kMentioned}};

  const std::string html = render(found);

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(html, HasSubstr("<dt>Personnes citées</dt>\n"
                              "<dd><a href=\"/?person=bruno-le-maire\">Bruno Le Maire</a></dd>"));
  EXPECT_LT(html.find("/ministres/"), html.find("<dt>Personnes citées</dt>"));
}

TEST_F(DocumentPage, NamesTheGovernmentOfTheDay) {
  EXPECT_THAT(render(invented_document()),
              HasSubstr("<a href=\"/gouvernements/ayrault-2\">Ayrault II</a>"));
}

}  // namespace
}  // namespace pressoir::pages
