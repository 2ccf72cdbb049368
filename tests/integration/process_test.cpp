#include "tests/integration/process.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace pressoir::integration {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Process, CapturesBothStreamsAndTheExitCode) {
  const Outcome outcome = run({"sh", "-c", "echo sortie; echo erreur >&2; exit 3"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.signal, 0);
  EXPECT_EQ(outcome.out, "sortie\n");
  EXPECT_EQ(outcome.err, "erreur\n");
}

TEST(Process, KillsWhatOutlivesItsTime) {
  Process process({"sleep", "60"});
  const Outcome outcome = process.wait(milliseconds(50));
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.signal, SIGKILL);
}

TEST(Process, TellsTheSignalThatEndedIt) {
  Process process({"sleep", "60"});
  process.send(SIGTERM);
  const Outcome outcome = process.wait(seconds(10));
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(outcome.signal, SIGTERM);
}

TEST(Process, SeesOutputWhileTheProgramRuns) {
  Process process({"sh", "-c", "echo prêt; exec sleep 60"});
  EXPECT_TRUE(process.wait_for_output("prêt", seconds(10)));
  EXPECT_TRUE(process.is_running());
}

TEST(Process, StopsWaitingForOutputWhenTheProgramEnds) {
  Process process({"true"});
  EXPECT_FALSE(process.wait_for_output("jamais", seconds(60)));
}

TEST(Process, GivesAnOutputThatNobodyReads) {
  ProcessOptions options;
  options.broken_output = true;
  EXPECT_EQ(run({"yes"}, options).signal, SIGPIPE);
}

}  // namespace
}  // namespace pressoir::integration
