#include "server/suggest/suggester.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::suggest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

base::Document dated(base::Document document, base::Date date) {
  document.date = date;
  return document;
}

base::Document by_montebourg(const std::string& page, base::Date date) {
  base::Document document = dated(make_document(page, "Rencontre", "Le ministre a reçu."), date);
  document.ministers = {{"arnaud-montebourg", "Arnaud Montebourg",
                         "ministre du Redressement productif", base::Role::kAuthor}};
  return document;
}

class SuggesterTest : public search::SearchFixture {
 protected:
  std::vector<Suggestion> suggest(const std::string& q, std::uint32_t count = 10) {
    if (!searcher_) {
      archive_ = search::Archive::open(path()).value();
      searcher_ = std::make_unique<search::Searcher>(*archive_);
    }
    return searcher_->suggest({q, count}).value().offers;
  }

  std::vector<std::string> values(const std::string& q, SuggestionKind kind) {
    std::vector<std::string> values;
    for (const Suggestion& offer : suggest(q)) {
      if (offer.kind == kind) values.push_back(offer.value);
    }
    return values;
  }
  std::vector<std::string> words(const std::string& q) { return values(q, SuggestionKind::kWord); }
  std::vector<std::string> titles(const std::string& q) {
    return values(q, SuggestionKind::kTitle);
  }

  // `[` and `]` around what matches.
  static std::string marked(const Suggestion& offer) {
    std::string text;
    for (const search::snippet::Fragment& fragment : offer.text) {
      text += fragment.match ? "[" + fragment.text + "]" : fragment.text;
    }
    return text;
  }

  std::unique_ptr<search::Archive> archive_;
  std::unique_ptr<search::Searcher> searcher_;
};

TEST_F(SuggesterTest, CompletesTheWordBeingTypedAndKeepsTheRest) {
  put_all({make_document("1", "", "la compétitivité de l’économie"),
           make_document("2", "", "la compétitivité et les compétences")});

  EXPECT_THAT(words("Les pôles de compét"),
              ElementsAre("Les pôles de compétitivité", "Les pôles de compétences"));
  EXPECT_THAT(words("L’eco"), ElementsAre("L’économie"));
  EXPECT_THAT(words("competitivite"), IsEmpty()) << "nothing is left to complete";
  EXPECT_THAT(words("compét "), IsEmpty()) << "the word has ended";
  EXPECT_EQ(marked(suggest("pôles COMPET")[0]), "[pôles compét]itivité");
  EXPECT_EQ(suggest("compet")[0].count, 2U);
}

TEST_F(SuggesterTest, CompletesAsTitlesGoOnBeforeWhatIsFrequent) {
  put_all({make_document("1", "Chambre de métiers", "un mètre"), make_document("2", "", "un mètre"),
           make_document("3", "", "un mètre")});
  EXPECT_THAT(words("chambre de m"), ElementsAre("chambre de métiers", "chambre de mètre"));
  EXPECT_THAT(words("chanbre de m"), ElementsAre("chanbre de métiers", "chanbre de mètre"));
  EXPECT_THAT(words("m"), ElementsAre("mètre", "métiers"));
}

TEST_F(SuggesterTest, CompletesAMistypedWordButNotIntoAnError) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 200; ++i) {
    documents.push_back(make_document(std::to_string(i), "", "le ministre"));
  }
  documents.push_back(make_document("x", "", "le minsitre"));
  put_all(documents);

  EXPECT_THAT(words("minsit"), ElementsAre("ministre"));
  EXPECT_THAT(words("minist"), ElementsAre("ministre"));
}

TEST_F(SuggesterTest, OffersTitlesThatBeginWithTheTextThenTheNewest) {
  put_all({dated(make_document("1", "Les pôles de compétitivité", "…"), {2010, 1, 1}),
           dated(make_document("2", "Pôles de compétitivité : bilan", "…"), {2005, 1, 1}),
           dated(make_document("3", "Soutenir la compétitivité des pôles", "…"), {2012, 1, 1}),
           dated(make_document("4", "Les pôles de santé", "…"), {2013, 1, 1})});

  EXPECT_THAT(titles("poles compet"),
              ElementsAre("Soutenir la compétitivité des pôles", "Les pôles de compétitivité",
                          "Pôles de compétitivité : bilan"));
  EXPECT_THAT(titles("pôles de c"),
              ElementsAre("Pôles de compétitivité : bilan", "Soutenir la compétitivité des pôles",
                          "Les pôles de compétitivité"));
  EXPECT_THAT(titles("poles conpetitivite"), SizeIs(3)) << "one typing error";
  EXPECT_THAT(titles("poles xylophone"), IsEmpty());
}

TEST_F(SuggesterTest, MarksWhatWasTypedInTitles) {
  put_all({dated(make_document("a", "L’Œuvre et le porte-parole", "…"), {2012, 12, 5})});
  const auto offer = suggest("oeuv par").back();

  EXPECT_EQ(offer.kind, SuggestionKind::kTitle);
  EXPECT_EQ(marked(offer), "L’[Œuv]re et le porte-[par]ole");
  EXPECT_EQ(offer.url, "https://exemple.example/a");
  EXPECT_EQ(offer.id, base::document_id(offer.url));
  EXPECT_EQ(offer.date, (base::Date{2012, 12, 5}));
}

TEST_F(SuggesterTest, OffersMinistersWithTheirDocuments) {
  put_all({by_montebourg("1", {2012, 12, 5}), by_montebourg("2", {2020, 1, 1})});
  for (const char* typed : {"mont", "Montebourg arn", "montbourg"}) {
    const auto offers = suggest(typed);
    ASSERT_THAT(values(typed, SuggestionKind::kMinister), ElementsAre("arnaud-montebourg"))
        << typed;
    EXPECT_EQ(offers.front().count, 2U);
  }
  EXPECT_EQ(marked(suggest("monte").front()), "Arnaud [Monte]bourg");
}

TEST_F(SuggesterTest, OffersOfficesWithThePersonTheTermAndItsDocuments) {
  put_all({by_montebourg("1", {2012, 12, 5}), by_montebourg("2", {2013, 3, 0}),
           by_montebourg("3", {2020, 1, 1})});
  const auto offers = suggest("ministre du redres");
  const auto office = std::find_if(offers.begin(), offers.end(), [](const Suggestion& offer) {
    return offer.kind == SuggestionKind::kOffice;
  });

  ASSERT_NE(office, offers.end());
  EXPECT_EQ(office->value, "ministre du Redressement productif");
  EXPECT_EQ(marked(*office), "[ministre] du [Redres]sement productif");
  EXPECT_EQ(office->person, "arnaud-montebourg");
  EXPECT_EQ(office->name, "Arnaud Montebourg");
  EXPECT_EQ(office->date.year, 2012);
  EXPECT_EQ(office->last_day.year, 2014);
  EXPECT_EQ(office->count, 2U);
  EXPECT_THAT(values("ministre de l’agri", SuggestionKind::kOffice), IsEmpty())
      << "no document of such a minister";
}

TEST_F(SuggesterTest, OffersThemesByTheirPath) {
  base::Document document = make_document("1", "", "…");
  document.themes = {"Industrie/Compétitivité"};
  put_all({document});
  EXPECT_THAT(values("indus", SuggestionKind::kTheme),
              ElementsAre("Industrie", "Industrie/Compétitivité"));
  EXPECT_THAT(values("compet", SuggestionKind::kTheme), ElementsAre("Industrie/Compétitivité"));
}

TEST_F(SuggesterTest, LetsTheKindsTakeTurns) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "mont" + std::string(1, static_cast<char>('a' + i % 26));
    documents.push_back(make_document(std::to_string(i), "Mont " + std::to_string(i), name));
  }
  documents.push_back(by_montebourg("m", {2012, 12, 5}));
  put_all(documents);

  const auto offers = suggest("mont", 7);
  std::vector<SuggestionKind> kinds;
  for (const Suggestion& offer : offers) kinds.push_back(offer.kind);
  EXPECT_THAT(kinds,
              ElementsAre(SuggestionKind::kWord, SuggestionKind::kWord, SuggestionKind::kWord,
                          SuggestionKind::kMinister, SuggestionKind::kTitle, SuggestionKind::kTitle,
                          SuggestionKind::kTitle));
  EXPECT_THAT(suggest("mont", 1), SizeIs(1));
  EXPECT_THAT(suggest("mont", 20), SizeIs(20));
}

TEST_F(SuggesterTest, AnswersAnyInput) {
  put_all({make_document("1", "Les pôles", "Les pôles de compétitivité")});
  for (const std::string& typed :
       {std::string(), std::string("   "), std::string("?!"), std::string(10'000, 'a'),
        std::string(512, 'a'), std::string("\xF0\x9F\x98\x80"), std::string("n\0m", 3)}) {
    EXPECT_THAT(suggest(typed), IsEmpty()) << typed.substr(0, 20);
  }
  std::string many;
  for (int i = 0; i < 100; ++i) many += "les ";
  EXPECT_THAT(suggest(many + "po"), Not(IsEmpty()));

  const auto invalid = searcher_->suggest({"p\xFF", 10});
  ASSERT_FALSE(invalid);
  EXPECT_EQ(invalid.error().code, base::Errc::kBadQuery);
}

TEST_F(SuggesterTest, FollowsTheArchive) {
  put_all({make_document("1", "Le pacte", "…")});
  EXPECT_THAT(titles("feuille"), IsEmpty());
  put_all({make_document("2", "Feuille de route", "…")});
  archive_->refresh().value();
  EXPECT_THAT(titles("feuille"), ElementsAre("Feuille de route"));
}

}  // namespace
}  // namespace pressoir::suggest
