#include "indexer/ingest/stop_signal.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>

namespace pressoir::ingest {
namespace {

TEST(StopSignal, WaitsToBeAskedFor) {
  StopSignal stop;
  EXPECT_FALSE(stop.is_requested());
  kill(getpid(), SIGTERM);
  EXPECT_TRUE(stop.is_requested());
  EXPECT_TRUE(stop.is_requested());
}

TEST(StopSignalDeathTest, LetsASecondSignalEndTheProgram) {
  EXPECT_EXIT(
      {
        StopSignal stop;
        raise(SIGINT);
        stop.is_requested();
        raise(SIGINT);
      },
      testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace pressoir::ingest
