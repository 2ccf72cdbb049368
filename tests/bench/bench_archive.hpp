// An index of the made-up corpus, written once for all benchmarks of a program.
#pragma once

#include <string>

#include "server/search/archive.hpp"
#include "tests/bench/press_corpus.hpp"

namespace pressoir::bench {

// 10,000, or what PRESSOIR_BENCH_DOCUMENTS says.
std::uint32_t bench_documents();

const PressCorpus& bench_corpus();

// Writes the first `count` documents into the folder.
void write_index(const std::string& path, std::uint32_t count);

// Of bench_documents(), in a folder that the end of the program removes.
search::Archive& bench_archive();

}  // namespace pressoir::bench
