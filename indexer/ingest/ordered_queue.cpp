#include "indexer/ingest/ordered_queue.hpp"

#include <utility>

namespace pressoir::ingest {
namespace {

// What an item costs besides its bytes: names, fields, its place in the queue.
constexpr std::size_t kItemBytes = 1024;

std::size_t weight_of(const sources::Item& item) {
  if (!item.content) return kItemBytes;
  if (const auto* page = std::get_if<extract::Page>(&*item.content)) {
    return kItemBytes + page->bytes.size();
  }
  const auto& record = std::get<sources::Record>(*item.content);
  return kItemBytes + record.html.size() + record.document.text.size();
}

Extracted result_of(OrderedQueue::Task& task) {
  base::Result<base::Document> document =
      task.document ? std::move(*task.document)
                    : base::Result<base::Document>(task.item.content.error());
  return {std::move(task.item.name), task.item.bytes, std::move(document)};
}

}  // namespace

bool OrderedQueue::push(sources::Item item) {
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

void OrderedQueue::end() {
  const std::lock_guard lock(mutex_);
  is_ended_ = true;
  changed_.notify_all();
}

OrderedQueue::Task* OrderedQueue::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_closed_ || is_ended_ || taken_ < tasks_.size(); });
  if (is_closed_ || taken_ == tasks_.size()) return nullptr;
  return &tasks_[taken_++];
}

void OrderedQueue::finish(Task& task) {
  const std::lock_guard lock(mutex_);
  task.is_finished = true;
  changed_.notify_all();
}

std::optional<Extracted> OrderedQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    const bool is_ready = !tasks_.empty() && tasks_.front().is_finished;
    return is_ready || (tasks_.empty() && is_ended_) || is_closed_;
  });
  if (tasks_.empty() || !tasks_.front().is_finished) return std::nullopt;
  Extracted result = result_of(tasks_.front());
  weight_ -= tasks_.front().weight;
  tasks_.pop_front();
  --taken_;
  changed_.notify_all();
  return result;
}

void OrderedQueue::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

}  // namespace pressoir::ingest
