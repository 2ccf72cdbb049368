// Work that several threads do in any order and one thread takes back in the order it came.
//
//   reader: push… end      workers: take, finish…      caller: pop…
//
// Every function may be called from any thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

#include "indexer/ingest/extraction.hpp"

namespace pressoir::ingest {

// Bytes of an item's content in memory, with what it costs besides: names, fields, its place here.
std::size_t weight_of(const sources::Item& item);

// T is what a worker makes of an item.
template <typename T>
class OrderedQueue {
 public:
  // An item on its way. Belongs to the worker that took it until finish().
  struct Task {
    sources::Item item;
    std::size_t weight;
    std::optional<base::Result<T>> result = std::nullopt;  // the worker's
    bool is_finished = false;
  };

  // Lets items in until they weigh `max_weight` together; one is always let in.
  explicit OrderedQueue(std::size_t max_weight) : max_weight_(max_weight) {}

  // Waits for room. False when the queue was closed: the item is not wanted any more.
  bool push(sources::Item item);

  // No item will follow.
  void end();

  // The first task that no worker has taken; waits for one. nullptr when none will come.
  Task* take();

  // Hands a task back, its result set; without one it is the item's own error.
  void finish(Task& task);

  // The result of the oldest item; waits for it. Nothing after the last one.
  std::optional<Worked<T>> pop();

  // Sends everyone home: push and take return at once. What was finished may still be popped.
  void close();

 private:
  std::size_t max_weight_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;  // in the order of the source; addresses of tasks stay valid
  std::size_t taken_ = 0;   // of tasks_, how many a worker has taken
  std::size_t weight_ = 0;  // of tasks_
  bool is_ended_ = false;
  bool is_closed_ = false;
};

template <typename T>
bool OrderedQueue<T>::push(sources::Item item) {
  const std::size_t weight = weight_of(item);
  std::unique_lock lock(mutex_);
  changed_.wait(lock,
                [&] { return is_closed_ || tasks_.empty() || weight_ + weight <= max_weight_; });
  if (is_closed_) return false;
  tasks_.push_back({std::move(item), weight});
  weight_ += weight;
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
      task.result ? std::move(*task.result) : base::Result<T>(task.item.content.error());
  Worked<T> worked{std::move(task.item.name), task.item.bytes, std::move(result)};
  weight_ -= task.weight;
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
