
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/word_table.hpp"

namespace pressoir::store {
namespace {

using testing::SizeIs;

std::string stream_of(std::initializer_list<std::string_view> words) {
  index::WordStreamWriter writer;
  std::uint32_t position = 0;
  for (const std::string_view word : words) writer.add(++position, word);
  return writer.take();
}

class WordNumbersTest : public testing::Test {
 protected:
  // The folded forms of the words of a stream, in the order of their spellings.
  std::vector<std::string> folded_words(const std::string& stream) {
    std::vector<std::uint32_t> numbers;
    EXPECT_TRUE(numbers_.read(*index::WordStreamReader::open(stream), numbers));
    std::vector<std::string> words;
    for (const std::uint32_t number : numbers) {
      words.emplace_back(number < known_.size() ? known_.folded(number)
                                                : added_.folded(number - known_.size()));
    }
    return words;
  }

  WordTable known_ = [] {
    WordTable table;
    table.add(WordTable::key_of(std::string_view("usine\0usine\x1fv:usiner\0usine", 26)));
    return table;
  }();
  WordTable added_;
  WordNumbers numbers_{known_, added_};
};

TEST_F(WordNumbersTest, AreThoseOfKnownAndAddedWords) {
  EXPECT_THAT(folded_words(stream_of({"pôle", "usine"})), testing::ElementsAre("pole", "usine"));
  EXPECT_EQ(added_.size(), 1u);
}

TEST_F(WordNumbersTest, AreTheSameInEveryDocument) {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> second;
  numbers_.read(*index::WordStreamReader::open(stream_of({"emploi", "pôle"})), first);
  numbers_.read(*index::WordStreamReader::open(stream_of({"pôle"})), second);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0], first[1]);
}

TEST_F(WordNumbersTest, AreAnotherForEachSpelling) {
  std::vector<std::uint32_t> numbers;
  numbers_.read(*index::WordStreamReader::open(stream_of({"coeur", "cœur"})), numbers);
  ASSERT_THAT(numbers, SizeIs(2));
  EXPECT_NE(numbers[0], numbers[1]);
  EXPECT_EQ(added_.folded(numbers[0] - known_.size()), added_.folded(numbers[1] - known_.size()));
  EXPECT_EQ(added_.lemmas(numbers[0] - known_.size()), added_.lemmas(numbers[1] - known_.size()));
}

}  // namespace
}  // namespace pressoir::store
