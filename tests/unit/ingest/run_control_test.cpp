#include "indexer/ingest/run_control.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>

namespace pressoir::ingest {
namespace {

using std::chrono::milliseconds;

// Calls update every 100 ms while one percent is read each time, and returns what was written.
std::string written_by(ProgressStyle style, int steps, milliseconds step) {
  const auto close = [](std::FILE* file) { std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::tmpfile(), close);
  const Progress::Clock::time_point start{};
  Progress progress(style, 100, file.get(), start - std::chrono::hours(1));
  progress.begin("reading", start);
  for (int i = 1; i <= steps; ++i) {
    progress.update(static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(i), start + i * step);
  }
  progress.clear();
  std::rewind(file.get());
  std::string text(100000, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  return text;
}

long count(const std::string& text, char c) {
  return std::count(text.begin(), text.end(), c);
}

TEST(Progress, TellsShareRateAndRest) {
  EXPECT_EQ(progress_line({1'200'000, 2'400'000, 1234, 4}),
            "50 %  1.2 MB of 2.4 MB, 1,234 items, 308 a second, 4.0 s left");
}

TEST(Progress, TellsLessWhenLessIsKnown) {
  EXPECT_EQ(progress_line({0, 0, 12, 3}), "12 items, 4 a second");
  EXPECT_EQ(progress_line({5, 1000, 1, 0.1}), "0 %  5 bytes of 1.0 kB, 1 item");
}

TEST(Progress, NeverGoesBeyondTheEnd) {
  EXPECT_EQ(progress_line({3000, 2000, 2, 2}),
            "100 %  3.0 kB of 2.0 kB, 2 items, 1 a second, 0.0 s left");
}

TEST(Progress, DrawsABarOfTwentyPlaces) {
  EXPECT_EQ(progress_bar({50, 100, 1, 0}).substr(0, 22), "[##########          ]");
  EXPECT_EQ(progress_bar({100, 100, 1, 0}).substr(0, 22), "[####################]");
}

TEST(Progress, RedrawsTenTimesASecondAtMost) {
  const std::string text = written_by(ProgressStyle::kBar, 100, milliseconds(10));
  EXPECT_LE(count(text, '\r'), 11);
  EXPECT_GE(count(text, '\r'), 9);
}

TEST(Progress, TakesItsBarAway) {
  EXPECT_TRUE(written_by(ProgressStyle::kBar, 100, milliseconds(10)).ends_with("\r\x1b[K"));
}

TEST(Progress, NamesTheStep) {
  EXPECT_TRUE(written_by(ProgressStyle::kLines, 100, milliseconds(1000))
                  .starts_with("reading: 10 %  10 bytes of 100 bytes, 10 items, 1 a second"));
  EXPECT_TRUE(
      written_by(ProgressStyle::kBar, 100, milliseconds(1000)).starts_with("\r\x1b[Kreading: ["));
}

TEST(Progress, CountsAStepFromItsBeginning) {
  EXPECT_NE(written_by(ProgressStyle::kLines, 50, milliseconds(1000)).find("50 s left"),
            std::string::npos);
}

TEST(Progress, WritesALineATenth) {
  EXPECT_EQ(count(written_by(ProgressStyle::kLines, 100, milliseconds(1000)), '\n'), 10);
}

TEST(Progress, WritesALineEveryHalfMinute) {
  EXPECT_EQ(count(written_by(ProgressStyle::kLines, 9, milliseconds(10000)), '\n'), 3);
}

TEST(Progress, SaysNothingOfShortRuns) {
  EXPECT_EQ(written_by(ProgressStyle::kLines, 100, milliseconds(15)), "");
}

TEST(Progress, SaysNothingWhenItIsNotWanted) {
  EXPECT_EQ(written_by(ProgressStyle::kNone, 100, milliseconds(1000)), "");
}

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
