#include "indexer/sources/source.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace pressoir::sources {
namespace {

namespace fs = std::filesystem;
using integration::TemporaryFolder;

constexpr std::string_view kPage = "<!DOCTYPE html><title>Vœux</title><p>Mes chers compatriotes";

TEST(Source, IsChosenByTheNameOfTheFile) {
  const TemporaryFolder folder;
  const std::pair<const char*, MediaType> names[] = {{"a.jsonl", MediaType::kRecord},
                                                     {"a.ndjson", MediaType::kRecord},
                                                     {"a.json", MediaType::kRecord},
                                                     {"a.html", MediaType::kHtml},
                                                     {"a", MediaType::kHtml}};
  for (const auto& [name, type] : names) {
    const auto source = open_source(folder.write(name, R"({"url": "https://a.fr/1"})"), {});
    ASSERT_TRUE(source) << name;
    const auto item = (*source)->next();
    ASSERT_TRUE(item && item->content) << name;
    EXPECT_EQ(item->content->type, type) << name;
  }
}

TEST(Source, TellsAPathThatDoesNotExist) {
  const TemporaryFolder folder;
  const auto source = open_source(folder / "absent", {});
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, base::Errc::kNotFound);
  EXPECT_EQ(source.error().message, "does not exist");
}

TEST(SourceList, NamesTheSourcesThatGaveNothing) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "vide");
  SourceList list;
  list.add("vide", *open_source(folder / "vide", {}));
  list.add("page", *open_source(folder.write("page.html", kPage), {}));
  list.add("absent", failed_source("absent", {base::Errc::kNotFound, "does not exist"}));
  std::size_t items = 0;
  while (list.next()) ++items;
  EXPECT_EQ(items, 2u);
  EXPECT_EQ(list.empty_ones(), std::vector<std::string>{"vide"});
}

TEST(Printable, LeavesFrenchAsItIs) {
  EXPECT_EQ(printable("communiqué du 5 décembre – œuvre.html"),
            "communiqué du 5 décembre – œuvre.html");
}

TEST(Printable, SpellsControlCharacters) {
  EXPECT_EQ(printable("a\x1b[31m\nb\x7f"), "a\\x1b[31m\\x0ab\\x7f");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xc2\\x9b");  // CSI as one character
}

TEST(Printable, SpellsBytesOfAnotherCharset) {
  EXPECT_EQ(printable("\xE9t\xE9.html"), "\\xe9t\\xe9.html");
  EXPECT_EQ(printable("\xF0\x9F"), "\\xf0\\x9f");
}

TEST(Printable, CutsBetweenCharacters) {
  EXPECT_EQ(printable("éééé", 3), "éé…");
  EXPECT_TRUE(base::is_valid_utf8(printable("éééé", 3)));
}

}  // namespace
}  // namespace pressoir::sources
