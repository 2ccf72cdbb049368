// From bytes to words: the analyzer step by step, and the extraction of pages.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "indexer/text/analyzer.hpp"
#include "indexer/text/tokenizer.hpp"
#include "tests/bench/bench_archive.hpp"

namespace {

namespace bench = pressoir::bench;
namespace extract = pressoir::extract;
namespace text = pressoir::text;

constexpr std::uint32_t kTexts = 200;

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (std::uint32_t i = 0; i < kTexts; ++i) {
      made.push_back(bench::bench_corpus().document(i).text);
    }
    return made;
  }();
  return all;
}

// Calls `read` with one text after the other and reports bytes a second.
template <typename Read>
void read_in_turn(benchmark::State& state, const std::vector<std::string>& all, Read read) {
  std::size_t bytes = 0;
  std::size_t i = 0;
  for (auto _ : state) {
    const std::string& one = all[i++ % all.size()];
    bytes += one.size();
    read(one);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void words(benchmark::State& state) {
  text::Tokenizer tokenizer;
  read_in_turn(state, texts(),
               [&](const std::string& one) { benchmark::DoNotOptimize(tokenizer.split(one)); });
}
BENCHMARK(words)->Name("analyzer: words")->Unit(benchmark::kMicrosecond);

void words_and_forms(benchmark::State& state) {
  text::Analyzer analyzer;
  read_in_turn(state, texts(),
               [&](const std::string& one) { benchmark::DoNotOptimize(analyzer.analyze(one)); });
}
BENCHMARK(words_and_forms)->Name("analyzer: words and their forms")->Unit(benchmark::kMicrosecond);

void first_words(benchmark::State& state) {
  read_in_turn(state, texts(), [&](const std::string& one) {
    text::Analyzer fresh;
    benchmark::DoNotOptimize(fresh.analyze(one));
  });
}
BENCHMARK(first_words)
    ->Name("analyzer: a text without remembered words")
    ->Unit(benchmark::kMicrosecond);

void extraction(benchmark::State& state) {
  const auto& gazetteer = *pressoir::gazetteer::Gazetteer::load().value();
  const auto themes = pressoir::gazetteer::Themes::load().value();
  const extract::Extractor extractor(gazetteer, themes);
  std::vector<std::string> pages;
  for (std::uint32_t i = 0; i < kTexts; ++i) pages.push_back(bench::bench_corpus().page(i));
  read_in_turn(state, pages, [&](const std::string& one) {
    extract::Page page;
    page.bytes = one;
    page.fallback_url = "https://presse.example/page";
    benchmark::DoNotOptimize(extractor.extract(page).value());
  });
}
BENCHMARK(extraction)->Name("extraction: a page")->Unit(benchmark::kMicrosecond);

}  // namespace
