// Rankings over corpus/sample against rankings.txt. After a change that is meant to change them:
//   build/release/tests/golden_test --update
// rewrites the file; read the difference before committing it.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"
#include "server/wording/query_sentences.hpp"
#include "tests/integration/process.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace {

using pressoir::base::Facet;
using pressoir::integration::run;
using pressoir::integration::TemporaryFolder;
using pressoir::query::SearchRequest;
using pressoir::search::Archive;
using pressoir::search::Searcher;

const std::string kRankings = std::string(PRESSOIR_SOURCE_DIR) + "/tests/golden/rankings.txt";

bool update_asked() {
  for (const std::string& argument : testing::internal::GetArgvs()) {
    if (argument == "--update") return true;
  }
  return false;
}

// `pôles | minister=arnaud-montebourg | from=2012`: the words, then filters.
SearchRequest parse_line(const std::string& line) {
  SearchRequest request;
  request.facets = {};
  request.with_snippets = false;
  std::istringstream in(line);
  std::getline(in, request.q, '|');
  for (std::string filter; std::getline(in, filter, '|');) {
    const auto equals = filter.find('=');
    const std::string name = filter.substr(1, equals - 1);
    std::string value = filter.substr(equals + 1);
    if (value.ends_with(' ')) value.pop_back();
    const auto date = pressoir::base::parse_date(value);
    if (name == "minister") request.filters[0].any_of.push_back(value);
    if (name == "theme") request.filters[2].any_of.push_back(value);
    if (name == "from") request.from = date.value();
    if (name == "to") request.to = date.value();
  }
  return request;
}

// The answer as the file has it: the line of the query, the total, the ten best.
std::string answer(Searcher& searcher, const std::string& line) {
  const auto results = searcher.search(parse_line(line));
  if (!results) return "? " + line + "\n  " + results.error().message + "\n";
  std::string text = "? " + line + "\n";
  const std::string read_as = pressoir::wording::describe(results->read_as);
  if (!read_as.empty()) text += "  = " + read_as + "\n";
  text += "  total " + std::to_string(results->total) + "\n";
  for (const auto& hit : results->hits) text += "  " + hit.document.url + "\n";
  return text;
}

TEST(Rankings, AreThoseThatWereReviewed) {
  TemporaryFolder folder;
  const auto indexed =
      run({PRESSOIR_BIN_DIR "/pressoir-index", "add", "--quiet", "--db", folder / "db",
           "--base-url", "https://", std::string(PRESSOIR_SOURCE_DIR) + "/corpus/sample"});
  ASSERT_EQ(indexed.exit_code, 0) << indexed.err;
  const auto archive = Archive::open(folder / "db");
  ASSERT_TRUE(archive) << archive.error().message;
  Searcher searcher(**archive);

  std::ifstream in(kRankings);
  std::string expected;
  std::string actual;
  for (std::string line; std::getline(in, line);) {
    expected += line + "\n";
    if (line.starts_with("#")) actual += line + "\n";
    if (line.starts_with("? ")) actual += answer(searcher, line.substr(2));
  }
  ASSERT_FALSE(actual.empty());
  if (update_asked()) {
    std::ofstream(kRankings) << actual;
  } else {
    EXPECT_EQ(actual, expected);
  }
}

}  // namespace
