#include "indexer/commands.hpp"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "indexer/base/url.hpp"

namespace pressoir {
namespace {

constexpr unsigned kMaxJobs = 256;  // a slip such as 2000 would only exhaust memory

// Checks return an empty string when the value is right, as CLI11 asks of a validator.

std::string check_base_url(const std::string& url) {
  // The folders below the one named are hosts, as `wget --mirror` writes them.
  if (url == "http://" || url == "https://") return "";
  const auto canonical = base::canonical_url(url);
  const bool is_web = canonical && !base::url_host(*canonical).empty();
  return is_web ? "" : "\"" + url + "\" is not an address such as http://www.example.org";
}

std::string check_date(const std::string& text) {
  return base::parse_date(text) ? "" : "\"" + text + "\" is not a date such as 2014, 2014-03 or 2014-03-31";
}

std::string check_shard(const std::string& text) {
  return ingest::parse_shard(text) ? "" : "\"" + text + "\" is not K/N, such as 1/2 and 2/2";
}

// Every command but `extract` has it.
void add_db(CLI::App& command, std::string& db, const char* help) {
  command.add_option("--db", db, help)->required()->type_name("DIR");
}

// What `add` and `extract` read, and how.
void add_reading(CLI::App& command, Reading& reading) {
  command
      .add_option("SOURCE", reading.paths,
                  "Pages (HTML), folders of pages, JSON Lines (.jsonl, .ndjson), each packed with "
                  "gzip or not; pages above 16 MiB and lines above 64 MiB are skipped")
      ->required()
      ->type_name("");
  command
      .add_option("--base-url", reading.options.base_url,
                  "Address that stands for the folder named, for pages that name no canonical "
                  "address; http:// alone: its first folders are hosts (default: the file's own "
                  "address, file:)")
      ->type_name("URL")
      ->check(CLI::Validator(check_base_url, ""));
  command
      .add_option_function<std::string>(
          "--captured",
          [&reading](const std::string& text) { reading.captured = *base::parse_date(text); },
          "Day, month or year by which all of it was harvested: later dates are no dates of "
          "publication, unless a record gives them (default: today)")
      ->type_name("DATE")
      ->check(CLI::Validator(check_date, ""));
  command.add_flag("--ignore-unknown", reading.ignore_unknown,
                   "Pass over the keys of records that no document has (default: skip the record)");
  command
      .add_option("--jobs", reading.jobs,
                  "Threads that extract, 1 to 256 (default: one a core, here " +
                      std::to_string(reading.jobs) + ")")
      ->check(CLI::Range(1u, kMaxJobs))
      ->option_text("N");
}

// One declare() for each command: its name, its options, where their values go, and the help. CLI11
// writes to the members while it parses, so that the commands must outlive the parsing.
void declare(CLI::App& app, AddCommand& add) {
  CLI::App& command = *app.add_subcommand("add", "Put pages and records into an index");
  add_db(command, add.db, "Folder of the index; made when it does not exist");
  add_reading(command, add.reading);
  command
      .add_option_function<std::string>(
          "--shard", [&add](const std::string& text) { add.shard = *ingest::parse_shard(text); },
          "Index only the K-th of N parts, by the hash of the ids; the same sources with 1/N to "
          "N/N give N indexes that together are the archive (default: 1/1, everything)")
      ->type_name("K/N")
      ->check(CLI::Validator(check_shard, ""));
  command.add_flag("--prune", add.prune,
                   "Afterwards remove the documents of the same sites that were not met: the "
                   "sources named must be all there is of these sites");
  command
      .add_option("--report", add.report,
                  "Write what became of each page and record to FILE, as JSON Lines")
      ->type_name("FILE");
  command.add_flag("--quiet", add.quiet, "Show no progress on standard error");
}

void declare(CLI::App& app, ExtractCommand& extract) {
  CLI::App& command = *app.add_subcommand(
      "extract", "Print the documents that add would index, one JSON object a line");
  add_reading(command, extract.reading);
  command.add_flag("--blocks", extract.blocks,
                   "Print the blocks of the text too: kind, start and end in bytes");
  command.add_flag("--explain", extract.explain,
                   "Print for each block of the pages instead whether it is kept, and why not");
}

void declare(CLI::App& app, RemoveCommand& remove) {
  CLI::App& command = *app.add_subcommand("remove", "Take documents out of an index");
  add_db(command, remove.db, "Folder of the index");
  command.add_option("DOCUMENT", remove.documents, "Ids or addresses of documents")
      ->required()
      ->type_name("");
}

void declare(CLI::App& app, StatsCommand& stats) {
  CLI::App& command = *app.add_subcommand("stats", "Print figures of an index");
  add_db(command, stats.db, "Folder of the index");
  command.add_flag("--json", stats.json, "Print one JSON object");
}

void declare(CLI::App& app, CheckCommand& check) {
  CLI::App& command = *app.add_subcommand("check", "Read all of an index and look for damage");
  add_db(command, check.db, "Folder of the index");
}

void declare(CLI::App& app, RebuildCommand& rebuild) {
  CLI::App& command = *app.add_subcommand(
      "rebuild", "Analyse the texts of an index again, beside the one that is served");
  add_db(command, rebuild.db, "Folder of the index");
  command
      .add_option("--jobs", rebuild.jobs,
                  "Threads that analyse, 1 to 256 (default: one a core, here " +
                      std::to_string(rebuild.jobs) + ")")
      ->check(CLI::Range(1u, kMaxJobs))
      ->option_text("N");
}

}  // namespace

std::variant<Command, ExitCode> parse_command_line(int argc, const char* const* argv) {
  CLI::App app("Builds the index of a press archive: pages in, searchable documents out.",
               "pressoir-index");
  app.set_version_flag("--version", "pressoir-index " PRESSOIR_VERSION);
  app.require_subcommand(1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("pressoir-index: ") + error.what() + "; --help tells what there is\n";
  });
  app.footer("Exit codes: 0 done, 1 failed, 2 wrong use.");
  AddCommand add;
  ExtractCommand extract;
  RemoveCommand remove;
  StatsCommand stats;
  CheckCommand check;
  RebuildCommand rebuild;
  declare(app, add);
  declare(app, extract);
  declare(app, remove);
  declare(app, stats);
  declare(app, check);
  declare(app, rebuild);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Also --help and --version: CLI11 throws for them, prints what they ask for and returns 0.
    return app.exit(error) == 0 ? ExitCode::kDone : ExitCode::kWrongUse;
  }
  if (app.got_subcommand("add")) return Command(add);
  if (app.got_subcommand("extract")) return Command(extract);
  if (app.got_subcommand("remove")) return Command(remove);
  if (app.got_subcommand("stats")) return Command(stats);
  if (app.got_subcommand("check")) return Command(check);
  return Command(rebuild);
}

// In one write, so that lines of several processes in one log stay whole.
void complain(std::string_view message) {
  const std::string line = "pressoir-index: " + std::string(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

ExitCode fail(const base::Error& error) {
  complain(error.message);
  return exit_code_of(error.code);
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

// Looks at the error mark of the stream as well as at the flush: a write in between may have failed
// and the next one not. Without an errno of the flush the reader of a pipe has gone.
ExitCode finish_output() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return ExitCode::kDone;
  const int number = errno != 0 ? errno : EPIPE;
  complain("standard output cannot be written: " + std::generic_category().message(number));
  return ExitCode::kFailed;
}

}  // namespace pressoir
