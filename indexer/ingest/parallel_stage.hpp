// One step of a run that several threads do for different items at once, while its results come
// out in the order in which the items went in: the same input gives the same output whatever the
// number of threads.
//
//   one thread           jobs threads        the caller
//   steps.pull  ──────▶  steps.work  ──────▶ next()
//
// Between them is one bounded queue of items: when the caller is slower than the rest, the threads
// wait for it (back-pressure), so that memory does not grow with the harvest. When the caller has
// enough, it destroys the stage: the threads end after the item they work on.
//
//   ParallelStage<Content, Draft> drafts({pull, weigh, work}, {.jobs = 4});
//   while (true) {
//     Result<std::optional<Item<Draft>>> draft = drafts.next();
//     if (!draft) return draft.error();  // the input failed
//     if (!*draft) break;                // the end
//     …
//   }
//
// A stage owns threads and cannot be moved; a function may return one that it makes in its return
// statement. Why not std::async or a pool: the order of the items, the bound on what waits and the
// end at the first error of `pull` would have to be built on top of either.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

using sources::Item;

// What a stage does. What these functions refer to must outlive the stage.
template <typename In, typename Out>
struct StageSteps {
  // The next item; nothing at the end; an error ends the stage. Called by one thread at a time.
  std::function<base::Result<std::optional<Item<In>>>()> pull;
  // Bytes of memory that an item takes on its way through the stage, about.
  std::function<std::size_t(const In&)> weigh;
  // Called by any worker, by several at once, once for each item that has a content; an item that
  // came with an error passes it. What it throws becomes the item's error, kInternal: a page on
  // which this program fails must not take the others with it.
  std::function<base::Result<Out>(In&&)> work;
};

struct StageOptions {
  unsigned jobs = 1;                         // threads that work, 1 at least
  std::size_t max_waiting_bytes = 8u << 20;  // of items in the queue; one item may be larger
};

// In: the content of an item before the stage; Out: after it.
template <typename In, typename Out>
class ParallelStage {
 public:
  // Starts the threads, which pull and work at once. Throws std::system_error when the system has
  // no more threads.
  ParallelStage(StageSteps<In, Out> steps, const StageOptions& options);
  ~ParallelStage();  // waits for the threads; what they had in hand is dropped
  ParallelStage(const ParallelStage&) = delete;
  ParallelStage& operator=(const ParallelStage&) = delete;

  // Waits for the result of the next item and returns it; an item that came with an error goes
  // through as it is. Nothing at the end, then and ever after. An error is that of `pull`, after
  // the items before it. Called by one thread.
  base::Result<std::optional<Item<Out>>> next();

 private:
  // An item on its way. From take() until its output is set it belongs to one worker, which reads
  // and writes it without the lock; before and after, the lock guards it.
  struct Task {
    std::string name;
    std::uint64_t bytes_read;
    std::size_t weight;
    base::Result<In> input;  // the worker's that took it
    std::optional<base::Result<Out>> output = std::nullopt;
  };

  void close();                // makes all threads end, dropping what is in the queue
  void pull_all();             // the pulling thread
  void work_all();             // a worker
  bool push(Item<In>&& item);  // by the pulling thread, to the end of the queue
  Task* take();                // by a worker: the oldest task that nobody has
  base::Result<Out> do_work(Task& task) const;

  // What an item takes besides its content: a name, a task, a result. Without it a harvest of empty
  // pages would have no bound.
  static constexpr std::size_t kItemBytes = 1024;

  const StageSteps<In, Out> steps_;
  const std::size_t max_weight_;
  std::mutex mutex_;  // of all that follows
  // One for each kind of waiter, so that a change wakes one thread and not all of them.
  std::condition_variable has_room_;    // the pulling thread
  std::condition_variable has_input_;   // workers
  std::condition_variable has_output_;  // the caller
  std::deque<Task> tasks_;              // in the order of the items; addresses of tasks stay valid
  std::size_t taken_ = 0;               // of tasks_, how many a worker has taken
  std::size_t weight_ = 0;              // of tasks_
  bool is_ended_ = false;               // no task will follow
  bool is_closed_ = false;              // no task is wanted any more
  std::optional<base::Error> error_;    // that of `pull`
  std::vector<std::jthread> threads_;
};

template <typename In, typename Out>
ParallelStage<In, Out>::ParallelStage(StageSteps<In, Out> steps, const StageOptions& options)
    : steps_(std::move(steps)), max_weight_(options.max_waiting_bytes) {
  try {
    threads_.emplace_back(&ParallelStage::pull_all, this);
    for (unsigned job = 0; job < options.jobs; ++job) {
      threads_.emplace_back(&ParallelStage::work_all, this);
    }
  } catch (...) {  // no more threads: those that run must end before they can be joined
    close();
    throw;
  }
}

// The threads themselves are joined by their destructors, before any other member goes.
template <typename In, typename Out>
ParallelStage<In, Out>::~ParallelStage() {
  close();
}

template <typename In, typename Out>
void ParallelStage<In, Out>::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  has_room_.notify_all();
  has_input_.notify_all();
}

// The weight of an item counts until its result is taken here, so that results that wait for an
// older item, one large page among small ones, are bounded too.
template <typename In, typename Out>
base::Result<std::optional<Item<Out>>> ParallelStage<In, Out>::next() {
  std::unique_lock lock(mutex_);
  has_output_.wait(
      lock, [this] { return tasks_.empty() ? is_ended_ : tasks_.front().output.has_value(); });
  if (tasks_.empty()) {
    if (error_) return *error_;
    return std::optional<Item<Out>>();
  }
  Task& task = tasks_.front();
  Item<Out> item{std::move(task.name), task.bytes_read, std::move(*task.output)};
  weight_ -= task.weight;
  tasks_.pop_front();
  --taken_;
  has_room_.notify_one();
  return std::optional(std::move(item));
}

// The error is published after the last item: next() returns the items before it first.
template <typename In, typename Out>
void ParallelStage<In, Out>::pull_all() {
  std::optional<base::Error> error;
  try {
    for (bool is_wanted = true; is_wanted;) {
      base::Result<std::optional<Item<In>>> item = steps_.pull();
      if (!item) error = item.error();
      if (!item || !*item) break;
      is_wanted = push(std::move(**item));
    }
  } catch (const std::exception& failure) {
    // The rest of the source is unknown: an item of its own says so, and pruning is refused.
    push({"source", 0,
          base::Error{base::Errc::kInternal, std::string("stopped: ") + failure.what()}});
  }
  const std::lock_guard lock(mutex_);
  error_ = error;
  is_ended_ = true;
  has_input_.notify_all();
  has_output_.notify_one();
}

// Works without the lock, which would make the workers take turns. Wakes the caller only for the
// oldest task: it can do nothing with the result of another.
template <typename In, typename Out>
void ParallelStage<In, Out>::work_all() {
  while (Task* task = take()) {
    base::Result<Out> output = do_work(*task);
    task->input = base::Error{};  // frees it before the result waits for its turn
    const std::lock_guard lock(mutex_);
    task->output = std::move(output);
    if (task == &tasks_.front()) has_output_.notify_one();
  }
}

// Waits for room; false when no more is wanted. An empty queue takes any item: one that is larger
// than the bound must go through too.
template <typename In, typename Out>
bool ParallelStage<In, Out>::push(Item<In>&& item) {
  const std::size_t weight = kItemBytes + (item.content ? steps_.weigh(*item.content) : 0);
  std::unique_lock lock(mutex_);
  has_room_.wait(lock,
                 [&] { return is_closed_ || tasks_.empty() || weight_ + weight <= max_weight_; });
  if (is_closed_) return false;
  weight_ += weight;
  tasks_.push_back({std::move(item.name), item.bytes_read, weight, std::move(item.content)});
  has_input_.notify_one();
  return true;
}

// The first task that no worker has taken; waits for one. nullptr when none will come.
template <typename In, typename Out>
typename ParallelStage<In, Out>::Task* ParallelStage<In, Out>::take() {
  std::unique_lock lock(mutex_);
  has_input_.wait(lock, [this] { return is_closed_ || is_ended_ || taken_ < tasks_.size(); });
  if (is_closed_ || taken_ == tasks_.size()) return nullptr;
  return &tasks_[taken_++];
}

// Also what is no std::exception: nothing may leave the function of a thread.
template <typename In, typename Out>
base::Result<Out> ParallelStage<In, Out>::do_work(Task& task) const {
  if (!task.input) return task.input.error();
  const auto fault = [](const std::string& reason) {
    return base::Error{base::Errc::kInternal,
                       "could not be read, by a fault of this program: " + reason};
  };
  try {
    return steps_.work(std::move(*task.input));
  } catch (const std::exception& failure) {
    return fault(failure.what());
  } catch (...) {
    return fault("it says no more");
  }
}

}  // namespace pressoir::ingest
