// A true server with a fake application, on a port of the system's choice.
#pragma once

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "server/http/server.hpp"
#include "tests/unit/http/fake_application.hpp"
#include "tests/unit/http/raw_client.hpp"

namespace pressoir::http {

class ServerTest : public testing::Test {
 protected:
  ServerTest() {
    options_.listen = "127.0.0.1:0";
    options_.workers = 2;
    options_.access_log = false;
    options_.stop_on_signals = false;
    spdlog::set_level(spdlog::level::off);
  }
  ~ServerTest() override { stop(); }

  std::uint16_t start() {
    auto opened = Server::open(application_, options_);
    if (!opened) throw std::runtime_error(opened.error().message);
    server_ = *std::move(opened);
    thread_ = std::thread([this] { server_->run(); });
    return server_->port();
  }

  void stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
  }

  // Sends `bytes` on a connection of their own and returns all that comes back until it ends.
  static std::string exchange(std::uint16_t port, std::string_view bytes) {
    RawClient client(port);
    client.send(bytes);
    return client.receive_all();
  }

  FakeApplication application_;
  ServerOptions options_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace pressoir::http
