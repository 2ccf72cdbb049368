// The time that one search may take.
#pragma once

#include <chrono>

namespace pressoir::store {

// Used by one thread at a time. Asking reads the clock: some 30 ns.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // `limit` from now on.
  explicit Deadline(std::chrono::milliseconds limit) : end_(Clock::now() + limit) {}

  static Deadline never() { return Deadline(Clock::time_point::max()); }

  // True when the time is up; once true, always true. Work that is cut short on account of it must
  // not be taken for whole.
  bool is_over() {
    is_over_ = is_over_ || Clock::now() >= end_;
    return is_over_;
  }

  // What is_over() said last: whether anything was cut short.
  bool has_cut() const { return is_over_; }

 private:
  explicit Deadline(Clock::time_point end) : end_(end) {}

  Clock::time_point end_;
  bool is_over_ = false;
};

}  // namespace pressoir::store
