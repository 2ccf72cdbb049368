// The settings of pressoir-server, from the command line and from a TOML file; the command line
// wins. Used by main() before any thread is started.
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

// Everything that can be set. configuration_file.cpp names each setting in the file.
struct Configuration {
  std::string db;                    // folder of the archive, or stub file of its shards; required
  std::string pages;                 // folder whose files replace built-in templates; empty: none
  std::size_t cache_megabytes = 64;  // of the query cache; 0: none
  std::chrono::milliseconds search_time_limit = search::kTimeLimit;  // longer: 503
  // For connecting to a remote shard, and for each of its answers; longer: 503.
  std::chrono::milliseconds shard_timeout = search::ArchiveOptions{}.shard_timeout;
  http::ServerOptions server;
};

// Overwrites the settings of `configuration` that the TOML file at `path` has. kBadConfig for
// unknown tables and keys, values of the wrong type and values out of range, each named with its
// line; `configuration` may then be partly changed.
base::Result<void> read_configuration_file(const std::string& path, Configuration& configuration);

// `configuration` as a file that read_configuration_file reads, each key with its meaning and unit.
std::string print_configuration(const Configuration& configuration);

// The exit code when the program must not start: after --help, --version, --print-config or wrong
// use.
struct Exit {
  int code = 0;
};

// Reads the command line, and the file that --config names. Prints help to stdout and errors to
// stderr.
std::variant<Configuration, Exit> read_command_line(int argc, const char* const* argv);

}  // namespace pressoir
