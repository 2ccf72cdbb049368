// An application without an archive, for tests of the server alone.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include "server/api/application.hpp"

namespace pressoir::http {

// `/slow` takes 300 ms, `/throws` throws, `/large` answers 4 MB, `/now` needs no worker; everything
// else is echoed: `path?query`.
class FakeApplication final : public api::Application {
 public:
  std::optional<api::Response> answer_at_once(const api::Request& request) const override {
    if (request.path != "/now") return std::nullopt;
    return api::Response{200, "text/plain", {}, "now"};
  }

  api::Response answer_problem(const api::Request& request,
                               const api::Problem& problem) const override {
    return api::problem_response(problem, request.path);
  }

  std::unique_ptr<api::Worker> make_worker() const override {
    return std::make_unique<FakeWorker>();
  }

 private:
  class FakeWorker final : public api::Worker {
   public:
    api::Response answer(const api::Request& request) override {
      if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
      if (request.path == "/throws") throw std::runtime_error("on purpose");
      if (request.path == "/large") return {200, "text/plain", {}, std::string(4 << 20, 'x')};
      return {
          200, "text/plain", {{"X-Method", request.method}}, request.path + "?" + request.query};
    }
  };
};

}  // namespace pressoir::http
