// What the operator of a run sees of it and can do to it: how far it is, on standard error, and
// SIGINT and SIGTERM, which ask it to stop between two items.
//
// Each object is used by one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace pressoir::ingest {

// How far a step is. Bytes are as stored on disk, before unpacking: only their sum is known before
// a run.
struct ProgressState {
  std::uint64_t bytes = 0;        // read so far
  std::uint64_t total_bytes = 0;  // to read; 0 when unknown
  std::uint64_t items = 0;        // done so far
  double seconds = 0;             // since the beginning
};

// `42 %  1.2 MB of 2.9 MB, 1,234 items, 350 a second, 0.8 s left`
std::string progress_line(const ProgressState& state);

// The same after a bar of 20 places: `[########            ] 42 %  …`
std::string progress_bar(const ProgressState& state);

enum class ProgressStyle {
  kNone,
  kLines,  // standard error is no terminal
  kBar,
};

// A bar that is redrawn on a terminal, a line now and then elsewhere (cron, a log), nothing with
// --quiet. The clock is a parameter of each call, so that tests need not wait.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  // `total_bytes` of all items, 0 when unknown: no share and no time left are shown then. Does not
  // own `out`, which must outlive it.
  Progress(ProgressStyle style, std::uint64_t total_bytes, std::FILE* out,
           Clock::time_point start = Clock::now());

  // Begins a step of the run, named before what is drawn of it: `reading: 42 %  …`. It counts bytes
  // and items anew.
  void begin(std::string_view step, Clock::time_point now = Clock::now());

  // Called after each item with the sums since begin(); cheap when nothing is due. Draws a bar ten
  // times a second at most, a line after every tenth of the bytes or 30 seconds, but not within two
  // seconds of the last one.
  void update(std::uint64_t bytes, std::uint64_t items, Clock::time_point now = Clock::now());

  // Takes the bar away, so that what is written next starts on an empty line.
  void clear();

 private:
  bool is_due(const ProgressState& state) const;

  ProgressStyle style_;
  std::uint64_t total_bytes_;
  std::FILE* out_;
  Clock::time_point start_;
  std::string step_;
  double drawn_seconds_ = 0;        // since start_, when it was drawn last
  std::uint64_t drawn_tenths_ = 0;  // of the bytes, at that time
  bool is_drawn_ = false;           // there is a bar on the terminal
};

// While it exists, SIGINT and SIGTERM do not end the program: they are blocked and wait until
// is_requested() looks. No handler runs, so that nothing of a run has to be safe in a handler.
// Threads inherit the mask of the thread that starts them: make it before the first one, one object
// at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();  // unblocks the signals
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // True from the first signal on; one system call until then. A second signal ends the program at
  // once, which does not harm the index: it opens at its last commit.
  bool is_requested();

 private:
  int handle_;  // signalfd
  bool is_requested_ = false;
};

}  // namespace pressoir::ingest
