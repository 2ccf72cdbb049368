#include "indexer/extract/content/page_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract::content {
namespace {

using base::BlockKind;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string text_with(std::string_view body) {
  return facts_of(page_with(body)).text;
}

// What readers see of a site on every page, in the mark-up of several decades.
TEST(PageFactsReader, LeavesOutChrome) {
  for (const char* chrome :
       {"<header><p>Chrome</p></header>",
        "<nav>Chrome</nav>",
        "<footer>Chrome 2014</footer>",
        "<aside><p>Chrome</p></aside>",
        "<div role=banner>Chrome</div>",
        "<div role='contentinfo'>Chrome</div>",
        "<div class='menu-principal'>Chrome</div>",
        "<div id=piedPage>Chrome</div>",
        "<div class='fr-share'>Chrome</div>",
        "<p class=cookies>Chrome</p>",
        "<div hidden>Chrome</div>",
        "<div style='display: none'>Chrome</div>",
        "<span class=sr-only>Chrome</span>",
        "<div aria-hidden=true>Chrome</div>",
        "<template><p>Chrome</p></template>",
        "<noscript>Chrome</noscript>",
        "<script>Chrome</script>",
        "<style>Chrome</style>",
        "<form><label>Chrome</label><select><option>Chrome</select><button>Chrome</button></form>",
        "<ul><li><a href=1>Chrome</a><li><a href=2>Chrome</a><li><a href=3>Chrome</a></ul>",
        "<table><tr><td><a href=1>Chrome</a><br><a href=2>Chrome</a><br><a "
        "href=3>Chrome</a></table>",
        "<p><a href=1>Chrome</a></p>",
        "<div><a class=fr-tag href=1>Chrome</a></div>",
        "<dialog>Chrome</dialog>",
        "<iframe>Chrome</iframe>"}) {
    EXPECT_THAT(text_with(chrome), StartsWith("Le Gouvernement")) << chrome;
  }
}

TEST(PageFactsReader, LeavesOutLinesOfTheInterface) {
  for (const char* line : {"Haut de page", "HAUT DE PAGE", "Imprimer", "Envoyer à un ami",
                           "Suivez-nous sur les médias sociaux", "© Ministère de l’Économie - 2014",
                           "Publié le 5 décembre 2012", "Mis à jour le 06/12/2012", "05/12/2012"}) {
    EXPECT_THAT(text_with(std::string("<p>") + line + "</p>"), StartsWith("Le Gouvernement"))
        << line;
  }
}

TEST(PageFactsReader, LeavesOutRelatedSectionsWithTheirText) {
  for (const char* title : {"<h2>Articles associés</h2>", "<h3>À lire aussi</h3>",
                            "<div class=t><h2>Voir aussi</h2></div>",
                            "<p><b>Documents liés</b></p>", "<h2>Sur le même sujet</h2>"}) {
    const std::string section = std::string("<div>") + title +
                                "<h4>Une autre mesure</h4><p>Son résumé en une phrase.</p></div>";
    EXPECT_THAT(text_with(section), StartsWith("Le Gouvernement")) << title;
  }
}

TEST(PageFactsReader, EndsARelatedSectionWithWhatHoldsIt) {
  const std::string text = text_with(
      "<table><tr><td><h2>Articles associés</h2></td></tr><tr><td>Un résumé.</td></tr></table>");

  EXPECT_THAT(text, StartsWith("Le Gouvernement"));
}

TEST(PageFactsReader, KeepsBoxesOfTheArticle) {
  const facts::PageFacts facts = facts_of(page_with(
      "<article><p>Les pôles réunissent des entreprises et des laboratoires d’un territoire.</p>"
      "<aside><h3>Repères</h3><p>Soixante et onze pôles ont été labellisés.</p></aside>"
      "<table class=encadre><tr><td><p>Décision n° 10 : réorienter les "
      "pôles.</p></table></article>"));

  EXPECT_THAT(facts.text, HasSubstr("Soixante et onze pôles"));
  EXPECT_THAT(facts.text, HasSubstr("Décision n° 10"));
}

TEST(PageFactsReader, KeepsReferencesAmongProse) {
  std::string prose;
  for (int i = 0; i < 10; ++i)
    prose += "<p>Les travaux en hauteur exigent une protection collective.</p>";

  EXPECT_THAT(text_with("<div>" + prose +
                        "<ul><li><a href=1>Consulter le guide des échafaudages</a>"
                        "<li><a href=2>Voir la fiche sur les toitures fragiles</a>"
                        "<li><a href=3>Lire le mémo de la prévention des chutes</a></ul></div>"),
              HasSubstr("Consulter le guide des échafaudages"));
}

TEST(PageFactsReader, KeepsListsOfLinksWhenThereIsNothingElse) {
  const facts::PageFacts facts = facts_of(
      "<html><body><nav>Menu</nav><ul><li><a href=1>Loi de finances</a><li><a href=2>Loi sur "
      "l’eau</a><li><a href=3>Loi sur l’école</a><li><a href=4>Loi sur les transports publics</a>"
      "<li><a href=5>Loi relative au renseignement</a></ul></body></html>");

  EXPECT_THAT(facts.text, HasSubstr("Loi sur l’école"));
}

TEST(PageFactsReader, KeepsAPageWhoseLayoutIsNamedAfterAMenu) {
  EXPECT_THAT(facts_of("<html><body><div class='menu content'><p>Le texte de la page, qui est la "
                       "seule prose que l’on y trouve, du début à la fin de celle-ci.</p></div>")
                  .text,
              StartsWith("Le texte de la page"));
}

TEST(PageFactsReader, KeepsAllProseOfAFragment) {
  const facts::PageFacts facts =
      facts_of("<p>Mesdames et Messieurs,</p><p><a href=x>Merci</a></p>");

  EXPECT_EQ(facts.text, "Mesdames et Messieurs,\nMerci");
}

TEST(PageFactsReader, TellsKindsOfBlocksApart) {
  const facts::PageFacts facts = facts_of(page_with(
      "<h2>Un titre</h2><ul><li>un point<li>un autre</ul><p>&nbsp;&nbsp;• une puce ;</p>"
      "<table><tr><th>Année<td>12 %</table><blockquote><p>« Une citation »</p></blockquote>"
      "<figure><figcaption>Elle visite Lyon.</figcaption></figure><p class=legende>Il parle.</p>"));

  EXPECT_THAT(blocks_of(facts, BlockKind::kHeading), ElementsAre("Un titre"));
  EXPECT_THAT(blocks_of(facts, BlockKind::kListItem),
              ElementsAre("un point", "un autre", "une puce ;"));
  EXPECT_THAT(blocks_of(facts, BlockKind::kTableCell), ElementsAre("Année", "12 %"));
  EXPECT_THAT(blocks_of(facts, BlockKind::kQuote), ElementsAre("« Une citation »"));
  EXPECT_THAT(blocks_of(facts, BlockKind::kCaption), ElementsAre("Elle visite Lyon.", "Il parle."));
}

TEST(PageFactsReader, EndsAParagraphAtTwoLineBreaks) {
  EXPECT_THAT(text_with("<div>Une ligne<br>sa suite<br> <br>Un autre paragraphe</div>"),
              StartsWith("Une ligne sa suite\nUn autre paragraphe\n"));
}

TEST(PageFactsReader, JoinsTermsWithWhatTheyMean) {
  EXPECT_THAT(text_with("<dl><dt>Intervenant</dt><dd>Jean Dupont</dd></dl>"),
              StartsWith("Intervenant : Jean Dupont\n"));
}

TEST(PageFactsReader, DropsTitlesThatLoseTheirSection) {
  EXPECT_THAT(
      text_with("<h4>Accès directs</h4><ul><li><a href=1>Presse</a><li><a href=2>Marchés</a>"
                "<li><a href=3>Concours</a></ul><h2>Le texte</h2>"),
      StartsWith("Le texte\n"));
}

TEST(PageFactsReader, TakesTheHeadingThatAgreesWithTheTitle) {
  const facts::PageFacts facts = facts_of(
      "<title>La loi est promulguée - Ministère de la Justice</title><header><h1>Ministère de la "
      "Justice</h1></header><div><h1>La loi est promulguée</h1><p>Elle paraît ce matin.</p></div>");

  EXPECT_EQ(facts.heading, "La loi est promulguée");
  EXPECT_EQ(facts.text, "Elle paraît ce matin.");
}

TEST(PageFactsReader, FindsAHeadingWithoutElement) {
  const facts::PageFacts facts = facts_of(
      "<title>Premier ministre - LE PACTE CIVIL</title><td><font>Communiqué</font><br>"
      "<center><font size=5>LE PACTE CIVIL</font></center><p>La loi est publiée.</td>");

  EXPECT_EQ(facts.heading, "LE PACTE CIVIL");
  EXPECT_THAT(facts.kickers, ElementsAre("Communiqué"));
  EXPECT_EQ(facts.text, "La loi est publiée.");
}

TEST(PageFactsReader, ReadsTheHead) {
  const facts::PageFacts facts = facts_of(
      "<head><title>Un  titre</title><link rel=Canonical href='/a'><meta name=DC.Date "
      "content=2012-12-05><meta property='og:title' content='Titre'></head><body>x");

  EXPECT_EQ(facts.title_element, "Un titre");
  EXPECT_EQ(facts.canonical, "/a");
  EXPECT_THAT(facts.metas, ElementsAre(std::pair<std::string, std::string>("dc.date", "2012-12-05"),
                                       std::pair<std::string, std::string>("og:title", "Titre")));
}

TEST(PageFactsReader, ReadsTimesButNotUpdates) {
  const facts::PageFacts facts = facts_of(
      page_with("<p>Publié le <time datetime=2013-05-18>18 mai</time>, mis à jour le <time "
                "datetime=2013-05-29>29 mai</time></p><footer><time>2014</time></footer>"));

  ASSERT_EQ(facts.date_marks.size(), 1u);
  EXPECT_EQ(facts.date_marks[0].value, "2013-05-18");
  EXPECT_EQ(facts.date_marks[0].kind, facts::DateMarkKind::kTime);
}

TEST(PageFactsReader, ReadsNoticesOfDates) {
  const facts::PageFacts facts = facts_of(page_with("<p>Publié le 14 mars 2019</p>"));

  EXPECT_THAT(facts.notices, ElementsAre("Publié le 14 mars 2019"));
  EXPECT_THAT(facts.text, Not(HasSubstr("2019")));
}

TEST(PageFactsReader, ReadsThemesOutOfTheText) {
  const facts::PageFacts facts = facts_of(page_with(
      "<dl><dt>Thématique</dt><dd>Emploi/Chômage</dd><dd>Santé</dd></dl><p>Rubrique : Justice</p>"
      "<div class=rubrique>Soutien aux PME</div><p><a rel=tag href=x>Europe</a></p>"));

  EXPECT_THAT(facts.themes,
              testing::UnorderedElementsAre("Emploi/Chômage", "Santé", "Justice", "Europe"));
  EXPECT_THAT(facts.sections, ElementsAre("Soutien aux PME"));
  EXPECT_THAT(facts.text, StartsWith("Le Gouvernement"));
}

TEST(PageFactsReader, GivesBlocksThatCoverTheText) {
  const facts::PageFacts facts = facts_of(page_with("<h2>Été</h2><p>Une phrase à accents.</p>"));

  std::uint32_t end = 0;
  for (const base::Block& block : facts.blocks) {
    EXPECT_EQ(block.begin, end == 0 ? 0 : end + 1);
    end = block.end;
  }
  EXPECT_EQ(end, facts.text.size());
  EXPECT_THAT(blocks_of(facts, BlockKind::kHeading), Contains("Été"));
  EXPECT_THAT(facts_of("").blocks, IsEmpty());
}

TEST(PageFactsReader, ReadsALayoutOfTablesAsParagraphs) {
  const facts::PageFacts facts = facts_of(page_with(
      "<table><tr><td width=150><a href=1>Presse</a><br><a href=2>Lois</a><br><a href=3>Aide</a>"
      "<td><table><tr><td><p>Un décret paraît.<p>Il s’applique demain.</table></table>"));

  EXPECT_THAT(facts.text, StartsWith("Un décret paraît.\nIl s’applique demain.\nLe Gouv"));
  EXPECT_THAT(blocks_of(facts, BlockKind::kTableCell), IsEmpty());
}

TEST(PageFactsReader, ReadsXhtml) {
  const facts::PageFacts facts = facts_of(
      "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 "
      "Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'><html "
      "xmlns='http://www.w3.org/1999/xhtml'><head><title>Essai</title><link rel='canonical' "
      "href='/a' /></head><body><div><h2>Un titre</h2><p>Une ligne<br />sa suite.</p><hr "
      "/><p>La fin.</p></div></body></html>");

  EXPECT_EQ(facts.canonical, "/a");
  EXPECT_EQ(facts.text, "Un titre\nUne ligne sa suite.\nLa fin.");
}

TEST(PageFactsReader, ReadsWhatOnlyStandsInNoscript) {
  EXPECT_THAT(facts_of("<html><body><div id=app></div><noscript><p>Le décret paraît ce matin au "
                       "Journal officiel ; il s’applique dès demain.</p></noscript>")
                  .text,
              StartsWith("Le décret paraît"));
}

TEST(PageFactsReader, ReadsAPageWithoutEndTags) {
  EXPECT_THAT(text_with("<ul><li>un<li>deux<ul><li>trois</ul></ul><p>quatre<h2>cinq<p>six"),
              StartsWith("un\ndeux\ntrois\nquatre\ncinq\nsix\n"));
}

}  // namespace
}  // namespace pressoir::extract::content
