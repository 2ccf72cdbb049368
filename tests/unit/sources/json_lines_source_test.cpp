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

// Each item's last part of the name and its url, or its cause.
std::vector<std::string> items_of(const std::string& path, const SourceOptions& options = {}) {
  auto source = open_source(path, options);
  std::vector<std::string> items;
  if (!source) return {std::string(to_string(source.error().code))};
  std::uint64_t bytes = 0;
  while (const std::optional<Item> item = (*source)->next()) {
    const std::string name = item->name.substr(item->name.find_last_of('/') + 1);
    bytes += item->bytes;
    items.push_back(name + " " +
                    (item->content ? std::get<Record>(*item->content).document.url
                                   : std::string(to_string(item->content.error().code))));
  }
  EXPECT_LE(bytes, (*source)->total_bytes());
  return items;
}

using Items = std::vector<std::string>;

TEST(JsonLinesSource, NamesRecordsByFileAndLine) {
  const TemporaryFolder folder;
  const std::string lines = std::string(kFirst) + "\n\n  \r\n" + std::string(kSecond) + "\r\n";
  EXPECT_EQ(items_of(folder.write("d.jsonl", lines)),
            (Items{"d.jsonl:1 https://a.fr/1", "d.jsonl:4 https://a.fr/2"}));
}

TEST(JsonLinesSource, GoesOnAfterABadLine) {
  const TemporaryFolder folder;
  const std::string lines = "{\n{\"chapô\": 1}\n[]\n" + std::string(kSecond);
  EXPECT_EQ(items_of(folder.write("d.jsonl", lines)),
            (Items{"d.jsonl:1 bad_record", "d.jsonl:2 unknown_key", "d.jsonl:3 bad_record",
                   "d.jsonl:4 https://a.fr/2"}));
}

TEST(JsonLinesSource, ReadsPackedFilesAndAByteOrderMark) {
  const TemporaryFolder folder;
  const std::string lines = "\xEF\xBB\xBF" + std::string(kFirst) + "\n";
  EXPECT_EQ(items_of(folder.write("d.jsonl.gz", gzip(lines))),
            Items{"d.jsonl.gz:1 https://a.fr/1"});
}

TEST(JsonLinesSource, RefusesALineBeyondTheLimit) {
  const TemporaryFolder folder;
  SourceOptions options;
  options.max_record_bytes = 50;
  const std::string lines = R"({"url": "https://a.fr/1", "title": "Les pôles de compétitivité"})"
                            "\n" +
                            std::string(kSecond);
  EXPECT_EQ(items_of(folder.write("d.jsonl", lines), options),
            (Items{"d.jsonl:1 too_large", "d.jsonl:2 https://a.fr/2"}));
}

TEST(JsonLinesSource, KeepsWhatStandsBeforeDamage) {
  const TemporaryFolder folder;
  std::string packed = gzip(std::string(kFirst) + "\n");
  packed.resize(packed.size() - 9);
  EXPECT_EQ(items_of(folder.write("d.jsonl.gz", packed)),
            (Items{"d.jsonl.gz:1 https://a.fr/1", "d.jsonl.gz unreadable"}));
}

TEST(JsonLinesSource, KnowsAFileOfRecordsCalledJson) {
  const TemporaryFolder folder;
  const std::string lines = std::string(kFirst) + "\n" + std::string(kSecond) + "\n";
  EXPECT_TRUE(holds_json_lines(folder.write("d.json", lines)));
  EXPECT_FALSE(holds_json_lines(folder.write("settings.json", "{\n  \"a\": 1\n}\n")));
  EXPECT_FALSE(holds_json_lines(folder.write("d.html", lines)));
  EXPECT_TRUE(holds_json_lines("absent.ndjson.gz"));
}

TEST(JsonLinesSource, TellsThatAFileIsEmpty) {
  const TemporaryFolder folder;
  EXPECT_EQ(items_of(folder.write("vide.jsonl", "")), Items{"vide.jsonl empty"});
}

}  // namespace
}  // namespace pressoir::sources
