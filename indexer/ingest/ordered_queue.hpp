// Work that several threads do in any order and one thread takes back in the order it came.
//
//   reader: push… end      workers: take, finish…      caller: pop…
//
// Every function may be called from any thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "indexer/base/error.hpp"

namespace pressoir::ingest {

// Something to be done for an item. `work` is called by one thread, once; an error says why there
// is nothing to do.
template <typename T>
struct Job {
  std::string name;         // of the item
  std::uint64_t bytes = 0;  // read from disk for it
  std::size_t weight = 0;   // bytes of memory that it takes until it is done
  base::Result<std::function<base::Result<T>()>> work;
};

// What was made of an item.
template <typename T>
struct Worked {
  std::string name;
  std::uint64_t bytes = 0;
  base::Result<T> result;
};

template <typename T>
class OrderedQueue {
 public:
  // A job on its way. Belongs to the worker that took it until finish().
  struct Task {
    Job<T> job;
    std::optional<base::Result<T>> result = std::nullopt;  // the worker's
    bool is_finished = false;
  };

  // Lets jobs in until they weigh `max_weight` together; one is always let in.
  explicit OrderedQueue(std::size_t max_weight) : max_weight_(max_weight) {}

  // Waits for room. False when the queue was closed: the job is not wanted any more.
  bool push(Job<T> job);

  // No job will follow.
  void end();

  // The first task that no worker has taken; waits for one. nullptr when none will come.
  Task* take();

  // Hands a task back, its result set; without one it is the job's own error.
  void finish(Task& task);

  // The result of the oldest job; waits for it. Nothing after the last one.
  std::optional<Worked<T>> pop();

  // Sends everyone home: push and take return at once. What was finished may still be popped.
  void close();

 private:
  std::size_t max_weight_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;  // in the order of the jobs; addresses of tasks stay valid
  std::size_t taken_ = 0;   // of tasks_, how many a worker has taken
  std::size_t weight_ = 0;  // of tasks_
  bool is_ended_ = false;
  bool is_closed_ = false;
};

template <typename T>
bool OrderedQueue<T>::push(Job<T> job) {
  std::unique_lock lock(mutex_);
  changed_.wait(
      lock, [&] { return is_closed_ || tasks_.empty() || weight_ + job.weight <= max_weight_; });
  if (is_closed_) return false;
  weight_ += job.weight;
  tasks_.push_back({std::move(job)});
  changed_.notify_all();
  return true;
}

template <typename T>
void OrderedQueue<T>::end() {
  const std::lock_guard lock(mutex_);
  is_ended_ = true;
  changed_.notify_all();
}

template <typename T>
typename OrderedQueue<T>::Task* OrderedQueue<T>::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_closed_ || is_ended_ || taken_ < tasks_.size(); });
  if (is_closed_ || taken_ == tasks_.size()) return nullptr;
  return &tasks_[taken_++];
}

template <typename T>
void OrderedQueue<T>::finish(Task& task) {
  const std::lock_guard lock(mutex_);
  task.is_finished = true;
  changed_.notify_all();
}

template <typename T>
std::optional<Worked<T>> OrderedQueue<T>::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    const bool is_ready = !tasks_.empty() && tasks_.front().is_finished;
    return is_ready || (tasks_.empty() && is_ended_) || is_closed_;
  });
  if (tasks_.empty() || !tasks_.front().is_finished) return std::nullopt;
  Task& task = tasks_.front();
  base::Result<T> result =
      task.result ? std::move(*task.result) : base::Result<T>(task.job.work.error());
  Worked<T> worked{std::move(task.job.name), task.job.bytes, std::move(result)};
  weight_ -= task.job.weight;
  tasks_.pop_front();
  --taken_;
  changed_.notify_all();
  return worked;
}

template <typename T>
void OrderedQueue<T>::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

}  // namespace pressoir::ingest
