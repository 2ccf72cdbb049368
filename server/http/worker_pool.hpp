// The threads that search. Each owns one app::Worker, and so one Searcher on the archive. Requests
// wait in one bounded queue (back-pressure: when it is full, the session answers 503); the io
// thread never searches. Of several idle threads the one that became idle last is woken, because
// its working set is still in the caches of its processor.
#pragma once

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "server/app/application.hpp"
#include "server/http/metrics.hpp"

namespace pressoir::http {

// See ServerOptions and Limits.
struct WorkerPoolOptions {
  std::size_t threads = 1;
  std::size_t max_queued_requests = 256;  // without those being answered
};

class WorkerPool {
 public:
  // Called once, on the executor, with the result.
  using Done = boost::asio::any_completion_handler<void(app::Response)>;
  using PieceDone = boost::asio::any_completion_handler<void(app::BodyStream::Piece)>;

  // Starts the threads. Answers are posted to `executor`; `metrics` receives the waiting times.
  // `application`, `metrics` and the executor's context must outlive the pool.
  WorkerPool(const app::Application& application, boost::asio::any_io_executor executor,
             const WorkerPoolOptions& options, Metrics& metrics);
  // Waits for the requests being answered; queued ones are dropped without a call of `done`.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Queues a request. `done` gets its answer, compressed as the request prefers; `request` must
  // live until then. False, with `done` unchanged, when the queue is full. A worker that throws is
  // answered with kInternal. Any thread.
  bool submit(const app::Request& request, Done& done);

  // Queues the computation of a stream's next piece, under the same rules. `stream` must live until
  // `done` is called. A stream that throws is cut.
  bool submit(app::BodyStream& stream, PieceDone& done);

  // For the metrics. Any thread.
  struct Load {
    std::size_t queued = 0;
    std::size_t busy = 0;  // of the threads
    std::size_t threads = 0;
  };
  Load load() const;

 private:
  // What a worker does next: a request to answer, or a piece of a stream to compute. Pieces wait in
  // the same queue as requests, so that exports cannot starve searches.
  struct RequestJob {
    const app::Request* request;
    Done done;
  };
  struct PieceJob {
    app::BodyStream* stream;
    PieceDone done;
  };
  using Clock = std::chrono::steady_clock;
  struct Job {
    std::variant<RequestJob, PieceJob> work;
    Clock::time_point queued = Clock::now();
  };
  // An idle thread, in that thread's stack.
  struct Idle {
    std::condition_variable_any wake;
    bool is_woken = false;
  };
  // Both require mutex_.
  bool has_room() const;
  void add(Job job);
  // The loop of a thread.
  void work(const std::stop_token& stop);
  void run(RequestJob& job, app::Worker& worker);
  void run(PieceJob& job, app::Worker& worker);

  const app::Application& application_;
  boost::asio::any_io_executor executor_;
  WorkerPoolOptions options_;
  Metrics& metrics_;
  // Guards queue_, idle_ and busy_. Not locked while a request is answered.
  mutable std::mutex mutex_;
  std::deque<Job> queue_;
  std::vector<Idle*> idle_;  // the last to become idle at the back
  std::size_t busy_ = 0;
  std::vector<std::jthread> threads_;  // last: joined first
};

}  // namespace pressoir::http
