// `pressoir-index add` ended from outside: what was committed is there, and the next run goes on.
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/integration/index_cli.hpp"

namespace pressoir::integration {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class IndexInterruption : public IndexCli {
 protected:
  // Records that take a few seconds to index.
  std::string many_records() const {
    std::string lines;
    for (int i = 0; i < 8000; ++i) {
      const std::string number = std::to_string(i);
      lines += R"({"url": "https://www.exemple.fr/)" + number + R"(", "title": "Discours )" +
               number + R"(", "text": ")";
      for (int word = 0; word < 200; ++word) lines += "mot" + std::to_string(i * 7 + word) + " ";
      lines += "\"}\n";
    }
    return folder().write("discours.jsonl", lines);
  }

  // Ends a run over many records with a signal when it is under way.
  Outcome end_a_run_with(int signal) const {
    const std::string report = folder() / "report.jsonl";
    Process process(command({"add", "--db", db(), "--report", report, many_records()}));
    // The report is written by blocks: once it holds one, some dozen documents have been put.
    const auto deadline = std::chrono::steady_clock::now() + seconds(60);
    std::error_code absent;
    while (process.is_running() && std::chrono::steady_clock::now() < deadline &&
           (!std::filesystem::exists(report) || std::filesystem::file_size(report, absent) == 0)) {
      std::this_thread::sleep_for(milliseconds(1));
    }
    process.send(signal);
    return process.wait(seconds(60));
  }

  // Ends a run over many records with a signal as soon as it keeps what it reads: in a file without
  // a name, in the folder of the index.
  Outcome end_a_reading_with(int signal) const {
    Process process(command({"add", "--db", db(), "--prune", many_records()}));
    const std::filesystem::path files = "/proc/" + std::to_string(process.pid()) + "/fd";
    const auto deadline = std::chrono::steady_clock::now() + seconds(60);
    while (process.is_running() && std::chrono::steady_clock::now() < deadline &&
           !holds_nameless_file(files)) {
      std::this_thread::sleep_for(milliseconds(1));
    }
    process.send(signal);
    return process.wait(seconds(60));
  }

  bool holds_nameless_file(const std::filesystem::path& files) const {
    std::error_code gone;
    for (const auto& file : std::filesystem::directory_iterator(files, gone)) {
      const std::string target = std::filesystem::read_symlink(file.path(), gone).native();
      if (target.starts_with(db()) && target.ends_with(" (deleted)")) return true;
    }
    return false;
  }

  std::string write_one_page() const {
    return folder().write("page.html", speech("Les pôles de compétitivité"));
  }
};

TEST_F(IndexInterruption, KeepsTheLastCommitWhenItIsKilled) {
  ASSERT_EQ(add({write_one_page()}).exit_code, 0);
  const Outcome killed = end_a_run_with(SIGKILL);
  ASSERT_EQ(killed.signal, SIGKILL) << "the run was over too soon";
  EXPECT_GE(documents(), 1);
  const Outcome check = run_index({"check", "--db", db()});
  EXPECT_EQ(check.exit_code, 0) << check.err;
  EXPECT_EQ(add({write_one_page()}).exit_code, 0);
}

TEST_F(IndexInterruption, LeavesNothingBehindWhenItIsKilledWhileItReads) {
  ASSERT_EQ(add({write_one_page()}).exit_code, 0);
  ASSERT_EQ(end_a_reading_with(SIGKILL).signal, SIGKILL) << "the run was over too soon";
  for (const auto& file : std::filesystem::directory_iterator(db())) {
    EXPECT_EQ(file.path().filename().native().find("reading"), std::string::npos) << file.path();
  }
  EXPECT_GE(documents(), 1);
  EXPECT_EQ(add({write_one_page()}).exit_code, 0);
}

TEST_F(IndexInterruption, PrunesNothingWhenItIsAskedToStopWhileItReads) {
  const std::string old = folder().write(
      "ancien.jsonl", R"({"url": "https://www.exemple.fr/ancien", "text": "Un ancien discours"})");
  ASSERT_EQ(add({old}).exit_code, 0);
  const Outcome stopped = end_a_reading_with(SIGTERM);
  EXPECT_EQ(stopped.exit_code, 1) << stopped.err;
  EXPECT_NE(stopped.err.find("interrupted"), std::string::npos) << stopped.err;
  EXPECT_NE(add({old}).out.find("unchanged"), std::string::npos);
}

TEST_F(IndexInterruption, OpensAnIndexWhoseFirstRunWasKilled) {
  const Outcome killed = end_a_run_with(SIGKILL);
  ASSERT_EQ(killed.signal, SIGKILL) << "the run was over too soon";
  EXPECT_EQ(add({write_one_page()}).exit_code, 0);
  EXPECT_GE(documents(), 1);
}

TEST_F(IndexInterruption, CommitsWhatWasDoneWhenItIsAskedToStop) {
  const Outcome stopped = end_a_run_with(SIGTERM);
  EXPECT_EQ(stopped.exit_code, 1) << stopped.err;
  EXPECT_EQ(stopped.signal, 0);
  EXPECT_NE(stopped.err.find("interrupted: what was done is kept; run the same command again"),
            std::string::npos)
      << stopped.err;
  EXPECT_NE(stopped.out.find("added"), std::string::npos) << stopped.out;
  EXPECT_GT(documents(), 0);
  EXPECT_LT(documents(), 8000);
}

}  // namespace
}  // namespace pressoir::integration
