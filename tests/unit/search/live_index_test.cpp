// Searching while the index is written to, and while another one is put in its place. Run under
// ThreadSanitizer too.
#include <fcntl.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/search/archive.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {
namespace {

using namespace std::chrono_literals;

constexpr int kCommits = 50;
constexpr int kSearchers = 3;

// What the searchers saw, and what was wrong with it. Any thread.
class Observations {
 public:
  void add(const base::Result<SearchResults>& results) {
    const std::lock_guard lock(mutex_);
    ++answers_;
    if (!results) {
      failures_.push_back(results.error().message);
      return;
    }
    const auto [seen, is_new] = totals_.try_emplace(results->revision, results->total);
    require(seen->second == results->total, "two totals for one revision", *results);
    require(results->total == results->documents, "documents are missing", *results);
    require(results->hits.size() == std::min<std::uint64_t>(10, results->total), "hits", *results);
    std::uint64_t of_types = 0;
    for (const facets::FacetValue& value : results->facets[3]->values) of_types += value.count;
    require(of_types == results->total, "facets", *results);
    std::uint64_t of_years = results->dates->none;
    for (const facets::DateBucket& bucket : results->dates->buckets) of_years += bucket.count;
    require(of_years == results->total, "histogram", *results);
  }

  std::vector<std::string> failures() const {
    const std::lock_guard lock(mutex_);
    return failures_;
  }
  std::size_t revisions() const {
    const std::lock_guard lock(mutex_);
    return totals_.size();
  }
  std::size_t answers() const {
    const std::lock_guard lock(mutex_);
    return answers_;
  }

 private:
  void require(bool holds, const std::string& what, const SearchResults& results) {
    if (holds) return;
    failures_.push_back(what + " at revision " + results.revision + ": total " +
                        std::to_string(results.total) + " of " + std::to_string(results.documents));
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::uint64_t> totals_;
  std::vector<std::string> failures_;
  std::size_t answers_ = 0;
};

class LiveIndex : public SearchFixture {
 protected:
  // Every document has the word, a type and a date, so that a whole answer counts all of them.
  static base::Document make(int number) {
    base::Document document =
        make_document("page" + std::to_string(number), "Le budget " + std::to_string(number),
                      "Le budget de la France, ligne " + std::to_string(number * 7));
    document.type = number % 3 == 0 ? "discours" : "article";
    document.date = {static_cast<std::int16_t>(2000 + number % 20), 0, 0};
    return document;
  }

  // Adds eight documents and takes three away.
  static void commit_once(index::IndexWriter& writer, int commit) {
    for (int i = 0; i < 8; ++i) writer.put(make(commit * 8 + i), 1).value();
    for (int i = 0; i < 3; ++i) writer.remove(make((commit - 2) * 8 + i).id).value();
    writer.commit().value();
  }

  void write_index(const std::string& where, int commits) const {
    index::IndexWriter writer = index::IndexWriter::open(where).value();
    for (int commit = 0; commit < commits; ++commit) commit_once(writer, commit);
  }

  static void search_until(const std::atomic<bool>& stop, Archive& archive, Observations& seen) {
    Searcher searcher(archive);
    query::SearchRequest request;
    request.q = "budget";
    while (!stop) seen.add(searcher.search(request));
  }
};

TEST_F(LiveIndex, AnswersConsistentlyWhileItIsWrittenTo) {
  write_index(path(), 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1ms}).value();
  Observations seen;
  std::atomic<bool> stop = false;
  std::vector<std::jthread> searchers;
  for (int i = 0; i < kSearchers; ++i) {
    searchers.emplace_back([&] { search_until(stop, *archive, seen); });
  }

  {
    index::IndexWriter writer = open_writer();
    for (int commit = 1; commit <= kCommits; ++commit) {
      commit_once(writer, commit);
      std::this_thread::sleep_for(2ms);
    }
  }
  const std::size_t seen_while_writing = seen.revisions();
  ASSERT_TRUE(archive->refresh());
  const std::size_t before = seen.answers();
  while (seen.answers() < before + 2 * kSearchers) std::this_thread::sleep_for(1ms);
  stop = true;
  searchers.clear();

  EXPECT_EQ(seen.failures(), std::vector<std::string>{});
  EXPECT_GT(seen_while_writing, 1u);
  EXPECT_EQ(archive->newest()->snapshot.documents, 8u + kCommits * 8u - (kCommits - 1) * 3u);
}

TEST_F(LiveIndex, CountsAllSeriesOfATrendAtOneRevision) {
  write_index(path(), 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1ms}).value();
  Searcher searcher(*archive);
  const TrendsRequest request{{"budget", "", "France"}, {}};
  std::atomic<bool> stop = false;
  std::jthread writing([&] {
    index::IndexWriter writer = open_writer();
    for (int commit = 1; commit <= kCommits; ++commit) commit_once(writer, commit);
    stop = true;
  });

  while (!stop) {
    const Trends trends = searcher.trends(request).value();
    for (const TrendSeries& series : trends.series) EXPECT_EQ(series.total, trends.documents);
    EXPECT_EQ(trends.total, trends.documents);
  }
}

TEST_F(LiveIndex, FollowsARebuiltIndexThatIsSwappedIn) {
  write_index(path(), 10);
  write_index(path("rebuilt"), 4);
  const auto archive = Archive::open(path(), {.poll_interval = 1ms}).value();
  Observations seen;
  std::atomic<bool> stop = false;
  std::vector<std::jthread> searchers;
  for (int i = 0; i < kSearchers; ++i) {
    searchers.emplace_back([&] { search_until(stop, *archive, seen); });
  }
  constexpr std::uint64_t kRebuilt = 4 * 8 - 2 * 3;

  ASSERT_EQ(renameat2(AT_FDCWD, path().c_str(), AT_FDCWD, path("rebuilt").c_str(), RENAME_EXCHANGE),
            0);
  for (int i = 0; i < 5000 && archive->newest()->snapshot.documents != kRebuilt; ++i) {
    std::this_thread::sleep_for(1ms);
  }
  stop = true;
  searchers.clear();
  Searcher searcher(*archive);
  query::SearchRequest request;
  request.q = "budget";
  const auto results = searcher.search(request);
  seen.add(results);

  EXPECT_EQ(seen.failures(), std::vector<std::string>{});
  EXPECT_EQ(results.value().total, kRebuilt);
}

}  // namespace
}  // namespace pressoir::search
