#include "server/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <deque>
#include <vector>

#include "tests/unit/http/fake_application.hpp"

namespace pressoir::http {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

class WorkerPoolTest : public testing::Test {
 protected:
  // Submits a request and keeps its answer.
  bool submit(WorkerPool& pool, const std::string& path) {
    WorkerPool::Done done([this](app::Response response) {
      answers_.push_back(std::move(response));
      if (answers_.size() == expected_) context_.stop();
    });
    requests_.push_back({"GET", path, "", ""});
    return pool.submit(requests_.back(), done);
  }

  void run_until(std::size_t answers) {
    expected_ = answers;
    context_.restart();
    context_.run_for(10s);
  }

  boost::asio::io_context context_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{
      context_.get_executor()};
  FakeApplication application_;
  Metrics metrics_;
  std::deque<app::Request> requests_;  // in their places until they are answered
  std::vector<app::Response> answers_;
  std::size_t expected_ = 0;
};

TEST_F(WorkerPoolTest, HandsAnswersBackOnTheExecutor) {
  WorkerPool pool(application_, context_.get_executor(), {2, 16}, metrics_);
  for (int i = 0; i < 8; ++i) ASSERT_TRUE(submit(pool, "/x"));

  run_until(8);

  ASSERT_EQ(answers_.size(), 8U);
  EXPECT_EQ(answers_[0].body, "/x?");
}

TEST_F(WorkerPoolTest, RefusesWhatItsQueueCannotHold) {
  WorkerPool pool(application_, context_.get_executor(), {1, 1}, metrics_);
  ASSERT_TRUE(submit(pool, "/slow"));
  std::this_thread::sleep_for(100ms);  // the worker has taken it

  const bool second = submit(pool, "/x");
  const bool third = submit(pool, "/x");

  EXPECT_TRUE(second);
  EXPECT_FALSE(third);
  run_until(2);
  EXPECT_EQ(answers_.size(), 2U);
}

TEST_F(WorkerPoolTest, SurvivesARequestThatThrows) {
  WorkerPool pool(application_, context_.get_executor(), {1, 16}, metrics_);
  ASSERT_TRUE(submit(pool, "/throws"));
  ASSERT_TRUE(submit(pool, "/x"));

  run_until(2);

  ASSERT_EQ(answers_.size(), 2U);
  EXPECT_EQ(answers_[0].status, 500U);
  EXPECT_EQ(answers_[0].body.find("on purpose"), std::string::npos);
  EXPECT_EQ(answers_[1].status, 200U);
}

TEST_F(WorkerPoolTest, CallsTheWorkerThatRestedLeast) {
  WorkerPool pool(application_, context_.get_executor(), {4, 16}, metrics_);
  const auto run_and_rest = [&](std::size_t answers) {
    run_until(answers);
    while (pool.load().busy != 0) std::this_thread::yield();
  };
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(submit(pool, "/slow"));  // one for each
  run_and_rest(4);
  for (std::size_t i = 4; i < 14; ++i) {
    ASSERT_TRUE(submit(pool, "/worker"));
    run_and_rest(i + 1);
  }

  ASSERT_EQ(answers_.size(), 14U);
  for (std::size_t i = 5; i < 14; ++i) EXPECT_EQ(answers_[i].body, answers_[4].body) << i;
}

TEST_F(WorkerPoolTest, EndsWhileRequestsWait) {
  {
    WorkerPool pool(application_, context_.get_executor(), {1, 16}, metrics_);
    ASSERT_TRUE(submit(pool, "/slow"));
    for (int i = 0; i < 8; ++i) ASSERT_TRUE(submit(pool, "/slow"));
  }
  EXPECT_TRUE(answers_.empty());
}

}  // namespace
}  // namespace pressoir::http
