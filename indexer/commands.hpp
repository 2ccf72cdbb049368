// The commands of pressoir-index: how each is written on the command line, and what it does.
//
//   main -> parse_command_line -> run(command) -> exit code
//
// A command is a struct of its options; `--help` shows the defaults set here. A new option is a
// member here, a line in commands.cpp and its effect in the command's run(). One command at a time.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"
#include "indexer/ingest/archive_update.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir {

// How the program ends: one table for all of its commands.
enum class ExitCode { kDone = 0, kFailed = 1, kWrongUse = 2 };

// What a failure of this cause ends with.
constexpr ExitCode exit_code_of(base::Errc cause) noexcept {
  return cause == base::Errc::kBadParameter ? ExitCode::kWrongUse : ExitCode::kFailed;
}

// Writes `pressoir-index: ` + message as one line on standard error.
void complain(std::string_view message);

// The same for an error; returns what the program ends with because of it.
ExitCode fail(const base::Error& error);

// Writes to standard output, which is buffered. False when it cannot be written any more.
bool print(std::string_view text);

// Writes what is buffered. kDone, or kFailed after a complaint when standard output could not take
// everything (a full disk, a reader that went away).
ExitCode finish_output();

// One for each core of the machine.
inline unsigned default_jobs() noexcept {
  return std::max(1u, std::thread::hardware_concurrency());
}

// The day of today, in universal time.
inline base::Date today() noexcept {
  using namespace std::chrono;
  const auto day = floor<days>(system_clock::now());
  return base::date_from_days(static_cast<std::int32_t>(day.time_since_epoch().count()));
}

// What is read, and how.
struct Reading {
  std::vector<std::string> paths;  // files and folders
  sources::SourceOptions options;
  bool ignore_unknown = false;     // records may have keys that no document has
  base::Date captured = today();   // no page was published later
  unsigned jobs = default_jobs();  // threads that extract
};

// `add`: pages and records into an index.
struct AddCommand {
  std::string db;  // folder of the index
  Reading reading;
  ingest::Shard shard;  // only the documents of this part are put
  bool prune = false;
  std::string report;  // file of JSON Lines; empty: none
  bool quiet = false;  // no progress
};

// `extract`: what `add` would index, on standard output.
struct ExtractCommand {
  Reading reading;
  bool blocks = false;
  bool explain = false;  // each block and why it is in the text or not, instead of JSON
};

// `remove`: documents out of an index.
struct RemoveCommand {
  std::string db;
  std::vector<std::string> documents;  // ids or addresses
};

// `stats`: figures of an index.
struct StatsCommand {
  std::string db;
  bool json = false;
};

// `check`: whether an index can be read to its last posting.
struct CheckCommand {
  std::string db;
};

// `rebuild`: the kept texts analysed again, for an index of an older version.
struct RebuildCommand {
  std::string db;
  unsigned jobs = default_jobs();  // threads that analyse
};

using Command = std::variant<AddCommand, ExtractCommand, RemoveCommand, StatsCommand, CheckCommand,
                             RebuildCommand>;

// The command that was written; an exit code when there is nothing left to do (help, version) or
// when it was written wrongly, which has then been said on standard error.
std::variant<Command, ExitCode> parse_command_line(int argc, const char* const* argv);

// Each run() prints its result on standard output and what went wrong on standard error, a line
// each, and returns how the program ends.

// Puts pages and records into an index and prints the report. Fails when a source does not exist,
// when the index cannot be used, when a signal stopped it, and when there was nothing to index:
// pages that were skipped are counted, and are no failure.
ExitCode run(const AddCommand& command);

// Prints the document of each page and record. Fails when one of them gave none; the others are
// printed all the same.
ExitCode run(const ExtractCommand& command);

// Fails when one of the documents is not there; the others are removed all the same.
ExitCode run(const RemoveCommand& command);

// Fails when the index cannot be opened.
ExitCode run(const StatsCommand& command);

// Reads every document, term and posting; fails at the first damage.
ExitCode run(const CheckCommand& command);

// Prints how many documents were analysed. Fails when the index stays as it was.
ExitCode run(const RebuildCommand& command);
}  // namespace pressoir
