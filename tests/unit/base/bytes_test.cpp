#include "indexer/base/bytes.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace pressoir::base {
namespace {

std::string written(std::uint64_t value) {
  std::string bytes;
  put_varint(value, bytes);
  return bytes;
}

TEST(Varint, TakesSevenBitsAByteLowBitsFirst) {
  EXPECT_EQ(written(0), std::string(1, '\0'));
  EXPECT_EQ(written(127), "\x7F");
  EXPECT_EQ(written(128), std::string("\x80\x01"));
  EXPECT_EQ(written(300), std::string("\xAC\x02"));
  EXPECT_EQ(written(UINT64_MAX).size(), 10U);
}

TEST(Varint, ReadsBackNumbersOfEverySize) {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> values = {0, 1, 127, 128, UINT32_MAX, UINT64_MAX};
  for (int i = 0; i < 1000; ++i) values.push_back(random() >> (random() % 64));
  std::string bytes;
  for (const std::uint64_t value : values) put_varint(value, bytes);

  VarintReader in(bytes);
  for (const std::uint64_t value : values) ASSERT_EQ(in.number(), value);
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

TEST(Varint, ReadsStringsAsViewsOfTheBytes) {
  std::string bytes;
  put_string("année", bytes);
  put_string("", bytes);
  EXPECT_EQ(bytes, std::string("\x06"
                               "ann\xC3\xA9"
                               "e\0",
                               8));

  VarintReader in(bytes);
  EXPECT_EQ(in.string().data(), bytes.data() + 1);
  EXPECT_EQ(in.string(), "");
  EXPECT_TRUE(in.ok());
}

// Each kind of damage, and that nothing is read after it.
TEST(Varint, GivesNothingAfterTheFirstDamage) {
  const auto expect_damage = [](std::string_view bytes, auto read) {
    VarintReader in(bytes);
    read(in);
    EXPECT_FALSE(in.ok());
    EXPECT_TRUE(in.at_end());
    EXPECT_EQ(in.number(), 0U);
    EXPECT_EQ(in.string(), "");
  };
  expect_damage("", [](VarintReader& in) { in.number(); });
  expect_damage("\x80", [](VarintReader& in) { in.number(); });
  expect_damage(std::string(11, '\xFF'), [](VarintReader& in) { in.number(); });
  expect_damage("\x05zzzzzz", [](VarintReader& in) { in.number(4); });
  expect_damage(written(std::uint64_t{1} << 32), [](VarintReader& in) { in.number32(); });
  expect_damage("\x05zz", [](VarintReader& in) { in.string(); });
  expect_damage("zz", [](VarintReader& in) { in.bytes(3); });
  expect_damage("\x04zz", [](VarintReader& in) { in.count(1); });
}

// From the authors' test suite: http://www.isthe.com/chongo/src/fnv/test_fnv.c
TEST(Fnv1a, GivesTheAuthorsValues) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325U);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8U);
}

TEST(Fnv1a, GoesOnFromAState) {
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

}  // namespace
}  // namespace pressoir::base
