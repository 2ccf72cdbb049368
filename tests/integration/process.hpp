// Runs a true program for a test: starts it, captures what it writes, waits for it, never leaves it
// behind.
//
//   Process server({PRESSOIR_BIN_DIR "/pressoir-server", "--db", db, "--listen", "127.0.0.1:0"});
//   ASSERT_TRUE(server.wait_for_output("http://", 5s)) << server.err();
//   server.send(SIGTERM);
//   EXPECT_EQ(server.wait(10s).exit_code, 0);
//
// Used by one thread at a time.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::integration {

// How a program ended, with everything that it wrote.
struct Outcome {
  int exit_code = -1;      // -1 when a signal ended it
  int signal = 0;          // the signal that ended it; 0 when it left by itself
  bool timed_out = false;  // it was killed because the time was over
  std::string out;         // standard output
  std::string err;         // standard error
};

struct ProcessOptions {
  // Standard output is a pipe that nobody reads: every write fails with EPIPE.
  bool broken_output = false;
  // Signals, and the end of the Process, reach what the program has started too.
  bool with_children = false;
  // `NAME=value`, beside the variables of the test itself.
  std::vector<std::string> environment;
};

class Process {
 public:
  // Starts `arguments[0]` (a path, or a name on PATH) with standard input empty. Throws
  // std::system_error when it cannot be started: that is a fault of the test.
  explicit Process(const std::vector<std::string>& arguments, const ProcessOptions& options = {});
  ~Process();  // kills it when it still runs
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const noexcept { return pid_; }

  // True until it has ended.
  bool is_running() const;

  // What it has written so far.
  std::string out() const;
  std::string err() const;

  // Waits until `text` stands in its standard output or error. False when the time is over or it
  // ends without having written it.
  bool wait_for_output(std::string_view text, std::chrono::milliseconds timeout) const;

  // Sends a signal; nothing happens when it has ended.
  void send(int signal) const;

  // Waits for the end; kills it when the time is over. May be called again.
  Outcome wait(std::chrono::milliseconds timeout = std::chrono::minutes(2));

 private:
  bool ends_within(std::chrono::milliseconds timeout) const;

  pid_t pid_ = -1;
  bool with_children_ = false;
  int pid_handle_ = -1;  // pidfd: readable once it has ended
  int out_ = -1;         // memory files that hold what it wrote
  int err_ = -1;
  bool reaped_ = false;
  int status_ = 0;
};

// Starts a program and waits for its end.
Outcome run(const std::vector<std::string>& arguments, const ProcessOptions& options = {});

}  // namespace pressoir::integration
