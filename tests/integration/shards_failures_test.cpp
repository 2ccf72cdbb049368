// An archive of two shards of which one is away, slow, or not what the stub says: a true server
// over true xapian-tcpsrv.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <thread>

#include "tests/integration/server_fixture.hpp"
#include "tests/integration/shard_server.hpp"

namespace pressoir::integration {
namespace {

using Clock = std::chrono::steady_clock;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kEverything = "/api/v1/search";
constexpr const char* kProblem = "/problems/shard-unavailable";

class ShardsFailures : public ServerFixture {
 protected:
  // 40 documents, all of which hold `budget`, over two shards.
  void SetUp() override {
    add("1/2", "first", 40);
    add("2/2", "second", 40);
    first_ = std::make_unique<ShardServer>(folder_ / "first");
    second_ = std::make_unique<ShardServer>(folder_ / "second");
    stub_ = folder_.write("archive.stub",
                          "remote " + first_->address() + "\nremote " + second_->address() + "\n");
    config_ = folder_.write("server.toml", "[search]\nshard_timeout_seconds = 1\n");
  }

  void add(const std::string& shard, const std::string& folder, int documents) const {
    std::string lines;
    for (int i = 0; i < documents; ++i) {
      lines += R"({"url":"https://exemple.gouv.fr/)" + std::to_string(i) +
               R"(","title":"Le budget, partie )" + std::to_string(i) +
               R"(","date":"2014-03-02","text":"Le budget de l’État est présenté au Parlement."})" +
               "\n";
    }
    const std::string file = folder_.write("records.jsonl", lines);
    const Outcome added = run({PRESSOIR_BIN_DIR "/pressoir-index", "add", "--db", folder_ / folder,
                               "--shard", shard, file});
    ASSERT_EQ(added.exit_code, 0) << added.err;
  }

  void start_over_shards() { start_over(stub_, {"--config", config_}); }

  // The first answer with the status, asked for again and again.
  std::string wait_for(int status, const std::string& target = kEverything) const {
    const auto deadline = Clock::now() + kPatience;
    std::string answer = get(target);
    while (http::status_of(answer) != status && Clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      answer = get(target);
    }
    return answer;
  }

  static std::int64_t total_of(const std::string& answer) {
    return boost::json::parse(http::body_of(answer)).at("total").to_number<std::int64_t>();
  }

  std::string stub_;
  std::string config_;
  std::unique_ptr<ShardServer> first_;
  std::unique_ptr<ShardServer> second_;
};

TEST_F(ShardsFailures, AShardThatIsGoneIsToldUntilItIsBack) {
  start_over_shards();
  EXPECT_EQ(total_of(get(kEverything)), 40);

  second_->stop();

  // Whatever is asked is answered whole or not at all, from the first moment.
  for (int i = 0; i < 30; ++i) {
    const std::string answer = get("/api/v1/search?q=budget&start=" + std::to_string(i));
    const int status = http::status_of(answer);
    EXPECT_TRUE(status == 503 || (status == 200 && total_of(answer) == 40)) << answer;
  }
  const std::string problem = wait_for(503);
  EXPECT_EQ(http::status_of(problem), 503);
  EXPECT_THAT(problem, HasSubstr(kProblem));
  EXPECT_THAT(problem, HasSubstr("Retry-After"));
  for (const char* target : {"/api/v1/suggest?q=bud", "/api/v1/export.jsonl", "/readyz"}) {
    EXPECT_THAT(get(target), HasSubstr(kProblem)) << target;
  }
  EXPECT_THAT(get("/", "Accept: text/html\r\n"), HasSubstr("ne répond pas"));
  EXPECT_EQ(http::status_of(get("/healthz")), 200);

  second_->start();
  EXPECT_EQ(total_of(wait_for(200)), 40);
  EXPECT_THAT(server_->err(), HasSubstr(second_->address()));
}

TEST_F(ShardsFailures, AShardThatHangsIsToldWithinTheTimeout) {
  start_over_shards();
  EXPECT_EQ(total_of(get("/api/v1/search?q=budget")), 40);

  second_->pause();

  const auto began = Clock::now();
  const std::string answer = get("/api/v1/search?q=parlement");
  const auto took = Clock::now() - began;
  EXPECT_EQ(http::status_of(answer), 503) << answer;
  EXPECT_THAT(answer, HasSubstr(kProblem));
  EXPECT_LT(took, std::chrono::seconds(10)) << "twice the second that was allowed, and some grace";

  second_->resume();
  EXPECT_EQ(total_of(wait_for(200)), 40);
}

TEST_F(ShardsFailures, AServerStartsBeforeItsShards) {
  second_->stop();
  start_over_shards();

  EXPECT_THAT(server_->out(), HasSubstr("waiting for a shard"));
  EXPECT_THAT(get(kEverything), HasSubstr(kProblem));
  EXPECT_THAT(get("/readyz"), HasSubstr(kProblem));
  EXPECT_THAT(get("/documents/abcdefghijklmnop", "Accept: text/html\r\n"), HasSubstr("503"));

  second_->start();
  EXPECT_EQ(total_of(wait_for(200)), 40);
  EXPECT_EQ(http::status_of(get("/readyz")), 200);
}

TEST_F(ShardsFailures, AShardThatGrowsIsFollowed) {
  start_over_shards();
  const std::string before = get(kEverything);

  add("1/2", "first", 60);
  add("2/2", "second", 60);

  const auto deadline = Clock::now() + kPatience;
  std::string answer = get(kEverything);
  while (total_of(answer) != 60 && Clock::now() < deadline) answer = wait_for(200);
  EXPECT_EQ(total_of(answer), 60);
  EXPECT_THAT(server_->err(), Not(HasSubstr("error")));
}

TEST_F(ShardsFailures, AWrongStubIsToldWithItsLine) {
  struct Case {
    std::string lines;
    std::string message;
  };
  const std::string address = first_->address();
  const Case cases[] = {
      {"", "names no shard"},
      {"remote " + address + "\n\nremote :/bin/sh\n", "line 3"},
      {"remote " + address + "\nremote 127.0.0.1:99999\n", "line 2"},
      {"# nothing\nchert old\n", "line 2"},
      {"auto absent\n", "line 1: there is no index"},
      {"auto archive.stub\n", "line 1"},
      {"remote " + address + "\nauto first\n", "line 2: the index of another line again"},
      {std::string("\x01\x02\xff\n"), "line 1"},
      {std::string(100'000, '#'), "neither an index nor"},
  };
  for (const Case& each : cases) {
    folder_.write("archive.stub", each.lines);
    Process server({PRESSOIR_BIN_DIR "/pressoir-server", "--db", stub_, "--listen", "127.0.0.1:0"});
    const Outcome ended = server.wait(kPatience);
    EXPECT_EQ(ended.exit_code, 1) << each.lines;
    EXPECT_THAT(ended.err, HasSubstr("archive.stub")) << each.lines;
    EXPECT_THAT(ended.err, HasSubstr(each.message)) << each.lines;
  }
}

TEST_F(ShardsFailures, ShardsThatShareDocumentsAreNoArchive) {
  add("1/1", "everything", 40);
  folder_.write("archive.stub", "remote " + first_->address() + "\nauto everything\n");

  Process server({PRESSOIR_BIN_DIR "/pressoir-server", "--db", stub_, "--listen", "127.0.0.1:0"});
  const Outcome ended = server.wait(kPatience);

  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.err, HasSubstr("twice"));
}

TEST_F(ShardsFailures, TheIndexerReadsAStubAndWritesNone) {
  const std::string program = PRESSOIR_BIN_DIR "/pressoir-index";
  const Outcome stats = run({program, "stats", "--db", stub_, "--json"});
  const Outcome check = run({program, "check", "--db", stub_});
  const Outcome written = run({program, "add", "--db", stub_, folder_ / "records.jsonl"});
  const std::string local = folder_.write("local.stub", "auto first\nglass second\n");
  const Outcome local_check = run({program, "check", "--db", local});

  EXPECT_EQ(stats.exit_code, 0) << stats.err;
  EXPECT_EQ(boost::json::parse(stats.out).at("documents"), 40);
  EXPECT_EQ(check.exit_code, 2);
  EXPECT_THAT(check.err, HasSubstr("on its own machine"));
  EXPECT_EQ(written.exit_code, 1);
  EXPECT_THAT(written.err, HasSubstr("archive.stub"));
  EXPECT_EQ(local_check.exit_code, 0) << local_check.err;
  EXPECT_THAT(local_check.out, HasSubstr("40 documents"));
}

}  // namespace
}  // namespace pressoir::integration
