// An application without an archive, for tests of the server alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "server/app/application.hpp"

namespace pressoir::http {

// Counts to `pieces`, a line each; with `is_cut` it fails behind the last.
class CountingStream final : public app::BodyStream {
 public:
  CountingStream(int pieces, bool is_cut) : pieces_(pieces), is_cut_(is_cut) {}

  Piece next() override {
    std::string line = std::to_string(++count_) + "\n";
    if (count_ < pieces_) return {std::move(line), State::kMore};
    return {std::move(line), is_cut_ ? State::kCut : State::kWhole};
  }

 private:
  int pieces_;
  bool is_cut_;
  int count_ = 0;
};

// `/stream` counts to three in pieces, `/cut` too but does not end; `/slow` takes 300 ms, `/throws`
// throws, `/large` answers 4 MB, `/worker` tells which worker answers, `/now` needs none;
// everything else is echoed: `path?query`.
class FakeApplication final : public app::Application {
 public:
  void route(app::Request&) const override {}

  std::optional<app::Response> answer_at_once(const app::Request& request) const override {
    if (request.path != "/now") return std::nullopt;
    return app::Response{200, "text/plain", {}, "now"};
  }

  app::Response answer_problem(const app::Request& request,
                               const app::Problem& problem) const override {
    return app::problem_response(problem, request.path);
  }

  std::unique_ptr<app::Worker> make_worker() const override {
    return std::make_unique<FakeWorker>();
  }

 private:
  class FakeWorker final : public app::Worker {
   public:
    app::Response answer(const app::Request& request) override {
      if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
      if (request.path == "/throws") throw std::runtime_error("on purpose");
      if (request.path == "/stream" || request.path == "/cut") {
        app::Response response{200, "text/plain", {}, ""};
        response.stream = std::make_unique<CountingStream>(3, request.path == "/cut");
        return response;
      }
      if (request.path == "/worker") {
        return {200, "text/plain", {}, std::to_string(reinterpret_cast<std::uintptr_t>(this))};
      }
      if (request.path == "/large") return {200, "text/plain", {}, std::string(4 << 20, 'x')};
      return {
          200, "text/plain", {{"X-Method", request.method}}, request.path + "?" + request.query};
    }
  };
};

}  // namespace pressoir::http
