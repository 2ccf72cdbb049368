#include "indexer/sources/line_reader.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::sources {
namespace {

using integration::TemporaryFolder;

// Lines as `number:text`, `number!` for one that is too long, `error` for the end by an error.
std::vector<std::string> lines_of(std::string_view bytes, std::size_t max_line_bytes = 1000) {
  const TemporaryFolder folder;
  LineReader reader(*FileReader::open(folder.write("lines", bytes)), max_line_bytes);
  std::vector<std::string> lines;
  while (true) {
    const auto line = reader.next();
    if (!line) {
      lines.emplace_back("error");
      continue;
    }
    if (!line->has_value()) return lines;
    const std::string number = std::to_string((*line)->number);
    lines.push_back((*line)->is_too_long ? number + "!"
                                         : number + ":" + std::string((*line)->text));
  }
}

using Lines = std::vector<std::string>;

TEST(LineReader, SplitsOnLineFeedsOnly) {
  EXPECT_EQ(lines_of("un\ndeux\r\ntrois\xE2\x80\xA8suite"),
            (Lines{"1:un", "2:deux\r", "3:trois\xE2\x80\xA8suite"}));
}

TEST(LineReader, GivesNoLineAfterTheLastLineFeed) {
  EXPECT_EQ(lines_of("un\n"), Lines{"1:un"});
  EXPECT_EQ(lines_of("un\n\n"), (Lines{"1:un", "2:"}));
  EXPECT_EQ(lines_of(""), Lines{});
}

TEST(LineReader, PassesOverALineThatIsTooLong) {
  const std::string long_line(1u << 20, 'x');
  EXPECT_EQ(lines_of("un\n" + long_line + "\ntrois\n"), (Lines{"1:un", "2!", "3:trois"}));
  EXPECT_EQ(lines_of("un\n" + long_line), (Lines{"1:un", "2!"}));
}

TEST(LineReader, TakesALineOfExactlyTheLimit) {
  EXPECT_EQ(lines_of("abc\nabcd\n", 3), (Lines{"1:abc", "2!"}));
}

TEST(LineReader, ReadsLinesThatAreLongerThanItsBuffer) {
  const std::string long_line(3u << 20, 'x');
  EXPECT_EQ(lines_of(long_line + "\nfin", 4u << 20), (Lines{"1:" + long_line, "2:fin"}));
}

TEST(LineReader, EndsAfterADamagedFile) {
  std::string packed = gzip("un\ndeux\n");
  packed.resize(packed.size() - 9);
  EXPECT_EQ(lines_of(packed), (Lines{"1:un", "2:deux", "error"}));
}

}  // namespace
}  // namespace pressoir::sources
