// What two shards answer together is what one index of the same documents answers, to the byte.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/base/document_json.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/archive_update.hpp"
#include "server/api/search_json.hpp"
#include "server/app/search_request.hpp"
#include "server/search/archive.hpp"
#include "server/search/document_stream.hpp"
#include "server/search/searcher.hpp"
#include "tests/integration/shard_server.hpp"
#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/search/random_archive.hpp"

namespace pressoir::integration {
namespace {

using search::Archive;
using search::Searcher;

// So many that words come in two parts.
constexpr int kDocuments = 4'200;
constexpr int kRequests = 150;

// The archive as one index, and as two: either both behind xapian-tcpsrv, or one of them a folder.
class ShardsAnswers : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    write(0, kDocuments);
    servers_.push_back(std::make_unique<ShardServer>(folder_ / "first"));
    std::string stub = "# both\nremote " + servers_.back()->address() + "\n";
    if (GetParam()) {
      servers_.push_back(std::make_unique<ShardServer>(folder_ / "second"));
      stub += "remote " + servers_.back()->address() + "\n";
    } else {
      stub += "auto second\n";
    }
    one_ = Archive::open(folder_ / "one").value();
    two_ = Archive::open(folder_.write("archive.stub", stub)).value();
    of_one_ = std::make_unique<Searcher>(*one_);
    of_two_ = std::make_unique<Searcher>(*two_);
  }

  static std::string answer(Searcher& searcher, const query::SearchRequest& request) {
    const auto call = std::get<app::SearchCall>(app::parse_search_request(""));
    auto results = searcher.search(request).value();
    results.revision.clear();
    results.took_ms = 0;
    return api::search_results_to_json(request, call.fields, results);
  }

  static std::string offers(Searcher& searcher, const std::string& typed) {
    const suggest::SuggestRequest request{typed, 20};
    auto suggestions = searcher.suggest(request).value();
    suggestions.took_ms = 0;
    return api::suggestions_to_json(request, suggestions);
  }

  static std::string exported(Searcher& searcher, const query::SearchRequest& request) {
    const auto stream = searcher.stream(request, "").value();
    std::string lines;
    while (const auto document = stream->next(search::DocumentStream::Text::kYes).value()) {
      lines += document_to_json(*document, {.with_text = true, .with_blocks = true}) + "\n";
    }
    return lines;
  }

  void expect_same_answers(int requests) {
    for (int i = 0; i < requests && !HasFailure(); ++i) {
      query::SearchRequest request = search::random_request(random_);
      request.q = type_query(search::random_query(random_), random_);
      request.count = 20;
      EXPECT_EQ(answer(of_two(), request), answer(of_one(), request)) << "q=" << request.q;
    }
  }

  // Puts documents number `first` to `last` - 1, whether they are there or not, into both archives.
  void write(int first, int last) {
    auto one = index::IndexWriter::open(folder_ / "one").value();
    auto half = index::IndexWriter::open(folder_ / "first").value();
    auto other = index::IndexWriter::open(folder_ / "second").value();
    const ingest::Shard first_half{1, 2};
    for (int i = first; i < last; ++i) {
      const base::Document document = search::random_document(i, random_);
      one.put(document, 1).value();
      (first_half.contains(document.id) ? half : other).put(document, 1).value();
    }
    for (index::IndexWriter* writer : {&one, &half, &other}) writer->commit().value();
  }

  Archive& one() { return *one_; }
  Archive& two() { return *two_; }
  Searcher& of_one() { return *of_one_; }
  Searcher& of_two() { return *of_two_; }

 private:
  search::Random random_{5};
  TemporaryFolder folder_;
  std::vector<std::unique_ptr<ShardServer>> servers_;
  std::unique_ptr<Archive> one_;
  std::unique_ptr<Archive> two_;
  std::unique_ptr<Searcher> of_one_;
  std::unique_ptr<Searcher> of_two_;
};

TEST_P(ShardsAnswers, AreThoseOfOneIndexForRandomRequests) {
  expect_same_answers(kRequests);
}

TEST_P(ShardsAnswers, FollowCommitsToEachShard) {
  expect_same_answers(kRequests / 10);
  for (const int first : {0, kDocuments - 20, kDocuments + 20}) {
    write(first, first + 40);
    one().refresh().value();
    two().refresh().value();
    expect_same_answers(kRequests / 10);
  }
  // What did not change was not read again.
  EXPECT_EQ(two().newest()->snapshot.changed, 120u);
}

TEST_P(ShardsAnswers, AreInOnePieceForSuggestionsPagesAndExports) {
  query::SearchRequest everything;
  EXPECT_EQ(exported(of_two(), everything), exported(of_one(), everything));

  const auto found = of_one().search(everything).value();
  ASSERT_FALSE(found.hits.empty());
  const auto& some = found.hits.front().document;
  EXPECT_EQ(document_to_json(of_two().document(some.id).value(), {.with_text = true}),
            document_to_json(of_one().document(some.id).value(), {.with_text = true}));
  EXPECT_EQ(of_two().view(some.id, some.title)->blocks, of_one().view(some.id, some.title)->blocks);
  for (std::size_t letters = 1; letters <= some.title.size(); ++letters) {
    const std::string typed = some.title.substr(0, letters);
    if (!base::is_valid_utf8(typed)) continue;
    EXPECT_EQ(offers(of_two(), typed), offers(of_one(), typed)) << typed;
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, ShardsAnswers, testing::Bool(),
                         [](const auto& both) { return both.param ? "Elsewhere" : "Mixed"; });

}  // namespace
}  // namespace pressoir::integration
