// How long new documents take to appear: live_bench --db DIR
//
// Copies the index, opens the copy as a server does, and commits some new documents again and
// again: those that stand in the index, under new addresses. Prints how long a commit takes, and
// how long it takes from then until a search is answered from it; the processor's time, and memory.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "indexer/base/program.hpp"
#include "indexer/base/url.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/writer.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"

namespace {

namespace fs = std::filesystem;
namespace index = pressoir::index;
namespace query = pressoir::query;
namespace search = pressoir::search;

using Clock = std::chrono::steady_clock;
using pressoir::base::Document;
using pressoir::base::Errc;
using pressoir::base::Error;
using pressoir::base::Result;

struct Options {
  std::string db;
  std::string folder = "live_bench.db";
  unsigned commits = 20;
  unsigned documents = 10;  // in a commit
  unsigned replaced = 0;    // documents that the commits before added, put again in each commit
};

struct Figures {
  std::vector<double> commit_ms;   // puts and commit
  std::vector<double> visible_ms;  // from then until a search is answered from it
  std::vector<double> refresh_cpu_ms;
};

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double ms_since(Clock::time_point began) {
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

// A line of /proc/self/status, in MB.
double memory_mb(const std::string& name) {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
  }
  return 0;
}

void print_row(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  fmt::print("{:<42}{:>9.1f}{:>9.1f}{:>9.1f}\n", what, times.front(), times[times.size() / 2],
             times.back());
}

// What is put: a stored document, again and again under other addresses.
class NewDocuments {
 public:
  static Result<NewDocuments> read(const std::string& db, std::size_t count) {
    const auto reader = index::IndexReader::open(db);
    if (!reader) return reader.error();
    NewDocuments documents;
    const auto read = reader->for_each([&](const Document& document) {
      documents.stored_.push_back(document);
      return documents.stored_.size() < count;
    });
    if (!read) return read.error();
    if (documents.stored_.empty()) return Error{Errc::kNotFound, db + " holds no document"};
    return documents;
  }

  Document make(std::size_t number) const {
    Document document = stored_[number % stored_.size()];
    document.url += "?copy=" + std::to_string(number);
    document.id = pressoir::base::document_id(document.url);
    return document;
  }

 private:
  std::vector<Document> stored_;
};

Result<void> put_all(index::IndexWriter& writer, const NewDocuments& documents, unsigned commit,
                     const Options& options) {
  for (unsigned i = 0; i < options.documents; ++i) {
    const auto put = writer.put(documents.make(commit * options.documents + i), 1);
    if (!put) return put.error();
  }
  for (unsigned i = 0; i < options.replaced && commit > 0; ++i) {
    Document document = documents.make(i);
    document.title += " " + std::to_string(commit);
    if (const auto put = writer.put(document, 1); !put) return put.error();
  }
  return writer.commit();
}

// Searches until the answer is of `documents` documents.
Result<void> wait_for(search::Searcher& searcher, std::uint64_t documents) {
  query::SearchRequest request;
  request.q = "budget";
  while (true) {
    const auto results = searcher.search(request);
    if (!results) return results.error();
    if (results->documents == documents) return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

Result<Figures> measure(search::Archive& archive, const Options& options) {
  const auto documents_read =
      NewDocuments::read(options.folder, options.documents * options.commits);
  if (!documents_read) return documents_read.error();
  auto writer = index::IndexWriter::open(options.folder);
  if (!writer) return writer.error();
  search::Searcher searcher(archive);
  std::uint64_t documents = searcher.summary().documents;
  Figures figures;
  for (unsigned commit = 0; commit < options.commits; ++commit) {
    const auto began = Clock::now();
    if (const auto put = put_all(*writer, *documents_read, commit, options); !put)
      return put.error();
    figures.commit_ms.push_back(ms_since(began));
    documents += options.documents;
    const auto committed = Clock::now();
    const double processor = processor_ms();
    if (const auto seen = wait_for(searcher, documents); !seen) return seen.error();
    figures.visible_ms.push_back(ms_since(committed));
    figures.refresh_cpu_ms.push_back(processor_ms() - processor);
  }
  return figures;
}

int fail(const std::string& message) {
  fmt::print(stderr, "live_bench: {}\n", message);
  return 1;
}

int run(const Options& options) {
  std::error_code error;
  fs::remove_all(options.folder, error);
  fs::copy(options.db, options.folder, fs::copy_options::recursive, error);
  if (error) return fail(options.folder + ": " + error.message());
  const auto began = Clock::now();
  const auto archive = search::Archive::open(options.folder);
  if (!archive) return fail(archive.error().message);
  fmt::print("opened in {:.0f} ms, {:.0f} ms of the processor; memory {:.0f} MB, at most {:.0f}\n",
             ms_since(began), processor_ms(), memory_mb("VmRSS:"), memory_mb("VmHWM:"));
  const auto figures = measure(**archive, options);
  if (!figures) return fail(figures.error().message);
  fmt::print("{} commits of {} new documents, {} put again\n", options.commits, options.documents,
             options.replaced);
  fmt::print("{:<42}{:>9}{:>9}{:>9}\n", "milliseconds", "least", "p50", "most");
  print_row("put and commit", figures->commit_ms);
  print_row("until a search is answered from it", figures->visible_ms);
  print_row("processor meanwhile", figures->refresh_cpu_ms);
  fmt::print("memory {:.0f} MB, at most {:.0f}\n", memory_mb("VmRSS:"), memory_mb("VmHWM:"));
  fs::remove_all(options.folder, error);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  pressoir::base::prefer_large_pages();
  CLI::App app("How long new documents take to appear to a running server");
  Options options;
  app.add_option("--db", options.db, "Folder of the index, which is copied")->required();
  app.add_option("--folder", options.folder, "Folder of the copy, removed in the end")
      ->capture_default_str();
  app.add_option("--commits", options.commits, "Number of commits")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--documents", options.documents, "New documents in each")->capture_default_str();
  app.add_option("--replaced", options.replaced, "Documents put again in each, at most --documents")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return run(options);
}
