// Writers ended at any moment: the index opens at its last commit, and the next writer goes on.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <thread>

#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

constexpr int kKills = 50;  // at moments spread at random over the whole run
constexpr std::int64_t kMonday = 1'354'500'000;
constexpr int kDocuments = 1200;

base::Document numbered(int number, const std::string& title) {
  std::string text = "Le discours numéro " + std::to_string(number);
  for (int i = 0; i < 20; ++i) text += " mot" + std::to_string(number * 7 + i);
  return make_document(std::to_string(number), title, text);
}

// Small enough that there are many commits and generations. Tells `committed` how many documents
// are, once they are.
void put_all(const std::string& path, const std::string& title,
             const std::function<void(int)>& committed) {
  auto writer = IndexWriter::open(path, {.jobs = 2,
                                         .commit_every_bytes = 5'000,
                                         .merge_every_bytes = 20'000,
                                         .most_direct_documents = 20});
  if (!writer) return;
  for (int i = 0; i < kDocuments; ++i) {
    if (!writer->put(numbered(i, title), kMonday)) return;
    if (i % 300 == 299 && writer->commit()) committed(i + 1);
  }
}

class KilledWriter : public testing::Test {
 protected:
  std::string path() const { return folder_.path("index"); }

  // A process that puts all documents and is killed after so long; the number of documents that it
  // said were committed.
  int put_and_kill(const std::string& title, std::chrono::microseconds after) const {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      put_all(path(), title, [&](int count) {
        if (write(ends[1], &count, sizeof count) != sizeof count) _exit(2);
      });
      _exit(0);
    }
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ends[1]);
    int last = 0;
    int count = 0;
    while (read(ends[0], &count, sizeof count) == sizeof count) last = count;
    close(ends[0]);
    return last;
  }

  // Documents with the title.
  int count(const std::string& title) const {
    const auto reader = IndexReader::open(path());
    EXPECT_TRUE(reader) << reader.error().message;
    int found = 0;
    if (!reader) return found;
    const auto read = reader->for_each([&](const base::Document& document) {
      if (document.title == title) ++found;
      return true;
    });
    EXPECT_TRUE(read) << read.error().message;
    return found;
  }

  void expect_sound_with(int documents) const {
    const auto checked = check_index(path());
    ASSERT_TRUE(checked) << checked.error().message;
    EXPECT_EQ(*checked, static_cast<std::uint64_t>(documents));
  }

  // How long writing it all takes here and now.
  std::chrono::microseconds duration(const std::string& title) const {
    const auto start = std::chrono::steady_clock::now();
    put_all(path(), title, [](int) {});
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                 start);
  }

  void remove_index() const { std::filesystem::remove_all(path()); }

 private:
  TemporaryFolder folder_;
};

TEST_F(KilledWriter, LosesNothingThatAFirstLoadHadCommitted) {
  std::mt19937 random(20121205);
  const auto whole = duration("premier");
  for (int round = 0; round < kKills; ++round) {
    remove_index();
    const int committed = put_and_kill("premier", whole * (random() % 1000) / 1000);
    SCOPED_TRACE("round " + std::to_string(round));
    if (committed > 0) {
      EXPECT_GE(count("premier"), committed);
    }
    put_all(path(), "premier", [](int) {});
    expect_sound_with(kDocuments);
  }
}

TEST_F(KilledWriter, LosesNothingThatAnUpdateHadCommitted) {
  std::mt19937 random(20121206);
  put_all(path(), "version 0", [](int) {});
  const auto whole = duration("version 1");
  for (int round = 0; round < kKills; ++round) {
    const std::string title = "version " + std::to_string(round + 2);
    const int committed = put_and_kill(title, whole * (random() % 1000) / 1000);
    SCOPED_TRACE(title);
    EXPECT_GE(count(title), committed);
    expect_sound_with(kDocuments);
    put_all(path(), title, [](int) {});
    EXPECT_EQ(count(title), kDocuments);
  }
}

// Stands for a full disk: no file may grow beyond a limit. 0 when the writer says that there is no
// space; else the number of what happened instead.
int fill_disk(const std::string& path) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{300'000, 300'000};
  setrlimit(RLIMIT_FSIZE, &limit);
  auto writer = IndexWriter::open(path, {.most_direct_documents = 0});
  if (!writer) return 2;
  for (int i = kDocuments; i < 4 * kDocuments; ++i) {
    const auto put = writer->put(numbered(i, "second"), kMonday);
    if (!put) return put.error().code == base::Errc::kNoSpace ? 0 : 3;
  }
  const auto committed = writer->commit();
  if (committed) return 4;
  return committed.error().code == base::Errc::kNoSpace ? 0 : 5;
}

TEST_F(KilledWriter, SaysWhenTheDiskIsFullAndLeavesTheLastCommit) {
  put_all(path(), "premier", [](int) {});
  const pid_t child = fork();
  if (child == 0) _exit(fill_disk(path()));
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  expect_sound_with(kDocuments);
  EXPECT_TRUE(IndexWriter::open(path()));
}

}  // namespace
}  // namespace pressoir::index
