#include "server/store/posting_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace pressoir::store {
namespace {

constexpr std::uint32_t kChunk = PostingChunk::kChunk;

using Held = std::map<std::uint32_t, std::uint32_t>;  // frequencies by document

Held read(const PostingList& list) {
  Held found;
  list.for_each(
      [&](std::uint32_t document, std::uint32_t frequency) { found.emplace(document, frequency); });
  return found;
}

// What a cursor adds up over all documents, of which it passes over some.
Held walk(const PostingList& list, std::uint32_t last, std::uint32_t step, std::uint32_t width) {
  Held found;
  PostingList::Cursor cursor(list);
  Frequencies sums{};
  for (std::uint32_t first = 0; first <= last; first += width) {
    std::vector<std::uint16_t> documents;
    for (std::uint32_t i = 0; i < width && first + i <= last; ++i) {
      if ((first + i) % step == 0) documents.push_back(static_cast<std::uint16_t>(i));
    }
    if (documents.empty()) continue;
    sums.fill(0);
    const bool has_added = cursor.add({first, width, documents}, sums);
    for (const std::uint16_t i : documents) {
      if (sums[i] > 0) found.emplace(first + i, static_cast<std::uint32_t>(sums[i]));
      EXPECT_TRUE(has_added || sums[i] == 0);
    }
  }
  return found;
}

void expect_is(const PostingList& list, const Held& expected, std::uint32_t last) {
  EXPECT_EQ(read(list), expected);
  for (const std::uint32_t step : {1u, 3u, 50u}) {
    Held some = expected;
    std::erase_if(some, [step](const auto& entry) { return entry.first % step != 0; });
    EXPECT_EQ(walk(list, last, step, 1024), some);
    EXPECT_EQ(walk(list, last, step, kMaxWindow), some);
  }
  EXPECT_EQ(list.size(), expected.size());
  DocumentSet set(last);
  list.add_to(set);
  EXPECT_EQ(set.size(), expected.size());
  for (const auto& [document, frequency] : expected) EXPECT_TRUE(set.contains(document));
}

// One document in `share` holds something.
Held random_frequencies(std::uint32_t last, unsigned share, std::mt19937& random) {
  Held frequencies;
  for (std::uint32_t document = 1; document <= last; ++document) {
    if (random() % share == 0) frequencies[document] = 1;
  }
  return frequencies;
}

class ChangedPostingList : public testing::TestWithParam<unsigned> {};

TEST_P(ChangedPostingList, HoldsWhatDidNotChangeAndWhatDid) {
  std::mt19937 random(GetParam());
  const auto draw = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  std::uint32_t last = kChunk + 1000;
  Held expected = random_frequencies(last, GetParam(), random);
  DocumentSet documents(last);
  for (const auto& [document, frequency] : expected) documents.add(document);
  PostingList list(documents);
  expect_is(list, expected, last);

  for (int round = 0; round < 30; ++round) {
    std::map<std::uint32_t, std::uint32_t> changes;  // the frequency now, 0 for none
    for (int i = 0; i < 20; ++i) changes[draw(last) + 1] = draw(4);
    for (int i = 0; i < 5; ++i) changes[++last] = draw(4);
    if (round == 10) last = 2 * kChunk - 3;
    std::vector<std::uint32_t> changed;
    std::vector<Posting> now;
    for (const auto& [document, frequency] : changes) {
      changed.push_back(document);
      expected.erase(document);
      if (frequency == 0) continue;
      now.push_back({document, frequency});
      expected[document] = frequency;
    }
    const PostingList before = list;
    const Held held = read(before);
    list = PostingList(before, changed, now, last);
    EXPECT_EQ(read(before), held) << "a list does not change";
    EXPECT_EQ(before.contains_any(changed),
              std::any_of(changed.begin(), changed.end(),
                          [&](std::uint32_t document) { return held.contains(document); }));
    expect_is(list, expected, last);
  }
}

INSTANTIATE_TEST_SUITE_P(Shares, ChangedPostingList, testing::Values(2u, 5u, 500u, 100'000u));

TEST(PostingList, GrowsDenseWhenMostDocumentsComeToHoldTheTerm) {
  PostingList list;
  Held expected;
  for (std::uint32_t document = 1; document <= 500; ++document) {
    const std::vector<std::uint32_t> changed = {document};
    const std::vector<Posting> now = {{document, document % 300}};
    list = PostingList(list, changed, now, document);
    expected[document] = std::clamp<std::uint32_t>(document % 300, 1, kMaxFrequency);
  }
  expect_is(list, expected, 500);
}

}  // namespace
}  // namespace pressoir::store
