#include "indexer/sources/json_lines_source.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::sources {
namespace {

using integration::TemporaryFolder;

constexpr std::string_view kFirst = R"({"url": "https://a.fr/1", "title": "Vœux"})";
constexpr std::string_view kSecond = R"({"url": "https://a.fr/2", "title": "Décret"})";

// Each item's last part of the name and its bytes, or its cause.
std::vector<std::string> items_of(const std::string& path, const SourceOptions& options = {}) {
  auto source = open_source(path, options);
  std::vector<std::string> items;
  if (!source) return {std::string(to_string(source.error().code))};
  std::uint64_t bytes = 0;
  while (const std::optional<Item<Content>> item = (*source)->next()) {
    const std::string name = item->name.substr(item->name.find_last_of('/') + 1);
    bytes += item->bytes_read;
    items.push_back(name + " " +
                    (item->content ? item->content->bytes
                                   : std::string(to_string(item->content.error().code))));
  }
  EXPECT_LE(bytes, (*source)->total_bytes());
  return items;
}

using Items = std::vector<std::string>;

TEST(JsonLinesSource, NamesRecordsByFileAndLine) {
  const TemporaryFolder folder;
  const std::string lines = std::string(kFirst) + "\n\n  \r\n" + std::string(kSecond) + "\r\n";
  EXPECT_EQ(
      items_of(folder.write("d.jsonl", lines)),
      (Items{"d.jsonl:1 " + std::string(kFirst), "d.jsonl:4 " + std::string(kSecond) + "\r"}));
}

TEST(JsonLinesSource, GivesEveryLineWhateverItSays) {
  const TemporaryFolder folder;
  const std::string lines = "{\n[]\n" + std::string(kSecond);
  EXPECT_EQ(items_of(folder.write("d.jsonl", lines)),
            (Items{"d.jsonl:1 {", "d.jsonl:2 []", "d.jsonl:3 " + std::string(kSecond)}));
}

TEST(JsonLinesSource, ReadsPackedFilesAndAByteOrderMark) {
  const TemporaryFolder folder;
  const std::string lines = "\xEF\xBB\xBF" + std::string(kFirst) + "\n";
  EXPECT_EQ(items_of(folder.write("d.jsonl.gz", gzip(lines))),
            Items{"d.jsonl.gz:1 " + std::string(kFirst)});
}

TEST(JsonLinesSource, RefusesALineBeyondTheLimit) {
  const TemporaryFolder folder;
  SourceOptions options;
  options.max_record_bytes = 50;
  const std::string lines = R"({"url": "https://a.fr/1", "title": "Les pôles de compétitivité"})"
                            "\n" +
                            std::string(kSecond);
  EXPECT_EQ(items_of(folder.write("d.jsonl", lines), options),
            (Items{"d.jsonl:1 too_large", "d.jsonl:2 " + std::string(kSecond)}));
}

TEST(JsonLinesSource, KeepsWhatStandsBeforeDamage) {
  const TemporaryFolder folder;
  std::string packed = gzip(std::string(kFirst) + "\n");
  packed.resize(packed.size() - 9);
  EXPECT_EQ(items_of(folder.write("d.jsonl.gz", packed)),
            (Items{"d.jsonl.gz:1 " + std::string(kFirst), "d.jsonl.gz unreadable"}));
}

TEST(JsonLinesSource, KnowsAFileOfRecordsCalledJson) {
  const TemporaryFolder folder;
  const std::string lines = std::string(kFirst) + "\n" + std::string(kSecond) + "\n";
  EXPECT_TRUE(is_json_lines(folder.write("d.json", lines)));
  EXPECT_FALSE(is_json_lines(folder.write("settings.json", "{\n  \"a\": 1\n}\n")));
  EXPECT_FALSE(is_json_lines(folder.write("d.html", lines)));
  EXPECT_TRUE(is_json_lines("absent.ndjson.gz"));
}

TEST(JsonLinesSource, TellsThatAFileIsEmpty) {
  const TemporaryFolder folder;
  EXPECT_EQ(items_of(folder.write("vide.jsonl", "")), Items{"vide.jsonl empty"});
}

}  // namespace
}  // namespace pressoir::sources
