// Every page of corpus/sample against the table of what a reader would say of it (sample.tsv).
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/text/fold.hpp"
#include "tests/integration/process.hpp"

namespace {

namespace json = boost::json;
using pressoir::integration::run;

const std::string kSource = PRESSOIR_SOURCE_DIR;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

// Without accents, capitals and kinds of spaces.
std::string plain(const std::string& text) {
  std::string result;
  for (const char c : pressoir::text::fold(text)) {
    if (c != ' ' && c != '\n') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

std::string text_of(const json::object& document, std::string_view key) {
  const json::value& value = document.at(key);
  return value.is_string() ? std::string(value.as_string()) : std::string();
}

struct Expected {
  std::string path, title, date, type;
  std::set<std::string> ministers, others;
  std::vector<std::string> themes, absent;
};

std::vector<Expected> read_table() {
  std::ifstream in(kSource + "/tests/golden/sample.tsv");
  std::vector<Expected> rows;
  std::string line;
  std::getline(in, line);  // column names
  while (std::getline(in, line)) {
    auto cells = split(line, '\t');
    cells.resize(8);
    const auto ministers = split(cells[4], '|');
    const auto others = split(cells[5], '|');
    rows.push_back({cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    {ministers.begin(), ministers.end()},
                    {others.begin(), others.end()},
                    split(cells[6], '|'),
                    split(cells[7], '|')});
  }
  return rows;
}

std::map<std::string, json::object> extract_sample() {
  const auto outcome = run({PRESSOIR_BIN_DIR "/pressoir-index", "extract", "--base-url", "https://",
                            kSource + "/corpus/sample"});
  std::map<std::string, json::object> documents;
  for (const std::string& line : split(outcome.out, '\n')) {
    json::object document = json::parse(line).as_object();
    documents.emplace(text_of(document, "url").substr(std::string("https://").size()), document);
  }
  return documents;
}

std::set<std::string> minister_ids(const json::object& document) {
  std::set<std::string> ids;
  for (const json::value& minister : document.at("ministers").as_array()) {
    ids.insert(text_of(minister.as_object(), "id"));
  }
  return ids;
}

// Everybody recognised who is not among the ministers.
std::set<std::string> other_ids(const json::object& document) {
  const std::set<std::string> ministers = minister_ids(document);
  std::set<std::string> ids;
  for (const json::value& person : document.at("persons").as_array()) {
    const std::string id = text_of(person.as_object(), "id");
    if (!ministers.contains(id)) ids.insert(id);
  }
  return ids;
}

std::vector<std::string> themes_of(const json::object& document) {
  std::vector<std::string> themes;
  for (const json::value& theme : document.at("themes").as_array()) {
    themes.emplace_back(theme.as_string());
  }
  return themes;
}

TEST(SamplePages, AreReadAsAPersonWouldReadThem) {
  const auto documents = extract_sample();
  const auto rows = read_table();
  ASSERT_GE(rows.size(), 100u);
  for (const Expected& row : rows) {
    SCOPED_TRACE(row.path);
    const auto found = documents.find(row.path);
    ASSERT_NE(found, documents.end());
    const json::object& document = found->second;
    EXPECT_EQ(plain(text_of(document, "title")), plain(row.title));
    EXPECT_EQ(text_of(document, "date"), row.date);
    EXPECT_EQ(text_of(document, "type"), row.type);
    EXPECT_EQ(minister_ids(document), row.ministers);
    EXPECT_EQ(other_ids(document), row.others);
    const bool is_inferred = document.at("themes_inferred").as_bool();
    EXPECT_EQ(is_inferred ? std::vector<std::string>() : themes_of(document), row.themes);
    const std::string text = plain(text_of(document, "title") + "\n" + text_of(document, "text"));
    for (const std::string& chrome : row.absent) {
      EXPECT_EQ(text.find(plain(chrome)), std::string::npos) << chrome;
    }
  }
}

}  // namespace
