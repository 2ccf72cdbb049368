#include "indexer/ingest/run_control.hpp"

#include <fmt/format.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "indexer/ingest/report.hpp"

namespace pressoir::ingest {
namespace {

constexpr double kSecondsBetweenBars = 0.1;  // faster is not seen, and costs writes
constexpr double kSecondsBetweenLines = 2;   // a short run has no line
constexpr double kSecondsUntilLine = 30;     // logs show that a long run is alive
constexpr int kBarPlaces = 20;
constexpr std::string_view kEraseLine = "\r\x1b[K";  // ECMA-48: erase to the end of the line

// Files may grow while they are read: never more than everything.
double share(const ProgressState& state) {
  if (state.total_bytes == 0) return 0;
  return std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.total_bytes));
}

// How many tenths of the bytes are read: a line is due when it grows.
std::uint64_t tenths(const ProgressState& state) {
  return static_cast<std::uint64_t>(share(state) * 10);
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

std::string progress_line(const ProgressState& state) {
  std::string line;
  if (state.total_bytes > 0) {
    line = fmt::format("{:.0f} %  {} of {}, ", share(state) * 100, readable_bytes(state.bytes),
                       readable_bytes(state.total_bytes));
  }
  line += counted(state.items, "item");
  if (state.seconds < 0.5) return line;  // a rate of less is noise
  line += fmt::format(", {:.0f} a second", static_cast<double>(state.items) / state.seconds);
  if (share(state) < 0.01) return line;  // and so is what is left after less than a hundredth
  return line + ", " + readable_seconds(state.seconds * (1 / share(state) - 1)) + " left";
}

// Rounded down: a bar is full only when everything is read.
std::string progress_bar(const ProgressState& state) {
  const int places = static_cast<int>(share(state) * kBarPlaces);
  return fmt::format("[{:<{}}] {}", std::string(static_cast<std::size_t>(places), '#'), kBarPlaces,
                     progress_line(state));
}

Progress::Progress(ProgressStyle style, std::uint64_t total_bytes, std::FILE* out,
                   Clock::time_point start)
    : style_(style), total_bytes_(total_bytes), out_(out), start_(start) {}

// Each step has its own beginning: the rate of reading says nothing of the rate of writing.
void Progress::begin(std::string_view step, Clock::time_point now) {
  clear();
  start_ = now;
  step_ = std::string(step) + ": ";
  drawn_seconds_ = 0;
  drawn_tenths_ = 0;
}

void Progress::update(std::uint64_t bytes, std::uint64_t items, Clock::time_point now) {
  const std::chrono::duration<double> elapsed = now - start_;
  const ProgressState state{bytes, total_bytes_, items, elapsed.count()};
  if (!is_due(state)) return;
  drawn_seconds_ = state.seconds;
  drawn_tenths_ = tenths(state);
  is_drawn_ = style_ == ProgressStyle::kBar;
  const std::string text = is_drawn_ ? std::string(kEraseLine) + step_ + progress_bar(state)
                                     : step_ + progress_line(state) + "\n";
  std::fwrite(text.data(), 1, text.size(), out_);
  std::fflush(out_);
}

// Lines go to logs, where a line for each hundredth of a large run would be noise: a tenth, or half
// a minute when a tenth takes longer.
bool Progress::is_due(const ProgressState& state) const {
  const double waited = state.seconds - drawn_seconds_;
  switch (style_) {
    case ProgressStyle::kNone:
      return false;
    case ProgressStyle::kBar:
      return waited >= kSecondsBetweenBars;
    case ProgressStyle::kLines:
      return waited >= kSecondsUntilLine ||
             (waited >= kSecondsBetweenLines && tenths(state) > drawn_tenths_);
  }
  return false;
}

void Progress::clear() {
  if (!is_drawn_) return;
  is_drawn_ = false;
  std::fwrite(kEraseLine.data(), 1, kEraseLine.size(), out_);
  std::fflush(out_);
}

// A handle and not a handler: is_requested() reads it without waiting, in the middle of nothing.
StopSignal::StopSignal() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  handle_ = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignal::~StopSignal() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  close(handle_);
}

// The first signal is read from the handle and unblocks both: the next one ends the program as it
// does by default, for operators who do not want to wait for the commit.
bool StopSignal::is_requested() {
  signalfd_siginfo received;
  if (is_requested_ || read(handle_, &received, sizeof received) <= 0) return is_requested_;
  is_requested_ = true;
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  return true;
}

}  // namespace pressoir::ingest
