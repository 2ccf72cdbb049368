#include "indexer/sources/file_reader.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::sources {
namespace {

using base::Errc;
using integration::TemporaryFolder;

constexpr std::string_view kText = "Le ministre du Redressement productif a présenté la réforme.";

TEST(FileReader, ReadsAPlainFile) {
  const TemporaryFolder folder;
  const auto file = read_file(folder.write("page.html", kText), 1000);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->bytes, kText);
  EXPECT_EQ(file->bytes_on_disk, kText.size());
  EXPECT_FALSE(file->is_compressed);
}

TEST(FileReader, UnpacksByContentWhateverTheName) {
  const TemporaryFolder folder;
  const auto file = read_file(folder.write("page.html", gzip(kText)), 1000);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->bytes, kText);
  EXPECT_TRUE(file->is_compressed);
}

TEST(FileReader, ReadsAPlainFileThatIsCalledGz) {
  const TemporaryFolder folder;
  const auto file = read_file(folder.write("page.html.gz", kText), 1000);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, kText);
}

TEST(FileReader, JoinsTheMembersOfOneFile) {
  const TemporaryFolder folder;
  const auto file = read_file(folder.write("page.gz", gzip("Un, ") + gzip("deux.")), 1000);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, "Un, deux.");
}

TEST(FileReader, GivesNoBytesForAnEmptyFile) {
  const TemporaryFolder folder;
  const auto file = read_file(folder.write("vide.html", ""), 1000);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, "");
}

TEST(FileReader, TakesAFileOfExactlyTheLimit) {
  const TemporaryFolder folder;
  EXPECT_TRUE(read_file(folder.write("plain", std::string(1000, 'a')), 1000));
  EXPECT_TRUE(read_file(folder.write("packed", gzip(std::string(1000, 'a'))), 1000));
}

TEST(FileReader, RefusesMoreThanTheLimit) {
  const TemporaryFolder folder;
  const auto plain = read_file(folder.write("plain", std::string(1001, 'a')), 1000);
  const auto packed = read_file(folder.write("packed", gzip(std::string(1001, 'a'))), 1000);
  ASSERT_FALSE(plain);
  ASSERT_FALSE(packed);
  EXPECT_EQ(plain.error().code, Errc::kTooLarge);
  EXPECT_EQ(packed.error().code, Errc::kTooLarge);
}

TEST(FileReader, StopsUnpackingABombAtTheLimit) {
  const TemporaryFolder folder;
  const std::string megabytes = gzip(std::string(64u << 20, '\0'));  // 64 MB in 64 KB
  const auto file = read_file(folder.write("bomb.html", megabytes + megabytes), 1u << 20);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Errc::kTooLarge);
}

TEST(FileReader, TellsThatAPackedFileIsCutShort) {
  const TemporaryFolder folder;
  std::string packed = gzip(kText);
  packed.resize(packed.size() - 9);
  const auto file = read_file(folder.write("page.gz", packed), 1000);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Errc::kUnreadable);
  EXPECT_EQ(file.error().message, "cannot be unpacked: unexpected end of file");
}

TEST(FileReader, TellsThatAPackedFileIsDamaged) {
  const TemporaryFolder folder;
  std::string packed = gzip(kText);
  packed[packed.size() - 6] ^= 1;  // its checksum
  const auto file = read_file(folder.write("page.gz", packed), 1000);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Errc::kUnreadable);
}

TEST(FileReader, DoesNotWaitForAPipe) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  const auto file = FileReader::open(folder / "pipe");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Errc::kUnreadable);
  EXPECT_EQ(file.error().message, "is not a regular file");
}

TEST(FileReader, SaysWhyAFileCannotBeOpened) {
  const TemporaryFolder folder;
  const auto file = FileReader::open(folder / "absent");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message, "cannot be read: No such file or directory");
}

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
