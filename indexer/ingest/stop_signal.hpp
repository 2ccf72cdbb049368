// SIGINT and SIGTERM as a question that a run asks between two documents.
#pragma once

namespace pressoir::ingest {

// While it lives, the two signals no longer end the program but wait to be asked for. Make it
// before any thread is started, one at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();  // the signals do again what they did before
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  // True from the first signal on. A second signal then ends the program at once, which an index
  // survives: it opens at its last commit.
  bool is_requested();

 private:
  int handle_;  // signalfd
  bool is_requested_ = false;
};

}  // namespace pressoir::ingest
