// A true archive, written by the true pressoir-index, and a true pressoir-server over it.
#pragma once

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "tests/integration/process.hpp"
#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/http/raw_client.hpp"

namespace pressoir::integration {

class ServerFixture : public testing::Test {
 protected:
  static constexpr std::chrono::seconds kPatience{30};

  // Two documents: the poles of competitiveness (2012) and the forests (2014, by month).
  void SetUp() override {
    add_records(
        R"({"url":"https://www.exemple.gouv.fr/poles","title":"Les pôles de compétitivité",)"
        R"("date":"2012-12-05","type":"article","themes":["Industrie/Compétitivité"],)"
        R"("ministers":["Arnaud Montebourg"],)"
        R"("text":"Le Gouvernement soutient l’industrie française par six pôles de plus."})"
        "\n"
        R"({"url":"https://www.exemple.gouv.fr/foret","title":"La forêt, un bien commun",)"
        R"("date":"2014-03","type":"discours","themes":["Agriculture"],)"
        R"("text":"La forêt couvre un tiers du pays : l’économie du bois en vit."})"
        "\n");
  }

  std::string db() const { return folder_ / "db"; }

  void add_records(std::string_view json_lines) {
    const std::string file = folder_.write("records.jsonl", json_lines);
    const Outcome added = run({PRESSOIR_BIN_DIR "/pressoir-index", "add", "--db", db(), file});
    ASSERT_EQ(added.exit_code, 0) << added.err << added.out;
  }

  void start(const std::vector<std::string>& options = {}) { start_over(db(), options); }

  // Starts the server over an archive, on a port of the system's choice.
  void start_over(const std::string& archive, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {PRESSOIR_BIN_DIR "/pressoir-server", "--db", archive,
                                          "--listen", "127.0.0.1:0"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    server_ = std::make_unique<Process>(arguments);
    ASSERT_TRUE(server_->wait_for_output("listening on", kPatience)) << server_->err();
    const std::string line = server_->out();
    const auto digits = line.find_first_of("0123456789", line.find("127.0.0.1:") + 10);
    std::from_chars(line.data() + digits, line.data() + line.size(), port_);
    ASSERT_NE(port_, 0) << line;
  }

  // The answer to a request of its own connection.
  std::string get(const std::string& target, const std::string& fields = "") const {
    http::RawClient client(port_);
    client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields +
                "\r\n");
    return client.receive_all(kPatience);
  }

  boost::json::value get_json(const std::string& target) const {
    const std::string answer = get(target);
    EXPECT_EQ(http::status_of(answer), 200) << answer;
    return boost::json::parse(http::body_of(answer));
  }

  TemporaryFolder folder_;
  std::unique_ptr<Process> server_;
  std::uint16_t port_ = 0;
};

}  // namespace pressoir::integration
