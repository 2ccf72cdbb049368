#include "indexer/extract/extractor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/invented_text.hpp"

namespace pressoir::extract {
namespace {

using base::Errc;
using testing::ElementsAre;

const gazetteer::Gazetteer& the_gazetteer() {
  static const gazetteer::Gazetteer& gazetteer = *gazetteer::Gazetteer::load().value();
  return gazetteer;
}

const Extractor& the_extractor() {
  static const gazetteer::Themes themes = gazetteer::Themes::load().value();
  static const Extractor extractor(the_gazetteer(), themes);
  return extractor;
}

base::Result<base::Document> extract(std::string bytes,
                                     std::string url = "https://a.example/p.html") {
  Page page;
  page.bytes = std::move(bytes);
  page.fallback_url = std::move(url);
  return the_extractor().extract(page);
}

const char kArticle[] =
    "<html><head><title>Un plan pour l’industrie | Portail du Gouvernement</title></head><body>"
    "<p class=fil><a href=/>Accueil</a> &gt; <a href=/i>Industrie</a> &gt; <a href=/f>Filières</a>"
    "</p><h1>Un plan pour l’industrie - 12/09/2013</h1><p>M. Arnaud Montebourg, ministre du "
    "Redressement productif, a présenté trente-quatre plans de reconquête industrielle.</p>"
    "<footer>© Ministère 2014</footer></body></html>";

TEST(Extractor, MakesWhoJsonLdNamesAnAuthor) {
  std::string page = kArticle;
  page.insert(page.find("</head>"),
              R"(<script type="application/ld+json">{"@type": "NewsArticle",
      "author": {"@type": "Person", "name": "Fleur Pellerin"}}</script>)");

  const base::Document document = extract(page).value();

  ASSERT_EQ(document.ministers.size(), 2U);
  EXPECT_EQ(document.ministers[1].id, "fleur-pellerin");
  EXPECT_EQ(document.ministers[1].role, base::Role::kAuthor);
  EXPECT_EQ(document.ministers[1].evidence, base::MinisterEvidence::kByline);
}

TEST(Extractor, InfersNoThemeFromAMenu) {
  const std::string menu =
      "<html><head><title>Plan du site</title></head><body><ul><li><a href=1>Industrie et "
      "compétitivité des entreprises</a></li><li><a href=2>Emploi et formation professionnelle</a>"
      "</li><li><a href=3>Impôts et fiscalité</a></li><li><a href=4>Santé, hôpital, médecins</a>"
      "</li></ul></body></html>";

  const base::Document document = extract(menu).value();

  EXPECT_THAT(document.themes, testing::IsEmpty());
  EXPECT_NE(document.text, "");
}

TEST(Extractor, FindsTheSpeakersOfADebate) {
  const base::Document document =
      extract(
          "<html><head><title>Séance du 5 décembre 2012</title></head><body>"
          "<p><b>M. le président.</b> La parole est à M. le ministre.</p>"
          "<p><b>M. Montebourg.</b> Nous agissons. <i>(Applaudissements.)</i></p>"
          "<p><b>M. Luc Petit.</b> Enfin ! Nous attendions ces mesures depuis des mois.</p>"
          "</body></html>")
          .value();

  ASSERT_EQ(document.ministers.size(), 1U);
  EXPECT_EQ(document.ministers[0].id, "arnaud-montebourg");
  EXPECT_EQ(document.ministers[0].role, base::Role::kSpeaker);
  EXPECT_NE(document.text.find("\nMontebourg. Nous agissons.\n"), std::string::npos);
}

TEST(Extractor, MakesADocumentOfAPage) {
  const base::Document document = extract(kArticle).value();

  EXPECT_EQ(document.url, "https://a.example/p.html");
  EXPECT_EQ(document.id.size(), 16U);
  EXPECT_EQ(document.source, "a.example");
  EXPECT_EQ(document.title, "Un plan pour l’industrie");
  EXPECT_EQ(document.date, (base::Date{2013, 9, 12}));
  EXPECT_EQ(document.date_source, base::DateSource::kTitle);
  EXPECT_EQ(document.type, "article");
  EXPECT_THAT(document.themes, ElementsAre("Industrie/Filières"));
  EXPECT_EQ(document.government, "ayrault-2");
  ASSERT_EQ(document.ministers.size(), 1U);
  EXPECT_EQ(document.ministers[0].id, "arnaud-montebourg");
  EXPECT_EQ(document.text.find("2014"), std::string::npos);
  EXPECT_EQ(document.first_indexed, 0);
}

TEST(Extractor, TakesTheCanonicalAddress) {
  EXPECT_EQ(extract("<link rel=canonical href='https://B.example/x'><p>texte").value().url,
            "https://b.example/x");
  EXPECT_EQ(extract("<link rel=canonical href='/x?a=1'><p>texte").value().url,
            "https://a.example/x?a=1");
}

TEST(Extractor, DoesNotBelieveACanonicalHomePage) {
  EXPECT_EQ(extract("<link rel=canonical href='https://a.example/'><p>texte").value().url,
            "https://a.example/p.html");
  EXPECT_EQ(extract("<link rel=canonical href='javascript:x()'><p>texte").value().url,
            "https://a.example/p.html");
}

TEST(Extractor, SaysWhyAPageIsNoDocument) {
  EXPECT_EQ(extract("").error().code, Errc::kEmpty);
  EXPECT_EQ(extract("<html><body><nav>Menu</nav></body></html>").error().code, Errc::kEmpty);
  EXPECT_EQ(extract("du texte sans balise").error().code, Errc::kNotHtml);
  EXPECT_EQ(extract("%PDF-1.4 <p>").error().code, Errc::kNotHtml);
  EXPECT_EQ(extract("<p>texte", "page.html").error().code, Errc::kBadRecord);
  EXPECT_EQ(extract(std::string((16 << 20) + 1, 'a')).error().code, Errc::kTooLarge);
  std::string deep;
  for (int i = 0; i < 400'000; ++i) deep += "<div>";
  EXPECT_EQ(extract(deep).error().code, Errc::kTooDeep);
}

// A page about moving is a text; a page that has moved is none.
TEST(Extractor, SkipsAPageThatOnlyLeadsElsewhere) {
  const auto code_of = [](const std::string& refresh, const std::string& text) {
    const auto document = extract("<head>" + refresh + "</head><body><h1>Avis</h1><p>" + text);
    return document.has_error() ? document.error().code : Errc::kInternal;
  };
  std::string long_text;
  for (int i = 0; i < 20; ++i) long_text += "Les élus ont signé la convention de rénovation. ";

  EXPECT_EQ(code_of("<meta http-equiv=Refresh content='0;url=/b.html'>", long_text), Errc::kEmpty);
  EXPECT_EQ(code_of("<meta http-equiv=refresh content=\"9; URL='/b.html'\">", "Voir plus loin."),
            Errc::kEmpty);
  EXPECT_EQ(code_of("<meta http-equiv=refresh content='0, /b.html'>", ""), Errc::kEmpty);
  EXPECT_EQ(code_of("<meta http-equiv=refresh content='9;url=/b.html'>", long_text),
            Errc::kInternal);
  EXPECT_EQ(code_of("<meta http-equiv=refresh content='0;url=p.html'>", ""), Errc::kInternal);
  EXPECT_EQ(code_of("<meta http-equiv=refresh content=600>", ""), Errc::kInternal);
  EXPECT_EQ(code_of("<noscript><meta http-equiv=refresh content='0;url=/b'></noscript>", ""),
            Errc::kInternal);
}

TEST(Extractor, ReadsWindows1252) {
  EXPECT_EQ(extract("<meta charset=iso-8859-1><h1>L\x92\xE9t\xE9</h1><p>texte").value().title,
            "L’été");
}

TEST(Extractor, CompletesARecordFromItsHtml) {
  base::Document given;
  given.url = "HTTPS://A.example/d/1";
  given.title = "Déclaration de M. Jean-Marc Ayrault, Premier ministre, à Paris le 6 novembre 2012";

  const auto document =
      the_extractor().complete(given, "<p>Mesdames et Messieurs,</p><p>Voici.</p>");

  EXPECT_EQ(document->url, "https://a.example/d/1");
  EXPECT_EQ(document->text, "Mesdames et Messieurs,\nVoici.");
  EXPECT_EQ(document->blocks.size(), 2U);
  EXPECT_EQ(document->type, "discours");
  EXPECT_EQ(document->date, (base::Date{2012, 11, 6}));
  EXPECT_EQ(document->source, "a.example");
}

TEST(Extractor, BelievesWhatARecordGives) {
  base::Document given;
  given.url = "https://a.example/d/2";
  given.title = "Un titre";
  given.text = "Première ligne.\n\n  Seconde ligne.";
  given.date = {2012, 12, 5};
  given.type = "question";
  given.source = "fonds";
  given.themes = {"Industrie"};
  given.ministers = {{"", "Fleur Pellerin", "", base::Role::kSpeaker}};

  const base::Document document = the_extractor().complete(given, "").value();

  EXPECT_EQ(document.text, "Première ligne.\nSeconde ligne.");
  EXPECT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.date_source, base::DateSource::kGiven);
  EXPECT_EQ(document.type, "question");
  EXPECT_EQ(document.source, "fonds");
  EXPECT_THAT(document.themes, ElementsAre("Industrie"));
  ASSERT_EQ(document.ministers.size(), 1U);
  EXPECT_EQ(document.ministers[0].id, "fleur-pellerin");
  EXPECT_EQ(document.ministers[0].role, base::Role::kSpeaker);
}

std::vector<std::string> ids_of(const std::vector<base::Minister>& people) {
  std::vector<std::string> ids;
  for (const base::Minister& person : people) ids.push_back(person.id);
  return ids;
}

base::Document about_two_people(base::Date date) {
  base::Document given;
  given.url = "https://a.example/d/3";
  given.title = "Agriculture";
  given.text = "M. Arnaud Montebourg a répondu à M. Bruno Le Maire, député de l’Eure.";
  given.date = date;
  return given;
}

// Bruno Le Maire held no office between May 2012 and May 2017.
TEST(Extractor, TellsMinistersFromPeopleOutOfOffice) {
  const base::Document document =
      the_extractor().complete(about_two_people({2013, 9, 12}), "").value();

  EXPECT_THAT(ids_of(document.ministers), ElementsAre("arnaud-montebourg"));
  EXPECT_THAT(ids_of(document.others), ElementsAre("bruno-le-maire"));
  EXPECT_EQ(document.others[0].office, "");
}

TEST(Extractor, TakesAPartialDateForAnyOfItsDays) {
  const base::Document document =
      the_extractor().complete(about_two_people({2012, 0, 0}), "").value();

  EXPECT_THAT(ids_of(document.ministers), ElementsAre("arnaud-montebourg", "bruno-le-maire"));
  EXPECT_TRUE(document.others.empty());
}

TEST(Extractor, KnowsNobodyToBeInOfficeWithoutADate) {
  const base::Document document = the_extractor().complete(about_two_people({}), "").value();

  EXPECT_TRUE(document.ministers.empty());
  EXPECT_THAT(ids_of(document.others), ElementsAre("arnaud-montebourg", "bruno-le-maire"));
}

TEST(Extractor, RecognisesOthersBesideTheMinistersOfARecord) {
  base::Document given = about_two_people({2013, 9, 12});
  given.ministers = {{"", "Bruno Le Maire", ""}};

  const base::Document document = the_extractor().complete(given, "").value();

  EXPECT_THAT(ids_of(document.ministers), ElementsAre("bruno-le-maire"));
  EXPECT_THAT(ids_of(document.others), ElementsAre("arnaud-montebourg"));
  const std::vector<base::Person> persons = base::persons_of(document);
  ASSERT_EQ(persons.size(), 2U);
  EXPECT_FALSE(persons[0].in_office);
  EXPECT_TRUE(persons[1].in_office);
}

TEST(Extractor, InfersThemesOfATextWithoutAny) {
  base::Document given;
  given.url = "https://a.example/d/4";
  given.title = "La réforme des retraites";
  given.text =
      "L’âge de départ à la retraite et la durée de cotisation aux régimes de retraite évolueront "
      "; "
      "les pensions des retraités seront revalorisées.";

  const base::Document document = the_extractor().complete(given, "").value();

  EXPECT_THAT(document.themes, ElementsAre("Solidarités et famille/Retraites"));
  EXPECT_TRUE(document.themes_inferred);
}

TEST(Extractor, MapsTheLabelsOfARecord) {
  base::Document given;
  given.url = "https://a.example/d/5";
  given.title = "Un titre";
  given.theme_labels = {"pôles de compétitivité", "inconnu"};

  const base::Document document = the_extractor().complete(given, "").value();

  EXPECT_THAT(document.themes, ElementsAre("Industrie/Compétitivité"));
  EXPECT_FALSE(document.themes_inferred);
  EXPECT_THAT(document.theme_labels, ElementsAre("pôles de compétitivité", "inconnu"));
}

TEST(Extractor, NamesTheSourceOfAPageWithoutHostByItsSite) {
  const auto document =
      extract("<meta property=og:site_name content='Le Portail'><h1>Titre</h1><p>Un texte.</p>",
              "file:///pages/a.html")
          .value();

  EXPECT_EQ(document.source, "Le Portail");
}

TEST(Extractor, KeepsTheProvenanceThatARecordGivesItsDate) {
  base::Document given;
  given.url = "https://a.example/d/2";
  given.title = "Un titre";
  given.date = {2012, 12, 5};
  given.date_source = base::DateSource::kUrl;
  given.date_confidence = base::Confidence::kLow;
  given.date_conflict = true;

  const base::Document document = the_extractor().complete(given, "").value();

  EXPECT_EQ(document.date_source, base::DateSource::kUrl);
  EXPECT_EQ(document.date_confidence, base::Confidence::kLow);
  EXPECT_TRUE(document.date_conflict);
}

TEST(Extractor, TakesTheAuthorThatThePageNames) {
  const base::Document document =
      extract(
          "<meta name=author content='Fleur Pellerin'><meta name=date content=2012-12-05>"
          "<h1>Nos PME</h1><p>Un plan est annoncé ce jour à Bercy.")
          .value();

  ASSERT_EQ(document.ministers.size(), 1U);
  EXPECT_EQ(document.ministers[0].id, "fleur-pellerin");
  EXPECT_EQ(document.ministers[0].role, base::Role::kAuthor);
  EXPECT_EQ(document.ministers[0].evidence, base::MinisterEvidence::kByline);
  EXPECT_EQ(document.ministers[0].lineage, "numerique-pme");
}

TEST(Extractor, FlagsDatesThatContradictEachOther) {
  const base::Document document =
      extract("<meta name=date content=2016-02-01><h1>Nos PME - 05/12/2012</h1><p>Un plan.")
          .value();

  EXPECT_EQ(document.date, (base::Date{2012, 12, 5}));
  EXPECT_TRUE(document.date_conflict);
}

TEST(Extractor, RefusesARecordWithNothingInIt) {
  base::Document given;
  given.url = "https://a.example/d/3";
  EXPECT_EQ(the_extractor().complete(given, "").error().code, Errc::kEmpty);

  given.url = "sans adresse";
  given.title = "Titre";
  EXPECT_EQ(the_extractor().complete(given, "").error().code, Errc::kBadRecord);
}

TEST(Extractor, GivesUpAPageThatTakesTooLong) {
  Page page;
  page.bytes = kArticle;
  page.fallback_url = "https://a.example/p.html";
  ExtractLimits limits;
  limits.max_time = std::chrono::milliseconds(0);

  const gazetteer::Themes themes = gazetteer::Themes::load().value();
  EXPECT_EQ(Extractor(the_gazetteer(), themes, limits).extract(page).error().code, Errc::kTooSlow);
}

TEST(Extractor, InventsNoWord) {
  const std::filesystem::path sample = std::filesystem::path(PRESSOIR_SOURCE_DIR) / "corpus/sample";
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sample)) {
    if (!entry.path().extension().string().starts_with(".htm")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto document = extract(bytes);
    if (!document) continue;
    ++pages;
    EXPECT_EQ(fuzz::invented_word(document->text, fuzz::page_text_of(bytes)), "") << entry.path();
  }
  EXPECT_GT(pages, 80U);
}

// The day by which a record was harvested bounds its page's date, and marks one that it gives itself.
TEST(Extractor, BoundsDatesByTheDayOfCapture) {
  base::Document given;
  given.url = "https://www.exemple.fr/a";
  given.text = "Publié le 14 mars 2099\nLes ports changent de filets.";
  const auto date_of = [&](base::Date captured) {
    Draft draft = the_extractor().draft(given, "", captured).value();
    return the_extractor().finish(std::move(draft), {}).value();
  };
  EXPECT_FALSE(date_of({2019, 6, 1}).date);

  given.date = {2099, 1, 1};
  const base::Document impossible = date_of({2019, 6, 1});
  EXPECT_EQ(impossible.date, given.date);
  EXPECT_TRUE(impossible.date_conflict);
  EXPECT_EQ(impossible.date_confidence, base::Confidence::kLow);
  given.date = {2018, 1, 1};
  EXPECT_FALSE(date_of({2019, 6, 1}).date_conflict);
}

TEST(Extractor, BelievesNoAddressThatReadersDoNotReach) {
  struct Named {
    const char* head;
    const char* url;
  };
  for (const auto& [head, url] :
       {Named{"<link rel=canonical href='http://localhost:8080/b'>", "https://www.exemple.fr/p/a.html"},
        Named{"<link rel=canonical href='https://archives.exemple.org/web/20150301120000/https://x.fr/b'>",
              "https://www.exemple.fr/p/a.html"},
        Named{"<base href='/q/'><link rel=canonical href=b.html>", "https://www.exemple.fr/q/b.html"},
        Named{"<link rel='shortlink canonical' href=/b>", "https://www.exemple.fr/b"}}) {
    Page page;
    page.bytes = std::string("<html><head><title>Filets</title>") + head +
                 "</head><body><p>Les ports changent de filets.</p></body></html>";
    page.fallback_url = "https://www.exemple.fr/p/a.html";
    EXPECT_EQ(the_extractor().extract(page).value().url, url) << head;
  }
}

}  // namespace
}  // namespace pressoir::extract
