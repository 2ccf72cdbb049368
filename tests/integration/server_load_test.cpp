// pressoir-server under load, in short: many connections and slow ones, an index that is written to
// and a writer that is killed, and the end in the middle of it. tests/load measures the same for
// longer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "tests/integration/server_fixture.hpp"

namespace pressoir::integration {
namespace {

using http::RawClient;
using http::status_of;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr std::array kTargets = {"/api/v1/search?q=industrie",
                                 "/api/v1/search?q=%22p%C3%B4les+de+plus%22&facets=",
                                 "/api/v1/search?theme=Industrie&sort=newest&interval=month",
                                 "/api/v1/search?q=forets+bois+economie&match=any",
                                 "/api/v1/suggest?q=ind",
                                 "/?q=industrie",
                                 "/api/v1/export.csv?q=industrie&fields=id",
                                 "/healthz",
                                 "/metrics"};

// What a number of connections got.
struct Tally {
  std::atomic<int> answered = 0;
  std::atomic<int> wrong = 0;       // another status than 200, or an answer that is not whole
  std::atomic<int> unanswered = 0;  // the connection ended before the answer began
};

std::string request_to(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

// True when as much is there as was announced; a body in chunks is not measured.
bool is_whole(const std::string& response) {
  const std::string length = http::header_of(response, "Content-Length");
  return !length.empty() && http::body_of(response).size() == std::stoul(length);
}

class ServerLoad : public ServerFixture {
 protected:
  void TearDown() override { end_clients(); }

  // Connections that ask one question after the other until end_clients(). Exports, whose length
  // nobody knows, are left to connections of their own.
  void begin_clients(int count) {
    for (int i = 0; i < count; ++i) {
      clients_.emplace_back([this, i](const std::stop_token& stop) { ask_on(stop, i); });
    }
  }

  void end_clients() {
    for (std::jthread& client : clients_) client.request_stop();
    clients_.clear();
  }

  // Ends when the server is no longer there to connect to.
  void ask_on(const std::stop_token& stop, int first) {
    try {
      ask_while_connected(stop, first);
    } catch (const std::system_error&) {
      ++tally_.unanswered;
    }
  }

  void ask_while_connected(const std::stop_token& stop, int first) {
    auto client = std::make_unique<RawClient>(port_);
    for (std::size_t i = static_cast<std::size_t>(first); !stop.stop_requested(); ++i) {
      const std::string target = kTargets[i % kTargets.size()];
      const bool is_export = target.find("export") != std::string::npos;
      if (is_export) {
        count(get(target), false);
        continue;
      }
      if (!client->send(request_to(target))) {
        ++tally_.unanswered;
        return;
      }
      const std::string response = client->receive_response(kPatience);
      count(response, true);
      if (response.empty() || http::header_of(response, "Connection") == "close") return;
    }
  }

  void count(const std::string& response, bool has_length) {
    if (response.empty()) {
      ++tally_.unanswered;
    } else if (status_of(response) == 200 && (!has_length || is_whole(response))) {
      ++tally_.answered;
    } else {
      ++tally_.wrong;
      ADD_FAILURE() << response.substr(0, 1000);
    }
  }

  // A server that lets every connection have an export at once.
  void start_for_load() {
    start({"--workers", "2", "--config",
           folder_.write("load.toml", "[limits]\nmax_exports = 1000\n")});
  }

  void add_one(int number) {
    add_records(R"({"url":"https://www.exemple.gouv.fr/)" + std::to_string(number) +
                R"(","title":"Une industrie de plus","date":"2013-01-01","text":"Le bois."})" +
                "\n");
  }

  std::vector<std::jthread> clients_;
  Tally tally_;
};

TEST_F(ServerLoad, AnswersEverybodyWhileTheIndexIsWrittenToAndOthersAreSlow) {
  start_for_load();
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 20; ++i) {
    slow.push_back(std::make_unique<RawClient>(port_));  // never ends its header
    slow.back()->send("GET / HTTP/1.1\r\nX: ");
    slow.push_back(std::make_unique<RawClient>(port_));  // never reads its answers
    for (int j = 0; j < 20; ++j) slow.back()->send(request_to("/?q=industrie"));
  }
  begin_clients(16);

  for (int i = 0; i < 5; ++i) {
    add_one(i);
    Process killed({PRESSOIR_BIN_DIR "/pressoir-index", "add", "--db", db(),
                    folder_.write("more.jsonl", R"({"url":"https://b.fr/","text":"Rien."})")});
    std::this_thread::sleep_for(10ms * i);
    killed.send(SIGKILL);
    killed.wait();
    for (const auto& client : slow) client->send("a");
  }
  std::this_thread::sleep_for(1s);
  end_clients();

  EXPECT_GT(tally_.answered, 100);
  EXPECT_EQ(tally_.wrong, 0);
  EXPECT_EQ(tally_.unanswered, 0);
  EXPECT_EQ(get("/metrics").find("status=\"5"), std::string::npos);
  EXPECT_TRUE(server_->is_running());
}

TEST_F(ServerLoad, TheEndUnderLoadCutsNoAnswer) {
  start_for_load();
  begin_clients(32);
  std::this_thread::sleep_for(500ms);

  server_->send(SIGTERM);
  const Outcome ended = server_->wait(kPatience);
  end_clients();

  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_EQ(ended.err.find("still open"), std::string::npos) << ended.err;
  EXPECT_EQ(tally_.wrong, 0);
  // What the server has read, its log tells; each of these came back whole.
  std::size_t logged = 0;
  for (auto at = ended.err.find(" GET /"); at != std::string::npos;
       at = ended.err.find(" GET /", at + 1)) {
    ++logged;
  }
  EXPECT_EQ(static_cast<std::size_t>(tally_.answered), logged);
}

}  // namespace
}  // namespace pressoir::integration
