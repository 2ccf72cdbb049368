#include "server/http/worker_pool.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "server/http/content_coding.hpp"

namespace pressoir::http {
namespace {

// The edge of the worker threads: nothing that a request provokes ends the process.
api::Response answer_safely(const api::Application& application, api::Worker& worker,
                            const api::Request& request) {
  try {
    return in_preferred_coding(request, worker.answer(request));
  } catch (const std::exception& failure) {
    spdlog::error("a request to {} failed: {}", request.path, failure.what());
  } catch (...) {
    spdlog::error("a request to {} failed", request.path);
  }
  return application.answer_problem(request, {api::ProblemKind::kInternal, "", {}, ""});
}

api::BodyStream::Piece next_piece_safely(api::BodyStream& stream) {
  try {
    return stream.next();
  } catch (const std::exception& failure) {
    spdlog::error("a stream failed: {}", failure.what());
  } catch (...) {
    spdlog::error("a stream failed");
  }
  return {"", api::BodyStream::State::kCut};
}

}  // namespace

WorkerPool::WorkerPool(const api::Application& application, boost::asio::any_io_executor executor,
                       const WorkerPoolOptions& options, Metrics& metrics)
    : application_(application),
      executor_(std::move(executor)),
      options_(options),
      metrics_(metrics) {
  for (std::size_t i = 0; i < options_.threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

WorkerPool::~WorkerPool() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
}

bool WorkerPool::has_room() const {
  return queue_.size() < options_.max_queued_requests;
}

bool WorkerPool::submit(const api::Request& request, Done& done) {
  const std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  add({RequestJob{&request, std::move(done)}});
  return true;
}

bool WorkerPool::submit(api::BodyStream& stream, PieceDone& done) {
  const std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  add({PieceJob{&stream, std::move(done)}});
  return true;
}

// To be called with the mutex held.
void WorkerPool::add(Job job) {
  queue_.push_back(std::move(job));
  if (resting_.empty()) return;
  Rest& rest = *resting_.back();
  resting_.pop_back();
  rest.is_over = true;
  rest.end.notify_one();
}

WorkerPool::Load WorkerPool::load() const {
  const std::lock_guard lock(mutex_);
  return {queue_.size(), busy_, options_.threads};
}

void WorkerPool::run(RequestJob& job, api::Worker& worker) {
  api::Response response = answer_safely(application_, worker, *job.request);
  boost::asio::post(executor_,
                    [done = std::move(job.done), answer = std::move(response)]() mutable {
                      std::move(done)(std::move(answer));
                    });
}

void WorkerPool::run(PieceJob& job, api::Worker&) {
  boost::asio::post(executor_,
                    [done = std::move(job.done), piece = next_piece_safely(*job.stream)]() mutable {
                      std::move(done)(std::move(piece));
                    });
}

void WorkerPool::work(const std::stop_token& stop) {
  const std::unique_ptr<api::Worker> worker = application_.make_worker();
  Rest rest;
  std::unique_lock lock(mutex_);
  for (;;) {
    while (queue_.empty()) {
      rest.is_over = false;
      resting_.push_back(&rest);
      if (!rest.end.wait(lock, stop, [&rest] { return rest.is_over; })) return;
    }
    if (stop.stop_requested()) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    ++busy_;
    lock.unlock();
    metrics_.observe_wait(Clock::now() - job.queued);
    std::visit([&](auto& one) { run(one, *worker); }, job.work);
    lock.lock();
    --busy_;
  }
}

}  // namespace pressoir::http
