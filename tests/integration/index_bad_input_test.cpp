// Everything that a folder, a record or a command line can hold by mistake or in bad faith: a
// counted skip or a clear message, the right exit code, and nothing lost.
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "indexer/index/writer.hpp"
#include "tests/integration/index_cli.hpp"
#include "tests/unit/sources/gzip.hpp"

namespace pressoir::integration {
namespace {

namespace fs = std::filesystem;

class IndexBadInput : public IndexCli {
 protected:
  // What `add` says became of one file that stands beside a good page: its cause, or its outcome.
  std::string fate_of(const std::string& name, const std::string& bytes) {
    folder().write("site/bon.html", speech("Les pôles de compétitivité"));
    const std::string path = folder().write("site/" + name, bytes);
    const std::string report = folder() / "report.jsonl";
    const Outcome outcome = add({"--report", report, folder() / "site"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_GE(documents(), 1);
    std::ifstream lines(report);
    for (std::string line; std::getline(lines, line);) {
      const boost::json::value entry = boost::json::parse(line);
      if (entry.at("item").as_string() != path) continue;
      return std::string(
          (entry.at("cause").is_null() ? entry.at("outcome") : entry.at("cause")).as_string());
    }
    return "absent from the report";
  }
};

std::string random_bytes(std::size_t count) {
  std::mt19937 engine(20121205);
  std::string bytes(count, '\0');
  std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(engine() & 0xff); });
  return bytes;
}

std::string repeat(std::string_view text, std::size_t count) {
  std::string repeated;
  while (count-- > 0) repeated += text;
  return repeated;
}

TEST_F(IndexBadInput, SkipsAPageOfNoBytes) {
  EXPECT_EQ(fate_of("vide.html", ""), "empty");
}

TEST_F(IndexBadInput, SkipsAPageOfFiftyMegabytes) {
  EXPECT_EQ(fate_of("grand.html", "<html><p>" + std::string(50u << 20, 'a')), "too_large");
}

TEST_F(IndexBadInput, SkipsABombOfGzip) {
  EXPECT_EQ(fate_of("bombe.html", sources::gzip(std::string(100u << 20, ' '))), "too_large");
}

TEST_F(IndexBadInput, SurvivesFourHundredThousandNestedTags) {
  const std::string page = "<html><title>Tour</title><body>" + repeat("<span>", 400000) + "fond";
  EXPECT_EQ(fate_of("profond.html", page), "too_deep");
}

TEST_F(IndexBadInput, SkipsRandomBytes) {
  EXPECT_EQ(fate_of("bruit.html", random_bytes(100000)), "not_html");
}

TEST_F(IndexBadInput, SkipsADamagedPackage) {
  EXPECT_EQ(fate_of("coupe.html", sources::gzip(speech("Le budget")).substr(0, 60)), "unreadable");
}

TEST_F(IndexBadInput, SkipsPipesAndLinksThatLeadAway) {
  folder().write("site/bon.html", speech("Les pôles de compétitivité"));
  ASSERT_EQ(mkfifo((folder() / "site/tube.html").c_str(), 0600), 0);
  fs::create_symlink("/etc/passwd", folder() / "site/dehors.html");
  fs::create_symlink("boucle", folder() / "site/boucle");
  const Outcome outcome = add({folder() / "site"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("unreadable             3"), std::string::npos) << outcome.out;
  EXPECT_EQ(documents(), 1);
}

TEST_F(IndexBadInput, NamesTheLineOfABadRecord) {
  const std::string good = R"({"url": "https://www.exemple.fr/1", "title": "Vœux aux Français"})";
  const std::string records = folder().write(
      "d.jsonl", good + "\n{\"url\": 3}\n\n{\"url\": \"https://a.fr\", \"chapô\": 1}\n");
  const Outcome outcome = run_index({"extract", records});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(json_lines(outcome.out).size(), 1u);
  EXPECT_EQ(outcome.err,
            "pressoir-index: " + records +
                ":2: \"url\" must be a string, not a number\npressoir-index: " + records +
                ":4: has keys that no document has: \"chapô\" (--ignore-unknown "
                "passes over them)\n");
}

TEST_F(IndexBadInput, TakesUnknownKeysWhenTold) {
  const std::string records = folder().write(
      "d.jsonl",
      R"({"url": "https://www.exemple.fr/1", "title": "Vœux aux Français", "chapô": 1})");
  EXPECT_EQ(add({records}).exit_code, 1);
  EXPECT_EQ(documents(), 0);
  EXPECT_EQ(add({"--ignore-unknown", records}).exit_code, 0);
  EXPECT_EQ(documents(), 1);
}

TEST_F(IndexBadInput, SaysThatAFolderHoldsNoPage) {
  fs::create_directory(folder() / "vide");
  for (const char* verb : {"add", "extract"}) {
    Arguments arguments{verb, folder() / "vide"};
    if (verb == std::string("add")) arguments.insert(arguments.end(), {"--db", db()});
    const Outcome outcome = run_index(arguments);
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(outcome.err, "pressoir-index: no page was found in " + (folder() / "vide") + "\n");
  }
}

TEST_F(IndexBadInput, ReadsAnEmptyArchive) {
  fs::create_directory(folder() / "vide");
  add({folder() / "vide"});
  EXPECT_EQ(documents(), 0);
  EXPECT_EQ(run_index({"check", "--db", db()}).out, "0 documents, no damage found\n");
}

TEST_F(IndexBadInput, MakesNoIndexWhenASourceDoesNotExist) {
  const Outcome outcome = add({folder() / "absent"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "pressoir-index: " + (folder() / "absent") + " does not exist\n");
  EXPECT_FALSE(fs::exists(db()));
}

TEST_F(IndexBadInput, ExtractsTheOthersWhenASourceDoesNotExist) {
  const std::string good = folder().write("bon.html", speech("Les pôles de compétitivité"));
  const Outcome outcome = run_index({"extract", folder() / "absent", good});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "pressoir-index: " + (folder() / "absent") + ": does not exist\n");
  EXPECT_EQ(json_lines(outcome.out).size(), 1u);
}

TEST_F(IndexBadInput, LeavesAFolderThatIsNoIndexAlone) {
  const std::string page = folder().write("site/bon.html", speech("Les pôles de compétitivité"));
  for (const std::string& db : {page, folder() / "site"}) {
    for (const Arguments& arguments :
         {Arguments{"add", "--db", db, page}, Arguments{"stats", "--db", db},
          Arguments{"check", "--db", db}, Arguments{"remove", "--db", db, "https://a.fr/"}}) {
      const Outcome outcome = run_index(arguments);
      EXPECT_EQ(outcome.exit_code, 1) << arguments[0];
      EXPECT_NE(outcome.err.find(db), std::string::npos) << arguments[0] << ": " << outcome.err;
    }
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder() / "site"), {}), 1);
}

TEST_F(IndexBadInput, MakesNoIndexToLookInto) {
  for (const Arguments& arguments :
       {Arguments{"stats", "--db", db()}, Arguments{"check", "--db", db()},
        Arguments{"remove", "--db", db(), "https://a.fr/"}}) {
    const Outcome outcome = run_index(arguments);
    EXPECT_EQ(outcome.exit_code, 1) << arguments[0];
    EXPECT_NE(outcome.err.find("there is no index in"), std::string::npos) << outcome.err;
    EXPECT_FALSE(fs::exists(db())) << arguments[0];
  }
}

TEST_F(IndexBadInput, SaysThatAnotherProcessWrites) {
  const std::string page = folder().write("bon.html", speech("Les pôles de compétitivité"));
  const auto holder = index::IndexWriter::open(db());
  ASSERT_TRUE(holder) << holder.error().message;
  const Outcome outcome = add({page});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("pressoir-index: "), std::string::npos);
  EXPECT_NE(outcome.err.find(db()), std::string::npos) << outcome.err;
}

TEST_F(IndexBadInput, RefusesToPruneAfterAnUnreadableFile) {
  folder().write("site/a.html", speech("Les pôles de compétitivité"));
  folder().write("site/b.html", speech("Le budget de la Nation"));
  add({folder() / "site"});
  fs::remove(folder() / "site/a.html");
  fs::create_symlink("absent", folder() / "site/a.html");
  const Outcome outcome = add({"--prune", folder() / "site"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("nothing was pruned: 1 item could not be read"), std::string::npos)
      << outcome.err;
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexBadInput, EndsWithTwoOnWrongUse) {
  const Arguments uses[] = {{},
                            {"ajoute"},
                            {"add"},
                            {"add", "--db", db()},
                            {"add", folder() / "site"},
                            {"add", "--db", db(), "--jobs", "0", "site"},
                            {"add", "--db", db(), "--jobs", "beaucoup", "site"},
                            {"add", "--db", db(), "--base-url", "exemple", "site"},
                            {"extract"},
                            {"remove", "--db", db()},
                            {"remove", "--db", db(), "ni-id-ni-adresse"},
                            {"stats"},
                            {"stats", "--db", db(), "--yaml"}};
  for (const Arguments& arguments : uses) {
    const Outcome outcome = run_index(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(arguments) << outcome.err;
    EXPECT_TRUE(outcome.err.starts_with("pressoir-index: ")) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_FALSE(fs::exists(db()));
}

TEST_F(IndexBadInput, HelpsAndNamesItsVersion) {
  for (const Arguments& arguments : {Arguments{"--help"}, Arguments{"add", "--help"}}) {
    const Outcome outcome = run_index(arguments);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.out.find("Usage: pressoir-index"), std::string::npos);
  }
  EXPECT_TRUE(run_index({"--version"}).out.starts_with("pressoir-index "));
}

TEST_F(IndexBadInput, SaysThatItsOutputCannotBeWritten) {
  const std::string page = folder().write("bon.html", speech("Les pôles de compétitivité"));
  ProcessOptions options;
  options.broken_output = true;
  const Outcome outcome = run(command({"extract", page}), options);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "pressoir-index: standard output cannot be written: Broken pipe\n");
}

}  // namespace
}  // namespace pressoir::integration
