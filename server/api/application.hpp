// What the HTTP server asks of the rest of the program: answers to requests. It is an interface so
// that the server can be tested without an archive.
#pragma once

#include <memory>
#include <optional>

#include "server/api/message.hpp"
#include "server/api/problem.hpp"
#include "server/api/statistics.hpp"

namespace pressoir::api {

// Answers requests that need the archive. Used by one thread at a time.
class Worker {
 public:
  virtual ~Worker() = default;
  virtual Response answer(const Request& request) = 0;
};

// Every function may be called from any thread. Must outlive its workers.
class Application {
 public:
  virtual ~Application() = default;

  // The answer when it needs neither the archive nor time (`/healthz`, style sheets, unknown
  // addresses of the API); nothing: ask a worker.
  virtual std::optional<Response> answer_at_once(const Request& request) const = 0;

  // `problem` as the client reads it: a page for browsers, JSON for programs.
  virtual Response answer_problem(const Request& request, const Problem& problem) const = 0;

  // What operators watch.
  virtual Statistics statistics() const { return {}; }

  // One for each thread that answers; called by that thread.
  virtual std::unique_ptr<Worker> make_worker() const = 0;
};

}  // namespace pressoir::api
