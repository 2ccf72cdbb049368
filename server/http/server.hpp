// The HTTP server: accepts connections and serves them on one io thread, answers requests on a pool
// of workers, and stops gracefully. `Listener` accepts, `Session` serves, `WorkerPool` searches.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/base/error.hpp"
#include "server/app/application.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

// Opened and run by the main thread. A stopped server cannot run again.
class Server {
 public:
  // Binds the ports and starts the workers; connections wait until run(). kBadConfig for a
  // malformed address or network, kAddressInUse for a port in use, kInternal for one that the
  // process may not bind. `application` must outlive the server.
  static base::Result<std::unique_ptr<Server>> open(const app::Application& application,
                                                    const ServerOptions& options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // `http://127.0.0.1:8080/`, with the port that the system chose for port 0.
  const std::string& url() const noexcept;
  std::uint16_t port() const noexcept;
  // The endpoint of ServerOptions::metrics_listen; empty and 0 without one.
  const std::string& metrics_url() const noexcept;
  std::uint16_t metrics_port() const noexcept;

  // Serves until SIGTERM, SIGINT or stop(). Then drains: closes the port and idle connections,
  // finishes running requests for at most `timeouts.grace`, and returns. Call it once.
  void run();

  // Makes run() drain and return, as a signal does. Any thread.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::http
