// What the tests of pressoir-index share: a folder of its own for each test, and the program.
#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/integration/process.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace pressoir::integration {

class IndexCli : public testing::Test {
 protected:
  using Arguments = std::vector<std::string>;

  static Arguments command(Arguments arguments) {
    arguments.insert(arguments.begin(), PRESSOIR_BIN_DIR "/pressoir-index");
    return arguments;
  }

  static Outcome run_index(const Arguments& arguments) { return run(command(arguments)); }

  // `add` into the test's own index.
  Outcome add(Arguments arguments) const {
    arguments.insert(arguments.begin(), {"add", "--db", db()});
    return run_index(arguments);
  }

  // Figures of the test's index, as `stats --json` gives them; null when it cannot be opened.
  boost::json::value stats() const {
    const Outcome outcome = run_index({"stats", "--db", db(), "--json"});
    return outcome.exit_code == 0 ? boost::json::parse(outcome.out) : boost::json::value();
  }

  // Documents in the test's index; -1 when it cannot be opened.
  std::int64_t documents() const {
    const boost::json::value figures = stats();
    return figures.is_object() ? figures.at("documents").to_number<std::int64_t>() : -1;
  }

  std::string db() const { return folder_ / "db"; }
  const TemporaryFolder& folder() const { return folder_; }

  // A page of a title and a sentence.
  static std::string page(const std::string& title, const std::string& sentence) {
    return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + title +
           "</title></head><body><main><h1>" + title + "</h1><p>" + sentence +
           "</p></main></body></html>";
  }

  // A page that every extraction takes for one.
  static std::string speech(const std::string& title) {
    return page(title,
                "Le Gouvernement a présenté ce matin les grandes lignes de la réforme, qui entrera "
                "en vigueur au premier janvier après la consultation des partenaires sociaux.");
  }

 private:
  TemporaryFolder folder_;
};

// The lines of a text, each a JSON value.
inline std::vector<boost::json::value> json_lines(std::string_view text) {
  std::vector<boost::json::value> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    values.push_back(boost::json::parse(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  return values;
}

}  // namespace pressoir::integration
