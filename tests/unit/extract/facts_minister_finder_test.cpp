#include "indexer/extract/minister_finder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/extract/facts_gazetteer.hpp"

namespace pressoir::extract {
namespace {

using base::Role;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr base::Date kIn2012{2012, 12, 5};
constexpr base::Date kIn2020{2020, 10, 22};
constexpr base::Date kUndated{};

const MinisterFinder& finder() {
  static const MinisterFinder made(sample_gazetteer());
  return made;
}

std::vector<std::string> names_in(std::string_view text, base::Date date) {
  std::vector<std::string> names;
  for (const base::Minister& minister : finder().find("", text, date)) {
    names.push_back(minister.name);
  }
  return names;
}

base::Minister given(std::string id, std::string name) {
  return {.id = std::move(id), .name = std::move(name), .office = ""};
}

Role role_in(std::string_view title, std::string_view text, std::string_view id) {
  for (const base::Minister& minister : finder().find(title, text, kIn2012)) {
    if (minister.id == id) return minister.role;
  }
  ADD_FAILURE() << id << " is not found";
  return Role::kMentioned;
}

// Full names.

class FullName : public ::testing::TestWithParam<const char*> {};

TEST_P(FullName, IsFoundInAnySpelling) {
  EXPECT_EQ(names_in(GetParam(), kUndated).size(), 1u) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(MinisterFinder, FullName,
                         ::testing::Values("Arnaud Montebourg a visité l’usine.",
                                           "ARNAUD MONTEBOURG", "la venue de MONTEBOURG Arnaud",
                                           "GENEVIEVE DARRIEUSSECQ", "Genevieve Darrieussecq",
                                           "Jean Marc Ayrault", "JEAN-MARC AYRAULT",
                                           "discours d’Arnaud Montebourg", "Arnaud\u00a0Montebourg",
                                           "Nathalie Kosciusko Morizet", "Nathalie Kosciusko",
                                           "Édouard PHILIPPE", "Dominique de Villepin",
                                           "l'entretien qu'Edouard Philippe a donné"));

class NoName : public ::testing::TestWithParam<const char*> {};

TEST_P(NoName, IsFoundInCommonWords) {
  EXPECT_THAT(names_in(GetParam(), kIn2020), IsEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    MinisterFinder, NoName,
    ::testing::Values("Le Palais royal et le maire de Lyon", "M. le maire ouvre la séance.",
                      "Jean-Michel Barnier expose à Brest.", "Michel Barnier-Durand, apiculteur",
                      "Arnaud, Montebourg et Louhans", "Pierre. Moscovici",
                      "le Centre Georges Pompidou", "hôpital européen Georges-Pompidou",
                      "rue Édouard Philippe", "au lycée Michel Barnier", "Montebourg",
                      "M. Philippe Martin, éleveur", "Mme Royal-Duval", "Mme Le Maire",
                      "M. Royal est venu."));

TEST(MinisterFinder, GivesTheOfficeHeldOnTheDate) {
  const auto found = finder().find("", "Fleur Pellerin a insisté.", kIn2012);

  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].id, "fleur-pellerin");
  EXPECT_EQ(found[0].office,
            "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique");
}

TEST(MinisterFinder, LeavesTheOfficeEmptyOutsideOfOfficeAndWithoutADate) {
  EXPECT_EQ(finder().find("", "Fleur Pellerin", kIn2020)[0].office, "");
  EXPECT_EQ(finder().find("", "Fleur Pellerin", kUndated)[0].office, "");
}

TEST(MinisterFinder, NamesEachPersonOnceInOrderOfAppearanceTitleFirst) {
  const auto found =
      finder().find("Manuel Valls à Marseille",
                    "Fleur Pellerin et Manuel Valls, puis encore Fleur Pellerin.", kIn2012);

  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].id, "manuel-valls");
  EXPECT_EQ(found[1].id, "fleur-pellerin");
}

// Civility and surname.

TEST(MinisterFinder, TakesASurnameWithCivilityForWhoeverIsInOffice) {
  EXPECT_THAT(names_in("M. Montebourg et Mme Pellerin ont signé.", kIn2012),
              ElementsAre("Arnaud Montebourg", "Fleur Pellerin"));
  EXPECT_THAT(names_in("Monsieur Montebourg, Madame PELLERIN", kIn2012),
              ElementsAre("Arnaud Montebourg", "Fleur Pellerin"));
  EXPECT_THAT(names_in("M. Montebourg et Mme Pellerin ont signé.", kIn2020), IsEmpty());
  EXPECT_THAT(names_in("M. Montebourg", kUndated), IsEmpty());
}

TEST(MinisterFinder, TakesASurnameForWhoeverIsNamedInFullInTheSameText) {
  EXPECT_THAT(names_in("M. Villepin répond. Dominique de Villepin conclut.", kIn2012),
              ElementsAre("Dominique de Villepin"));
}

TEST(MinisterFinder, ReadsAFlattenedAbbreviationOfMadame) {
  EXPECT_THAT(names_in("M me Pellerin", kIn2012), ElementsAre("Fleur Pellerin"));
}

TEST(MinisterFinder, ReadsSeveralSurnamesAfterAPlural) {
  EXPECT_THAT(names_in("MM. Valls, Montebourg et Moscovici", kIn2012),
              ElementsAre("Manuel Valls", "Arnaud Montebourg", "Pierre Moscovici"));
}

TEST(MinisterFinder, ReadsASurnameAfterATitle) {
  EXPECT_THAT(names_in("le président Hollande et la ministre Pellerin", kIn2012),
              ElementsAre("François Hollande", "Fleur Pellerin"));
}

TEST(MinisterFinder, WantsTheCapitalsOfASurnameMadeOfCommonWords) {
  EXPECT_THAT(names_in("M. Le Maire présente le budget.", kIn2020), ElementsAre("Bruno Le Maire"));
  EXPECT_THAT(names_in("Monsieur le maire", kIn2020), IsEmpty());
}

// Offices alone.

struct OfficeCase {
  const char* text;
  base::Date date;
  const char* person;
};

class OfficeAlone : public ::testing::TestWithParam<OfficeCase> {};

TEST_P(OfficeAlone, MeansWhoHoldsItOnTheDate) {
  EXPECT_THAT(names_in(GetParam().text, GetParam().date), ElementsAre(GetParam().person))
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    MinisterFinder, OfficeAlone,
    ::testing::Values(
        OfficeCase{"le ministre du redressement productif", kIn2012, "Arnaud Montebourg"},
        OfficeCase{"Le Ministre du Redressement Productif", kIn2012, "Arnaud Montebourg"},
        OfficeCase{"la ministre déléguée chargée des petites et moyennes entreprises, de "
                   "l'innovation et de l'économie numérique ont précisé",
                   kIn2012, "Fleur Pellerin"},
        OfficeCase{"la ministre déléguée aux PME", kIn2012, "Fleur Pellerin"},
        OfficeCase{"la ministre chargée de l’innovation", kIn2012, "Fleur Pellerin"},
        OfficeCase{"le ministre de l’Économie a reçu les élus", kIn2012, "Pierre Moscovici"},
        OfficeCase{"le ministre des finances et de l'économie", kIn2012, "Pierre Moscovici"},
        OfficeCase{"le ministre délégué auprès du ministre de l'économie et des finances, chargé "
                   "du budget",
                   kIn2012, "Jérôme Cahuzac"},
        OfficeCase{"le ministre du Budget", kIn2012, "Jérôme Cahuzac"},
        OfficeCase{"la ministre de la santé", kIn2012, "Marisol Touraine"},
        OfficeCase{"la garde des sceaux", kIn2012, "Christiane Taubira"},
        OfficeCase{"Mme la ministre de la justice", kIn2012, "Christiane Taubira"},
        OfficeCase{"le Premier ministre a annoncé", kIn2020, "Jean Castex"},
        OfficeCase{"le premier ministre a annoncé", kIn2012, "Jean-Marc Ayrault"},
        OfficeCase{"le président de la République française", kIn2012, "François Hollande"},
        OfficeCase{"la ministre chargée des anciens combattants", kIn2020,
                   "Geneviève Darrieussecq"},
        OfficeCase{"le ministre délégué chargé des comptes publics auprès du ministre de "
                   "l'économie, des finances et de la relance",
                   kIn2020, "Olivier Dussopt"},
        OfficeCase{"le secrétaire d'État auprès du Premier ministre, porte-parole du Gouvernement",
                   {2019, 5, 6},
                   "Olivier Dussopt"},
        OfficeCase{"la ministre déléguée, chargée des anciens combattants", kIn2020,
                   "Geneviève Darrieussecq"},
        OfficeCase{"le ministre de l'économie, des finances et de la relance", kIn2020,
                   "Bruno Le Maire"}));

class OfficeOfNobody : public ::testing::TestWithParam<const char*> {};

TEST_P(OfficeOfNobody, IsLeftOut) {
  EXPECT_THAT(names_in(GetParam(), kIn2012), IsEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    MinisterFinder, OfficeOfNobody,
    ::testing::Values("le ministre", "Monsieur le ministre, le ministère de l’Économie",
                      "l’ancien ministre de l’Intérieur", "le Premier ministre britannique",
                      "le Premier ministre du Japon", "le ministre de l'Intérieur allemand",
                      "le président de la République tchèque", "le ministre des Affaires indiennes",
                      "le Conseil des ministres", "le ministre des Outre-mer",
                      "Sergueï Lavrov, ministre de l’Intérieur",
                      "le ministre de l’Intérieur Antonio Costa",
                      "M. Costa, ministre de l’Intérieur", "le ministre de l’Intérieur Jean Dupont",
                      "le ministre délégué auprès du "
                      "Premier ministre",
                      "le vice-Premier ministre"));

TEST(MinisterFinder, ReadsSeveralOfficesAfterAPlural) {
  EXPECT_THAT(names_in("les ministres de l'intérieur et de la santé ont signé", kIn2012),
              ElementsAre("Manuel Valls", "Marisol Touraine"));
  EXPECT_THAT(names_in("les ministres de l'intérieur européens", kIn2012), IsEmpty());
  EXPECT_THAT(names_in("Conseil des ministres de l'Intérieur et de la Justice", kIn2012),
              IsEmpty());
}

TEST(MinisterFinder, LosesNobodyBehindATitleWithoutADomain) {
  EXPECT_THAT(
      names_in("le ministre délégué auprès du Premier ministre a reçu Manuel Valls, qui est "
               "chargé de la sécurité",
               kIn2012),
      ElementsAre("Manuel Valls"));
}

TEST(MinisterFinder, ReadsAPartOfADomainIfOneOfficeHasIt) {
  EXPECT_THAT(names_in("le secrétaire d’État au numérique", kIn2020), ElementsAre("Cédric O"));
}

TEST(MinisterFinder, NeedsADateForAnOfficeAlone) {
  EXPECT_THAT(names_in("le ministre du redressement productif", kUndated), IsEmpty());
  EXPECT_THAT(names_in("le Premier ministre", kUndated), IsEmpty());
}

TEST(MinisterFinder, NeedsADateThatOneHolderCovers) {
  EXPECT_THAT(names_in("le ministre du Budget", {2012, 11, 0}), ElementsAre("Jérôme Cahuzac"));
  EXPECT_THAT(names_in("le ministre du Budget", {2013, 3, 0}), IsEmpty());
}

TEST(MinisterFinder, TakesATitleBesideANameAsPartOfIt) {
  EXPECT_THAT(names_in("Manuel Valls, ministre du redressement productif", kIn2012),
              ElementsAre("Manuel Valls"));
  EXPECT_THAT(names_in("le ministre de l’Économie, M. Manuel Valls", kIn2012),
              ElementsAre("Manuel Valls"));
}

// Roles.

TEST(MinisterFinder, MakesThePersonOfADeclarationASpeaker) {
  constexpr std::string_view kTitle =
      "Déclaration de M. Manuel Valls, ministre de l’Intérieur, sur l’action de Mme Marisol "
      "Touraine, à Paris le 5 décembre 2012";

  EXPECT_EQ(role_in(kTitle, "", "manuel-valls"), Role::kSpeaker);
  EXPECT_EQ(role_in(kTitle, "", "marisol-touraine"), Role::kMentioned);
}

TEST(MinisterFinder, MakesEachPersonOfAJointDeclarationASpeaker) {
  constexpr std::string_view kTitle =
      "Déclarations de Mmes Marisol Touraine, ministre de la santé, et Fleur Pellerin, sur "
      "l’hôpital";

  EXPECT_EQ(role_in(kTitle, "", "marisol-touraine"), Role::kSpeaker);
  EXPECT_EQ(role_in(kTitle, "", "fleur-pellerin"), Role::kSpeaker);
}

TEST(MinisterFinder, TellsThePartnerOfATalkFromItsSpeaker) {
  EXPECT_EQ(role_in("Entretien avec Fleur Pellerin", "", "fleur-pellerin"), Role::kSpeaker);
  EXPECT_EQ(role_in("Conférence de presse de M. François Hollande avec M. Manuel Valls", "",
                    "manuel-valls"),
            Role::kMentioned);
  EXPECT_EQ(role_in("Fleur Pellerin : « Nos PME recrutent »", "", "fleur-pellerin"),
            Role::kSpeaker);
}

TEST(MinisterFinder, MakesThePersonOfATribuneItsAuthor) {
  EXPECT_EQ(role_in("Tribune de Fleur Pellerin dans la presse régionale", "", "fleur-pellerin"),
            Role::kAuthor);
}

TEST(MinisterFinder, ReadsTheTurnsOfATranscript) {
  constexpr std::string_view kText =
      "M. Manuel Valls. Je vous remercie de cette question.\n"
      "Mme Christiane Taubira, garde des sceaux, ministre de la justice. Bien sûr.\n"
      "FLEUR PELLERIN\nBonjour.\n"
      "Mme Marisol Touraine, ministre de la santé, a annoncé un plan.\nLa séance est levée.";

  EXPECT_EQ(role_in("", kText, "manuel-valls"), Role::kSpeaker);
  EXPECT_EQ(role_in("", kText, "christiane-taubira"), Role::kSpeaker);
  EXPECT_EQ(role_in("", kText, "fleur-pellerin"), Role::kSpeaker);
  EXPECT_EQ(role_in("", kText, "marisol-touraine"), Role::kMentioned);
}

TEST(MinisterFinder, ReadsTheListOfSpeakers) {
  constexpr std::string_view kText =
      "Intervenant(s) : Fleur Pellerin - Ministre déléguée chargée des PME\nLe plan avance.";

  EXPECT_EQ(role_in("", kText, "fleur-pellerin"), Role::kSpeaker);
}

TEST(MinisterFinder, MakesWhoSignsTheTextItsAuthor) {
  constexpr std::string_view kText =
      "Mesdames, Messieurs, notre pays a besoin de ses entreprises, grandes et petites.\n"
      "Je compte sur vous.\nFleur Pellerin\nMinistre déléguée chargée des PME";

  EXPECT_EQ(role_in("", kText, "fleur-pellerin"), Role::kAuthor);
}

// resolve().

TEST(MinisterFinder, CompletesAMinisterOfARecord) {
  const base::Minister by_name = finder().resolve(given("", "fleur pellerin"), kIn2012);
  const base::Minister by_id = finder().resolve(given("manuel-valls", ""), kIn2012);
  const base::Minister by_alias = finder().resolve(given("", "Nathalie Kosciusko"), kIn2012);

  EXPECT_EQ(by_name.name, "Fleur Pellerin");
  EXPECT_EQ(by_name.office,
            "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique");
  EXPECT_EQ(by_id.name, "Manuel Valls");
  EXPECT_EQ(by_alias.id, "nathalie-kosciusko-morizet");
}

TEST(MinisterFinder, KeepsAnUnknownMinisterAsGiven) {
  const base::Minister kept = finder().resolve(given("", "Zoé L’Hôpital"), kIn2012);

  EXPECT_EQ(kept.id, "zoe-l-hopital");
  EXPECT_EQ(kept.name, "Zoé L’Hôpital");
  EXPECT_EQ(kept.office, "");
}

TEST(MinisterFinder, TakesAnyBytes) {
  std::string noise;
  for (int i = 0; i < 4096; ++i) noise += static_cast<char>((i * 7919) & 0xFF);

  EXPECT_THAT(names_in(noise, kIn2012), IsEmpty());
  EXPECT_THAT(names_in("\xC3", kIn2012), IsEmpty());
  EXPECT_THAT(names_in("M. ", kIn2012), IsEmpty());
  EXPECT_THAT(names_in("ministre", kIn2012), IsEmpty());
  EXPECT_THAT(names_in("Arnaud Montebourg", kIn2012), ElementsAre("Arnaud Montebourg"));
}

}  // namespace
}  // namespace pressoir::extract
