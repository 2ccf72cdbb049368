// The command line of pressoir-index: what may be written, and what it means. The structs below
// hold the defaults that `--help` shows.
#pragma once

#include <algorithm>

#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "indexer/exit_code.hpp"
#include "indexer/ingest/shard.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir {

// One for each core of the machine.
inline unsigned default_jobs() noexcept {
  return std::max(1u, std::thread::hardware_concurrency());
}

struct AddCommand {
  std::string db;                    // folder of the index
  std::vector<std::string> sources;  // files and folders
  sources::SourceOptions reading;
  unsigned jobs = default_jobs();  // threads that extract
  ingest::Shard shard;             // only the documents of this part are put
  bool prune = false;
  std::string report;  // file of JSON Lines; empty: none
  bool quiet = false;  // no progress
};

struct ExtractCommand {
  std::vector<std::string> sources;
  sources::SourceOptions reading;
  unsigned jobs = default_jobs();
  bool blocks = false;
  bool explain = false;  // each block and why it is in the text or not, instead of JSON
};

struct RemoveCommand {
  std::string db;
  std::vector<std::string> documents;  // ids or addresses
};

struct StatsCommand {
  std::string db;
  bool json = false;
};

struct CheckCommand {
  std::string db;
};

using Command = std::variant<AddCommand, ExtractCommand, RemoveCommand, StatsCommand, CheckCommand>;

// The command that was written; an exit code when there is nothing left to do (help, version) or
// when it was written wrongly, which has then been said on standard error.
std::variant<Command, ExitCode> parse_command_line(int argc, const char* const* argv);

}  // namespace pressoir
