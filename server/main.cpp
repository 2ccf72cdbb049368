// pressoir-server: answers searches in an archive over HTTP.
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "indexer/base/program.hpp"
#include "server/app/archive_application.hpp"
#include "server/configuration.hpp"
#include "server/http/log_lines.hpp"
#include "server/http/server.hpp"

namespace pressoir {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUse = 2;

// A bad setting is wrong use, whichever of its sources it comes from.
int fail(const base::Error& error) {
  fmt::print(stderr, "pressoir-server: {}\n", error.message);
  return error.code == base::Errc::kBadConfig ? kWrongUse : kFailed;
}

void announce(const http::Server& server, search::Archive& archive) {
  const search::Searcher searcher(archive);
  const search::ArchiveSummary summary = searcher.summary();
  const std::string state = searcher.ready() ? fmt::format("{} documents, revision {}",
                                                           summary.documents, summary.revision)
                                             : "waiting for a shard to answer";
  fmt::print("pressoir-server: listening on {} ({})\n", server.url(), state);
  if (server.metrics_port() != 0) {
    fmt::print("pressoir-server: metrics on {}metrics\n", server.metrics_url());
  }
  std::fflush(stdout);
}

// Threads inherit the mask: the signals that stop the server reach the thread that serves, never
// one that is searching or waiting for the index to change.
void change_stop_signals(int how) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(how, &signals, nullptr);
}

// Signals are unblocked once the server can handle them: one that arrives earlier waits, and ends
// the program properly.
int serve(const Configuration& configuration) {
  change_stop_signals(SIG_BLOCK);
  const auto archive =
      search::Archive::open(configuration.db, {.shard_timeout = configuration.shard_timeout});
  if (!archive) return fail(archive.error());
  const auto pages = pages::Pages::load(configuration.pages);
  if (!pages) return fail(pages.error());
  const app::ArchiveApplication application(
      **archive, **pages,
      {.time_limit = configuration.search_time_limit,
       .cache_bytes = configuration.cache_megabytes * 1024 * 1024});
  const auto server = http::Server::open(application, configuration.server);
  if (!server) return fail(server.error());
  announce(**server, **archive);
  change_stop_signals(SIG_UNBLOCK);
  (*server)->run();
  return kDone;
}

// Answers go to stdout and the log to stderr, so that either can be sent elsewhere.
void log_to_stderr(http::LogFormat format) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("pressoir-server"));
  spdlog::set_formatter(http::make_log_formatter(format));
}

// A connection takes a file descriptor; the soft limit of most systems, 1024, is for programs that
// use select().
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int run(int argc, const char* const* argv) {
  const auto read = read_command_line(argc, argv);
  if (const auto* exit = std::get_if<Exit>(&read)) return exit->code;
  const auto& configuration = std::get<Configuration>(read);
  log_to_stderr(configuration.server.log_format);
  raise_file_limit();
  return serve(configuration);
}

}  // namespace
}  // namespace pressoir

int main(int argc, char** argv) {
  pressoir::base::prefer_large_pages();
  try {
    return pressoir::run(argc, argv);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "pressoir-server: {}\n", failure.what());
  } catch (...) {
    fmt::print(stderr, "pressoir-server: failed for an unknown reason\n");
  }
  return pressoir::kFailed;
}
