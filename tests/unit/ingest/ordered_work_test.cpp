#include "indexer/ingest/ordered_work.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;

using IntWork = std::function<base::Result<int>()>;
using Next = std::function<std::optional<Job<int>>()>;

constexpr std::size_t kWeight = 10000;

// So many jobs, each of which gives its number.
Next jobs(int count, const std::function<IntWork(int)>& work_of = {}) {
  return [=, at = 0]() mutable -> std::optional<Job<int>> {
    if (at == count) return std::nullopt;
    const int number = at++;
    const IntWork work = work_of ? work_of(number) : IntWork([number] { return number; });
    return Job<int>{"item " + std::to_string(number), 1, kWeight, work};
  };
}

TEST(OrderedWork, KeepsTheOrderOfTheJobs) {
  const auto uneven = [](int number) -> IntWork {
    return [number] {
      std::this_thread::sleep_for(std::chrono::microseconds(number % 3 * 300));
      return number;
    };
  };
  std::vector<int> results;
  do_in_order<int>(jobs(200, uneven), {.jobs = 8}, [&](Worked<int>&& worked) {
    results.push_back(*worked.result);
    return true;
  });
  ASSERT_EQ(results.size(), 200u);
  EXPECT_TRUE(std::ranges::is_sorted(results));
}

TEST(OrderedWork, PassesOnTheErrorsOfJobs) {
  const Next next = [at = 0]() mutable -> std::optional<Job<int>> {
    if (at == 3) return std::nullopt;
    Job<int> job{"item", 1, kWeight, IntWork([] { return 1; })};
    if (at++ == 1) job.work = Error{Errc::kTooLarge, "is too large"};
    return job;
  };
  std::vector<Errc> errors;
  do_in_order<int>(next, {.jobs = 2}, [&](Worked<int>&& worked) {
    if (!worked.result) errors.push_back(worked.result.error().code);
    return true;
  });
  EXPECT_EQ(errors, std::vector{Errc::kTooLarge});
}

TEST(OrderedWork, TurnsAThrowIntoTheErrorOfItsJob) {
  const auto throwing = [](int number) -> IntWork {
    return [number]() -> base::Result<int> {
      if (number == 1) throw std::runtime_error("panne");
      return number;
    };
  };
  std::vector<std::string> outcomes;
  do_in_order<int>(jobs(3, throwing), {.jobs = 2}, [&](Worked<int>&& worked) {
    outcomes.push_back(worked.result ? "ok" : worked.result.error().message);
    return true;
  });
  EXPECT_EQ(outcomes, (std::vector<std::string>{
                          "ok", "could not be read, by a fault of this program: panne", "ok"}));
}

TEST(OrderedWork, EndsWithAnErrorWhenTheJobsCannotBeRead) {
  const Next next = [at = 0]() mutable -> std::optional<Job<int>> {
    if (at++ == 1) throw std::runtime_error("panne");
    return Job<int>{"item", 1, kWeight, IntWork([] { return 1; })};
  };
  std::vector<bool> successes;
  do_in_order<int>(next, {.jobs = 2}, [&](Worked<int>&& worked) {
    successes.push_back(worked.result.has_value());
    return true;
  });
  EXPECT_EQ(successes, (std::vector<bool>{true, false}));
}

TEST(OrderedWork, StopsWhenTheCallerHasEnough) {
  int visited = 0;
  do_in_order<int>(jobs(5000), {.jobs = 4}, [&](Worked<int>&&) { return ++visited < 5; });
  EXPECT_EQ(visited, 5);
}

TEST(OrderedWork, LetsThreadsGoWhenTheCallerThrows) {
  EXPECT_THROW(do_in_order<int>(jobs(5000), {.jobs = 4},
                                [](Worked<int>&&) -> bool { throw std::runtime_error("panne"); }),
               std::runtime_error);
}

TEST(OrderedWork, ReadsNoFurtherThanItsMemoryAllows) {
  std::atomic<int> in_flight = 0;
  int most = 0;
  const auto counting = [&](int number) -> IntWork {
    return [&in_flight, number] {
      ++in_flight;
      return number;
    };
  };
  do_in_order<int>(jobs(50, counting), {.jobs = 2, .max_waiting_bytes = 5 * kWeight},
                   [&](Worked<int>&&) {
                     std::this_thread::sleep_for(std::chrono::milliseconds(1));
                     most = std::max(most, in_flight--);
                     return true;
                   });
  EXPECT_LE(most, 5 + 1);
}

TEST(OrderedWork, LetsASingleJobBeyondItsMemoryThrough) {
  int visited = 0;
  do_in_order<int>(jobs(2), {.jobs = 1, .max_waiting_bytes = 100}, [&](Worked<int>&&) {
    ++visited;
    return true;
  });
  EXPECT_EQ(visited, 2);
}

TEST(OrderedWork, GivesNothingForNoJob) {
  do_in_order<int>(jobs(0), {.jobs = 3}, [](Worked<int>&&) -> bool {
    ADD_FAILURE();
    return true;
  });
}

}  // namespace
}  // namespace pressoir::ingest
