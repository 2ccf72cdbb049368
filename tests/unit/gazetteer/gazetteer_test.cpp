#include "indexer/gazetteer/gazetteer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace pressoir::gazetteer {
namespace {

using testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HasSubstr;

constexpr std::string_view kGovernments =
    "id\tname\tprime_minister\tpresident\tfirst_day\tlast_day\tsource\n"
    "valmont-2\tValmont II\tpaul-valmont\tanne-serre\t2012-06-21\t2014-03-30\ttest\n"
    "valmont-1\tValmont I\tPaul Valmont\tanne-serre\t2012-05-15\t2012-06-20\ttest\n"
    "roche\tRoche\tluc-roche\tanne-serre\t2014-03-31\t\ttest\n";
constexpr std::string_view kPeople =
    "id\tname\tgender\taliases\tsource\n"
    "paul-valmont\tPaul Valmont\tm\t\ttest\n"
    "anne-serre\tAnne Serre\tf\tAnne Serre-Dufour|Annie Serre\ttest\n"
    "luc-roche\tLuc Roche\tm\t\ttest\n";
constexpr std::string_view kOffices =
    "person\ttitle\tfull_title\trank\tlineage\tgovernment\tfirst_day\tlast_day\tprecision\tsource\n"
    "luc-roche\tministre délégué chargé du Budget\t\tministre délégué\tbudget\tvalmont-2\t"
    "2012-06-21\t2013-03-18\tday\ttest\n"
    "luc-roche\tministre de l’Intérieur\t\tministre\tinterieur\tvalmont-2\t2013-03-19\t2014-03-30\t"
    "day\ttest\n"
    "luc-roche\tPremier ministre\t\tPremier ministre\tpremier-ministre\troche\t2014-03-31\t\tday\t"
    "test\n"
    "luc-roche\tministre de la Culture\t\tministre\tculture\troche\t2014-05-01\t2014-06-30\tday\t"
    "test\n"
    "anne-serre\tPrésident de la "
    "République\t\tprésident\tpresidence\t\t2007\t2017-05\tyear\ttest\n";

constexpr std::string_view kLineages =
    "id\tlabel\nbudget\tBudget\ninterieur\tIntérieur\nculture\tCulture\n"
    "premier-ministre\tPremier ministre\npresidence\tPrésidence\n";

base::Date day(std::string_view text) {
  return base::parse_date(text).value();
}

Gazetteer parse_sample() {
  return Gazetteer::parse({kGovernments, kPeople, kOffices, kLineages}).value();
}

std::string error_of(std::string_view governments, std::string_view people,
                     std::string_view offices) {
  const auto parsed = Gazetteer::parse({governments, people, offices, kLineages});
  EXPECT_TRUE(parsed.has_error());
  if (!parsed.has_error()) return {};
  EXPECT_EQ(parsed.error().code, base::Errc::kBadConfig);
  return parsed.error().message;
}

TEST(Gazetteer, SortsGovernmentsByTheirFirstDay) {
  const Gazetteer gazetteer = parse_sample();

  ASSERT_EQ(gazetteer.governments().size(), 3u);
  EXPECT_EQ(gazetteer.governments()[0].id, "valmont-1");
  EXPECT_EQ(gazetteer.governments()[2].id, "roche");
}

TEST(Gazetteer, ReadsPeopleOfGovernmentsByIdOrByName) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.government("valmont-1")->prime_minister, "paul-valmont");
  EXPECT_EQ(gazetteer.government("valmont-2")->prime_minister, "paul-valmont");
}

TEST(Gazetteer, FindsPeopleWithTheirAliases) {
  const Gazetteer gazetteer = parse_sample();

  const Person* anne = gazetteer.person("anne-serre");

  ASSERT_NE(anne, nullptr);
  EXPECT_TRUE(anne->is_woman);
  EXPECT_THAT(anne->aliases, ::testing::ElementsAre("Anne Serre-Dufour", "Annie Serre"));
  EXPECT_EQ(gazetteer.person("anne"), nullptr);
}

TEST(Gazetteer, NamesTheGovernmentOfADay) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.government_at(day("2012-05-14")), nullptr);
  EXPECT_EQ(gazetteer.government_at(day("2012-06-20"))->id, "valmont-1");
  EXPECT_EQ(gazetteer.government_at(day("2012-06-21"))->id, "valmont-2");
  EXPECT_EQ(gazetteer.government_at(day("2031-01-01"))->id, "roche");
  EXPECT_EQ(gazetteer.government_at({}), nullptr);
}

TEST(Gazetteer, NamesTheGovernmentOfAPartialDateOnlyIfOneFits) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.government_at(day("2013"))->id, "valmont-2");
  EXPECT_EQ(gazetteer.government_at(day("2012-06")), nullptr);
  EXPECT_EQ(gazetteer.government_at(day("2014")), nullptr);
}

TEST(Gazetteer, GivesTheOfficesOfAPersonOldestFirst) {
  const Gazetteer gazetteer = parse_sample();

  const auto offices = gazetteer.offices_of("luc-roche");

  ASSERT_EQ(offices.size(), 4u);
  EXPECT_EQ(offices.front().title, "ministre délégué chargé du Budget");
  EXPECT_EQ(offices.back().title, "ministre de la Culture");
  EXPECT_TRUE(gazetteer.offices_of("personne").empty());
}

TEST(Gazetteer, GivesTheOfficeOfADayWithItsBounds) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2012-06-20")), nullptr);
  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2013-03-18"))->lineage, "budget");
  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2013-03-19"))->lineage, "interieur");
  EXPECT_EQ(gazetteer.office_at("luc-roche", {}), nullptr);
}

TEST(Gazetteer, PrefersTheHighestOfSeveralOffices) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2014-05-15"))->rank, "Premier ministre");
}

TEST(Gazetteer, AnswersAPartialDateOnlyForOneAndTheSameOffice) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2012-09"))->lineage, "budget");
  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2013-03")), nullptr);
  EXPECT_EQ(gazetteer.office_at("luc-roche", day("2013")), nullptr);
}

TEST(Gazetteer, CountsAllOfAYearThatIsAllThatIsKnownOfAnOffice) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_NE(gazetteer.office_at("anne-serre", day("2007-01-01")), nullptr);
  EXPECT_NE(gazetteer.office_at("anne-serre", day("2017-05-31")), nullptr);
  EXPECT_EQ(gazetteer.office_at("anne-serre", day("2017-06-01")), nullptr);
}

TEST(Gazetteer, NamesFileLineAndColumnOfAFault) {
  const std::string people = std::string(kPeople) + "jean\tJean Petit\tx\t\ttest\n";

  EXPECT_EQ(error_of(kGovernments, people, kOffices),
            "people.tsv: line 5: gender has an unknown value: x");
}

TEST(Gazetteer, RefusesAHeaderWithOtherColumns) {
  EXPECT_THAT(error_of(kGovernments, "id\tnom\tgender\taliases\tsource\n", kOffices),
              HasSubstr("people.tsv: line 1: name is expected in the header where it says nom"));
  EXPECT_THAT(error_of("", kPeople, kOffices), HasSubstr("governments.tsv: "));
}

TEST(Gazetteer, RefusesALineWithTooFewCells) {
  const std::string offices = std::string(kOffices) + "luc-roche\tministre des Sports\n";

  EXPECT_THAT(error_of(kGovernments, kPeople, offices), HasSubstr("offices.tsv: line 7: title"));
}

TEST(Gazetteer, RefusesADateThatDoesNotExist) {
  std::string governments(kGovernments);
  governments.replace(governments.find("2012-05-15"), 10, "2012-02-30");

  EXPECT_THAT(error_of(governments, kPeople, kOffices),
              HasSubstr("governments.tsv: line 3: first_day is not a date: 2012-02-30"));
}

TEST(Gazetteer, RefusesAnOfficeOfAnUnknownPersonOrGovernment) {
  constexpr std::string_view kTail = "\t2012-07-01\t2012-08-01\tday\ttest\n";
  const std::string person = std::string(kOffices) +
                             "jean-petit\tministre des Sports\t\tministre\tculture\troche" +
                             std::string(kTail);
  const std::string government = std::string(kOffices) +
                                 "luc-roche\tministre des Sports\t\tministre\tculture\tpetit" +
                                 std::string(kTail);

  EXPECT_THAT(error_of(kGovernments, kPeople, person), HasSubstr("line 7: person is not in"));
  EXPECT_THAT(error_of(kGovernments, kPeople, government),
              HasSubstr("line 7: government is not in"));
}

TEST(Gazetteer, RefusesAnOfficeOfAnUnknownLineage) {
  const std::string offices =
      std::string(kOffices) +
      "luc-roche\tministre des Sports\t\tministre\tsports\troche\t2012-07\t2012-08\tmonth\tt\n";

  EXPECT_THAT(error_of(kGovernments, kPeople, offices),
              HasSubstr("line 7: lineage is not in lineages.tsv"));
}

TEST(Gazetteer, RefusesAPrecisionThatTheDaysDoNotHave) {
  const std::string offices =
      std::string(kOffices) +
      "luc-roche\tministre de la Culture\t\tministre\tculture\troche\t2012-07\t2012-08\tday\tt\n";

  EXPECT_THAT(error_of(kGovernments, kPeople, offices),
              HasSubstr("line 7: precision is not that of the days"));
}

TEST(Gazetteer, NamesALineage) {
  const Gazetteer gazetteer = parse_sample();

  EXPECT_EQ(gazetteer.lineage("interieur")->label, "Intérieur");
  EXPECT_EQ(gazetteer.lineage("guerre"), nullptr);
}

TEST(Gazetteer, RefusesTwoPeopleWithOneId) {
  const std::string people = std::string(kPeople) + "luc-roche\tLuc Roche\tm\t\ttest\n";

  EXPECT_THAT(error_of(kGovernments, people, kOffices), HasSubstr("luc-roche"));
}

TEST(Gazetteer, RefusesGovernmentsThatOverlap) {
  std::string governments(kGovernments);
  governments.replace(governments.find("2012-06-20"), 10, "2012-06-25");

  EXPECT_THAT(error_of(governments, kPeople, kOffices), HasSubstr("valmont-1"));
}

// The true gazetteer, as it is in the program.

class TrueGazetteer : public ::testing::Test {
 protected:
  static const Gazetteer& gazetteer() {
    static const Gazetteer& loaded = *Gazetteer::load().value();
    return loaded;
  }
  static std::string title_at(std::string_view person, std::string_view date) {
    const Office* office = gazetteer().office_at(person, day(date));
    return office == nullptr ? std::string() : office->title;
  }
};

TEST_F(TrueGazetteer, KnowsTheMinistersOfIndustryOfDecember2012) {
  EXPECT_EQ(title_at("arnaud-montebourg", "2012-12-05"), "ministre du Redressement productif");
  EXPECT_EQ(title_at("fleur-pellerin", "2012-12-05"),
            "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique");
  EXPECT_EQ(gazetteer().government_at(day("2012-12-05"))->id, "ayrault-2");
}

TEST_F(TrueGazetteer, KnowsTheChangeAtTheBudgetInMarch2013) {
  EXPECT_THAT(title_at("jerome-cahuzac", "2013-03-15"), HasSubstr("Budget"));
  EXPECT_EQ(title_at("jerome-cahuzac", "2013-03-25"), "");
  EXPECT_THAT(title_at("bernard-cazeneuve", "2013-03-25"), HasSubstr("Budget"));
}

TEST_F(TrueGazetteer, GivesEveryGovernmentAPrimeMinisterInOffice) {
  for (const Government& government : gazetteer().governments()) {
    const Office* office = gazetteer().office_at(government.prime_minister, government.first_day);
    ASSERT_NE(office, nullptr) << government.id;
    EXPECT_EQ(office->rank, "Premier ministre") << government.id;
  }
}

TEST_F(TrueGazetteer, HasAGovernmentAndAPresidentOnEveryDaySince1959) {
  const auto governments = gazetteer().governments();
  EXPECT_EQ(governments.front().first_day, day("1959-01-08"));
  for (std::size_t i = 1; i < governments.size(); ++i) {
    EXPECT_EQ(base::days_since_epoch(governments[i].first_day),
              base::days_since_epoch(governments[i - 1].last_day) + 1)
        << governments[i].id;
    const Office* office =
        gazetteer().office_at(governments[i].president, governments[i].first_day);
    ASSERT_NE(office, nullptr) << governments[i].id;
    EXPECT_EQ(office->rank, "président") << governments[i].id;
  }
  EXPECT_FALSE(governments.back().last_day);
}

TEST_F(TrueGazetteer, BeginsNoOfficeBeforeItsGovernmentOrLongAfterIt) {
  constexpr int kGraceDays = 31;  // a member stays until the next members are named
  for (const Office& office : gazetteer().offices()) {
    const Government* government = gazetteer().government(office.government);
    if (government == nullptr) continue;
    SCOPED_TRACE(office.person + ", " + office.title);
    EXPECT_GE(base::last_day(office.first_day), government->first_day);
    if (!government->last_day) continue;
    EXPECT_LE(base::first_day(office.first_day), government->last_day);
    ASSERT_TRUE(office.last_day);
    EXPECT_LE(base::days_since_epoch(base::first_day(office.last_day)),
              base::days_since_epoch(government->last_day) + kGraceDays);
  }
}

TEST_F(TrueGazetteer, HasOneHeadOfGovernmentAtATime) {
  base::Date last;
  for (const Government& government : gazetteer().governments()) {
    for (const Office& office : gazetteer().offices()) {
      if (office.rank != "Premier ministre" || office.government != government.id) continue;
      if (last) {
        EXPECT_EQ(base::days_since_epoch(office.first_day), base::days_since_epoch(last) + 1)
            << government.id;
      }
      last = office.last_day;
    }
  }
}

TEST_F(TrueGazetteer, HoldsNoRowTwice) {
  const auto offices = gazetteer().offices();
  for (std::size_t i = 1; i < offices.size(); ++i) {
    const bool is_same = offices[i].person == offices[i - 1].person &&
                         offices[i].title == offices[i - 1].title &&
                         offices[i].first_day == offices[i - 1].first_day;
    EXPECT_FALSE(is_same) << offices[i].person << ", " << offices[i].title;
  }
}

struct GovernmentOfDay {
  const char* day;
  const char* government;
};

class GovernmentsOfDays : public ::testing::TestWithParam<GovernmentOfDay> {};

// A prime minister is named some days before the other members: the days between are already of the
// new government.
TEST_P(GovernmentsOfDays, AreThoseInOffice) {
  static const Gazetteer& loaded = *Gazetteer::load().value();

  const Government* government = loaded.government_at(day(GetParam().day));

  ASSERT_NE(government, nullptr);
  EXPECT_EQ(government->id, GetParam().government);
}

INSTANTIATE_TEST_SUITE_P(
    TrueGazetteer, GovernmentsOfDays,
    ::testing::Values(
        GovernmentOfDay{"1962-04-14", "pompidou-1"}, GovernmentOfDay{"1995-05-17", "juppe-1"},
        GovernmentOfDay{"1997-06-01", "juppe-2"}, GovernmentOfDay{"1997-06-03", "jospin"},
        GovernmentOfDay{"2012-05-15", "ayrault-1"}, GovernmentOfDay{"2012-06-20", "ayrault-1"},
        GovernmentOfDay{"2014-03-31", "valls-1"}, GovernmentOfDay{"2017-05-14", "cazeneuve"},
        GovernmentOfDay{"2024-09-04", "attal"}, GovernmentOfDay{"2024-09-10", "barnier"},
        GovernmentOfDay{"2025-10-11", "lecornu-1"}, GovernmentOfDay{"2025-10-12", "lecornu-2"}));

TEST(Synonyms, AreReadWithTheirSource) {
  const auto sets = parse_synonyms("names\tsource\nancien office|nouvel office\tloi de 2001\n");
  ASSERT_TRUE(sets);
  ASSERT_EQ(sets->size(), 1u);
  EXPECT_THAT(sets->front().names, ElementsAre("ancien office", "nouvel office"));
  EXPECT_EQ(sets->front().source, "loi de 2001");
}

TEST(Synonyms, AreRefusedWithoutASourceOrASecondName) {
  for (const char* row : {"un|deux\t", "un\tloi", "\tloi", "un|deux\tloi\ndeux|trois\tloi"}) {
    const auto sets = parse_synonyms("names\tsource\n" + std::string(row) + "\n");
    ASSERT_FALSE(sets) << row;
    EXPECT_THAT(sets.error().message, HasSubstr("synonyms.tsv"));
  }
}

TEST(Synonyms, OfTheProgramCanBeRead) {
  const auto sets = load_synonyms();
  ASSERT_TRUE(sets) << sets.error().message;
  EXPECT_GT(sets->size(), 20u);
}

Term term(const char* person, const char* first, const char* last) {
  return {"ministre", person, *base::parse_date(first),
          *last ? *base::parse_date(last) : base::Date{}};
}

TEST(JoinTerms, MakesOneOfThoseThatFollowEachOther) {
  std::vector<Term> terms{term("a", "2012-06-21", "2014-03-31"),
                          term("a", "2012-05-16", "2012-06-18")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_EQ(terms[0].first_day, *base::parse_date("2012-05-16"));
  EXPECT_EQ(terms[0].last_day, *base::parse_date("2014-03-31"));
}

TEST(JoinTerms, KeepsTermsApartThatAreMoreThanAMonthApart) {
  std::vector<Term> terms{term("a", "2002-01-01", "2002-03-01"),
                          term("a", "2002-04-02", "2003-01-01")};
  join_terms(terms);
  EXPECT_EQ(terms.size(), 2u);
}

TEST(JoinTerms, KeepsPersonsApartAndOrdersByTheFirstDay) {
  std::vector<Term> terms{term("b", "2013-01-01", ""), term("a", "2012-01-01", "2012-12-31")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].person, "a");
}

TEST(JoinTerms, GoesOnWithoutAnEndWhenTheLastIsInOffice) {
  std::vector<Term> terms{term("a", "2012-01-01", "2012-12-31"), term("a", "2013-01-01", "")};
  join_terms(terms);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_FALSE(terms[0].last_day);
}

}  // namespace
}  // namespace pressoir::gazetteer
