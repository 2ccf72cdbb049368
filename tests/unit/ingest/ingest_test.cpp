#include "indexer/ingest/ingest.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>

#include "indexer/extract/extractor.hpp"
#include "indexer/index/folder.hpp"
#include "indexer/index/reader.hpp"
#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/ingest/fake_source.hpp"
#include "tests/unit/ingest/limited_files.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Result;
using integration::TemporaryFolder;

class Ingest : public testing::Test {
 protected:
  struct Settings {
    bool prune = false;
    std::vector<std::string> local_roots = {};
    std::optional<std::uint64_t> stop_after = {};  // so many documents are in the index
    std::optional<rlim_t> max_file_bytes = {};     // from when the index is open
  };

  Result<IngestReport> run(const FakeSource& items) { return run(items, {}); }

  Result<IngestReport> run(FakeSource items, const Settings& settings) {
    Result<index::IndexWriter> writer = index::IndexWriter::open(db());
    if (!writer) return writer.error();
    std::optional<LimitedFiles> limit;
    if (settings.max_file_bytes) limit.emplace(*settings.max_file_bytes);
    Recorder recorder;
    Progress progress(ProgressStyle::kNone, 0, stderr);
    const IngestTools tools{.stages = {extractor_, {.jobs = 2}},
                            .gazetteer = gazetteer_,
                            .writer = *writer,
                            .recorder = recorder,
                            .progress = progress,
                            .is_stop_requested = [&] {
                              return settings.stop_after &&
                                     recorder.report().documents() >= *settings.stop_after;
                            }};
    IngestOptions options;
    options.update.path = db();
    options.update.now = 1'354'700'000;
    options.prune = settings.prune;
    options.local_roots = settings.local_roots;
    return ingest(items, tools, options);
  }

  // Addresses and texts of the index.
  std::map<std::string, std::string> stored() const {
    std::map<std::string, std::string> documents;
    const auto reader = index::IndexReader::open(db());
    if (!reader) return documents;
    (void)reader->for_each([&](const base::Document& document) {
      documents[document.url] = document.text;
      return true;
    });
    return documents;
  }

  std::string db() const { return folder_ / "db"; }

  static std::uint64_t count(const Result<IngestReport>& report, Outcome outcome) {
    return report ? report->count(outcome) : 999;
  }

 private:
  TemporaryFolder folder_;
  const gazetteer::Gazetteer& gazetteer_ = *gazetteer::Gazetteer::load().value();
  const gazetteer::Themes themes_ = gazetteer::Themes::load().value();
  const extract::Extractor extractor_{gazetteer_, themes_};
};

using Documents = std::map<std::string, std::string>;

TEST_F(Ingest, AddsUpdatesAndLeavesUnchanged) {
  run(FakeSource().record("https://a.fr/1", "un").record("https://a.fr/2", "deux"));
  const auto report = run(FakeSource()
                              .record("https://a.fr/1", "un")
                              .record("https://a.fr/2", "deux, revu")
                              .record("https://a.fr/3", "trois"));
  EXPECT_EQ(count(report, Outcome::kUnchanged), 1u);
  EXPECT_EQ(count(report, Outcome::kUpdated), 1u);
  EXPECT_EQ(count(report, Outcome::kAdded), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "un"},
                                 {"https://a.fr/2", "deux, revu"},
                                 {"https://a.fr/3", "trois"}}));
}

TEST_F(Ingest, EndsWithTheErrorOfItsTemporaryFile) {
  FakeSource items;
  for (int i = 0; i < 100; ++i) {
    items.record("https://a.fr/" + std::to_string(i), std::string(10'000, 'a'));
  }
  const auto report = run(items, {.max_file_bytes = 1 << 18});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::kNoSpace);
  EXPECT_TRUE(stored().empty());
}

TEST_F(Ingest, CountsSkippedItemsAndGoesOn) {
  const auto report = run(FakeSource()
                              .failure(Errc::kTooLarge)
                              .record("https://a.fr/1", "un")
                              .failure(Errc::kEmpty)
                              .failure(Errc::kEmpty));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->count(Outcome::kSkipped), 3u);
  EXPECT_EQ(report->skipped.at(Errc::kEmpty), 2u);
  EXPECT_EQ(report->bytes, 40u);
  EXPECT_EQ(stored().size(), 1u);
}

TEST_F(Ingest, LetsTheLastOfTwoItemsWin) {
  const FakeSource twice =
      FakeSource().record("https://a.fr/1", "ancien").record("https://a.fr/1", "nouveau");
  const auto first = run(twice);
  EXPECT_EQ(count(first, Outcome::kAdded), 1u);
  EXPECT_EQ(count(first, Outcome::kDuplicate), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "nouveau"}}));
}

TEST_F(Ingest, WritesNothingWhenTwoItemsWithOneAddressComeAgain) {
  const FakeSource twice =
      FakeSource().record("https://a.fr/1", "ancien").record("https://a.fr/1", "nouveau");
  run(twice);
  const auto written = std::filesystem::last_write_time(index::database_path(db()) + "/iamglass");
  const auto second = run(twice);
  EXPECT_EQ(count(second, Outcome::kUnchanged), 1u);
  EXPECT_EQ(count(second, Outcome::kDuplicate), 1u);
  EXPECT_EQ(count(second, Outcome::kUpdated), 0u);
  EXPECT_EQ(std::filesystem::last_write_time(index::database_path(db()) + "/iamglass"), written);
}

TEST_F(Ingest, UpdatesOnceWhenBothOfTwoItemsChanged) {
  run(FakeSource().record("https://a.fr/1", "un"));
  const auto report =
      run(FakeSource().record("https://a.fr/1", "deux").record("https://a.fr/1", "trois"));
  EXPECT_EQ(count(report, Outcome::kUpdated), 1u);
  EXPECT_EQ(count(report, Outcome::kDuplicate), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "trois"}}));
}

TEST_F(Ingest, KeepsTheLastOfManyVersions) {
  run(FakeSource().record("https://a.fr/1", "a"));
  run(FakeSource()
          .record("https://a.fr/1", "a")
          .record("https://a.fr/1", "b")
          .record("https://a.fr/1", "a"));
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "a"}}));
}

TEST_F(Ingest, KeepsWhatWasDoneWhenItIsStopped) {
  const auto report =
      run(FakeSource().record("https://a.fr/1", "un").record("https://a.fr/2", "deux"),
          {.prune = true, .stop_after = 1});
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->is_interrupted);
  EXPECT_EQ(report->pruning_refused, "the run was interrupted");
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "un"}}));
}

TEST_F(Ingest, PutsNothingWhenItIsStoppedWhileItReads) {
  run(FakeSource().record("https://a.fr/1", "un"));
  const auto report =
      run(FakeSource().record("https://a.fr/2", "deux"), {.prune = true, .stop_after = 0});
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->is_interrupted);
  EXPECT_EQ(report->items(), 0u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "un"}}));
}

TEST_F(Ingest, PrunesWhatIsGoneFromItsSites) {
  run(FakeSource()
          .record("https://a.fr/1", "un")
          .record("https://a.fr/2", "deux")
          .record("https://b.fr/1", "ailleurs"));
  const auto report = run(FakeSource().record("https://a.fr/2", "deux"), {.prune = true});
  EXPECT_EQ(count(report, Outcome::kPruned), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/2", "deux"}, {"https://b.fr/1", "ailleurs"}}));
}

TEST_F(Ingest, PrunesFilesOnlyBelowTheFoldersNamed) {
  run(FakeSource()
          .record("file:///a/1", "un")
          .record("file:///a/2", "deux")
          .record("file:///ab/1", "b"));
  const auto report = run(FakeSource().record("file:///a/2", "deux"),
                          {.prune = true, .local_roots = {"file:///a/"}});
  EXPECT_EQ(count(report, Outcome::kPruned), 1u);
  EXPECT_EQ(stored(), (Documents{{"file:///a/2", "deux"}, {"file:///ab/1", "b"}}));
}

TEST_F(Ingest, RefusesToPruneWhenAnAddressIsUnknown) {
  run(FakeSource().record("https://a.fr/1", "un").record("https://a.fr/2", "deux"));
  const auto report = run(FakeSource().record("https://a.fr/2", "deux").failure(Errc::kUnreadable),
                          {.prune = true});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->pruning_refused, "1 item could not be read, and may be what would be removed");
  EXPECT_EQ(stored().size(), 2u);
}

TEST_F(Ingest, StopsAtAnErrorOfTheIndex) {
  Result<index::IndexWriter> holder = index::IndexWriter::open(db());
  ASSERT_TRUE(holder);
  const auto report = run(FakeSource().record("https://a.fr/1", "un"));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::kIndexLocked);
}

}  // namespace
}  // namespace pressoir::ingest
