// The threads that answer: each owns one api::Worker, and so one handle on the archive. Requests
// wait for them in one bounded queue; the io thread never searches. Of the threads that rest the
// one that has rested least is called: the processor still has at hand what it reads.
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

#include "server/api/application.hpp"
#include "server/http/metrics.hpp"

namespace pressoir::http {

struct WorkerPoolOptions {
  std::size_t threads = 1;
  std::size_t max_queued_requests = 256;  // not counting those being answered
};

class WorkerPool {
 public:
  using Done = boost::asio::any_completion_handler<void(api::Response)>;
  using PieceDone = boost::asio::any_completion_handler<void(api::BodyStream::Piece)>;

  // Answers are handed back on `executor`; `metrics` gets how long requests waited. `application`
  // and `metrics` must outlive the pool; the executor's context must not be destroyed before it.
  WorkerPool(const api::Application& application, boost::asio::any_io_executor executor,
             const WorkerPoolOptions& options, Metrics& metrics);
  // Waits for the requests being answered; those still queued are dropped, their `done` uncalled.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Queues a request whose answer, in the coding that it prefers, goes to `done`; `request` must
  // live until then. False, with `done` untouched, when the queue is full. May be called from any
  // thread.
  bool submit(const api::Request& request, Done& done);

  // Queues the making of a stream's next piece, under the same rules. `stream` must live until
  // `done` is called; a stream that throws is cut.
  bool submit(api::BodyStream& stream, PieceDone& done);

  struct Load {
    std::size_t queued = 0;
    std::size_t busy = 0;  // of the threads
    std::size_t threads = 0;
  };
  Load load() const;

 private:
  struct RequestJob {
    const api::Request* request;
    Done done;
  };
  struct PieceJob {
    api::BodyStream* stream;
    PieceDone done;
  };
  using Clock = std::chrono::steady_clock;
  struct Job {
    std::variant<RequestJob, PieceJob> work;
    Clock::time_point queued = Clock::now();
  };
  struct Rest {
    std::condition_variable_any end;
    bool is_over = false;
  };
  bool has_room() const;
  void add(Job job);
  void work(const std::stop_token& stop);
  void run(RequestJob& job, api::Worker& worker);
  void run(PieceJob& job, api::Worker& worker);

  const api::Application& application_;
  boost::asio::any_io_executor executor_;
  WorkerPoolOptions options_;
  Metrics& metrics_;
  mutable std::mutex mutex_;  // guards queue_, resting_ and busy_
  std::deque<Job> queue_;
  std::vector<Rest*> resting_;  // the newest last
  std::size_t busy_ = 0;
  std::vector<std::jthread> threads_;  // last: they use all of the above
};

}  // namespace pressoir::http
