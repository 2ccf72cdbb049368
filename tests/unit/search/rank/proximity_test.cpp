#include "server/search/rank/proximity.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/search/archive.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search::rank {
namespace {

// Each document has the words `pôles` and `compétitivité` equally often, and as many words in all.
class ProximityTest : public SearchFixture {
 protected:
  // What the places of `words` add to the score of each text, in the order of the texts.
  std::vector<double> scores(const std::vector<std::string>& words,
                             const std::vector<base::Document>& documents) {
    put_all(documents);
    search("");
    const auto revision = archive().newest();
    text::Analyzer analyzer;
    std::vector<store::QueryWord> query;
    for (const std::string& word : words) {
      const text::Analyzer::Forms forms = analyzer.forms_of(word);
      query.emplace_back();
      query.back().exact = word;
      query.back().folded = forms.folded;
      query.back().lemmas = query.back().forms = forms.lemmas;
    }
    std::vector<ProximityTerm> terms;
    for (const store::QueryWord& word : query) terms.push_back({&word, 2.0});
    std::vector<RankedDocument> ranked;
    for (std::uint32_t i = 1; i <= documents.size(); ++i) ranked.push_back({i, 0});
    Proximity proximity(revision->snapshot.sequences, revision->snapshot.columns.lengths, terms);
    proximity.add_to(ranked);
    std::vector<double> scores;
    for (const RankedDocument& one : ranked) {
      scores.push_back(one.score);
      // The words of documents that follow are fetched ahead: that changes no score.
      std::vector<RankedDocument> alone = {{one.document, 1}};
      proximity.add_to(alone);
      EXPECT_DOUBLE_EQ(alone.front().score, one.score + 1);
    }
    return scores;
  }

  std::vector<double> scores_of_texts(const std::vector<std::string>& words,
                                      const std::vector<std::string>& texts) {
    std::vector<base::Document> documents;
    for (const std::string& text : texts) {
      documents.push_back(make_document("page" + std::to_string(documents.size()), "Titre", text));
    }
    return scores(words, documents);
  }

  // `count` words, none of which is searched.
  static std::string others(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "usine ";
    return text;
  }
};

TEST_F(ProximityTest, RanksWordsInTheOrderOfTheQueryFirst) {
  const auto found =
      scores_of_texts({"pôles", "compétitivité"},
                      {"pôles compétitivité " + others(40), "compétitivité pôles " + others(40)});
  EXPECT_GT(found[0], found[1]);
}

TEST_F(ProximityTest, CountsAPairAcrossTwoShortWords) {
  const auto found = scores_of_texts({"pôles", "compétitivité"},
                                     {"pôles de la compétitivité " + others(40),
                                      "pôles de la grande compétitivité " + others(39)});
  EXPECT_GT(found[0], found[1]);
}

TEST_F(ProximityTest, RanksWordsInOneWindowBeforeWordsFarApart) {
  const auto found = scores_of_texts({"pôles", "compétitivité"},
                                     {"pôles " + others(10) + "compétitivité " + others(30),
                                      "pôles " + others(30) + "compétitivité " + others(10)});
  EXPECT_GT(found[0], found[1]);
}

TEST_F(ProximityTest, RanksAWordOfTheLeadBeforeOneOfTheEnd) {
  const auto found = scores_of_texts({"pôles"}, {"pôles " + others(300), others(300) + "pôles"});
  EXPECT_GT(found[0], found[1]);
}

TEST_F(ProximityTest, RanksATitleOfNothingElseBeforeALongerOne) {
  const auto found = scores({"pôles", "compétitivité"},
                            {make_document("a", "Pôles compétitivité", others(40)),
                             make_document("b", "Pôles compétitivité usine usine", others(40))});
  EXPECT_GT(found[0], found[1]);
}

TEST_F(ProximityTest, NeverTakesFromAScore) {
  std::vector<std::string> texts;
  for (int gap = 0; gap < 40; ++gap) {
    texts.push_back(others(gap) + "compétitivité " + others(40 - gap) + "pôles " + others(gap * 5));
  }
  texts.push_back(others(10));
  for (const double score : scores_of_texts({"pôles", "compétitivité"}, texts)) {
    EXPECT_GE(score, 0);
  }
}

}  // namespace
}  // namespace pressoir::search::rank
