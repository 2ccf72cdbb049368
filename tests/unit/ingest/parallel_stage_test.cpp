#include "indexer/ingest/parallel_stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;
using base::Result;
using Stage = ParallelStage<int, int>;
using Steps = StageSteps<int, int>;

constexpr std::size_t kWeight = 10'000;

// So many items, each of which is its number.
std::function<Result<std::optional<Item<int>>>()> numbers(int count) {
  return [count, at = 0]() mutable -> Result<std::optional<Item<int>>> {
    if (at == count) return std::optional<Item<int>>();
    const int number = at++;
    return std::optional(Item<int>{"item " + std::to_string(number), 1, number});
  };
}

std::size_t weigh(const int&) {
  return kWeight;
}

Result<int> same(int&& number) {
  return number;
}

// What comes out of a stage: a number, or the message of its error.
std::vector<std::string> outcomes(Stage& stage) {
  std::vector<std::string> outcomes;
  while (true) {
    const Result<std::optional<Item<int>>> item = stage.next();
    if (!item) outcomes.push_back("end: " + item.error().message);
    if (!item || !*item) return outcomes;
    outcomes.push_back((*item)->content ? std::to_string(*(*item)->content)
                                        : (*item)->content.error().message);
  }
}

using Outcomes = std::vector<std::string>;

TEST(ParallelStage, KeepsTheOrderOfTheItems) {
  const auto uneven = [](int&& number) -> Result<int> {
    std::this_thread::sleep_for(std::chrono::microseconds(number % 3 * 300));
    return number;
  };
  Stage stage({numbers(200), weigh, uneven}, {.jobs = 8});
  for (int i = 0; i < 200; ++i) {
    const auto item = stage.next();
    ASSERT_TRUE(item && *item);
    EXPECT_EQ((*item)->name, "item " + std::to_string(i));
    EXPECT_EQ(*(*item)->content, i);
  }
  EXPECT_FALSE(*stage.next());
}

TEST(ParallelStage, LetsItemsWithAnErrorThrough) {
  const auto pull = [at = 0]() mutable -> Result<std::optional<Item<int>>> {
    if (at == 3) return std::optional<Item<int>>();
    Item<int> item{"item", 1, at};
    if (at++ == 1) item.content = Error{Errc::kTooLarge, "is too large"};
    return std::optional(item);
  };
  Stage stage({pull, weigh, same}, {.jobs = 2});
  EXPECT_EQ(outcomes(stage), (Outcomes{"0", "is too large", "2"}));
}

TEST(ParallelStage, TurnsAThrowIntoTheErrorOfItsItem) {
  const auto work = [](int&& number) -> Result<int> {
    if (number == 1) throw std::runtime_error("panne");
    if (number == 2) throw 3;
    return number;
  };
  Stage stage({numbers(4), weigh, work}, {.jobs = 2});
  EXPECT_EQ(outcomes(stage),
            (Outcomes{"0", "could not be read, by a fault of this program: panne",
                      "could not be read, by a fault of this program: it says no more", "3"}));
}

TEST(ParallelStage, EndsWithTheErrorOfItsInputAfterTheItemsBeforeIt) {
  const auto pull = [at = 0]() mutable -> Result<std::optional<Item<int>>> {
    if (at == 2) return Error{Errc::kUnreadable, "the disk fails"};
    return std::optional(Item<int>{"item", 1, at++});
  };
  Stage stage({pull, weigh, same}, {.jobs = 2});
  EXPECT_EQ(outcomes(stage), (Outcomes{"0", "1", "end: the disk fails"}));
}

TEST(ParallelStage, EndsWithAnItemInErrorWhenItsInputThrows) {
  const auto pull = [at = 0]() mutable -> Result<std::optional<Item<int>>> {
    if (at == 1) throw std::runtime_error("panne");
    return std::optional(Item<int>{"item", 1, at++});
  };
  Stage stage({pull, weigh, same}, {.jobs = 2});
  EXPECT_EQ(outcomes(stage), (Outcomes{"0", "stopped: panne"}));
}

TEST(ParallelStage, StopsItsThreadsWhenTheCallerHasEnough) {
  std::atomic<int> pulled = 0;
  const auto endless = [&]() -> Result<std::optional<Item<int>>> {
    return std::optional(Item<int>{"item", 1, pulled++});
  };
  {
    Stage stage({endless, weigh, same}, {.jobs = 4, .max_waiting_bytes = 5 * kWeight});
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(*stage.next());
  }
  const int at_end = pulled;
  EXPECT_LE(at_end, 5 + 5 + 1);
}

TEST(ParallelStage, PullsNoFurtherThanItsMemoryAllows) {
  std::atomic<int> in_flight = 0;
  int most = 0;
  const auto counting = [&](int&& number) -> Result<int> {
    ++in_flight;
    return number;
  };
  Stage stage({numbers(50), weigh, counting}, {.jobs = 2, .max_waiting_bytes = 5 * kWeight});
  while (*stage.next()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    most = std::max(most, in_flight--);
  }
  EXPECT_LE(most, 5 + 1);
}

TEST(ParallelStage, LetsASingleItemBeyondItsMemoryThrough) {
  Stage stage({numbers(2), weigh, same}, {.jobs = 1, .max_waiting_bytes = 100});
  EXPECT_EQ(outcomes(stage), (Outcomes{"0", "1"}));
}

TEST(ParallelStage, WaitsForTheOldestItem) {
  std::atomic<bool> is_let_go = false;
  const auto work = [&](int&& number) -> Result<int> {
    while (number == 0 && !is_let_go) std::this_thread::yield();
    if (number == 1) is_let_go = true;
    return number;
  };
  Stage stage({numbers(2), weigh, work}, {.jobs = 2});
  EXPECT_EQ(outcomes(stage), (Outcomes{"0", "1"}));
}

TEST(ParallelStage, GivesNothingForNoItem) {
  Stage stage({numbers(0), weigh, same}, {.jobs = 3});
  EXPECT_EQ(outcomes(stage), Outcomes{});
}

}  // namespace
}  // namespace pressoir::ingest
