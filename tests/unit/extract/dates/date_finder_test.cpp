#include "indexer/extract/dates/date_finder.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace pressoir::extract::dates {

void PrintTo(const DateFinding& finding, std::ostream* out) {
  *out << base::to_string(finding.date) << " (" << base::to_string(finding.source) << ", "
       << base::to_string(finding.confidence) << (finding.has_conflict ? ", conflict)" : ")");
}

namespace {

using base::Confidence;
using base::DateSource;

constexpr base::Date kUnknown{};

DateFinding found(std::string_view date, DateSource source, Confidence confidence) {
  return {base::parse_date(date).value(), source, confidence};
}

DateFinding contradicted(std::string_view date, DateSource source, Confidence confidence) {
  return {base::parse_date(date).value(), source, confidence, true};
}

DateFinding find_in_title(std::string title) {
  facts::PageFacts facts;
  facts.heading = std::move(title);
  return find_date(facts, kUnknown);
}

DateFinding find_in_notices(std::vector<std::string> notices) {
  facts::PageFacts facts;
  facts.notices = std::move(notices);
  return find_date(facts, kUnknown);
}

DateFinding find_in_text(std::string text) {
  facts::PageFacts facts;
  facts.text = std::move(text);
  return find_date(facts, kUnknown);
}

DateFinding find_in_url(std::string url) {
  facts::PageFacts facts;
  facts.url = std::move(url);
  return find_date(facts, kUnknown);
}

DateFinding find_in_json_ld(std::string script) {
  facts::PageFacts facts;
  facts.json_ld = {std::move(script)};
  return find_date(facts, kUnknown);
}

TEST(DateFinder, ReadsAPortalPageByItsTitleOnly) {
  facts::PageFacts facts;
  facts.heading = "Les filières d’avenir en fête - 05/12/2012";
  facts.text =
      "La journée organisée le 4 décembre 2012 à Bercy a réuni mille personnes.\n"
      "Une communication en Conseil des ministres (9 janvier 2013) suivra.";
  facts.notices = {"© Ministère - 2014", "Haut de page"};

  EXPECT_EQ(find_date(facts, kUnknown), found("2012-12-05", DateSource::kTitle, Confidence::kHigh));
}

TEST(DateFinder, LeavesAPageWithEventsOnlyUndated) {
  facts::PageFacts facts;
  facts.heading = "Le plan numérique";
  facts.text = "Présenté le 4 décembre 2012 à Bercy, le plan s’achèvera le 9 janvier 2013.";
  facts.notices = {"Ministère de l’Économie - 2014"};

  EXPECT_EQ(find_date(facts, kUnknown), DateFinding{});
}

// Titles.

struct TitleCase {
  const char* title;
  const char* date;  // empty: none
};

class DatedTitle : public ::testing::TestWithParam<TitleCase> {};

TEST_P(DatedTitle, GivesTheDate) {
  EXPECT_EQ(base::to_string(find_in_title(GetParam().title).date), GetParam().date)
      << GetParam().title;
}

INSTANTIATE_TEST_SUITE_P(
    DateFinder, DatedTitle,
    ::testing::Values(
        TitleCase{"Déclaration de M. Luc Roche, ministre de la mer, sur la pêche, à Brest le 12 "
                  "septembre 2005.",
                  "2005-09-12"},
        TitleCase{"Interview de Mme Anne Serre à une radio le 21 septembre 2020, sur le drame du "
                  "13 novembre 2015.",
                  "2020-09-21"},
        TitleCase{"Interview de Mme Anne Serre à une radio le 2 novembre 2020, sur l’hommage rendu "
                  "le 16 octobre 2020.",
                  "2020-11-02"},
        TitleCase{"Compte rendu du Conseil des ministres du mercredi 14 mars 2007", "2007-03-14"},
        TitleCase{"Assemblée ~ Troisième séance du mardi 29 janvier 2013", "2013-01-29"},
        TitleCase{"Communiqué de la Présidence, en date du 6 octobre 2020, sur la mer",
                  "2020-10-06"},
        TitleCase{"Conseil des ministres du 16 septembre 2020. La rentrée.", "2020-09-16"},
        TitleCase{"Article de M. Luc Roche dans \"Le Phare\" du 5 mai 1998, sur la loi du 3 mars "
                  "1997",
                  "1998-05-05"},
        TitleCase{"Déclaration de M. Luc Roche, sur la pêche, à Brest les 12 et 13 mai 1999",
                  "1999-05-12"},
        TitleCase{"Allocution de M. Luc Roche, sur la pêche, Brest 12 mai 1999", "1999-05-12"},
        TitleCase{"Lettre d’information - décembre 2012", "2012-12"},
        TitleCase{"La loi du 9 décembre 1905 a cent ans", ""},
        TitleCase{"Rapport sur la loi du 11 février 2005", ""},
        TitleCase{"Un couvre-feu à partir du 17 octobre 2020", ""},
        TitleCase{"Ce qui change au 1er janvier 2013", ""},
        TitleCase{"Fermé jusqu’au 3 mai 2013", ""},
        TitleCase{"Visite en Inde du 5 au 7 décembre 2012", ""},
        TitleCase{"Le budget 2013 en dix points", ""}));

TEST(DateFinder, IsSureOfASuffixAndLessOfAStatement) {
  EXPECT_EQ(find_in_title("La mer - 05/12/2012").confidence, Confidence::kHigh);
  EXPECT_EQ(find_in_title("Discours à Brest le 5 décembre 2012").confidence, Confidence::kMedium);
}

TEST(DateFinder, FallsBackOnTheTitleElement) {
  facts::PageFacts facts;
  facts.heading = "La mer";
  facts.title_element = "La mer - 05/12/2012";

  EXPECT_EQ(find_date(facts, kUnknown), found("2012-12-05", DateSource::kTitle, Confidence::kHigh));
}

// Notices.

TEST(DateFinder, ReadsWhatSaysThatItWasPublished) {
  const DateFinding expected = found("2019-03-14", DateSource::kVisibleLine, Confidence::kHigh);

  EXPECT_EQ(find_in_notices({"Publié le 14 mars 2019"}), expected);
  EXPECT_EQ(find_in_notices({"Prononcé le 14 mars 2019"}), expected);
  EXPECT_EQ(find_in_notices({"MIS EN LIGNE LE 14 MARS 2019"}), expected);
  EXPECT_EQ(find_in_notices({"Date de publication : 14/03/2019"}), expected);
  EXPECT_EQ(find_in_notices({"Publié le 14 mars 2019 - Mis à jour le 2 avril 2020"}), expected);
  EXPECT_EQ(find_in_notices({"Mis à jour le 2 avril 2020", "Publié le jeudi 14 mars 2019"}),
            expected);
}

TEST(DateFinder, IgnoresUpdatesAndVisits) {
  EXPECT_EQ(find_in_notices({"Mis à jour le 2 avril 2020"}), DateFinding{});
  EXPECT_EQ(find_in_notices({"Dernière modification : 02/04/2020"}), DateFinding{});
  EXPECT_EQ(find_in_notices({"Page consultée le 2 avril 2020"}), DateFinding{});
}

TEST(DateFinder, TakesTheDateOfASourceOnlyWhereNothingElseGivesOne) {
  facts::PageFacts facts;
  facts.notices = {"Source http://www.mer.exemple.fr, le 16 mars 2019"};
  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-16", DateSource::kVisibleLine, Confidence::kLow));

  facts.heading = "Déclaration de Mme Anne Serre, sur la mer, à Brest le 14 mars 2019.";
  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-14", DateSource::kTitle, Confidence::kMedium));
}

TEST(DateFinder, ReadsADateThatStandsAlone) {
  EXPECT_EQ(find_in_notices({"14 mars 2019"}),
            found("2019-03-14", DateSource::kVisibleLine, Confidence::kMedium));
  EXPECT_EQ(find_in_notices({"Paris, le 14 mars 2019"}).date, (base::Date{2019, 3, 14}));
  EXPECT_EQ(find_in_notices({"Inscriptions ouvertes dès le 14 mars 2019 pour tous"}),
            DateFinding{});
}

TEST(DateFinder, IsUnsureOfTheFirstOfSeveralDatesThatStandAlone) {
  EXPECT_EQ(find_in_notices({"14 mars 2019", "2 avril 2019", "4 mai 2019"}),
            found("2019-03-14", DateSource::kVisibleLine, Confidence::kLow));
}

// Attributes.

TEST(DateFinder, ReadsDatePublishedInAGraph) {
  constexpr const char* kScript = R"(<!-- {"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Site
sur deux lignes"},
    {"@type": "WebPage", "datePublished": "2019-01-01", "dateModified": "2021-01-01"},
    {"@type": ["Thing", "NewsArticle"], "datePublished": "2019-03-14T00:30:00+01:00",},
    {"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2022-05-05"}]}
  ]} -->)";

  EXPECT_EQ(find_in_json_ld(kScript), found("2019-03-14", DateSource::kJsonLd, Confidence::kMedium));
}

TEST(DateFinder, ReadsJsonLdInACdataSection) {
  EXPECT_EQ(find_in_json_ld("//<![CDATA[\n{\"datePublished\": \"2019-03-14\"}\n//]]>").date,
            (base::Date{2019, 3, 14}));
}

TEST(DateFinder, ToleratesJsonLdThatIsBroken) {
  EXPECT_EQ(find_in_json_ld("{\"datePublished\": \"2019-03-14\""), DateFinding{});
  EXPECT_EQ(find_in_json_ld(std::string(100000, '[')), DateFinding{});
  EXPECT_EQ(find_in_json_ld("{\"datePublished\": 20190314}"), DateFinding{});
  EXPECT_EQ(find_in_json_ld("}{"), DateFinding{});
}

TEST(DateFinder, ReadsMetasOfPublicationOnly) {
  facts::PageFacts facts;
  facts.metas = {{"article:modified_time", "2021-01-01"},
                 {"dcterms.modified", "2021-01-01"},
                 {"date", "2020-01-01"},
                 {"dc.date.issued", "2019-03-14"}};
  EXPECT_EQ(find_date(facts, kUnknown), found("2019-03-14", DateSource::kMeta, Confidence::kMedium));

  facts.metas.resize(2);
  EXPECT_EQ(find_date(facts, kUnknown), DateFinding{});
}

TEST(DateFinder, ReadsATimeElementThatIsNoUpdate) {
  facts::PageFacts facts;
  facts.date_marks = {{"2020-04-02T10:00"}, {"2019-03-14T08:00"}};
  facts.notices = {"Mis à jour le 2 avril 2020"};

  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-14", DateSource::kTimeElement, Confidence::kMedium));
}

TEST(DateFinder, IsUnsureOfTheFirstOfManyTimeElements) {
  facts::PageFacts facts;
  facts.date_marks = {{"2019-03-14"}, {"2019-03-15"}, {"2019-03-16"}};

  EXPECT_EQ(find_date(facts, kUnknown).confidence, Confidence::kLow);
}

TEST(DateFinder, BelievesAVocabularyBeforeOtherElements) {
  facts::PageFacts facts;
  facts.date_marks = {{"2019-03-14", facts::DateMarkKind::kPublished}, {"2019-03-10"}};
  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-14", DateSource::kTimeElement, Confidence::kMedium));
}

TEST(DateFinder, ReadsALineNextToTheHeading) {
  facts::PageFacts facts;
  facts.date_marks = {{"14 mars 2019 | Industrie", facts::DateMarkKind::kHeadline, true}};
  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-14", DateSource::kVisibleLine, Confidence::kMedium));
  // An attribute of later is a migration's.
  facts.metas = {{"dc.date", "2021-01-02"}};
  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2019, 3, 14}));
}

TEST(DateFinder, BelievesAttributesBeforeADateAloneInTheText) {
  facts::PageFacts facts;
  facts.notices = {"14 mars 2019"};
  facts.metas = {{"dc.date", "2021-01-02"}};
  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2021, 1, 2}));
  facts.date_marks = {{"2019-03-14"}};
  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2019, 3, 14})) << "an element says so too";
}

TEST(DateFinder, ReadsTheMarginIfItSpeaksOfOneDay) {
  facts::PageFacts facts;
  facts.date_marks = {{"Mise en ligne : 14 mars 2019", facts::DateMarkKind::kLine}};
  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2019, 3, 14}));
  facts.date_marks.push_back({"Publié le 2 avril 2019", facts::DateMarkKind::kLine});
  EXPECT_EQ(find_date(facts, kUnknown), DateFinding{});
}

TEST(DateFinder, KnowsRdfaNamesOfDublinCore) {
  facts::PageFacts facts;
  facts.metas = {{"dcterms:created", "2019-03-14"}};
  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2019, 3, 14}));
}

TEST(DateFinder, GuessesFromTheAddressOfThePicture) {
  facts::PageFacts facts;
  facts.metas = {{"og:image", "/uploads/2019/03/14/ports.jpg"}};
  EXPECT_EQ(find_date(facts, kUnknown),
            found("2019-03-14", DateSource::kUrl, Confidence::kLow));
}

// Datelines and addresses.

TEST(DateFinder, ReadsADatelineAtTheStartOfTheText) {
  const DateFinding expected = found("2012-12-05", DateSource::kDateline, Confidence::kMedium);

  EXPECT_EQ(find_in_text("Paris, le 5 décembre 2012\nLe ministre annonce."), expected);
  EXPECT_EQ(find_in_text("Communiqué de presse\nBercy, le 5 décembre 2012 – La filière."),
            expected);
  EXPECT_EQ(find_in_text("Mercredi 5 décembre 2012\nLe ministre annonce."), expected);
  EXPECT_EQ(find_in_text("Un mot.\nFait à Paris, le 5 décembre 2012\nAnne Serre"), expected);
}

TEST(DateFinder, TakesNoCitedSourceForADateline) {
  EXPECT_EQ(find_in_text("Un mot.\nsource http://www.mer.exemple.fr, le 5 décembre 2012"),
            DateFinding{});
}

TEST(DateFinder, TakesNoEventOfTheFirstLineForADateline) {
  EXPECT_EQ(find_in_text("Le 5 décembre 2012, la ministre a visité une usine."), DateFinding{});
  EXPECT_EQ(
      find_in_text("Lors de la journée tenue à Paris, le 5 décembre 2012 au matin, elle a dit"),
      DateFinding{});
}

TEST(DateFinder, ReadsTheAddressLast) {
  EXPECT_EQ(find_in_url("https://www.exemple.fr/2012/12/05/usines"),
            found("2012-12-05", DateSource::kUrl, Confidence::kMedium));
  EXPECT_EQ(find_in_url("https://www.exemple.fr/cp-20121205-usines.html"),
            found("2012-12-05", DateSource::kUrl, Confidence::kLow));
  EXPECT_EQ(find_in_url("https://www.exemple.fr/2012/12/usines").date, (base::Date{2012, 12, 0}));
  EXPECT_EQ(find_in_url("https://www.exemple.fr/2012/usines-1205"), DateFinding{});
  EXPECT_EQ(find_in_url("https://2012-12-05.exemple.fr/"), DateFinding{});
}

TEST(DateFinder, BelievesTheTitleAgainstANumberInTheAddress) {
  facts::PageFacts facts;
  facts.title_element = "Troisième séance du mardi 29 janvier 2013";
  facts.url = "https://www.exemple.fr/cri/2012-2013/20130119.asp";

  EXPECT_EQ(find_date(facts, kUnknown).date, (base::Date{2013, 1, 29}));
}

// Agreement and contradiction.

TEST(DateFinder, NamesTheFirstOfSourcesThatAgree) {
  facts::PageFacts facts;
  facts.heading = "La mer - 05/12/2012";
  facts.metas = {{"dc.date", "2012-12-05"}};

  EXPECT_EQ(find_date(facts, kUnknown), found("2012-12-05", DateSource::kMeta, Confidence::kHigh));
}

TEST(DateFinder, TakesTheDayWhereAnotherSourceKnowsTheMonth) {
  facts::PageFacts facts;
  facts.metas = {{"dc.date", "2012-12"}};
  facts.notices = {"Publié le 5 décembre 2012"};

  EXPECT_EQ(find_date(facts, kUnknown),
            found("2012-12-05", DateSource::kVisibleLine, Confidence::kHigh));
}

TEST(DateFinder, BelievesWhatIsShownAgainstALaterAttribute) {
  facts::PageFacts facts;
  facts.heading = "La mer - 05/12/2012";
  facts.metas = {{"dcterms.created", "2016-02-01"}};

  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kTitle, Confidence::kLow));
}

TEST(DateFinder, TakesALaterDayInTheTitleForAnEvent) {
  facts::PageFacts facts;
  facts.heading = "Rendez-vous à Brest le 20 décembre 2012";
  facts.metas = {{"dcterms.created", "2012-12-05"}};
  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kMeta, Confidence::kLow));

  facts.metas.clear();
  facts.notices = {"Publié le 5 décembre 2012"};
  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kVisibleLine, Confidence::kLow));
}

TEST(DateFinder, BelievesADatelineAgainstTheStampOfAMigration) {
  facts::PageFacts facts;
  facts.metas = {{"dc.date", "2016-02-01"}};
  facts.text = "Paris, le 5 décembre 2012\nLe ministre annonce.";
  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kDateline, Confidence::kLow));

  facts.metas = {{"dc.date", "2012-12-07"}};
  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-07", DateSource::kMeta, Confidence::kMedium));
}

TEST(DateFinder, IsUnsureWhenAttributesContradictEachOther) {
  facts::PageFacts facts;
  facts.json_ld = {R"({"datePublished": "2012-12-05"})"};
  facts.metas = {{"dc.date", "2013-05-06"}};

  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kJsonLd, Confidence::kLow));
}

TEST(DateFinder, FlagsADatelineThatTheTitleContradictsWithoutDoubtingTheTitle) {
  facts::PageFacts facts;
  facts.heading = "La mer - 05/12/2012";
  facts.text = "Brest, le 12 novembre 2012\nLe ministre annonce.";

  EXPECT_EQ(find_date(facts, kUnknown),
            contradicted("2012-12-05", DateSource::kTitle, Confidence::kHigh));
}

TEST(DateFinder, SeesNoConflictInAPartialDateThatAgreesNorInAnUpdate) {
  facts::PageFacts facts;
  facts.heading = "La mer - 05/12/2012";
  facts.metas = {{"dc.date", "2012-12"}, {"article:modified_time", "2015-03-01"}};
  facts.notices = {"Mis à jour le 1er mars 2015"};

  EXPECT_FALSE(find_date(facts, kUnknown).has_conflict);
}

TEST(DateFinder, TakesNoYearOfAFooterNorOfARepublicanCalendar) {
  facts::PageFacts facts;
  facts.heading = "Les archives de l’an II";
  facts.notices = {"© 1998-2012 Ministère de la Mer", "© Ministère, 2012"};
  facts.text = "Le décret du 14 frimaire an II est exposé à Brest.\n18 brumaire an VIII\n© 2012";

  EXPECT_EQ(find_date(facts, kUnknown), DateFinding{});
}

TEST(DateFinder, NeverReturnsADayAfterTheCapture) {
  facts::PageFacts facts;
  facts.heading = "Rendez-vous - 20/12/2012";
  facts.metas = {{"dc.date", "2013-01-02"}};
  facts.notices = {"Publié le 5 décembre 2012"};

  EXPECT_EQ(find_date(facts, {2012, 12, 10}),
            found("2012-12-05", DateSource::kVisibleLine, Confidence::kHigh));
}

}  // namespace
}  // namespace pressoir::extract::dates
