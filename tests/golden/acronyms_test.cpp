// The acronyms of real collections against a list judged by hand (acronyms.tsv): 100 pairs drawn at
// random among all that were found. Skipped where the collections are not there.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/acronyms.hpp"
#include "tests/integration/process.hpp"

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using pressoir::text::Analyzer;
using Pair = std::pair<std::string, std::string>;

const std::string kSource = PRESSOIR_SOURCE_DIR;
const std::string kData = kSource + "/../shared/data";
constexpr double kLeastPrecision = 0.95;

struct Judged {
  Pair pair;
  bool is_right;
};

std::vector<Judged> read_judgements() {
  std::ifstream in(kSource + "/tests/golden/acronyms.tsv");
  std::vector<Judged> rows;
  std::string line;
  std::getline(in, line);  // column names
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    std::string acronym, expansion, verdict;
    std::getline(cells, acronym, '\t');
    std::getline(cells, expansion, '\t');
    std::getline(cells, verdict, '\t');
    rows.push_back({{acronym, expansion}, verdict == "right"});
  }
  return rows;
}

void mine(std::string_view text, Analyzer& analyzer, std::set<Pair>& pairs) {
  for (const auto& definition : pressoir::text::find_acronyms(text, analyzer)) {
    pairs.emplace(definition.acronym, definition.expansion);
  }
}

void mine_records(const std::string& lines, Analyzer& analyzer, std::set<Pair>& pairs) {
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const json::object record = json::parse(line).as_object();
    for (const char* field : {"title", "analyse", "text"}) {
      const json::value* value = record.if_contains(field);
      if (value != nullptr && value->is_string()) mine(value->as_string(), analyzer, pairs);
    }
  }
}

std::string decompressed(const char* program, const fs::path& file) {
  return pressoir::integration::run({program, file.string()}).out;
}

std::set<Pair> mine_collections() {
  std::set<Pair> pairs;
  Analyzer analyzer;
  for (const auto& entry : fs::recursive_directory_iterator(kData)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".jsonl.zst")) {
      mine_records(decompressed("zstdcat", entry.path()), analyzer, pairs);
    } else if (name.ends_with(".gold.txt.gz")) {
      mine(decompressed("zcat", entry.path()), analyzer, pairs);
    }
  }
  return pairs;
}

TEST(GoldenAcronyms, AreRightNineteenTimesInTwenty) {
  if (!fs::is_directory(kData)) {
    GTEST_SKIP() << "NOT TESTED: the collections are not in " << kData;
  }
  const std::vector<Judged> judgements = read_judgements();
  ASSERT_EQ(judgements.size(), 100u);

  const std::set<Pair> pairs = mine_collections();

  int right = 0;
  int found = 0;
  for (const auto& [pair, is_right] : judgements) {
    const bool is_found = pairs.contains(pair);
    EXPECT_TRUE(is_found || !is_right) << pair.first << " = " << pair.second << " is lost";
    found += is_found ? 1 : 0;
    right += is_found && is_right ? 1 : 0;
  }
  EXPECT_GE(right, kLeastPrecision * found) << right << " of " << found;
  RecordProperty("pairs", static_cast<int>(pairs.size()));
}

}  // namespace
