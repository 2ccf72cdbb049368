// From a request to its answer: searches by class of query, several clients, snippets, JSON, and
// the whole way from documents to answers.
#include <benchmark/benchmark.h>

#include <string>
#include <variant>
#include <vector>

#include "indexer/base/program.hpp"
#include "server/api/search_json.hpp"
#include "server/app/search_request.hpp"
#include "server/query/query_parser.hpp"
#include "server/search/searcher.hpp"
#include "server/search/snippet/highlighter.hpp"
#include "tests/bench/bench_archive.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace {

namespace api = pressoir::api;
namespace app = pressoir::app;
namespace bench = pressoir::bench;
namespace query = pressoir::query;
namespace search = pressoir::search;
using query::SearchRequest;

constexpr std::size_t kQueries = 50;  // of a class
constexpr std::uint32_t kEndToEndDocuments = 500;

const auto& corpus() {
  return bench::bench_corpus();
}

// Words in 57 to 68 % of the documents, in 28 to 39 %, in less than 1 %.
const std::string& broad(std::size_t i) {
  return corpus().word(60 + i % 20);
}
const std::string& common(std::size_t i) {
  return corpus().word(130 + i);
}
const std::string& rare(std::size_t i) {
  return corpus().word(8'000 + 37 * i);
}

SearchRequest words(std::string q, query::MatchMode match = query::MatchMode::kAll) {
  SearchRequest request;
  request.q = std::move(q);
  request.match = match;
  request.facets = {true, true, false, false, false, false};
  request.with_snippets = false;
  return request;
}

SearchRequest everything(std::size_t) {
  return words("");
}
SearchRequest broad_word(std::size_t i) {
  return words(broad(i));
}
SearchRequest common_word(std::size_t i) {
  return words(common(i));
}
SearchRequest rare_word(std::size_t i) {
  return words(rare(i));
}
SearchRequest two_words(std::size_t i) {
  return words(common(i) + " " + corpus().word(1'000 + 11 * i));
}
SearchRequest three_words(std::size_t i) {
  return words(common(i) + " " + common(i + 7) + " " + corpus().word(800 + 5 * i));
}
SearchRequest any_of_three(std::size_t i) {
  return words(common(i) + " " + corpus().word(1'000 + 11 * i) + " " + rare(i),
               query::MatchMode::kAny);
}
SearchRequest phrase(std::size_t i) {
  return words("\"" + corpus().collocation(i) + "\"");
}
SearchRequest facet_filter(std::size_t i) {
  SearchRequest request = words(common(i));
  request.filters[0].any_of = {corpus().minister(5 + 2 * i)};
  return request;
}
SearchRequest date_range(std::size_t i) {
  SearchRequest request = words(common(i));
  request.from = {static_cast<std::int16_t>(1965 + i), 3, 15};
  request.to = {static_cast<std::int16_t>(1968 + i), 9, 20};
  return request;
}
SearchRequest newest_first(std::size_t i) {
  SearchRequest request = words(common(i));
  request.sort = query::Sort::kNewest;
  return request;
}

using MakeRequest = SearchRequest (*)(std::size_t);
struct QueryClass {
  const char* name;
  MakeRequest make;
};
constexpr QueryClass kClasses[] = {
    {"everything", everything},     {"broad word", broad_word},
    {"common word", common_word},   {"rare word", rare_word},
    {"two words", two_words},       {"three words", three_words},
    {"any of three", any_of_three}, {"phrase", phrase},
    {"facet filter", facet_filter}, {"date range", date_range},
    {"newest first", newest_first},
};

void search_in_turn(benchmark::State& state, const std::vector<SearchRequest>& requests) {
  search::Searcher searcher(bench::bench_archive());
  auto i = static_cast<std::size_t>(state.thread_index()) * requests.size() / 2;
  for (auto _ : state) {
    benchmark::DoNotOptimize(searcher.search(requests[i++ % requests.size()]).value());
  }
  state.SetItemsProcessed(state.iterations());
}

void search_class(benchmark::State& state, MakeRequest make) {
  std::vector<SearchRequest> requests;
  for (std::size_t i = 0; i < kQueries; ++i) requests.push_back(make(i));
  search_in_turn(state, requests);
}

void all_classes(benchmark::State& state) {
  std::vector<SearchRequest> requests;
  for (std::size_t i = 0; i < kQueries; ++i) {
    for (const QueryClass& one : kClasses) requests.push_back(one.make(i));
  }
  search_in_turn(state, requests);
}
BENCHMARK(all_classes)
    ->Name("search, all classes")
    ->Threads(1)
    ->Threads(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void snippets(benchmark::State& state) {
  pressoir::text::Analyzer analyzer;
  const auto parsed =
      query::parse_query(broad(3) + " " + common(5), query::MatchMode::kAll, analyzer).value();
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < 100; ++i) texts.push_back(corpus().document(i).text);
  search::snippet::Highlighter highlighter(parsed.query, analyzer);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(highlighter.snippet(texts[i++ % texts.size()]));
  }
}
BENCHMARK(snippets)->Name("snippet of a text of 585 words")->Unit(benchmark::kMillisecond);

void json(benchmark::State& state) {
  auto call = std::get<app::SearchCall>(app::parse_search_request("count=10"));
  call.request.q = broad(3);
  search::Searcher searcher(bench::bench_archive());
  const search::SearchResults results = searcher.search(call.request).value();
  for (auto _ : state)
    benchmark::DoNotOptimize(api::search_results_to_json(call.request, call.fields, results));
}
BENCHMARK(json)->Name("JSON of an answer with ten results")->Unit(benchmark::kMillisecond);

// Documents into an index that is new, opened and asked one question of each class.
void end_to_end(benchmark::State& state) {
  for (auto _ : state) {
    const pressoir::TemporaryFolder folder;
    bench::write_index(folder.path("index"), kEndToEndDocuments);
    const auto archive = search::Archive::open(folder.path("index")).value();
    search::Searcher searcher(*archive);
    for (const QueryClass& one : kClasses) {
      benchmark::DoNotOptimize(searcher.search(one.make(1)).value());
    }
  }
  state.SetItemsProcessed(state.iterations() * kEndToEndDocuments);
}
BENCHMARK(end_to_end)->Name("500 documents indexed and asked")->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  pressoir::base::prefer_large_pages();
  for (const QueryClass& one : kClasses) {
    benchmark::RegisterBenchmark((std::string("search: ") + one.name).c_str(), search_class,
                                 one.make)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::AddCustomContext("documents", std::to_string(bench::bench_documents()));
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
