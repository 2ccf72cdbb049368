// How many megabytes of text the analyzer reads in a second of processor time, step by step:
//   analyzer_bench [FILE]
// FILE is UTF-8 text, the sample corpus without one. The text is given in pieces of about 8 KB, as
// documents are. Medians of 9 runs; "first words" starts each run with an analyzer that knows none.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "indexer/text/tokenizer.hpp"

namespace {

namespace text = pressoir::text;

constexpr std::size_t kPieceBytes = 8'192;
constexpr std::size_t kRuns = 9;
constexpr double kBytesPerMegabyte = 1e6;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string read_sample() {
  std::string all;
  const std::filesystem::path folder = std::filesystem::path(PRESSOIR_SOURCE_DIR) / "corpus/sample";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) all += read_file(entry.path());
  }
  return all;
}

// Cut behind line ends.
std::vector<std::string_view> cut(std::string_view all) {
  std::vector<std::string_view> pieces;
  while (!all.empty()) {
    const std::size_t end = all.find('\n', std::min(kPieceBytes, all.size()));
    pieces.push_back(all.substr(0, end == std::string_view::npos ? all.size() : end + 1));
    all.remove_prefix(pieces.back().size());
  }
  return pieces;
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// `read` takes all the pieces and returns how many tokens it found.
template <typename Read>
void measure(std::string_view step, std::size_t bytes, Read read) {
  std::array<double, kRuns> seconds{};
  std::size_t tokens = 0;
  for (double& run : seconds) {
    const double start = processor_seconds();
    tokens = read();
    run = processor_seconds() - start;
  }
  std::sort(seconds.begin(), seconds.end());
  const double median = seconds[kRuns / 2];
  fmt::print("{:<28}{:>8.1f} MB/s {:>8.1f} ns a token ({} tokens)\n", step,
             static_cast<double>(bytes) / kBytesPerMegabyte / median,
             median * 1e9 / static_cast<double>(tokens), tokens);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string all = argc > 1 ? read_file(argv[1]) : read_sample();
  const std::vector<std::string_view> pieces = cut(all);
  if (pieces.empty()) {
    fmt::print(stderr, "analyzer_bench: no text\n");
    return 2;
  }
  fmt::print("{:.1f} MB in {} pieces\n", static_cast<double>(all.size()) / kBytesPerMegabyte,
             pieces.size());
  const auto read_all = [&](auto& reader, auto&& read) {
    std::size_t tokens = 0;
    for (const std::string_view piece : pieces) tokens += read(reader, piece);
    return tokens;
  };
  const auto split = [](text::Tokenizer& t, std::string_view s) { return t.split(s).size(); };
  const auto analyze = [](text::Analyzer& a, std::string_view s) { return a.analyze(s).size(); };

  text::Tokenizer tokenizer;
  text::Analyzer analyzer;
  measure("words", all.size(), [&] { return read_all(tokenizer, split); });
  measure("words and their forms", all.size(), [&] { return read_all(analyzer, analyze); });
  measure("the same, first words too", all.size(), [&] {
    text::Analyzer fresh;
    return read_all(fresh, analyze);
  });
  return 0;
}
