// How long searches take, by class of query, and how many are answered in a second, without HTTP:
//   searcher_bench --db DIR --queries FILE [--threads 1,2] [--rounds 3] [--cache-mb 0]
// FILE is read by query_file.hpp. Every thread has its own Searcher and takes the next query when
// it is done with one; one round before warms up. A row a class: median, 95th and 99th percentile
// in milliseconds of the clock and of the processor, which other programs disturb less.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/program.hpp"
#include "server/search/archive.hpp"
#include "server/search/query_cache.hpp"
#include "server/search/searcher.hpp"
#include "tests/bench/query_file.hpp"

namespace {

namespace bench = pressoir::bench;
namespace search = pressoir::search;

using Clock = std::chrono::steady_clock;
using Queries = std::vector<bench::NamedQuery>;

struct Options {
  std::string db;
  std::string queries;
  std::vector<unsigned> threads = {1, 2};
  unsigned rounds = 3;
  std::size_t cache_megabytes = 0;
};

// Of this thread, in milliseconds.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Answer {
  std::size_t query = 0;
  double wall_ms = 0;
  double processor_ms = 0;
  std::uint64_t total = 0;
};

struct Searched {
  search::Archive& archive;
  search::QueryCache& cache;
};

// Asks the queries in turn until `next` reaches `end`. Stops the program at a failure: figures
// with failures among them mean nothing.
std::vector<Answer> ask(const Searched& searched, const Queries& queries,
                        std::atomic<std::size_t>& next, std::size_t end) {
  std::vector<Answer> answers;
  search::Searcher searcher(searched.archive, search::kTimeLimit, &searched.cache);
  for (std::size_t i = next++; i < end; i = next++) {
    const std::size_t query = i % queries.size();
    const double processor_began = processor_ms();
    const auto began = Clock::now();
    const auto results = searcher.search(queries[query].request);
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    answers.push_back(
        {query, took.count(), processor_ms() - processor_began, results.value().total});
  }
  return answers;
}

struct Run {
  std::vector<Answer> answers;
  double seconds = 0;
};

Run ask_all(const Searched& searched, const Queries& queries, unsigned threads, unsigned rounds) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::vector<Answer>> parts(threads);
  const auto began = Clock::now();
  {
    std::vector<std::jthread> workers;
    for (auto& part : parts) {
      workers.emplace_back([&] { part = ask(searched, queries, next, rounds * queries.size()); });
    }
  }
  Run run{{}, std::chrono::duration<double>(Clock::now() - began).count()};
  for (const auto& part : parts) {
    run.answers.insert(run.answers.end(), part.begin(), part.end());
  }
  return run;
}

double percentile(std::vector<double>& sorted, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

struct Figures {
  std::vector<double> wall;
  std::vector<double> processor;
  double hits = 0;

  void add(const Answer& answer) {
    wall.push_back(answer.wall_ms);
    processor.push_back(answer.processor_ms);
    hits += static_cast<double>(answer.total);
  }
};

void print_row(const std::string& name, Figures& figures) {
  std::sort(figures.wall.begin(), figures.wall.end());
  std::sort(figures.processor.begin(), figures.processor.end());
  const auto print = [](std::vector<double>& times) {
    fmt::print("{:>9.3f}{:>9.3f}{:>9.3f}", percentile(times, 0.5), percentile(times, 0.95),
               percentile(times, 0.99));
  };
  const auto count = figures.wall.size();
  fmt::print("{:<10}{:>6}{:>10.0f}", name, count, figures.hits / static_cast<double>(count));
  print(figures.wall);
  print(figures.processor);
  fmt::print("\n");
}

void print_run(const Run& run, const Queries& queries, unsigned threads) {
  std::map<std::string, Figures> classes;
  Figures all;
  for (const Answer& answer : run.answers) {
    classes[queries[answer.query].query_class].add(answer);
    all.add(answer);
  }
  fmt::print("{} thread(s): {:.0f} queries/s\n", threads,
             static_cast<double>(run.answers.size()) / run.seconds);
  fmt::print("{:<10}{:>6}{:>10}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}\n", "class", "n", "hits", "p50",
             "p95", "p99", "cpu p50", "cpu p95", "cpu p99");
  for (auto& [name, figures] : classes) print_row(name, figures);
  print_row("TOTAL", all);
}

int fail(const std::string& message) {
  fmt::print(stderr, "searcher_bench: {}\n", message);
  return 1;
}

int measure(const Options& options) {
  std::ifstream file(options.queries);
  const auto queries = bench::read_queries(file);
  if (!queries) return fail(queries.error().message);
  if (queries->empty()) return fail("no queries in " + options.queries);
  const auto began = Clock::now();
  const auto archive = search::Archive::open(options.db);
  if (!archive) return fail(archive.error().message);
  fmt::print("{} opened in {:.0f} ms\n", options.db,
             std::chrono::duration<double, std::milli>(Clock::now() - began).count());
  search::QueryCache cache(options.cache_megabytes * 1024 * 1024);
  for (const unsigned threads : options.threads) {
    ask_all({**archive, cache}, *queries, threads, 1);
    print_run(ask_all({**archive, cache}, *queries, threads, options.rounds), *queries, threads);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  pressoir::base::prefer_large_pages();
  CLI::App app("How long searches take, by class of query");
  Options options;
  app.add_option("--db", options.db, "Folder of the index")->required();
  app.add_option("--queries", options.queries, "Tab-separated queries")->required();
  app.add_option("--threads", options.threads, "Numbers of threads, each measured")
      ->delimiter(',')
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  app.add_option("--rounds", options.rounds, "How often every query is asked")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--cache-mb", options.cache_megabytes, "Megabytes of the query cache")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return measure(options);
}
