#include "tests/bench/bench_archive.hpp"

#include <cstdlib>
#include <memory>

#include "indexer/index/writer.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::bench {

std::uint32_t bench_documents() {
  const char* given = std::getenv("PRESSOIR_BENCH_DOCUMENTS");
  return given == nullptr ? 10'000 : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

const PressCorpus& bench_corpus() {
  static const PressCorpus corpus;
  return corpus;
}

void write_index(const std::string& path, std::uint32_t count) {
  index::IndexWriter writer = index::IndexWriter::open(path).value();
  for (std::uint32_t i = 0; i < count; ++i) writer.put(bench_corpus().document(i), 1).value();
  writer.commit().value();
}

search::Archive& bench_archive() {
  static const TemporaryFolder folder;
  static const std::unique_ptr<search::Archive> archive = [] {
    const std::string path = folder.path("index");
    write_index(path, bench_documents());
    return search::Archive::open(path).value();
  }();
  return *archive;
}

}  // namespace pressoir::bench
