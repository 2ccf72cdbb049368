// Real pages against the table of what a person read on them (real_pages.tsv). The pages lie beside
// the project, not in it: without them, or without the tools that unpack them, the test says so and
// is skipped.
//
// Columns: set (the collection), page (its id or file), date, voices (`id:role` of everybody in
// office who speaks or signs: neither more nor less), named (others that must be found, in office
// or not).
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/integration/process.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace {

namespace json = boost::json;
using pressoir::integration::run;
using pressoir::integration::TemporaryFolder;

const std::string kData = PRESSOIR_SOURCE_DIR "/../shared/data";
const std::string kBase = "https://pages.example/";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

struct Expected {
  std::string set, page, date;
  std::set<std::string> voices;
  std::vector<std::string> named;
};

std::vector<Expected> read_table() {
  std::ifstream in(PRESSOIR_SOURCE_DIR "/tests/golden/real_pages.tsv");
  std::vector<Expected> rows;
  std::string line;
  std::getline(in, line);  // column names
  while (std::getline(in, line)) {
    auto cells = split(line, '\t');
    cells.resize(5);
    const auto voices = split(cells[3], '|');
    rows.push_back(
        {cells[0], cells[1], cells[2], {voices.begin(), voices.end()}, split(cells[4], '|')});
  }
  return rows;
}

// Titles and html alone, without the dates and speakers that the collection knows.
void unpack_speeches(const std::vector<Expected>& rows, const TemporaryFolder& folder) {
  std::set<std::string> wanted;
  for (const Expected& row : rows) wanted.insert(row.page);
  const auto unpacked =
      run({"zstd", "-dcq", "--long=27", kData + "/vie-publique-discours/discours.jsonl.zst"});
  std::string records;
  for (const std::string& line : split(unpacked.out, '\n')) {
    const json::object record = json::parse(line).as_object();
    const std::string id(record.at("id").as_string());
    if (!wanted.contains(id)) continue;
    records += json::serialize(json::object{{"url", kBase + "vie-publique/" + id},
                                            {"title", record.at("title")},
                                            {"html", record.at("html")}}) +
               '\n';
  }
  folder.write("vie-publique.jsonl", records);
}

void unpack(const Expected& row, const TemporaryFolder& folder) {
  const std::string file = row.set + "/" + row.page + ".html";
  if (row.set == "an-debats") {
    const auto page = run({"gzip", "-dc", kData + "/an-debats-2013/" + row.page + ".html.gz"});
    folder.write("pages/" + file, page.out);
  } else {
    const auto page = run(
        {"tar", "--zstd", "-xOf", kData + "/html-institutionnel/" + row.set + ".tar.zst", file});
    folder.write("pages/" + file, page.out);
  }
}

// By set and page: the address would be that which the page names.
std::map<std::string, json::object> extract(const std::vector<Expected>& rows) {
  const TemporaryFolder folder;
  unpack_speeches(rows, folder);
  std::map<std::string, json::object> documents;
  for (const Expected& row : rows) {
    const std::string key = row.set + "/" + row.page;
    if (row.set == "vie-publique") continue;
    unpack(row, folder);
    const auto outcome = run({PRESSOIR_BIN_DIR "/pressoir-index", "extract", "--base-url", kBase,
                              folder / ("pages/" + key + ".html")});
    if (!outcome.out.empty()) documents.emplace(key, json::parse(outcome.out).as_object());
  }
  const auto speeches =
      run({PRESSOIR_BIN_DIR "/pressoir-index", "extract", folder / "vie-publique.jsonl"});
  for (const std::string& line : split(speeches.out, '\n')) {
    json::object document = json::parse(line).as_object();
    const std::string url(document.at("url").as_string());
    documents.emplace(url.substr(kBase.size()), std::move(document));
  }
  return documents;
}

TEST(RealPages, AreReadAsAPersonReadThem) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "../shared/data is not beside the project";
  for (const char* tool : {"zstd", "gzip", "tar"}) {
    try {
      run({tool, "--version"});
    } catch (const std::system_error&) {
      GTEST_SKIP() << tool << " is not installed";
    }
  }
  const std::vector<Expected> rows = read_table();
  ASSERT_GE(rows.size(), 40u);

  const auto documents = extract(rows);

  for (const Expected& row : rows) {
    SCOPED_TRACE(row.set + "/" + row.page);
    const auto found = documents.find(row.set + "/" + row.page);
    ASSERT_NE(found, documents.end());
    const json::value& date = found->second.at("date");
    EXPECT_EQ(date.is_null() ? "" : std::string(date.as_string()), row.date);
    std::set<std::string> voices;
    std::set<std::string> ids;
    for (const json::value& person : found->second.at("persons").as_array()) {
      const std::string id(person.at("id").as_string());
      const std::string role(person.at("role").as_string());
      ids.insert(id);
      if (role != "mentioned" && person.at("in_office").as_bool()) voices.insert(id + ":" + role);
    }
    EXPECT_EQ(voices, row.voices);
    for (const std::string& named : row.named) EXPECT_TRUE(ids.contains(named)) << named;
  }
}

}  // namespace
