// The settings of pressoir-server, from the command line and from a file. What the command line
// says wins. Called before any thread is started.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "indexer/base/error.hpp"
#include "server/http/options.hpp"
#include "server/search/searcher.hpp"

namespace pressoir {

struct Configuration {
  std::string db;                    // folder of the archive; required
  std::string pages;                 // folder whose files replace built-in templates; empty: none
  std::size_t cache_megabytes = 64;  // for what searches found; 0: nothing is kept
  std::chrono::milliseconds search_time_limit = search::kTimeLimit;  // longer: 503
  http::ServerOptions server;
};

// Adds what the TOML file at `path` says to `configuration`. Unknown tables and keys, values of the
// wrong type or out of range are kBadConfig, named with their line; `configuration` may then be
// partly changed.
base::Result<void> read_configuration_file(const std::string& path, Configuration& configuration);

// `configuration` as a file that read_configuration_file takes, each key with its meaning and unit.
std::string print_configuration(const Configuration& configuration);

// The program's end before it has begun: after --help, --version or a fault of use.
struct Exit {
  int code = 0;
};

// Reads the command line, and the file that --config names. Prints help to stdout and faults to
// stderr itself.
std::variant<Configuration, Exit> read_command_line(int argc, const char* const* argv);

}  // namespace pressoir
