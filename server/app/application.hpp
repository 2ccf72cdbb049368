// The interface between server/http and the rest of the program: requests in, responses out. It is
// abstract so that the HTTP server can be tested without an archive.
//
//   route -> answer_at_once, or else Worker::answer on a worker thread
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/app/message.hpp"
#include "server/app/problem.hpp"
#include "server/search/query_cache.hpp"

namespace pressoir::app {

// Gauges of an application for /metrics, all read at one moment.
struct Statistics {
  std::string revision;  // of the archive; empty: there is none
  std::uint64_t documents = 0;
  std::int64_t updated = 0;  // last commit that changed a document, seconds since 1970; 0: unknown
  search::CacheStatistics cache;
};

// Answers requests that need the archive. Used by one thread at a time.
class Worker {
 public:
  virtual ~Worker() = default;
  // `request` has been routed.
  virtual Response answer(const Request& request) = 0;
};

// Every function may be called from any thread. Must outlive its workers.
class Application {
 public:
  virtual ~Application() = default;

  // Finds the route of the path and stores it in the request: called once for each request, before
  // any other function takes it.
  virtual void route(Request& request) const = 0;

  // The response when it needs neither the archive nor time (`/healthz`, style sheets, unknown
  // addresses of the API); nothing: ask a worker.
  virtual std::optional<Response> answer_at_once(const Request& request) const = 0;

  // `problem` in the form that the client reads: a page for browsers, JSON for programs. Also for
  // requests that were rejected before they had a route.
  virtual Response answer_problem(const Request& request, const Problem& problem) const = 0;

  virtual Statistics statistics() const { return {}; }

  // One for each worker thread, created by that thread.
  virtual std::unique_ptr<Worker> make_worker() const = 0;
};

}  // namespace pressoir::app
