#include "indexer/ingest/quantity.hpp"

#include <gtest/gtest.h>

namespace pressoir::ingest {
namespace {

TEST(Quantity, SeparatesThousands) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(1234567), "1,234,567");
}

TEST(Quantity, TellsOneFromMany) {
  EXPECT_EQ(counted(0, "item"), "0 items");
  EXPECT_EQ(counted(1, "item"), "1 item");
  EXPECT_EQ(counted(2000, "item"), "2,000 items");
}

TEST(Quantity, ChoosesTheUnitOfBytes) {
  EXPECT_EQ(readable_bytes(1), "1 byte");
  EXPECT_EQ(readable_bytes(999), "999 bytes");
  EXPECT_EQ(readable_bytes(1000), "1.0 kB");
  EXPECT_EQ(readable_bytes(999'960), "1.0 MB");
  EXPECT_EQ(readable_bytes(12'345'678), "12.3 MB");
  EXPECT_EQ(readable_bytes(5'000'000'000'000'000), "5000.0 TB");
}

TEST(Quantity, ChoosesTheUnitOfTime) {
  EXPECT_EQ(readable_seconds(0.84), "0.8 s");
  EXPECT_EQ(readable_seconds(9.97), "10 s");
  EXPECT_EQ(readable_seconds(59.4), "59 s");
  EXPECT_EQ(readable_seconds(725), "12 min 05 s");
  EXPECT_EQ(readable_seconds(7500), "2 h 05 min");
}

}  // namespace
}  // namespace pressoir::ingest
