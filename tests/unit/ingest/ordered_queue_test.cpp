#include "indexer/ingest/ordered_queue.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

namespace pressoir::ingest {
namespace {

using Queue = OrderedQueue<int>;

Job<int> item(const std::string& name) {
  return {name, 1, 100, base::Error{base::Errc::kEmpty, "is empty"}};
}

TEST(OrderedQueue, GivesResultsBackInTheOrderOfItems) {
  Queue queue(1 << 20);
  queue.push(item("un"));
  queue.push(item("deux"));
  queue.end();
  Queue::Task* first = queue.take();
  Queue::Task* second = queue.take();
  queue.finish(*second);
  queue.finish(*first);
  EXPECT_EQ(queue.pop()->name, "un");
  EXPECT_EQ(queue.pop()->name, "deux");
  EXPECT_FALSE(queue.pop());
  EXPECT_EQ(queue.take(), nullptr);
}

TEST(OrderedQueue, WaitsForTheOldestItem) {
  Queue queue(1 << 20);
  queue.push(item("un"));
  queue.push(item("deux"));
  Queue::Task* first = queue.take();
  queue.finish(*queue.take());
  auto popped = std::async(std::launch::async, [&] { return queue.pop()->name; });
  EXPECT_EQ(popped.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  queue.finish(*first);
  EXPECT_EQ(popped.get(), "un");
}

TEST(OrderedQueue, HoldsTheReaderBackWhenItIsFull) {
  Queue queue(100);
  queue.push(item("un"));
  auto pushed = std::async(std::launch::async, [&] { return queue.push(item("deux")); });
  EXPECT_EQ(pushed.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  queue.finish(*queue.take());
  queue.pop();
  EXPECT_TRUE(pushed.get());
}

TEST(OrderedQueue, SendsEveryoneHomeWhenItCloses) {
  Queue queue(100);
  queue.push(item("un"));
  auto pushed = std::async(std::launch::async, [&] { return queue.push(item("deux")); });
  queue.close();
  EXPECT_FALSE(pushed.get());
  EXPECT_EQ(queue.take(), nullptr);
  EXPECT_FALSE(queue.pop());
}

}  // namespace
}  // namespace pressoir::ingest
