#include "server/http/worker_pool.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace pressoir::http {
namespace {

// The edge of the worker threads: nothing that a request provokes ends the process.
api::Response answer_safely(const api::Application& application, api::Worker& worker,
                            const api::Request& request) {
  try {
    return worker.answer(request);
  } catch (const std::exception& failure) {
    spdlog::error("a request to {} failed: {}", request.path, failure.what());
  } catch (...) {
    spdlog::error("a request to {} failed", request.path);
  }
  return application.answer_problem(request, {api::ProblemKind::kInternal, "", {}, ""});
}

}  // namespace

WorkerPool::WorkerPool(const api::Application& application, boost::asio::any_io_executor executor,
                       const WorkerPoolOptions& options)
    : application_(application), executor_(std::move(executor)), options_(options) {
  for (std::size_t i = 0; i < options_.threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

WorkerPool::~WorkerPool() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
}

bool WorkerPool::submit(const api::Request& request, Done& done) {
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= options_.max_queued_requests) return false;
    queue_.push_back({request, std::move(done)});
  }
  filled_.notify_one();
  return true;
}

void WorkerPool::work(const std::stop_token& stop) {
  const std::unique_ptr<api::Worker> worker = application_.make_worker();
  for (;;) {
    std::unique_lock lock(mutex_);
    if (!filled_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
    if (stop.stop_requested()) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();

    api::Response response = answer_safely(application_, *worker, job.request);
    boost::asio::post(executor_,
                      [done = std::move(job.done), answer = std::move(response)]() mutable {
                        std::move(done)(std::move(answer));
                      });
  }
}

}  // namespace pressoir::http
