#include "indexer/extract/people/office_matcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/unit/extract/people/invented_gazetteer.hpp"

namespace pressoir::extract::people {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr base::Date kIn2012{2012, 12, 5};
constexpr base::Date kIn2020{2020, 10, 22};

// A matcher with the words that it was made with.
struct Offices {
  explicit Offices(const gazetteer::Gazetteer& gazetteer) : matcher(gazetteer, words) {}

  // Who is meant by the first title of the text; empty when nobody.
  std::string holder(const std::string& text, base::Date date) const {
    const TokenizedText tokens(words, text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const std::optional<OfficeMention> mention = matcher.read(tokens, at);
      if (!mention) continue;
      const gazetteer::Office* office = matcher.resolve(*mention, matcher.in_force(date));
      return office == nullptr ? "" : office->person;
    }
    return "";
  }
  // The words that the first title of the text covers.
  std::string title(const std::string& text) const {
    const TokenizedText tokens(words, text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const std::optional<OfficeMention> mention = matcher.read(tokens, at);
      if (!mention || mention->end == mention->first) continue;
      const std::size_t begin = tokens.token(mention->first).begin;
      return text.substr(begin, tokens.token(mention->end - 1).end - begin);
    }
    return "";
  }

  WordIds words;
  OfficeMatcher matcher;
};

const Offices& offices() {
  static const Offices made(sample_gazetteer());
  return made;
}

// The gazetteer of the programs, with all offices since 1959.
const gazetteer::Gazetteer& true_gazetteer() {
  static const gazetteer::Gazetteer& loaded = *gazetteer::Gazetteer::load().value();
  return loaded;
}

TEST(OfficeMatcher, ReadsATitleUpToWhatIsNoPartOfIt) {
  EXPECT_EQ(offices().title("le ministre du redressement productif a annoncé"),
            "ministre du redressement productif");
  EXPECT_EQ(offices().title("la ministre déléguée chargée des PME, de l’innovation et des autres"),
            "ministre déléguée chargée des PME, de l’innovation");
  EXPECT_EQ(offices().title("le Premier ministre du pays"), "Premier ministre");
  EXPECT_EQ(offices().title("le ministre délégué auprès du ministre de l’économie et des finances, "
                            "chargé du budget, répond"),
            "ministre délégué auprès du ministre de l’économie et des finances, chargé du budget");
}

TEST(OfficeMatcher, TakesPetitesEtMoyennesEntreprisesForPme) {
  EXPECT_EQ(offices().holder("la ministre chargée des petites et moyennes entreprises", kIn2012),
            "fleur-pellerin");
}

TEST(OfficeMatcher, TakesEitherNumberOfAWord) {
  EXPECT_EQ(offices().holder("le ministre du Redressement productifs", kIn2012),
            "arnaud-montebourg");
  EXPECT_EQ(offices().holder("la ministre de la Santés et des affaires sociales", kIn2012),
            "marisol-touraine");
}

TEST(OfficeMatcher, DoesNotTakeAnOfficeForAnotherCountrys) {
  EXPECT_EQ(offices().holder("le ministre de l’Intérieur allemand", kIn2012), "");
  EXPECT_EQ(offices().holder("le Premier ministre de Lettonie", kIn2012), "");
  EXPECT_EQ(offices().holder("la ministre de la Justice suédoise", kIn2012), "");
  EXPECT_EQ(offices().holder("le ministre de l’Intérieur", kIn2012), "manuel-valls");
}

TEST(OfficeMatcher, DoesNotTakeWhoHadTheOfficeForWhoHasIt) {
  EXPECT_EQ(offices().holder("l’ancien ministre du redressement productif", kIn2012), "");
}

TEST(OfficeMatcher, LetsTheFeminineMeanAWomanOnly) {
  EXPECT_EQ(offices().holder("la ministre du redressement productif", kIn2012), "");
  EXPECT_EQ(offices().holder("le ministre du redressement productif", kIn2012),
            "arnaud-montebourg");
}

TEST(OfficeMatcher, AnswersByTheDate) {
  EXPECT_EQ(offices().holder("le Premier ministre", kIn2012), "jean-marc-ayrault");
  EXPECT_EQ(offices().holder("le Premier ministre", kIn2020), "jean-castex");
  EXPECT_EQ(offices().holder("le Premier ministre", {1950, 1, 1}), "");
  EXPECT_EQ(offices().holder("le Premier ministre", {}), "");
}

TEST(OfficeMatcher, KnowsWhoEverHadAnOffice) {
  const Offices& all = offices();
  const std::string text = "ministre de l’Économie et du Numérique";
  const TokenizedText tokens(all.words, text);
  const OfficeMention mention = all.matcher.read(tokens, 0).value();
  const auto people = sample_gazetteer().people();
  std::vector<std::string> holders;
  for (std::uint32_t index = 0; index < people.size(); ++index) {
    const std::array one{index};
    if (all.matcher.was_held_by(mention, one)) holders.push_back(people[index].id);
  }
  // The others had an office of the economy, of which the title may be a part.
  EXPECT_THAT(holders, UnorderedElementsAre("arnaud-montebourg", "bruno-le-maire", "fleur-pellerin",
                                            "pierre-moscovici"));
}

// The oracle looks at each day of the date by itself.
TEST(OfficeMatcher, HasInForceWhatIsHeldOnEachDayOfADate) {
  const Offices all(true_gazetteer());
  const auto table = true_gazetteer().offices();
  for (const base::Date date :
       {base::Date{1959, 1, 8}, base::Date{1981, 5, 21}, base::Date{2012, 5, 15},
        base::Date{2012, 6, 0}, base::Date{2012, 5, 0}, base::Date{2014, 0, 0},
        base::Date{2003, 0, 0}, base::Date{2024, 9, 21}, base::Date{1900, 1, 1}}) {
    std::vector<std::uint32_t> expected;
    for (std::uint32_t index = 0; index < table.size(); ++index) {
      const gazetteer::Office& office = table[index];
      bool is_held = true;
      for (int day = base::days_since_epoch(base::first_day(date));
           day <= base::days_since_epoch(base::last_day(date)); ++day) {
        const bool has_begun = base::days_since_epoch(base::first_day(office.first_day)) <= day;
        const bool has_ended =
            office.last_day && base::days_since_epoch(base::last_day(office.last_day)) < day;
        is_held = is_held && has_begun && !has_ended;
      }
      if (is_held) expected.push_back(index);
    }
    EXPECT_THAT(all.matcher.in_force(date), ElementsAreArray(expected));
  }
  EXPECT_THAT(all.matcher.in_force({}), IsEmpty());
}

// Each title of the gazetteer, read on a day of its office, means its holder or, where another
// office in force has a title of the same words, nobody or that other's holder.
TEST(OfficeMatcher, ResolvesTheTitlesOfTheGazetteerToTheirHolders) {
  const Offices all(true_gazetteer());
  std::size_t right = 0;
  std::size_t asked = 0;
  for (const gazetteer::Office& office : true_gazetteer().offices()) {
    if (office.first_day.day == 0) continue;
    ++asked;
    right += all.holder("le " + office.title, office.first_day) == office.person ? 1 : 0;
  }
  EXPECT_GT(asked, 1000U);
  EXPECT_GE(right * 100, asked * 90) << right << " of " << asked;
}

}  // namespace
}  // namespace pressoir::extract::people
