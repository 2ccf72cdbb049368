#include "server/api/citations/citation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <string>

namespace pressoir::api::citations {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kBase = "https://archives.exemple.fr";

base::Document speech() {
  base::Document document;
  document.id = "ynhqpha3o7exxvk4";
  document.url = "https://www.exemple.gouv.fr/poles?a=1%202";
  document.title = "Les pôles";
  document.date = {2012, 12, 5};
  document.type = "discours";
  document.source = "www.exemple.gouv.fr";
  document.ministers = {
      {"dominique-de-villepin", "Dominique de Villepin", "Premier ministre", base::Role::kSpeaker},
      {"jean-marc-ayrault", "Jean-Marc Ayrault", "député", base::Role::kMentioned}};
  document.themes = {"Industrie/Compétitivité", "Énergie"};
  document.first_indexed = 1'700'000'000;
  return document;
}

std::string ris_of(const base::Document& document) {
  return to_ris(cite(document, kBase));
}
std::string bibtex_of(const base::Document& document) {
  return to_bibtex(cite(document, kBase));
}
boost::json::value csl_of(const base::Document& document) {
  return boost::json::parse(to_csl_json(cite(document, kBase))).at(0);
}

TEST(Citation, PartsNamesAsCataloguesDo) {
  EXPECT_EQ(split_name("Arnaud Montebourg"), (PersonName{"Arnaud", "", "Montebourg"}));
  EXPECT_EQ(split_name("Dominique de Villepin"), (PersonName{"Dominique", "de", "Villepin"}));
  EXPECT_EQ(split_name("Michel d’Ornano"), (PersonName{"Michel", "d’", "Ornano"}));
  EXPECT_EQ(split_name("Stéphane Le Foll"), (PersonName{"Stéphane", "", "Le Foll"}));
  EXPECT_EQ(split_name("Valéry Giscard d’Estaing"),
            (PersonName{"Valéry", "", "Giscard d’Estaing"}));
  EXPECT_EQ(split_name("Matignon"), (PersonName{"", "", "Matignon"}));
  EXPECT_EQ(split_name("Dupont, Jean"), (PersonName{"", "", "Dupont, Jean"}));
}

TEST(Citation, LeadsToTheArchiveWhenTheTextIsNotOnTheWeb) {
  base::Document document = speech();
  document.url = "file:/archives/a.html";
  const Citation citation = cite(document, kBase);
  EXPECT_EQ(citation.address, "https://archives.exemple.fr/documents/ynhqpha3o7exxvk4");
  EXPECT_EQ(citation.address, citation.archive_address);
}

TEST(Citation, KeysAreWordsOfBibtex) {
  base::Document document = speech();
  EXPECT_EQ(cite(document, kBase).key, "dominique-de-villepin-2012-ynhqpha3o7exxvk4");
  document.ministers[0].id = "é}, x={";
  document.date = {};
  EXPECT_EQ(cite(document, kBase).key, "x-ynhqpha3o7exxvk4");
  document.ministers.clear();
  EXPECT_EQ(cite(document, kBase).key, "pressoir-ynhqpha3o7exxvk4");
}

TEST(Ris, SaysWhatADocumentIs) {
  EXPECT_EQ(ris_of(speech()),
            "TY  - SLIDE\r\n"
            "TI  - Les pôles\r\n"
            "AU  - Villepin, Dominique de\r\n"
            "PY  - 2012\r\n"
            "DA  - 2012/12/05/\r\n"
            "M3  - discours\r\n"
            "KW  - Industrie\u00A0› Compétitivité\r\n"
            "KW  - Énergie\r\n"
            "N1  - Dominique de Villepin, Premier ministre\r\n"
            "LA  - fr\r\n"
            "DB  - Pressoir\r\n"
            "AN  - ynhqpha3o7exxvk4\r\n"
            "UR  - https://www.exemple.gouv.fr/poles?a=1%202\r\n"
            "L2  - https://archives.exemple.fr/documents/ynhqpha3o7exxvk4\r\n"
            "Y2  - 2023/11/14/\r\n"
            "ER  - \r\n");
}

TEST(Ris, LeavesOutWhatIsNotKnown) {
  base::Document document = speech();
  document.type = "article";
  document.date = {2012, 12, 0};
  document.ministers.clear();
  EXPECT_THAT(ris_of(document),
              AllOf(StartsWith("TY  - ELEC\r\n"), HasSubstr("DA  - 2012/12//\r\n"),
                    HasSubstr("T2  - www.exemple.gouv.fr\r\n"), Not(HasSubstr("AU  - "))));
  document.type = "communiqué";
  document.date = {2012, 0, 0};
  EXPECT_THAT(ris_of(document),
              AllOf(StartsWith("TY  - GOVDOC\r\n"), HasSubstr("DA  - 2012///\r\n"),
                    HasSubstr("PB  - www.exemple.gouv.fr\r\n")));
  document.date = {};
  EXPECT_THAT(ris_of(document), AllOf(Not(HasSubstr("PY  - ")), Not(HasSubstr("DA  - "))));
}

TEST(Ris, NoTextBeginsALine) {
  base::Document document = speech();
  document.title = "Un\r\nER  - \r\nTY  - BOOK";
  document.ministers[0].name = "A\nER  - ,*;";
  document.themes = {"a\rb;c*", "Impôts, taxes"};
  const std::string ris = ris_of(document);
  EXPECT_THAT(ris, HasSubstr("TI  - Un ER - TY - BOOK\r\n"));
  EXPECT_EQ(ris.find("\r\nER  - "), ris.size() - 10);
  EXPECT_THAT(ris, HasSubstr("KW  - a b c\r\nKW  - Impôts taxes\r\n"));
  EXPECT_THAT(bibtex_of(document), HasSubstr("keywords = {a b c, Impôts taxes},\n"));
}

TEST(Bibtex, SaysWhatADocumentIs) {
  EXPECT_EQ(
      bibtex_of(speech()),
      "@misc{dominique-de-villepin-2012-ynhqpha3o7exxvk4,\n"
      "  author = {de {Villepin}, {Dominique}},\n"
      "  title = {{Les pôles}},\n"
      "  date = {2012-12-05},\n"
      "  year = {2012},\n"
      "  month = dec,\n"
      "  howpublished = {discours},\n"
      "  organization = {www.exemple.gouv.fr},\n"
      "  note = {Dominique de Villepin, Premier ministre},\n"
      "  url = {https://www.exemple.gouv.fr/poles?a=1%202},\n"
      "  urldate = {2023-11-14},\n"
      "  addendum = {Pressoir: \\url{https://archives.exemple.fr/documents/ynhqpha3o7exxvk4}},\n"
      "  keywords = {Industrie\u00A0› Compétitivité, Énergie},\n"
      "  langid = {french},\n"
      "}\n");
}

TEST(Bibtex, EscapesWhatTexReads) {
  base::Document document = speech();
  document.title = "50 % de R&D_# $ ~ ^ \\end } {";
  document.ministers[0].name = "Rock and Roll";
  document.url = "https://a.fr/{x}\\%7D";
  const std::string bibtex = bibtex_of(document);
  EXPECT_THAT(bibtex, HasSubstr("title = {{50 \\% de R\\&D\\_\\# \\$ \\textasciitilde{} "
                                "\\textasciicircum{} \\textbackslash{}end \\textbraceright{} "
                                "\\textbraceleft{}}},\n"));
  EXPECT_THAT(bibtex, HasSubstr("author = {{and Roll}, {Rock}},\n"));
  EXPECT_THAT(bibtex, HasSubstr("url = {https://a.fr/%7Bx%7D%5C%7D},\n"));
  EXPECT_EQ(std::count(bibtex.begin(), bibtex.end(), '{'),
            std::count(bibtex.begin(), bibtex.end(), '}'));
}

TEST(Bibtex, AnElidedParticleStaysWithTheName) {
  base::Document document = speech();
  document.ministers[0].name = "Michel d’Ornano";
  EXPECT_THAT(bibtex_of(document), HasSubstr("author = {{d’Ornano}, {Michel}},\n"));
}

TEST(Csl, SaysWhatADocumentIs) {
  const boost::json::value item = csl_of(speech());
  EXPECT_EQ(item.at("type").as_string(), "speech");
  EXPECT_EQ(boost::json::serialize(item.at("author")),
            R"([{"family":"Villepin","given":"Dominique","dropping-particle":"de"}])");
  EXPECT_EQ(boost::json::serialize(item.at("issued")), R"({"date-parts":[[2012,12,5]]})");
  EXPECT_EQ(boost::json::serialize(item.at("accessed")), R"({"date-parts":[[2023,11,14]]})");
  EXPECT_EQ(item.at("publisher").as_string(), "www.exemple.gouv.fr");
  EXPECT_EQ(item.at("archive_location").as_string(),
            "https://archives.exemple.fr/documents/ynhqpha3o7exxvk4");
}

TEST(Csl, DatesAreAsLongAsTheyAreKnown) {
  base::Document document = speech();
  document.type = "";
  document.date = {2012, 12, 0};
  EXPECT_EQ(boost::json::serialize(csl_of(document).at("issued")), R"({"date-parts":[[2012,12]]})");
  document.date = {};
  document.title = " \n";
  const boost::json::value item = csl_of(document);
  EXPECT_FALSE(item.as_object().contains("issued"));
  EXPECT_EQ(item.at("title").as_string(), "Texte sans titre");
  EXPECT_EQ(item.at("container-title").as_string(), "www.exemple.gouv.fr");
}

}  // namespace
}  // namespace pressoir::api::citations
