#include "indexer/ingest/archive_update.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/base/document.hpp"
#include "indexer/base/url.hpp"

namespace pressoir::ingest {
namespace {

TEST(Shard, ReadsNumberAndCount) {
  const auto shard = parse_shard("2/3");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->number, 2u);
  EXPECT_EQ(shard->count, 3u);
}

TEST(Shard, RefusesAnythingElse) {
  for (const char* text : {"", "1", "/", "1/", "/2", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "1/2 ",
                           "a/b", "1/1001", "99999999999/2"}) {
    EXPECT_FALSE(parse_shard(text)) << text;
  }
}

TEST(Shard, ContainsEverythingWhenItIsTheOnlyOne) {
  EXPECT_TRUE(Shard().contains("un-document"));
}

TEST(Shard, GivesEachDocumentToOneAndAboutTheSameToAll) {
  constexpr std::uint32_t kShards = 3;
  std::uint32_t counts[kShards] = {};
  for (int i = 0; i < 3'000; ++i) {
    const auto id = base::document_id("https://presse.example/" + std::to_string(i));
    std::uint32_t shards_with = 0;
    for (std::uint32_t k = 0; k < kShards; ++k) {
      const bool is_in = Shard{k + 1, kShards}.contains(id);
      shards_with += is_in;
      counts[k] += is_in;
    }
    EXPECT_EQ(shards_with, 1u) << id;
  }
  for (const std::uint32_t count : counts) EXPECT_NEAR(count, 1'000, 100);
}

}  // namespace
}  // namespace pressoir::ingest
