// `pressoir-index add` on folders that go well: what is counted, and what a second run does.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/integration/index_cli.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::integration {
namespace {

namespace fs = std::filesystem;

using IndexAdd = IndexCli;

std::string content_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// Every file of an index with its bytes; lock and writer are no part of it.
std::map<std::string, std::string> files_of(const std::string& db) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(db)) {
    const bool is_lock =
        entry.path().filename() == "flintlock" || entry.path().filename() == "writer";
    if (entry.is_regular_file() && !is_lock) files[entry.path()] = content_of(entry.path());
  }
  return files;
}

bool holds(const std::string& text, const std::string& line) {
  return text.find(line) != std::string::npos;
}

// `  added                    2`
std::string counted(const std::string& name, int count) {
  const std::string number = std::to_string(count);
  const std::string start = "  " + name;
  return start + std::string(28 - start.size() - number.size(), ' ') + number + "\n";
}

TEST_F(IndexAdd, WalksAFolderAndReports) {
  folder().write("site/2012/poles.html", speech("Les pôles de compétitivité"));
  folder().write("site/2013/budget.html.gz", sources::gzip(speech("Le budget de la Nation")));
  folder().write("site/logo.png", "\x89PNG\r\n\x1a\n" + std::string(100, '\0'));
  const Outcome outcome = add({folder() / "site"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "3 items read")) << outcome.out;
  EXPECT_TRUE(holds(outcome.out, counted("added", 2))) << outcome.out;
  EXPECT_TRUE(holds(outcome.out, counted("skipped", 1))) << outcome.out;
  EXPECT_TRUE(holds(outcome.out, "not html")) << outcome.out;
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexAdd, WritesNothingWhenNothingChanged) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Le budget de la Nation"));
  folder().write("site/c.jsonl", R"({"url": "https://www.exemple.fr/c", "title": "Décret",)"
                                 R"( "text": "Le Premier ministre décrète."})");
  add({folder() / "site"});
  const auto before = files_of(db());
  const Outcome again = add({folder() / "site"});
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_TRUE(holds(again.out, counted("unchanged", 3))) << again.out;
  EXPECT_EQ(files_of(db()), before);
}

TEST_F(IndexAdd, ReplacesADocumentThatChanged) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Le budget de la Nation"));
  add({folder() / "site"});
  folder().write("site/b.html", speech("Le budget de la Nation, rectifié"));
  const Outcome again = add({folder() / "site"});
  EXPECT_TRUE(holds(again.out, counted("updated", 1))) << again.out;
  EXPECT_TRUE(holds(again.out, counted("unchanged", 1))) << again.out;
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexAdd, GivesTheSameIndexWhateverTheThreads) {
  for (int i = 0; i < 40; ++i) {
    folder().write("site/" + std::to_string(i) + ".html", speech("Discours " + std::to_string(i)));
  }
  const std::string one = run_index({"extract", "--jobs", "1", folder() / "site"}).out;
  const std::string many = run_index({"extract", "--jobs", "7", folder() / "site"}).out;
  EXPECT_EQ(one, many);
  EXPECT_EQ(json_lines(one).size(), 40u);
}

TEST_F(IndexAdd, NamesPagesBelowTheBaseUrl) {
  folder().write("site/2012/les pôles.html", speech("Les pôles de compétitivité"));
  const Outcome outcome =
      run_index({"extract", "--base-url", "http://www.exemple.fr/", folder() / "site"});
  ASSERT_EQ(json_lines(outcome.out).size(), 1u) << outcome.err;
  EXPECT_EQ(json_lines(outcome.out)[0].at("url"),
            "http://www.exemple.fr/2012/les%20p%C3%B4les.html");
}

TEST_F(IndexAdd, WritesTheReportAsked) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", "");
  const std::string report = folder() / "report.jsonl";
  const Outcome outcome =
      add({"--report", report, "--base-url", "http://www.exemple.fr", folder() / "site"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto lines = json_lines(content_of(report));
  ASSERT_EQ(lines.size(), 2u);
  const boost::json::value added{{"item", folder() / "site/a.html"},
                                 {"outcome", "added"},
                                 {"url", "http://www.exemple.fr/a.html"},
                                 {"cause", nullptr},
                                 {"message", nullptr}};
  EXPECT_EQ(lines[0], added);
  EXPECT_EQ(lines[1].at("outcome"), "skipped");
  EXPECT_EQ(lines[1].at("cause"), "empty");
  EXPECT_EQ(lines[1].at("message"), "is empty");
}

TEST_F(IndexAdd, PrunesWhatIsGone) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Le budget de la Nation"));
  folder().write("autre/c.html", speech("La rentrée scolaire"));
  add({folder() / "site", folder() / "autre"});
  fs::remove(folder() / "site/a.html");
  const Outcome outcome = add({"--prune", folder() / "site"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, counted("pruned", 1))) << outcome.out;
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexAdd, AddsWhatExtractPrints) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Déclaration de M. Arnaud Montebourg, le 5 décembre 2012"));
  const Outcome extracted =
      run_index({"extract", "--base-url", "http://www.exemple.fr", folder() / "site"});
  const std::string records = folder().write("extrait.jsonl", extracted.out);
  EXPECT_EQ(add({"--base-url", "http://www.exemple.fr", folder() / "site"}).exit_code, 0);
  const Outcome outcome = add({records});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_FALSE(holds(outcome.out, "added")) << outcome.out;
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexAdd, LeavesOutWhatRecursAcrossTheHarvestAndSaysSo) {
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    folder().write("site/" + number + ".html",
                   page("Mesure " + number, "Texte reconstitué par le service</p><p>La mesure " +
                                                number + " est présentée ce matin au Parlement."));
  }
  const Outcome one = run_index({"extract", folder() / "site/3.html"});
  const Outcome all = run_index({"extract", "--jobs", "3", folder() / "site"});
  const Outcome why = run_index({"extract", "--explain", folder() / "site"});

  EXPECT_NE(one.out.find("Texte reconstitué"), std::string::npos);
  EXPECT_EQ(all.out.find("Texte reconstitué"), std::string::npos);
  EXPECT_NE(why.out.find("repetition       paragraph  Texte reconstitué"), std::string::npos);
  EXPECT_EQ(run_index({"extract", "--jobs", "1", folder() / "site"}).out, all.out);
}

TEST_F(IndexAdd, SplitsAnArchiveOverShards) {
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    lines += R"({"url": "https://www.exemple.fr/)" + std::to_string(i) +
             R"(", "title": "Décret", "text": "Le Premier ministre décrète."})" + "\n";
  }
  folder().write("site/a.jsonl", lines);
  std::int64_t sum = 0;
  for (const std::string shard : {"1/2", "2/2"}) {
    const std::string db = folder() / ("db" + shard.substr(0, 1));
    const Outcome outcome = run_index({"add", "--db", db, "--shard", shard, folder() / "site"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(holds(outcome.out, "elsewhere")) << outcome.out;
    const Outcome figures = run_index({"stats", "--db", db, "--json"});
    const auto documents =
        boost::json::parse(figures.out).at("documents").to_number<std::int64_t>();
    EXPECT_GT(documents, 5);
    sum += documents;
  }
  EXPECT_EQ(sum, 40);
}

TEST_F(IndexAdd, RefusesAShardThatIsNone) {
  for (const std::string shard : {"0/2", "3/2", "2", "x/y"}) {
    const Outcome outcome = add({"--shard", shard, folder() / "site"});
    EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
    EXPECT_TRUE(holds(outcome.err, "K/N")) << outcome.err;
  }
}

TEST_F(IndexAdd, RemovesByIdAndByAddress) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Le budget de la Nation"));
  add({"--base-url", "http://www.exemple.fr", folder() / "site"});
  const auto lines = json_lines(
      run_index({"extract", "--base-url", "http://www.exemple.fr", folder() / "site/a.html"}).out);
  ASSERT_EQ(lines.size(), 1u);
  const std::string id(lines[0].at("id").as_string());
  const Outcome outcome =
      run_index({"remove", "--db", db(), id, "http://www.exemple.fr/b.html#haut"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "2 documents removed\n");
  EXPECT_EQ(documents(), 0);
  EXPECT_EQ(run_index({"remove", "--db", db(), id}).exit_code, 1);
}

TEST_F(IndexAdd, ChecksTheIndexItMade) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  add({folder() / "site"});
  const Outcome outcome = run_index({"check", "--db", db()});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "1 document, no damage found\n");
}

}  // namespace
}  // namespace pressoir::integration
