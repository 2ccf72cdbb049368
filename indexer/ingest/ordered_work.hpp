// Jobs done on several threads, their results in the order of the jobs: the same input gives the
// same output whatever the number of threads.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/ingest/ordered_queue.hpp"

namespace pressoir::ingest {

struct WorkOptions {
  unsigned jobs = 1;                          // threads that work, 1 at least
  std::size_t max_waiting_bytes = 16u << 20;  // of jobs and results between two threads
};

// The error of an item on which this program fails, which must not take the others with it.
inline base::Error our_fault(const std::string& reason) {
  return {base::Errc::kInternal, "could not be read, by a fault of this program: " + reason};
}

// One thread asks `next` for jobs until there is none, `options.jobs` threads work, and `visit` is
// called on this thread with each result in the order of the jobs, until it returns false or the
// jobs end. What a job throws becomes its error, kInternal.
template <typename T>
void do_in_order(const std::function<std::optional<Job<T>>()>& next, const WorkOptions& options,
                 const std::function<bool(Worked<T>&&)>& visit);

namespace detail {

template <typename T>
base::Result<T> do_guarded(const std::function<base::Result<T>()>& work) {
  try {
    return work();
  } catch (const std::exception& failure) {
    return our_fault(failure.what());
  } catch (...) {
    return our_fault("it says no more");
  }
}

template <typename T>
void run_worker(OrderedQueue<T>& queue) {
  while (auto* task = queue.take()) {
    if (task->job.work) {
      task->result = do_guarded(*task->job.work);
      task->job.work = base::Error{};  // frees what it holds
    }
    queue.finish(*task);
  }
}

template <typename T>
void read_jobs(const std::function<std::optional<Job<T>>()>& next, OrderedQueue<T>& queue) {
  try {
    for (bool is_wanted = true; is_wanted;) {
      std::optional<Job<T>> job = next();
      if (!job) break;
      is_wanted = queue.push(std::move(*job));
    }
  } catch (const std::exception& failure) {
    queue.push({"source", 0, 0,
                base::Error{base::Errc::kInternal, std::string("stopped: ") + failure.what()}});
  }
  queue.end();
}

// Lets the threads go however the caller leaves; declared after them, so that it acts first.
template <typename T>
class CloseOnExit {
 public:
  explicit CloseOnExit(OrderedQueue<T>& queue) : queue_(queue) {}
  ~CloseOnExit() { queue_.close(); }
  CloseOnExit(const CloseOnExit&) = delete;
  CloseOnExit& operator=(const CloseOnExit&) = delete;

 private:
  OrderedQueue<T>& queue_;
};

}  // namespace detail

template <typename T>
void do_in_order(const std::function<std::optional<Job<T>>()>& next, const WorkOptions& options,
                 const std::function<bool(Worked<T>&&)>& visit) {
  OrderedQueue<T> queue(options.max_waiting_bytes);
  std::vector<std::jthread> threads;
  const detail::CloseOnExit<T> close_on_exit(queue);
  threads.emplace_back([&] { detail::read_jobs(next, queue); });
  for (unsigned job = 0; job < options.jobs; ++job) {
    threads.emplace_back([&] { detail::run_worker(queue); });
  }
  while (std::optional<Worked<T>> worked = queue.pop()) {
    if (!visit(std::move(*worked))) return;
  }
}

}  // namespace pressoir::ingest
