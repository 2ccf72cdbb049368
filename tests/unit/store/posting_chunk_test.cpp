#include "server/store/posting_chunk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace pressoir::store {
namespace {

constexpr std::uint32_t kChunk = PostingChunk::kChunk;

using Oracle = std::map<std::uint32_t, std::uint32_t>;  // frequencies by document

std::vector<Posting> postings_of(const Oracle& oracle) {
  std::vector<Posting> postings;
  for (const auto& [document, frequency] : oracle) postings.push_back({document, frequency});
  return postings;
}

Oracle read(const PostingChunk& chunk) {
  Oracle found;
  std::uint32_t before = 0;
  chunk.for_each([&](std::uint32_t document, std::uint32_t frequency) {
    EXPECT_GT(document, before) << "not ascending";
    before = document;
    found.emplace(document, frequency);
  });
  return found;
}

// One document in `share` of the numbers `first` to `last`, with frequencies of 1 to 300.
Oracle random_postings(std::uint32_t first, std::uint32_t last, unsigned share,
                       std::mt19937& random) {
  Oracle oracle;
  for (std::uint32_t document = std::max(first, 1u); document <= last; ++document) {
    if (random() % share == 0) oracle[document] = static_cast<std::uint32_t>(random() % 300 + 1);
  }
  return oracle;
}

Oracle clamped(Oracle oracle) {
  for (auto& [document, frequency] : oracle) {
    frequency = std::clamp<std::uint32_t>(frequency, 1, kMaxFrequency);
  }
  return oracle;
}

struct Case {
  std::uint32_t first;
  std::uint32_t last;
  unsigned share;  // more than one document in kDenseShare makes a dense chunk
};

class PostingChunkTest : public testing::TestWithParam<Case> {
 protected:
  std::uint32_t draw(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }

  std::mt19937 random_{GetParam().first + GetParam().share};
  std::uint32_t first_ = GetParam().first;
  std::uint32_t last_ = GetParam().last;
  std::uint32_t end_ = std::min(last_, first_ + kChunk - 1);  // the last document of the chunk
  Oracle oracle_ = random_postings(first_, end_, GetParam().share, random_);
};

TEST_P(PostingChunkTest, GivesBackItsPostings) {
  const PostingChunk chunk(first_, postings_of(oracle_), last_);
  EXPECT_EQ(chunk.size(), oracle_.size());
  EXPECT_EQ(read(chunk), clamped(oracle_));
  for (std::uint32_t document = first_; document <= end_; ++document) {
    ASSERT_EQ(chunk.contains(document), oracle_.contains(document)) << document;
  }
}

TEST_P(PostingChunkTest, AddsItsDocumentsToThoseOfASet) {
  const PostingChunk chunk(first_, postings_of(oracle_), last_);
  DocumentSet set(last_);
  set.add(first_ == 0 ? last_ : 1);
  chunk.add_to(set);
  for (std::uint32_t document = first_; document <= end_; ++document) {
    const bool was_there = document == (first_ == 0 ? last_ : 1);
    ASSERT_EQ(set.contains(document), was_there || oracle_.contains(document)) << document;
  }
  EXPECT_TRUE(set.contains(first_ == 0 ? last_ : 1));
}

TEST_P(PostingChunkTest, EqualsOneThatIsMadeAnewAfterChanges) {
  PostingChunk chunk(first_, postings_of(oracle_), last_);
  for (int round = 0; round < 20; ++round) {
    Oracle changes;  // 0: the document does not contain the term any more
    for (int i = 0; i < 40; ++i) {
      changes[first_ + 1 + draw(end_ - first_)] = draw(4);
    }
    std::vector<std::uint32_t> changed;
    Oracle now;
    for (const auto& [document, frequency] : changes) {
      changed.push_back(document);
      oracle_.erase(document);
      if (frequency > 0) now[document] = oracle_[document] = frequency;
    }
    chunk = PostingChunk(chunk, changed, postings_of(now), last_);
    ASSERT_EQ(read(chunk), clamped(oracle_)) << round;
    ASSERT_EQ(chunk.size(), oracle_.size());
  }
}

// Windows of all widths that follow each other, with all of their documents and with few.
TEST_P(PostingChunkTest, AddsTheFrequenciesOfAWindow) {
  const PostingChunk chunk(first_, postings_of(oracle_), last_);
  for (const std::uint32_t width : {64u, 1024u, kMaxWindow}) {
    for (const unsigned step : {1u, 7u, 61u}) {
      std::size_t place = 0;
      Frequencies sums{};
      for (std::uint32_t begin = first_; begin <= end_; begin += width) {
        std::vector<std::uint16_t> documents;
        for (std::uint32_t i = draw(step); i < width && begin + i <= end_; i += step) {
          documents.push_back(static_cast<std::uint16_t>(i));
        }
        if (documents.empty()) continue;
        sums.fill(2);  // of another list: added to, not replaced
        const bool has_added = chunk.add({begin, width, documents}, place, sums);
        for (const std::uint16_t i : documents) {
          const auto found = oracle_.find(begin + i);
          const std::uint32_t frequency =
              found == oracle_.end() ? 0 : std::min(found->second, kMaxFrequency);
          ASSERT_EQ(sums[i], 2 + static_cast<float>(frequency)) << begin + i;
          ASSERT_TRUE(has_added || frequency == 0) << begin + i;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Densities, PostingChunkTest,
                         testing::Values(Case{0, 100, 2}, Case{0, 100, 30}, Case{0, kChunk - 1, 3},
                                         Case{0, kChunk - 1, 5}, Case{kChunk, kChunk + 1, 1},
                                         Case{kChunk, 3 * kChunk, 2},
                                         Case{kChunk, 3 * kChunk, 1000},
                                         Case{2 * kChunk, 2 * kChunk + 4321, 4}));

TEST(PostingChunk, CountsNoFrequencyAsOnceAndManyAsTheMost) {
  const std::vector<Posting> postings = {{1, 0}, {2, kMaxFrequency}, {3, kMaxFrequency + 1}};
  const Oracle expected = {{1, 1}, {2, kMaxFrequency}, {3, kMaxFrequency}};
  EXPECT_EQ(read(PostingChunk(0, postings, 5)), expected);       // dense
  EXPECT_EQ(read(PostingChunk(0, postings, 50'000)), expected);  // sparse
}

TEST(PostingChunk, GrowsWithTheArchive) {
  const std::vector<Posting> dense = {{1, 1}, {2, 1}, {3, 1}};
  const std::vector<std::uint32_t> changed = {900};
  const std::vector<Posting> now = {{900, 2}};
  const PostingChunk chunk(PostingChunk(0, dense, 4), changed, now, 1000);
  EXPECT_EQ(read(chunk), (Oracle{{1, 1}, {2, 1}, {3, 1}, {900, 2}}));
  EXPECT_FALSE(chunk.contains(1000));
}

TEST(PostingChunk, CanLoseAllItsPostings) {
  const std::vector<std::uint32_t> changed = {7};
  for (const std::uint32_t last : {8u, 8000u}) {
    const std::vector<Posting> postings = {{7, 1}};
    const PostingChunk chunk(PostingChunk(0, postings, last), changed, {}, last);
    EXPECT_EQ(chunk.size(), 0u);
    EXPECT_EQ(read(chunk), Oracle());
  }
}

}  // namespace
}  // namespace pressoir::store
