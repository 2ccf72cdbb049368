// What an archive makes of a query, through the whole search.
#include "server/query/expand/interpreter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/wording/query_sentences.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::query::expand {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class InterpreterTest : public search::SearchFixture {
 protected:
  static base::Document page(std::string_view name, std::string_view text, base::Date date = {},
                             std::string_view minister = "") {
    base::Document document = make_document(name, "", std::string(text));
    document.date = date;
    if (minister == "arnaud-montebourg") {
      document.ministers = {{"arnaud-montebourg", "Arnaud Montebourg",
                             "ministre du Redressement productif", base::Role::kMentioned}};
    }
    return document;
  }
  std::vector<std::string> found(const std::string& q) {
    std::vector<std::string> sorted = pages(search(q));
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }
};

TEST_F(InterpreterTest, FindsThoseWhoHeldAnOfficeDuringTheirTerm) {
  put_all({page("avant", "Une usine.", {2011, 5, 1}, "arnaud-montebourg"),
           page("pendant", "Une usine.", {2012, 12, 5}, "arnaud-montebourg"),
           page("apres", "Une usine.", {2015, 1, 1}, "arnaud-montebourg"),
           page("mots", "Le ministre du redressement productif en visite.", {2013, 1, 9}),
           page("rien", "Le redressement des comptes.", {2012, 12, 6})});

  EXPECT_THAT(found("ministre du redressement productif"), ElementsAre("mots", "pendant"));
  SearchRequest request;
  request.q = "Ministre redressement productif usine";
  request.match = MatchMode::kAll;
  EXPECT_THAT(pages(search(request)), ElementsAre("pendant"));

  const search::SearchResults results = search("MINISTRE DU REDRESSEMENT PRODUCTIF");
  EXPECT_THAT(wording::describe(results.read_as),
              HasSubstr("où figure arnaud-montebourg (2012-2014)"));
  ASSERT_THAT(results.offices, SizeIs(testing::Ge(1u)));
  EXPECT_EQ(results.offices.front().person, "arnaud-montebourg");
  EXPECT_EQ(results.offices.front().first_day, (base::Date{2012, 5, 16}));
}

TEST_F(InterpreterTest, KnowsAcronymsAndNamesByEachOther) {
  put_all({page("definition", "Le Conseil national de l’industrie (CNI) se réunit.", {2013, 2, 1}),
           page("sigle", "Le CNI a rendu son avis."),
           page("nom", "Un avis du conseil national de l'industrie."),
           page("mots", "Le conseil municipal parle d’industrie au niveau national.")});

  EXPECT_THAT(found("CNI"), ElementsAre("definition", "nom", "sigle"));
  EXPECT_THAT(found("\"conseil national de l’industrie\""), ElementsAre("definition", "nom"));
  EXPECT_THAT(found("\"CNI\""), ElementsAre("definition", "sigle"));
  EXPECT_THAT(found("conseil national de l’industrie"),
              ElementsAre("definition", "mots", "nom", "sigle"));

  EXPECT_THAT(wording::describe(search("conseil  national de l’Industrie").read_as),
              HasSubstr("« conseil national de l’Industrie » : aussi « CNI »"));
  const search::SearchResults results = search("cni");
  EXPECT_THAT(wording::describe(results.read_as),
              HasSubstr("aussi « Conseil national de l’industrie »"));
  ASSERT_THAT(results.acronyms, SizeIs(1));
  EXPECT_EQ(results.acronyms.front().documents, 1u);
  EXPECT_EQ(results.acronyms.front().first, (base::Date{2013, 2, 1}));
  EXPECT_THAT(results.acronyms.front().evidence, SizeIs(1));
}

TEST_F(InterpreterTest, KnowsInstitutionsByTheirFormerNames) {
  put_all({page("avant", "Une agence de l’ANPE ouvre."), page("apres", "France Travail recrute."),
           page("pendant", "Les conseillers de Pôle emploi."),
           page("mots", "Le travail en France : un emploi.")});
  EXPECT_THAT(found("pole emploi"), ElementsAre("apres", "avant", "pendant"));
  EXPECT_THAT(found("ANPE"), ElementsAre("apres", "avant", "pendant"));
  EXPECT_THAT(wording::describe(search("pole emploi").read_as),
              HasSubstr("« pole emploi » : aussi « ANPE », « Agence nationale pour l’emploi », "
                        "« France Travail »"));
  EXPECT_THAT(found("-anpe"), ElementsAre("apres", "mots", "pendant"));
}

TEST_F(InterpreterTest, RespellsNoWordOfTheDictionary) {
  put_all({page("a", "Dans la commune, les élus débattent."), page("b", "La taxe est due.")});
  for (const char* q : {"danse", "taxi", "débattant"}) {
    EXPECT_EQ(search(q).suggestion, std::nullopt) << q;
  }
  EXPECT_THAT(found("danse"), IsEmpty());
  EXPECT_EQ(search("comune").suggestion, "commune");
}

TEST_F(InterpreterTest, ReadsAWordThatNoTextHoldsAsTheOneThatWasMeant) {
  put_all({page("poles", "Les pôles de compétitivité de la région."),
           page("autre", "La compétitivité des entreprises.")});

  const search::SearchResults results = search("pôles compétivité");
  EXPECT_THAT(pages(results), ElementsAre("poles", "autre"));
  EXPECT_EQ(results.suggestion, "pôles compétitivité");
  EXPECT_THAT(wording::describe(results.read_as),
              HasSubstr("« compétivité » est lu « compétitivité »"));
  EXPECT_EQ(search(*results.suggestion).total, results.total);
  EXPECT_EQ(search("pôles compétitivité").suggestion, std::nullopt);
  EXPECT_EQ(search("xyzzyx").suggestion, std::nullopt);
}

TEST_F(InterpreterTest, ReadsAMisspeltNameAsTheNearestOne) {
  put_all({page("a", "Une usine.", {2012, 12, 5}, "arnaud-montebourg"), page("b", "Une usine.")});
  EXPECT_THAT(found("ministre:Montbourg"), ElementsAre("a"));
  EXPECT_THAT(wording::describe(search("ministre:Montbourg usine").read_as),
              HasSubstr("(« Montbourg » est lu « Arnaud Montebourg »)"));
  EXPECT_THAT(found("ministre:Xyzzyx"), IsEmpty());
}

TEST_F(InterpreterTest, KeepsTheCapitalOfARespeltWord) {
  put_all({page("a", "L’économie de la région."), page("b", "Montebourg a parlé.")});
  EXPECT_THAT(wording::describe(search("Montbourg").read_as),
              HasSubstr("« Montbourg » est lu « Montebourg »"));
  EXPECT_THAT(wording::describe(search("Économmie").read_as),
              HasSubstr("« Économmie » est lu « Économie »"));
  EXPECT_THAT(wording::describe(search("ÉCONOMMIE").read_as), HasSubstr("est lu « économie »"));
}

TEST_F(InterpreterTest, BoundsWhatAllPrefixesStandFor) {
  std::string many;
  std::string q;
  for (char letter = 'b'; letter <= 'g'; ++letter) {
    const std::string start = std::string("zz") + letter;
    for (std::uint32_t i = 0; i < kMaxPrefixWords; ++i) many += start + std::to_string(i) + " ";
    q += (q.empty() ? "" : " OU ") + start + "*";
  }
  put_all({page("a", many)});
  EXPECT_THAT(wording::describe(search(q).read_as), HasSubstr("« zzf* » : trop de mots"));
  EXPECT_THAT(wording::describe(search(q).read_as), testing::Not(HasSubstr("« zze* »")));
}

TEST_F(InterpreterTest, ExpandsPrefixesUpToALimit) {
  std::vector<base::Document> documents = {page("a", "compétition"), page("b", "compétitivité"),
                                           page("c", "compote")};
  std::string many;
  for (std::uint32_t i = 0; i <= kMaxPrefixWords; ++i) many += "zzz" + std::to_string(i) + " ";
  documents.push_back(page("d", many));
  put_all(documents);

  EXPECT_THAT(found("compé*"), ElementsAre("a", "b"));
  EXPECT_THAT(found("COMP*"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(found("zzz*"), IsEmpty());
  EXPECT_THAT(wording::describe(search("zzz*").read_as), HasSubstr("ajoutez des lettres"));
}

TEST_F(InterpreterTest, NarrowsByFieldsHoweverTheyAreNamed) {
  base::Document discours = page("discours", "Une usine.", {2012, 12, 5}, "arnaud-montebourg");
  discours.type = "discours";
  discours.themes = {"Industrie/Compétitivité"};
  discours.title = "Visite";
  put_all({discours, page("autre", "Une usine, une visite.", {2014, 1, 1})});

  for (const char* q :
       {"usine ministre:montebourg", "usine ministre:\"Arnaud Montebourg\"",
        "usine MINISTRE:arnaud-montebourg", "usine thème:industrie", "usine theme:compétitivité",
        "type:discours", "date:2012", "date:..2013-06 usine", "titre:visite"}) {
    EXPECT_THAT(found(q), ElementsAre("discours")) << q;
  }
  EXPECT_THAT(found("usine -ministre:montebourg"), ElementsAre("autre"));
  EXPECT_THAT(found("usine ministre:inconnu"), IsEmpty());
  EXPECT_THAT(wording::describe(search("usine ministre:inconnu").read_as),
              HasSubstr("« inconnu » (inconnu ici)"));
}

TEST_F(InterpreterTest, TellsWordsExactlyAsWritten) {
  put_all({page("accent", "La pêche au thon."), page("sans", "La peche au thon."),
           page("pluriel", "Des pêches.")});
  EXPECT_THAT(found("=pêche"), ElementsAre("accent"));
  EXPECT_THAT(found("=peche"), ElementsAre("sans"));
  EXPECT_THAT(found("pêche"), ElementsAre("accent", "pluriel", "sans"));
}

TEST_F(InterpreterTest, FindsWordsNearEachOther) {
  put_all({page("pres", "La loi sur les aides à la presse."),
           page("loin", "La loi du 3 juin, longuement débattue au Sénat puis à l’Assemblée, aide."),
           page("envers", "Une aide par la loi.")});
  EXPECT_THAT(found("loi PROCHE/3 aide"), ElementsAre("envers", "pres"));
  EXPECT_THAT(found("loi PROCHE/40 aide"), ElementsAre("envers", "loin", "pres"));
  EXPECT_THAT(found("\"aides à la presse\" PROCHE/3 loi"), ElementsAre("pres"));
}

TEST_F(InterpreterTest, CombinesOperatorsExactly) {
  put_all({page("ab", "grue écluse"), page("a", "grue"), page("b", "écluse"), page("c", "digue")});
  EXPECT_THAT(found("grue OU digue"), ElementsAre("a", "ab", "c"));
  EXPECT_THAT(found("grue ET écluse"), ElementsAre("ab"));
  EXPECT_THAT(found("grue SAUF écluse"), ElementsAre("a"));
  EXPECT_THAT(found("(grue OU digue) SAUF écluse"), ElementsAre("a", "c"));
  EXPECT_THAT(found("grue -(écluse OU digue)"), ElementsAre("a"));
}

TEST_F(InterpreterTest, PrefersALeftOutSyllableToSwappedLetters) {
  put_all({page("a", "La compétitivité."), page("b", "Une offre compétitive, compétitive."),
           page("c", "Une industrie compétitive.")});
  EXPECT_EQ(search("compétivité").suggestion, "compétitivité");
}

TEST_F(InterpreterTest, LeavesOutWhatWasSaidAndNoMore) {
  put_all({page("definition", "Le contrat à durée déterminée (CDD).", {2013, 2, 1}),
           page("sigle", "Un CDD de loi."), page("faute", "Une loi sur le licenciement.")});
  EXPECT_THAT(found("loi -\"contrat à durée déterminée\""), ElementsAre("faute", "sigle"));
  EXPECT_THAT(found("loi -licensiement"), ElementsAre("faute", "sigle"));
}

}  // namespace
}  // namespace pressoir::query::expand
