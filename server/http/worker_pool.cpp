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

// The edge of the worker threads: an exception that one request provokes (a bug, or memory) must
// not end the process.
app::Response answer_safely(const app::Application& application, app::Worker& worker,
                            const app::Request& request) {
  try {
    return in_preferred_coding(request, worker.answer(request));
  } catch (const std::exception& failure) {
    spdlog::error("a request to {} failed: {}", request.path, failure.what());
  } catch (...) {
    spdlog::error("a request to {} failed", request.path);
  }
  return application.answer_problem(request, {app::ProblemKind::kInternal, "", {}, ""});
}

// The header has been sent: the only way left to report an error is to cut the body.
app::BodyStream::Piece next_piece_safely(app::BodyStream& stream) {
  try {
    return stream.next();
  } catch (const std::exception& failure) {
    spdlog::error("a stream failed: {}", failure.what());
  } catch (...) {
    spdlog::error("a stream failed");
  }
  return {"", app::BodyStream::State::kCut};
}

}  // namespace

WorkerPool::WorkerPool(const app::Application& application, boost::asio::any_io_executor executor,
                       const WorkerPoolOptions& options, Metrics& metrics)
    : application_(application),
      executor_(std::move(executor)),
      options_(options),
      metrics_(metrics) {
  for (std::size_t i = 0; i < options_.threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

// Every thread gets the request to stop before the first is joined: they end at the same time.
WorkerPool::~WorkerPool() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
}

bool WorkerPool::has_room() const {
  return queue_.size() < options_.max_queued_requests;
}

// Moves from `done` only on success: the caller answers itself otherwise.
bool WorkerPool::submit(const app::Request& request, Done& done) {
  const std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  add({RequestJob{&request, std::move(done)}});
  return true;
}

bool WorkerPool::submit(app::BodyStream& stream, PieceDone& done) {
  const std::lock_guard lock(mutex_);
  if (!has_room()) return false;
  add({PieceJob{&stream, std::move(done)}});
  return true;
}

// Requires the mutex. Wakes one thread by its own condition variable: a shared one would wake any.
void WorkerPool::add(Job job) {
  queue_.push_back(std::move(job));
  if (idle_.empty()) return;
  Idle& idle = *idle_.back();
  idle_.pop_back();
  idle.is_woken = true;
  idle.wake.notify_one();
}

WorkerPool::Load WorkerPool::load() const {
  const std::lock_guard lock(mutex_);
  return {queue_.size(), busy_, options_.threads};
}

void WorkerPool::run(RequestJob& job, app::Worker& worker) {
  app::Response response = answer_safely(application_, worker, *job.request);
  boost::asio::post(executor_,
                    [done = std::move(job.done), answer = std::move(response)]() mutable {
                      std::move(done)(std::move(answer));
                    });
}

void WorkerPool::run(PieceJob& job, app::Worker&) {
  boost::asio::post(executor_,
                    [done = std::move(job.done), piece = next_piece_safely(*job.stream)]() mutable {
                      std::move(done)(std::move(piece));
                    });
}

void WorkerPool::work(const std::stop_token& stop) {
  // Made by the thread that uses it: a Xapian database belongs to one thread.
  const std::unique_ptr<app::Worker> worker = application_.make_worker();
  Idle idle;
  std::unique_lock lock(mutex_);
  for (;;) {
    while (queue_.empty()) {
      idle.is_woken = false;
      idle_.push_back(&idle);
      if (!idle.wake.wait(lock, stop, [&idle] { return idle.is_woken; })) return;
    }
    // The remaining queue is dropped: its sessions are gone.
    if (stop.stop_requested()) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    ++busy_;
    lock.unlock();
    // Without the mutex, which other workers need.
    metrics_.observe_wait(Clock::now() - job.queued);
    std::visit([&](auto& one) { run(one, *worker); }, job.work);
    lock.lock();
    --busy_;
  }
}

}  // namespace pressoir::http
