#include "server/store/vocabulary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Vocabulary vocabulary_of(const std::vector<std::pair<std::string, std::uint32_t>>& words) {
  Vocabulary vocabulary;
  for (const auto& [word, documents] : words) vocabulary.append(word, documents);
  return vocabulary;
}

std::vector<std::string> words_of(const Vocabulary& vocabulary,
                                  const std::vector<Vocabulary::Range>& ranges) {
  std::vector<std::string> words;
  for (const auto range : ranges) {
    for (std::uint32_t place = range.begin; place < range.end; ++place) {
      words.emplace_back(vocabulary.word(place));
    }
  }
  return words;
}

std::vector<std::string> nearest(const Vocabulary& vocabulary, const std::string& word,
                                 std::uint32_t max_edits) {
  std::vector<std::string> words;
  for (const auto& near : vocabulary.nearest(word, max_edits)) {
    words.emplace_back(vocabulary.word(near.word));
  }
  return words;
}

// Optimal string alignment, the whole matrix.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({replaced, d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::string random_word(std::mt19937& random) {
  std::string word(1 + random() % 7, 'a');
  for (char& letter : word) letter = static_cast<char>('a' + random() % 3);
  return word;
}

TEST(Vocabulary, FindsWordsAndTheirCompletions) {
  const auto words = vocabulary_of({{"pole", 3}, {"poles", 9}, {"police", 5}, {"pompier", 1}});

  EXPECT_EQ(words.find("poles"), 1U);
  EXPECT_EQ(words.find("pol"), std::nullopt);
  EXPECT_EQ(words.find("zoo"), std::nullopt);
  EXPECT_THAT(words_of(words, {words.completions("pol")}), ElementsAre("pole", "poles", "police"));
  EXPECT_THAT(words_of(words, {words.completions("q")}), IsEmpty());
  EXPECT_EQ(words.completions(""), (Vocabulary::Range{0, 4}));
  EXPECT_EQ(words.most_documents(), 9U);
}

TEST(Vocabulary, WithoutWordsAnswersNothing) {
  const Vocabulary empty;
  EXPECT_EQ(empty.find("mot"), std::nullopt);
  EXPECT_THAT(empty.nearest("mot", 2), IsEmpty());
  EXPECT_THAT(empty.completions_with_error("mot"), IsEmpty());
}

TEST(Vocabulary, RanksNeighboursByEditsFirstLetterAndFrequency) {
  const auto words = vocabulary_of(
      {{"cinistre", 50}, {"ministere", 90}, {"ministre", 70}, {"ministres", 80}, {"sinistre", 9}});

  EXPECT_THAT(nearest(words, "ministre", 1),
              ElementsAre("ministere", "ministres", "cinistre", "sinistre"));
  EXPECT_THAT(nearest(words, "minsitre", 1), ElementsAre("ministre"));
  EXPECT_THAT(nearest(words, "minsitre", 2),
              ElementsAre("ministre", "ministere", "ministres", "cinistre", "sinistre"));
}

TEST(Vocabulary, CompletesBeginningsWithOneError) {
  const auto words =
      vocabulary_of({{"competence", 1}, {"competitivite", 1}, {"complet", 1}, {"conseil", 1}});

  EXPECT_THAT(words_of(words, words.completions_with_error("conpetit")),
              ElementsAre("competitivite"));
  EXPECT_THAT(words_of(words, words.completions_with_error("ocmpe")),
              ElementsAre("competence", "competitivite"));
  EXPECT_THAT(words_of(words, words.completions_with_error("xyz")), IsEmpty());
}

TEST(Vocabulary, AgreesWithThePlainDistance) {
  std::mt19937 random(7);
  std::set<std::string> set;
  while (set.size() < 400) set.insert(random_word(random));
  Vocabulary vocabulary;
  for (const std::string& word : set) vocabulary.append(word, 1);

  for (int i = 0; i < 200; ++i) {
    const std::string typed = random_word(random);
    for (const std::uint32_t most : {1U, 2U}) {
      std::vector<std::string> expected;
      for (const std::string& word : set) {
        const std::size_t edits = plain_distance(typed, word);
        if (edits > 0 && edits <= most) expected.push_back(word);
      }
      EXPECT_THAT(nearest(vocabulary, typed, most), testing::UnorderedElementsAreArray(expected))
          << typed;
    }
    std::vector<std::string> begun;
    for (const std::string& word : set) {
      for (std::size_t end = 0; end <= word.size(); ++end) {
        if (plain_distance(typed, word.substr(0, end)) > 1) continue;
        begun.push_back(word);
        break;
      }
    }
    EXPECT_EQ(words_of(vocabulary, vocabulary.completions_with_error(typed)), begun) << typed;
  }
}

TEST(Vocabulary, TakesWordsOfAnyLength) {
  const std::string longest(64, 'a');
  auto words = vocabulary_of({{longest, 1}});
  words.append(std::string(65, 'b'), 1);

  EXPECT_EQ(words.size(), 1U);
  EXPECT_THAT(nearest(words, longest.substr(1), 2), ElementsAre(longest));
  EXPECT_THAT(nearest(words, std::string(10'000, 'a'), 2), IsEmpty());
  EXPECT_THAT(nearest(words, "", 2), IsEmpty());
}

class ArchiveVocabularyTest : public search::SearchFixture {
 protected:
  Vocabulary read(const std::vector<std::string>& texts) const {
    std::vector<base::Document> documents;
    for (const std::string& text : texts) {
      documents.push_back(make_document(std::to_string(documents.size()), "", text));
    }
    put_all(documents);
    return read_archive();
  }
  Vocabulary read_archive() const {
    const index::ReadableIndex index = index::open_database(path()).value();
    const WordSequences sequences(index);
    return Vocabulary(sequences.count_words(), Spellings(index));
  }
};

TEST_F(ArchiveVocabularyTest, HoldsTheWordsOfTextsAndTitlesAndNothingElse) {
  put_all({make_document("1", "Économie", "Les 34 plans")});
  const Vocabulary words = read_archive();
  EXPECT_THAT(words_of(words, {words.completions("")}),
              ElementsAre("34", "economie", "les", "plans"));
}

TEST_F(ArchiveVocabularyTest, WritesAWordAsMostDocumentsDo) {
  const Vocabulary words = read({"marché élève oeuvre", "marché élevé œuvre", "marche eleve œuvre",
                                 "marché élève", "la pâte", "la patte", "pate", "pate"});
  const auto written = [&](const char* word) { return words.written(*words.find(word)); };

  EXPECT_EQ(written("marche"), "marché");
  EXPECT_EQ(written("eleve"), "élève");
  EXPECT_EQ(written("oeuvre"), "œuvre");
  EXPECT_EQ(written("pate"), "pate");
  EXPECT_EQ(written("patte"), "patte");
  EXPECT_EQ(words.documents(*words.find("marche")), 4U);
}

}  // namespace
}  // namespace pressoir::store
