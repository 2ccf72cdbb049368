// A true xapian-tcpsrv over the folder of an index, on a port of loopback that was free.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/integration/process.hpp"

namespace pressoir::integration {

class ShardServer {
 public:
  explicit ShardServer(std::string folder) : folder_(std::move(folder)), port_(free_port()) {
    start();
  }

  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  void start() {
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"xapian-tcpsrv", "--interface", "127.0.0.1", "--port",
                                 std::to_string(port_), folder_},
        ProcessOptions{.broken_output = false, .with_children = true, .environment = {}});
    if (!process_->wait_for_output("Listening", std::chrono::seconds(30))) {
      throw std::runtime_error("xapian-tcpsrv does not listen: " + process_->err());
    }
  }

  // With all its connections.
  void stop() {
    process_->send(SIGKILL);
    process_->wait();
  }
  void pause() { process_->send(SIGSTOP); }
  void resume() { process_->send(SIGCONT); }

 private:
  static std::uint16_t free_port() {
    const int handle = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    const bool is_bound = bind(handle, any, size) == 0 && getsockname(handle, any, &size) == 0;
    close(handle);
    if (!is_bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
  }

  std::string folder_;
  std::uint16_t port_;
  std::unique_ptr<Process> process_;
};

}  // namespace pressoir::integration
