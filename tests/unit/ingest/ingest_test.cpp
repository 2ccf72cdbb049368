#include "indexer/ingest/ingest.hpp"
#include "indexer/index/generation.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "indexer/base/url.hpp"
#include "indexer/index/reader.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Result;
using integration::TemporaryFolder;

// What was read of items that a test writes.
class FakeItems {
 public:
  FakeItems& page(const std::string& url, const std::string& text) {
    base::Document document;
    document.id = base::document_id(url);
    document.url = url;
    document.source = base::url_host(url);
    document.title = "Déclaration";
    document.text = text;
    return add(std::move(document));
  }
  FakeItems& failure(Errc cause) { return add(base::Error{cause, "is not wanted"}); }
  // What ends the reading.
  FakeItems& fault(Errc cause) {
    fault_ = base::Error{cause, "is full"};
    return *this;
  }

  Result<void> read(const VisitDocument& visit) const {
    for (const Extracted& item : items_) {
      if (!visit(Extracted(item))) return {};
    }
    return fault_;
  }

 private:
  FakeItems& add(Result<base::Document> result) {
    items_.push_back({"item " + std::to_string(items_.size() + 1), 10, std::move(result)});
    return *this;
  }

  std::vector<Extracted> items_;
  Result<void> fault_;
};

class Ingest : public testing::Test {
 protected:
  struct Settings {
    bool prune = false;
    std::vector<std::string> local_roots;
    int stop_after = -1;  // items; negative: never
  };

  Result<IngestReport> run(const FakeItems& items) { return run(items, {}); }

  Result<IngestReport> run(const FakeItems& items, const Settings& settings) {
    Result<index::IndexWriter> writer = index::IndexWriter::open(db());
    if (!writer) return writer.error();
    Recorder recorder;
    Progress progress(ProgressStyle::kNone, 0, stderr);
    int left = settings.stop_after;
    const IngestTools tools{gazetteer_, *writer, recorder, progress,
                            [&left] { return left-- == 0; }};
    return ingest([&](const VisitDocument& visit) { return items.read(visit); }, tools,
                  {db(), 1'354'700'000, settings.prune, settings.local_roots});
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
  gazetteer::Gazetteer gazetteer_;
};

using Documents = std::map<std::string, std::string>;

TEST_F(Ingest, AddsUpdatesAndLeavesUnchanged) {
  run(FakeItems().page("https://a.fr/1", "un").page("https://a.fr/2", "deux"));
  const auto report = run(FakeItems()
                              .page("https://a.fr/1", "un")
                              .page("https://a.fr/2", "deux, revu")
                              .page("https://a.fr/3", "trois"));
  EXPECT_EQ(count(report, Outcome::kUnchanged), 1u);
  EXPECT_EQ(count(report, Outcome::kUpdated), 1u);
  EXPECT_EQ(count(report, Outcome::kAdded), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "un"},
                                 {"https://a.fr/2", "deux, revu"},
                                 {"https://a.fr/3", "trois"}}));
}

TEST_F(Ingest, EndsWithTheErrorOfTheReading) {
  const auto report = run(FakeItems().page("https://a.fr/1", "un").fault(Errc::kNoSpace));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::kNoSpace);
}

TEST_F(Ingest, CountsSkippedItemsAndGoesOn) {
  const auto report = run(FakeItems()
                              .failure(Errc::kTooLarge)
                              .page("https://a.fr/1", "un")
                              .failure(Errc::kEmpty)
                              .failure(Errc::kEmpty));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->count(Outcome::kSkipped), 3u);
  EXPECT_EQ(report->skipped.at(Errc::kEmpty), 2u);
  EXPECT_EQ(report->bytes, 40u);
  EXPECT_EQ(stored().size(), 1u);
}

TEST_F(Ingest, LetsTheLastOfTwoItemsWin) {
  const FakeItems twice =
      FakeItems().page("https://a.fr/1", "ancien").page("https://a.fr/1", "nouveau");
  const auto first = run(twice);
  EXPECT_EQ(count(first, Outcome::kAdded), 1u);
  EXPECT_EQ(count(first, Outcome::kDuplicate), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "nouveau"}}));
}

TEST_F(Ingest, WritesNothingWhenTwoItemsWithOneAddressComeAgain) {
  const FakeItems twice =
      FakeItems().page("https://a.fr/1", "ancien").page("https://a.fr/1", "nouveau");
  run(twice);
  const auto written = std::filesystem::last_write_time(index::database_path(db()) + "/iamglass");
  const auto second = run(twice);
  EXPECT_EQ(count(second, Outcome::kUnchanged), 1u);
  EXPECT_EQ(count(second, Outcome::kDuplicate), 1u);
  EXPECT_EQ(count(second, Outcome::kUpdated), 0u);
  EXPECT_EQ(std::filesystem::last_write_time(index::database_path(db()) + "/iamglass"), written);
}

TEST_F(Ingest, UpdatesOnceWhenBothOfTwoItemsChanged) {
  run(FakeItems().page("https://a.fr/1", "un"));
  const auto report =
      run(FakeItems().page("https://a.fr/1", "deux").page("https://a.fr/1", "trois"));
  EXPECT_EQ(count(report, Outcome::kUpdated), 1u);
  EXPECT_EQ(count(report, Outcome::kDuplicate), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "trois"}}));
}

TEST_F(Ingest, KeepsTheLastOfManyVersions) {
  run(FakeItems().page("https://a.fr/1", "a"));
  run(FakeItems()
          .page("https://a.fr/1", "a")
          .page("https://a.fr/1", "b")
          .page("https://a.fr/1", "a"));
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "a"}}));
}

TEST_F(Ingest, KeepsWhatWasDoneWhenItIsStopped) {
  const auto report = run(FakeItems().page("https://a.fr/1", "un").page("https://a.fr/2", "deux"),
                          {.prune = true, .local_roots = {}, .stop_after = 1});
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->is_interrupted);
  EXPECT_EQ(report->pruning_refused, "the run was interrupted");
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/1", "un"}}));
}

TEST_F(Ingest, PrunesWhatIsGoneFromItsSites) {
  run(FakeItems()
          .page("https://a.fr/1", "un")
          .page("https://a.fr/2", "deux")
          .page("https://b.fr/1", "ailleurs"));
  const auto report =
      run(FakeItems().page("https://a.fr/2", "deux"), {.prune = true, .local_roots = {}});
  EXPECT_EQ(count(report, Outcome::kPruned), 1u);
  EXPECT_EQ(stored(), (Documents{{"https://a.fr/2", "deux"}, {"https://b.fr/1", "ailleurs"}}));
}

TEST_F(Ingest, PrunesFilesOnlyBelowTheFoldersNamed) {
  run(FakeItems().page("file:///a/1", "un").page("file:///a/2", "deux").page("file:///ab/1", "b"));
  const auto report =
      run(FakeItems().page("file:///a/2", "deux"), {.prune = true, .local_roots = {"file:///a/"}});
  EXPECT_EQ(count(report, Outcome::kPruned), 1u);
  EXPECT_EQ(stored(), (Documents{{"file:///a/2", "deux"}, {"file:///ab/1", "b"}}));
}

TEST_F(Ingest, RefusesToPruneWhenAnAddressIsUnknown) {
  run(FakeItems().page("https://a.fr/1", "un").page("https://a.fr/2", "deux"));
  const auto report = run(FakeItems().page("https://a.fr/2", "deux").failure(Errc::kUnreadable),
                          {.prune = true, .local_roots = {}});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->pruning_refused, "1 item could not be read, and may be what would be removed");
  EXPECT_EQ(stored().size(), 2u);
}

TEST_F(Ingest, StopsAtAnErrorOfTheIndex) {
  Result<index::IndexWriter> holder = index::IndexWriter::open(db());
  ASSERT_TRUE(holder);
  const auto report = run(FakeItems().page("https://a.fr/1", "un"));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::kIndexLocked);
}

}  // namespace
}  // namespace pressoir::ingest
