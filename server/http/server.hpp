// The HTTP server: listens, serves connections on one io thread, has requests answered by a pool of
// workers, and stops without cutting anybody off.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/base/error.hpp"
#include "server/api/application.hpp"
#include "server/http/options.hpp"

namespace pressoir::http {

class Server {
 public:
  // Takes the port and starts the workers; connections wait until run(). kBadConfig for an address
  // that cannot be read, kAddressInUse for a port that is taken, kInternal for one that is not
  // allowed. `application` must outlive the server.
  static base::Result<std::unique_ptr<Server>> open(const api::Application& application,
                                                    const ServerOptions& options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // `http://127.0.0.1:8080/`, with the port that the system chose for port 0.
  const std::string& url() const noexcept;
  std::uint16_t port() const noexcept;
  // Where /metrics is, when it has an address of its own; otherwise empty and 0.
  const std::string& metrics_url() const noexcept;
  std::uint16_t metrics_port() const noexcept;

  // Serves until SIGTERM, SIGINT or stop(); then takes no more connections, ends idle ones, lets
  // running requests have their answers for at most `timeouts.grace`, and returns. Call it once.
  void run();

  // Makes run() return as a signal does. May be called from any thread.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressoir::http
