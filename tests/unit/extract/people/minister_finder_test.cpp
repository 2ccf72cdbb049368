#include "indexer/extract/people/minister_finder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/extract/people/invented_gazetteer.hpp"

namespace pressoir::extract::people {
namespace {

using base::MinisterEvidence;
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
  for (const base::Minister& minister : finder().find({"", text}, date)) {
    names.push_back(minister.name);
  }
  return names;
}

base::Minister given(std::string id, std::string name) {
  return {.id = std::move(id), .name = std::move(name), .office = ""};
}

Role role_in(std::string_view title, std::string_view text, std::string_view id) {
  for (const base::Minister& minister : finder().find({title, text}, kIn2012)) {
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
    ::testing::Values(
        "Le Palais royal et le maire de Lyon", "M. le maire ouvre la séance.",
        "Jean-Michel Barnier expose à Brest.", "Michel Barnier-Durand, apiculteur",
        "Arnaud, Montebourg et Louhans", "Pierre. Moscovici", "le Centre Georges Pompidou",
        "hôpital européen Georges-Pompidou", "rue Édouard Philippe", "au lycée Michel Barnier",
        "Montebourg", "M. Philippe Martin, éleveur", "Mme Royal-Duval", "Mme Le Maire",
        "M. Royal est venu.",
        // Named after people.
        "le Charles-de-Gaulle", "le porte-avions Charles de Gaulle",
        "le porte-avions nucléaire Charles de Gaulle", "à bord du Charles de Gaulle",
        "la ligne Charles de Gaulle Express", "la station Charles de Gaulle-Étoile",
        "l’aéroport international Charles de Gaulle", "l’aéroport Paris-Charles de Gaulle",
        "Roissy-Charles-de-Gaulle", "place Georges Pompidou", "avenue Édouard Philippe, à Brest",
        "l’allée Ségolène Royal", "le lycée professionnel Édouard Philippe",
        "l’école primaire publique Michel Barnier", "le gymnase municipal Manuel Valls",
        "la fondation Georges Pompidou", "le prix Georges Pompidou", "la loi Marisol Touraine",
        "le centre hospitalier Georges Pompidou", "la maison Georges Pompidou",
        "le parc Dominique de Villepin", "le stade Jean Castex est plein",
        // Common words.
        "Monsieur Le Maire, Mesdames les élues", "M. Le Maire de Lyon",
        "Monsieur Le Maire de Brest", "le Palais Royal, Madame", "Barre à bâbord, Monsieur",
        "le roi Philippe", "Philippe a parlé", "Mme Philippe", "le ministre royal",
        // Parts of other names.
        "Anne Manuel Valls-Petit", "Jean-Édouard Philippe", "M. Philippe Royal, pêcheur"));

TEST(MinisterFinder, GivesTheOfficeHeldOnTheDate) {
  const auto found = finder().find({"", "Fleur Pellerin a insisté."}, kIn2012);

  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].id, "fleur-pellerin");
  EXPECT_EQ(found[0].office,
            "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique");
}

TEST(MinisterFinder, LeavesTheOfficeEmptyOutsideOfOfficeAndWithoutADate) {
  EXPECT_EQ(finder().find({"", "Fleur Pellerin"}, kIn2020)[0].office, "");
  EXPECT_EQ(finder().find({"", "Fleur Pellerin"}, kUndated)[0].office, "");
}

TEST(MinisterFinder, NamesEachPersonOnceInOrderOfAppearanceTitleFirst) {
  const auto found = finder().find(
      {"Manuel Valls à Marseille", "Fleur Pellerin et Manuel Valls, puis encore Fleur Pellerin."},
      kIn2012);

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

TEST(MinisterFinder, TellsAPersonFromThePlaceNamedAfterHim) {
  EXPECT_THAT(names_in("De la rue Georges-Pompidou, Georges Pompidou et Édouard Philippe "
                       "gagnèrent l’aéroport ; Manuel Valls attendait au lycée.",
                       kIn2012),
              ElementsAre("Georges Pompidou", "Édouard Philippe", "Manuel Valls"));
}

TEST(MinisterFinder, WantsAFullNameBehindTheAddressOfAMayor) {
  EXPECT_THAT(names_in("Monsieur Le Maire répond. Bruno Le Maire conclut.", kIn2020),
              ElementsAre("Bruno Le Maire"));
  EXPECT_THAT(names_in("Monsieur Le Maire répond.", kIn2020), IsEmpty());
}

TEST(MinisterFinder, BeginsANewPhraseAtATitleWithAnArticleThatTheNamedPersonNeverHeld) {
  EXPECT_THAT(names_in("Sur proposition de M. Manuel Valls, ministre de l’Intérieur, le Président "
                       "de la République a nommé les préfets.",
                       kIn2012),
              ElementsAre("Manuel Valls", "François Hollande"));
  EXPECT_THAT(names_in("Avec Fleur Pellerin, le Premier ministre a visité l’usine.", kIn2012),
              ElementsAre("Fleur Pellerin", "Jean-Marc Ayrault"));
  EXPECT_THAT(
      names_in("Avec le Premier ministre, Manuel Valls et Fleur Pellerin ont signé.", kIn2012),
      ElementsAre("Jean-Marc Ayrault", "Manuel Valls", "Fleur Pellerin"));
  EXPECT_THAT(names_in("Pour Jean-Marc Ayrault, le Premier ministre, tout est dit.", kIn2012),
              ElementsAre("Jean-Marc Ayrault"));
}

TEST(MinisterFinder, TakesATitleBesideANameAsPartOfIt) {
  EXPECT_THAT(names_in("Manuel Valls, ministre du redressement productif", kIn2012),
              ElementsAre("Manuel Valls"));
  EXPECT_THAT(names_in("le ministre de l’Intérieur, M. Manuel Valls", kIn2012),
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

TEST(MinisterFinder, MakesWhoIsInTheBylineAnAuthor) {
  EXPECT_EQ(role_in("Nos PME", "Par Fleur Pellerin, ministre déléguée aux PME\nLe plan avance.",
                    "fleur-pellerin"),
            Role::kAuthor);
  EXPECT_EQ(role_in("Nos PME", "Le plan avance. Par Fleur Pellerin, il passe.", "fleur-pellerin"),
            Role::kMentioned);

  const auto found = finder().find({"Nos PME", "Le plan avance.", "Fleur Pellerin\n"}, kIn2012);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].role, Role::kAuthor);
  EXPECT_EQ(found[0].evidence, MinisterEvidence::kByline);
}

TEST(MinisterFinder, TakesNoServiceInTheBylineForItsMinister) {
  EXPECT_THAT(
      finder().find({"Nos PME", "Le plan.", "Ministère de l’Intérieur\nwebmestre\n"}, kIn2012),
      IsEmpty());
}

TEST(MinisterFinder, MakesWhoIsInTheLetterheadAnAuthor) {
  constexpr std::string_view kText =
      "Fleur Pellerin\nMinistre déléguée chargée des PME, de l’innovation et de l’économie "
      "numérique\nParis, le 5 décembre 2012\nLe plan avance, dit Manuel Valls.";

  EXPECT_EQ(role_in("Nos PME", kText, "fleur-pellerin"), Role::kAuthor);
  EXPECT_EQ(role_in("Nos PME", kText, "manuel-valls"), Role::kMentioned);
}

TEST(MinisterFinder, ReadsASignatureThatSaysSo) {
  constexpr std::string_view kText =
      "Mesdames, Messieurs, notre pays a besoin de ses entreprises, grandes et petites.\n"
      "Signé : Fleur Pellerin";

  EXPECT_EQ(role_in("", kText, "fleur-pellerin"), Role::kAuthor);
}

// Evidence.

struct EvidenceCase {
  const char* title;
  const char* text;
  MinisterEvidence evidence;
};

class WhereAMinisterWasRead : public ::testing::TestWithParam<EvidenceCase> {};

TEST_P(WhereAMinisterWasRead, IsTold) {
  const auto found = finder().find({GetParam().title, GetParam().text}, kIn2012);

  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].id, "fleur-pellerin");
  EXPECT_EQ(found[0].lineage, "n");
  EXPECT_EQ(found[0].evidence, GetParam().evidence) << base::to_string(found[0].evidence);
}

INSTANTIATE_TEST_SUITE_P(
    MinisterFinder, WhereAMinisterWasRead,
    ::testing::Values(
        EvidenceCase{"Discours de Fleur Pellerin", "Fleur Pellerin", MinisterEvidence::kTitle},
        EvidenceCase{"Nos PME", "Avec Fleur Pellerin, tout avance.", MinisterEvidence::kText},
        EvidenceCase{"Nos PME", "La ministre déléguée aux PME est venue.",
                     MinisterEvidence::kOffice},
        EvidenceCase{"La ministre déléguée aux PME à Brest", "Fleur Pellerin est venue.",
                     MinisterEvidence::kText},
        EvidenceCase{"Nos PME", "Mme Fleur Pellerin. Je vous remercie.\nLa séance est levée.",
                     MinisterEvidence::kTranscript},
        EvidenceCase{"Nos PME", "Intervenant(s) : Fleur Pellerin\nLe plan avance.",
                     MinisterEvidence::kByline},
        EvidenceCase{"Fleur Pellerin écrit aux PME",
                     "Notre pays a besoin de ses entreprises, grandes et petites.\nFleur Pellerin",
                     MinisterEvidence::kSignature}));

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
}  // namespace pressoir::extract::people
