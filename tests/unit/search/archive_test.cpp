#include "server/search/archive.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {
namespace {

using base::Errc;
using namespace std::chrono_literals;

class ArchiveTest : public SearchFixture {
 protected:
  // An index of `documents` documents, each with the word `word`, made in as many commits.
  void build(const std::string& name, const std::string& word, int documents) const {
    index::IndexWriter writer = index::IndexWriter::open(path(name)).value();
    for (int i = 0; i < documents; ++i) {
      writer.put(make_document(word + std::to_string(i), word, word), 1).value();
      writer.commit().value();
    }
  }
  // Puts the index `name` in the place of the one that is served.
  void swap_in(const std::string& name) const {
    std::filesystem::rename(path(), path("old-" + name));
    std::filesystem::rename(path(name), path());
  }
};

TEST_F(ArchiveTest, RefusesWhatIsNoIndex) {
  EXPECT_EQ(Archive::open(path("absent")).error().code, Errc::kNotFound);
  std::filesystem::create_directory(path("empty"));
  EXPECT_EQ(Archive::open(path("empty")).error().code, Errc::kNotAnIndex);
}

TEST_F(ArchiveTest, FollowsCommitsByItself) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 5ms}).value();
  EXPECT_EQ(archive->newest()->snapshot.documents, 1u);

  put_all({make_full_document()});

  for (int i = 0; i < 2000 && archive->newest()->snapshot.documents != 2; ++i) {
    std::this_thread::sleep_for(5ms);
  }
  EXPECT_EQ(archive->newest()->snapshot.documents, 2u);
}

TEST_F(ArchiveTest, KeepsItsSnapshotWhenNothingChanged) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  const auto before = archive->newest();
  ASSERT_TRUE(archive->refresh());
  EXPECT_EQ(archive->newest(), before);
}

TEST_F(ArchiveTest, KeepsItsSnapshotWhileTheIndexIsAway) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  std::filesystem::rename(path(), path("away"));
  EXPECT_EQ(archive->refresh().error().code, Errc::kNotFound);
  EXPECT_EQ(archive->newest()->snapshot.documents, 1u);
}

// Both indexes have had as many commits: only their identities tell them apart.
TEST_F(ArchiveTest, FollowsARebuiltIndexOfTheSameRevision) {
  build("index", "ancien", 3);
  build("rebuilt", "nouveau", 3);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  swap_in("rebuilt");

  Searcher searcher(*archive);
  query::SearchRequest request;
  request.q = "nouveau";
  const SearchResults results = searcher.search(request).value();

  EXPECT_EQ(results.total, 3u);
  EXPECT_EQ(results.facets[0]->none, 3u);
  request.q = "ancien";
  EXPECT_EQ(searcher.search(request).value().total, 0u);
}

TEST_F(ArchiveTest, NamesRebuiltIndexesByOtherRevisions) {
  build("index", "ancien", 3);
  build("rebuilt", "nouveau", 3);
  const std::string before = search("").revision;
  swap_in("rebuilt");
  EXPECT_NE(search("").revision, before);
}

TEST_F(ArchiveTest, LetsSearchesEndOnTheSnapshotTheyBeganWith) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  const auto held = archive->newest();
  put_all({make_full_document()});
  ASSERT_TRUE(archive->refresh());
  EXPECT_EQ(held->snapshot.documents, 1u);
  EXPECT_EQ(archive->newest()->snapshot.documents, 2u);
}

// A writer that commits while a state is read does not make searches wait for the next one.
TEST_F(ArchiveTest, AnswersFromTheStateThatWasReadWhenTheIndexHasMovedOn) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  Searcher first(*archive);
  Searcher second(*archive);
  put_all({make_full_document()});
  ASSERT_TRUE(archive->refresh());
  const auto read = archive->newest();
  build("index", "deux", 1);

  EXPECT_EQ(first.search({}).value().total, 2u);
  EXPECT_EQ(second.search({}).value().total, 2u);
  EXPECT_EQ(archive->newest(), read);
}

TEST_F(ArchiveTest, GivesAHandleOfItsStateToEachReaderAndNoMore) {
  build("index", "un", 1);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  EXPECT_FALSE(archive->take_opened());
  const Searcher first(*archive);
  const Searcher second(*archive);
  put_all({make_full_document()});
  ASSERT_TRUE(archive->refresh());
  for (int i = 0; i < 2; ++i) {
    const auto opened = archive->take_opened();
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->revision->snapshot.is_of(opened->index));
  }
  EXPECT_FALSE(archive->take_opened());
}

// Xapian keeps a state readable until the second commit after it at least.
TEST_F(ArchiveTest, FindsTheNewestStateWhenItsOwnIsGone) {
  std::vector<base::Document> documents;
  documents.reserve(300);
  for (int i = 0; i < 300; ++i) {
    documents.push_back(make_document("page" + std::to_string(i), "Titre", "Un texte."));
  }
  put_all(documents);
  const auto archive = Archive::open(path(), {.poll_interval = 1h}).value();
  Searcher searcher(*archive);
  EXPECT_EQ(searcher.search({}).value().total, 300u);
  const auto gone = archive->newest();
  for (int i = 0; i < 100; ++i) {
    put_all({make_document("page" + std::to_string(i), "Titre", "Un autre texte.")});
  }

  for (const base::Document& document : documents) {
    EXPECT_TRUE(searcher.document(document.id));
  }
  EXPECT_NE(archive->newest(), gone);
}

TEST_F(ArchiveTest, EndsWithoutWaitingForItsNextLook) {
  build("index", "un", 1);
  const auto began = std::chrono::steady_clock::now();
  { const auto archive = Archive::open(path(), {.poll_interval = 1h}).value(); }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

}  // namespace
}  // namespace pressoir::search
