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

#include "indexer/ingest/extraction.hpp"

namespace pressoir::ingest {

class OrderedQueue {
 public:
  // An item on its way. Belongs to the worker that took it until finish().
  struct Task {
    sources::Item item;
    std::size_t weight;  // bytes of its content in memory
    std::optional<base::Result<base::Document>> document = std::nullopt;  // the worker's result
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

  // Hands a task back, its document set.
  void finish(Task& task);

  // The result of the oldest item; waits for it. Nothing after the last one.
  std::optional<Extracted> pop();

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

}  // namespace pressoir::ingest
