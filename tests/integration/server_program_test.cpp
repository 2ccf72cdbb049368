// pressoir-server as an operator meets it: options, files, messages and exit codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/integration/server_fixture.hpp"

namespace pressoir::integration {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ServerProgram : public ServerFixture {
 protected:
  // A line of settings without its comment, and with another value than the one it has.
  static std::string without_comment(const std::string& line) {
    const std::string setting = line.substr(0, line.find(" #"));
    return setting.substr(0, setting.find_last_not_of(' ') + 1);
  }
  static std::string without_comments(const std::string& text) {
    std::string settings;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) settings += without_comment(line) + "\n";
    return settings;
  }
  static std::string other_value(const std::string& line) {
    const std::string setting = without_comment(line);
    const auto equals = setting.find(" = ");
    if (equals == std::string::npos) return setting;
    const std::string value = setting.substr(equals + 3);
    const std::string name = setting.substr(0, equals + 3);
    if (value == "true" || value == "false") return name + (value == "true" ? "false" : "true");
    if (value == "\"text\"") return name + "\"json\"";
    if (value == "[]") return name + "[ \"10.0.0.0/8\", \"::1\" ]";
    if (value.front() == '"') return name + "\"/autre\"";
    return name + std::to_string(std::stoul(value) + 1);
  }

  static Outcome run_server(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), PRESSOIR_BIN_DIR "/pressoir-server");
    Process server(arguments);
    return server.wait(kPatience);
  }
};

TEST_F(ServerProgram, AnnouncesWhereItListensAndWhatItServes) {
  start();

  EXPECT_EQ(server_->out().find("pressoir-server: listening on http://127.0.0.1:" +
                                std::to_string(port_) + "/ (2 documents, revision "),
            0U)
      << server_->out();
}

TEST_F(ServerProgram, ExplainsItself) {
  const Outcome help = run_server({"--help"});
  const Outcome version = run_server({"--version"});

  EXPECT_EQ(help.exit_code, 0);
  for (const char* option :
       {"--db", "--listen", "--config", "--cache-mb", "--workers", "--pages"}) {
    EXPECT_THAT(help.out, HasSubstr(option));
  }
  EXPECT_THAT(help.out, HasSubstr("127.0.0.1:8080"));
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.out, StartsWith("pressoir-server 0."));
}

TEST_F(ServerProgram, WrongUseIsCodeTwo) {
  struct Case {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Case cases[] = {
      {{}, "--db"},
      {{"--bd", "x"}, "--bd"},
      {{"--db", db(), "--workers", "many"}, "--workers"},
      {{"--db", db(), "--listen", "8080"}, "it has no port"},
      {{"--db", db(), "--listen", "127.0.0.1:99999"}, "65535"},
      {{"--db", db(), "--config", folder_ / "absent.toml"}, "absent.toml"},
  };
  for (const Case& each : cases) {
    const Outcome ended = run_server(each.arguments);
    EXPECT_EQ(ended.exit_code, 2) << ended.err;
    EXPECT_THAT(ended.err, StartsWith("pressoir-server: "));
    EXPECT_THAT(ended.err, HasSubstr(each.message));
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(ServerProgram, SaysWhatIsWrongWithTheArchive) {
  const std::string stranger = folder_.write("other/file.txt", "rien");

  const Outcome missing = run_server({"--db", folder_ / "nothing", "--listen", "127.0.0.1:0"});
  const Outcome other = run_server({"--db", folder_ / "other", "--listen", "127.0.0.1:0"});
  const Outcome file = run_server({"--db", stranger, "--listen", "127.0.0.1:0"});

  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_THAT(missing.err, HasSubstr("nothing"));
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_THAT(other.err, HasSubstr("other"));
  EXPECT_EQ(file.exit_code, 1);
}

TEST_F(ServerProgram, SaysThatThePortIsTaken) {
  start();
  const std::string address = "127.0.0.1:" + std::to_string(port_);

  const Outcome second = run_server({"--db", db(), "--listen", address});

  EXPECT_EQ(second.exit_code, 1);
  EXPECT_THAT(second.err, HasSubstr(address + " is in use"));
}

TEST_F(ServerProgram, ServesAnEmptyArchive) {
  const std::string empty = folder_ / "empty";
  const std::string records = folder_.write("empty.jsonl", "");
  run({PRESSOIR_BIN_DIR "/pressoir-index", "add", "--db", empty, records});
  if (!std::filesystem::exists(empty)) GTEST_SKIP() << "no archive is made of nothing";

  start_over(empty);

  EXPECT_EQ(get_json("/readyz").at("documents").as_int64(), 0);
  EXPECT_EQ(get_json("/api/v1/search?q=poles").at("total").as_int64(), 0);
  EXPECT_EQ(http::status_of(get("/", "Accept: text/html\r\n")), 200);
}

TEST_F(ServerProgram, ReadsItsSettingsFromAFile) {
  const std::string config =
      folder_.write("server.toml",
                    "[server]\nlisten = \"127.0.0.1:1\"\nworkers = 1\n\n[cache]\ncache_mb = 0\n\n"
                    "[log]\naccess_log = false\n\n[timeouts]\ngrace_seconds = 1\n");

  start({"--config", config});  // --listen on the command line wins

  EXPECT_EQ(http::status_of(get("/healthz")), 200);
  server_->send(SIGTERM);
  EXPECT_THAT(server_->wait(kPatience).err, testing::Not(HasSubstr("/healthz")));
}

TEST_F(ServerProgram, NamesWhatAFileGetsWrong) {
  struct Case {
    const char* toml;
    const char* message;
  };
  const Case cases[] = {
      {"[server]\nlisten = 8080\n", "line 2: server.listen takes a text in quotation marks"},
      {"[server]\nport = 8080\n", "line 2: server.port is not a setting"},
      {"[sever]\nlisten = \"x\"\n", "line 2: sever.listen is not a setting"},
      {"listen = \"x\"\n", "line 1: listen stands outside of any table"},
      {"[server]\nworkers = -1\n", "server.workers takes a whole number from 0 to 1024"},
      {"[log]\naccess_log = \"no\"\n", "log.access_log takes true or false"},
      {"[server\n", "line 1"},
  };
  for (const Case& each : cases) {
    const std::string config = folder_.write("wrong.toml", each.toml);
    const Outcome ended = run_server({"--db", db(), "--config", config});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_THAT(ended.err, HasSubstr(each.message));
    EXPECT_THAT(ended.err, HasSubstr("wrong.toml"));
  }
}

TEST_F(ServerProgram, KeepsMetricsOnAnAddressOfTheirOwn) {
  const std::string config = folder_.write("metrics.toml", "[metrics]\nlisten = \"127.0.0.1:0\"\n");
  start({"--config", config});
  ASSERT_TRUE(server_->wait_for_output("metrics on http://127.0.0.1:", kPatience));
  const std::string out = server_->out();
  const auto port = out.find("http://", out.find("metrics on")) + 17;

  const http::RawClient connects(static_cast<std::uint16_t>(std::stoi(out.substr(port))));

  EXPECT_EQ(http::status_of(get("/metrics")), 404);
}

TEST_F(ServerProgram, ListensOnIpv6) {
  Process server({PRESSOIR_BIN_DIR "/pressoir-server", "--db", db(), "--listen", "[::1]:0"});
  if (!server.wait_for_output("listening on http://[::1]:", kPatience)) {
    GTEST_SKIP() << "no IPv6 here: " << server.err();
  }
  server.send(SIGTERM);
  EXPECT_EQ(server.wait(kPatience).exit_code, 0);
}

TEST_F(ServerProgram, PrintsItsSettingsAsAFileThatItTakes) {
  const std::string file =
      folder_.write("pressoir.toml",
                    "[server]\ntrusted_proxies = [\"10.0.0.0/8\"]\nbase_path = \"/archives\"\n"
                    "[search]\ntime_limit_seconds = 3\n");

  const Outcome printed = run_server({"--config", file, "--print-config"});
  const std::string again = folder_.write("printed.toml", printed.out);

  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_THAT(printed.out, HasSubstr("time_limit_seconds = 3 "));
  EXPECT_EQ(run_server({"--config", again, "--print-config"}).out, printed.out);
}

TEST_F(ServerProgram, DocumentsEverySettingWithItsDefault) {
  std::ifstream file(PRESSOIR_SOURCE_DIR "/server/api/README.md");
  const std::string readme(std::istreambuf_iterator<char>(file), {});

  const Outcome printed = run_server({"--print-config"});

  EXPECT_EQ(printed.exit_code, 0);
  EXPECT_THAT(readme, HasSubstr("```toml\n" + printed.out + "```\n"));
}

TEST_F(ServerProgram, EverySettingKeepsItsValueThroughAFile) {
  // Each value differs from the default.
  std::string settings;
  std::istringstream lines(run_server({"--print-config"}).out);
  for (std::string line; std::getline(lines, line);) settings += other_value(line) + "\n";
  const std::string file = folder_.write("all.toml", settings);

  const Outcome printed = run_server({"--config", file, "--print-config"});

  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_EQ(without_comments(printed.out), settings);
}

TEST_F(ServerProgram, ServesBelowItsBasePath) {
  const std::string file = folder_.write("pressoir.toml", "[server]\nbase_path = \"/archives\"\n");
  start({"--config", file});

  EXPECT_EQ(http::status_of(get("/archives/api/v1/search?q=poles")), 200);
  EXPECT_EQ(http::status_of(get("/api/v1/search?q=poles")), 404);
  EXPECT_THAT(get("/archives/openapi.json"), HasSubstr("http://localhost/archives"));
  const std::string page = get("/archives/?q=poles");
  EXPECT_THAT(page, HasSubstr("=\"/archives/static/"));
  EXPECT_THAT(page, HasSubstr("action=\"/archives/\""));
  EXPECT_THAT(page, testing::Not(testing::ContainsRegex("(href|src|action)=\"/[^a]")));
}

}  // namespace
}  // namespace pressoir::integration
