#include "server/store/sequence_chunk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace pressoir::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A word of a document: at its position, or a second one at the position of another (the joined
// form of a compound).
struct Word {
  std::uint32_t position;
  std::uint32_t id;
  bool is_neighbour;
};
using Document = std::vector<Word>;

constexpr std::uint32_t kAll = 0x7FFFFFFF;

// Few ids, so that they repeat, on both sides of kFrequentWords.
constexpr std::array<std::uint32_t, 8> kIds = {
    0, 1, 2, 3, kFrequentWords - 1, kFrequentWords, kFrequentWords + 1, 3'000'000};

// `size` positions with gaps; a third of the documents has neighbours.
Document random_document(std::size_t size, std::mt19937& random) {
  Document document;
  const bool has_neighbours = random() % 3 == 0;
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < size; ++i) {
    position += random() % 10 == 0 ? 1 + static_cast<std::uint32_t>(random() % 1000) : 1;
    document.push_back({position, kIds[random() % kIds.size()], false});
    if (has_neighbours && random() % 5 == 0) {
      document.push_back({position - (position > 1 ? static_cast<std::uint32_t>(random() % 2) : 0),
                          kIds[random() % kIds.size()], true});
    }
  }
  return document;
}

WordSequence sequence_of(const Document& document) {
  WordSequence sequence;
  for (const Word& word : document) sequence.add(word.position, word.id);
  return sequence;
}

SequenceChunk chunk_of(const std::vector<Document>& documents) {
  SequenceChunk chunk;
  for (const Document& document : documents) chunk.append(sequence_of(document));
  chunk.finish();
  return chunk;
}

WordIds ids_of(const std::set<std::uint32_t>& ids) {
  WordIds words;
  for (const std::uint32_t id : ids) words.add(id);
  return words;
}

std::set<std::uint32_t> random_ids(std::mt19937& random) {
  std::set<std::uint32_t> ids = {kIds[random() % kIds.size()]};
  while (random() % 2 == 0) ids.insert(kIds[random() % kIds.size()]);
  return ids;
}

// Lengths on both sides of the 64 tokens that are compared at once.
std::vector<Document> random_documents(std::mt19937& random) {
  std::vector<Document> documents;
  for (const std::size_t size : {0, 1, 2, 31, 32, 63, 64, 65, 66, 127, 128, 129, 700}) {
    for (int i = 0; i < 6; ++i) documents.push_back(random_document(size, random));
  }
  return documents;
}

class SequenceChunkTest : public testing::TestWithParam<unsigned> {
 protected:
  std::mt19937 random_{GetParam()};
  std::vector<Document> documents_ = random_documents(random_);
  SequenceChunk chunk_ = chunk_of(documents_);
};

TEST_P(SequenceChunkTest, FindsAllPositionsOfWordsUpToALimit) {
  Positions found;
  for (std::uint32_t place = 0; place < documents_.size(); ++place) {
    for (const std::uint32_t last : {kAll, 1u, 40u, 64u, 300u}) {
      const std::set<std::uint32_t> ids = random_ids(random_);
      std::set<std::uint32_t> expected;
      for (const Word& word : documents_[place]) {
        if (ids.contains(word.id) && word.position <= last) expected.insert(word.position);
      }
      chunk_.find(place, ids_of(ids), last, found);
      ASSERT_EQ(found, Positions(expected.begin(), expected.end())) << place << " until " << last;
    }
  }
}

TEST_P(SequenceChunkTest, FindsWordsInARow) {
  Positions found;
  for (std::uint32_t place = 0; place < documents_.size(); ++place) {
    for (std::size_t length = 2; length <= 4; ++length) {
      std::vector<std::set<std::uint32_t>> ids;
      std::vector<WordIds> words;
      for (std::size_t i = 0; i < length; ++i) {
        words.push_back(ids_of(ids.emplace_back(random_ids(random_))));
      }
      std::map<std::uint32_t, std::uint32_t> id_at;
      bool is_unsure = false;
      for (const Word& word : documents_[place]) {
        if (!word.is_neighbour) id_at[word.position] = word.id;
        is_unsure |= word.is_neighbour && std::any_of(ids.begin(), ids.end(), [&](const auto& set) {
                       return set.contains(word.id);
                     });
      }
      Positions expected;
      for (const auto& [position, id] : id_at) {
        bool is_row = true;
        for (std::uint32_t i = 0; i < length; ++i) {
          const auto at = id_at.find(position + i);
          is_row &= at != id_at.end() && ids[i].contains(at->second);
        }
        if (is_row) expected.push_back(position);
      }
      if (is_unsure) expected.clear();
      using Places = SequenceChunk::Places;
      ASSERT_EQ(chunk_.find_in_a_row(place, words, Places::kAll, found), !is_unsure) << place;
      ASSERT_EQ(found, expected) << place;
      chunk_.find_in_a_row(place, words, Places::kFirst, found);
      expected.resize(std::min<std::size_t>(expected.size(), 1));
      ASSERT_EQ(found, expected) << place;
    }
  }
}

TEST_P(SequenceChunkTest, GivesThePairsOfAdjacentWordsWithRepeats) {
  using Pairs = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;
  for (std::uint32_t place = 0; place < documents_.size(); ++place) {
    Pairs expected;
    for (const Word& first : documents_[place]) {
      for (const Word& second : documents_[place]) {
        if (second.position == first.position + 1) expected.emplace(first.id, second.id);
      }
    }
    Pairs found;
    chunk_.for_each_pair(
        place, [&](std::uint32_t first, std::uint32_t second) { found.emplace(first, second); });
    ASSERT_EQ(found, expected) << place;
  }
}

TEST_P(SequenceChunkTest, GivesTheWordsOfADocumentWithAndWithoutNeighbours) {
  using Ids = std::multiset<std::uint32_t>;
  for (std::uint32_t place = 0; place < documents_.size(); ++place) {
    Ids all, simple, first;
    for (const Word& word : documents_[place]) {
      all.insert(word.id);
      if (!word.is_neighbour) simple.insert(word.id);
      if (word.position <= 50) first.insert(word.id);
    }
    Ids found;
    chunk_.for_each_id(place, [&](std::uint32_t id) { found.insert(id); });
    ASSERT_EQ(found, all) << place;
    const auto simple_ids = chunk_.simple_ids_of(place);
    ASSERT_EQ(Ids(simple_ids.begin(), simple_ids.end()), simple) << place;
    const auto first_ids = chunk_.ids_until(place, 50);
    ASSERT_EQ(Ids(first_ids.begin(), first_ids.end()), first) << place;
  }
}

TEST_P(SequenceChunkTest, IsTheSameWhenItsDocumentsAreCopiedInAnotherOrder) {
  SequenceChunk copy;
  for (std::uint32_t place = chunk_.size(); place-- > 0;) copy.append(chunk_, place);
  copy.finish();
  ASSERT_EQ(copy.size(), documents_.size());
  const WordIds ids = ids_of({0, kFrequentWords});
  Positions found, expected;
  for (std::uint32_t place = 0; place < copy.size(); ++place) {
    copy.find(place, ids, kAll, found);
    chunk_.find(copy.size() - 1 - place, ids, kAll, expected);
    ASSERT_EQ(found, expected) << place;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SequenceChunkTest, testing::Values(1u, 2u, 3u));

TEST(SequenceChunk, KeepsDocumentsWithoutWordsAtTheirPlaces) {
  SequenceChunk chunk;
  chunk.append_empty();
  chunk.append(WordSequence());
  chunk.append(sequence_of({{5, 9, false}}));
  chunk.append_empty();
  chunk.finish();
  EXPECT_EQ(chunk.size(), 4u);
  Positions found;
  for (const std::uint32_t place : {0u, 1u, 3u}) {
    chunk.find(place, ids_of({9}), kAll, found);
    EXPECT_THAT(found, IsEmpty()) << place;
    EXPECT_THAT(chunk.simple_ids_of(place), IsEmpty()) << place;
  }
  chunk.find(2, ids_of({9}), kAll, found);
  EXPECT_THAT(found, ElementsAre(5));
}

// What is read after the last token, to compare 64 at once, is no token.
TEST(SequenceChunk, FindsNothingAfterTheLastToken) {
  const SequenceChunk chunk = chunk_of({{{1, 7, false}, {2, 0, false}}});
  Positions found;
  chunk.find(0, ids_of({0}), kAll, found);
  EXPECT_THAT(found, ElementsAre(2));
  const std::vector<WordIds> twice = {ids_of({0}), ids_of({0})};
  EXPECT_TRUE(chunk.find_in_a_row(0, twice, SequenceChunk::Places::kAll, found));
  EXPECT_THAT(found, IsEmpty());
}

TEST(WordSequence, IsEmptyAfterClear) {
  WordSequence sequence = sequence_of({{9, 1, false}, {9, 2, true}, {10, kFrequentWords, false}});
  sequence.clear();
  sequence.add(1, 4);
  SequenceChunk chunk;
  chunk.append(sequence);
  chunk.finish();
  EXPECT_THAT(chunk.ids_until(0, kAll), ElementsAre(4));
}

TEST(WordIds, GiveTheLeastOfTheirIds) {
  EXPECT_EQ(WordIds().least(), std::nullopt);
  EXPECT_EQ(ids_of({kFrequentWords + 5, kFrequentWords + 1}).least(), kFrequentWords + 1);
  EXPECT_EQ(ids_of({kFrequentWords + 5, 12, 11}).least(), 11u);
}

}  // namespace
}  // namespace pressoir::store
