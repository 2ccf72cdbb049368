// How many megabytes of HTML are read in a second of processor time by gumbo alone and by the
// extraction, step by step, on one core:
//   extract_bench [FILE OR FOLDER]…
// The sample corpus without one. Bytes are those of the pages as stored; gumbo is given their text
// in UTF-8 and keeps no list of errors. The fastest of 9 runs, which other programs disturb least;
// then the page that takes longest for its size.
#include <fmt/core.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content/page_reader.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/html/decode.hpp"
#include "indexer/extract/html/html_tree.hpp"

namespace {

namespace extract = pressoir::extract;
namespace fs = std::filesystem;

constexpr std::size_t kRuns = 9;
constexpr double kBytesPerMegabyte = 1e6;
// Smaller pages are mostly what every page costs.
constexpr std::size_t kMinSlowestBytes = 4'096;

struct NamedPage {
  std::string name;
  extract::Page page;
  std::string text;  // in UTF-8
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void add_page(const fs::path& path, std::vector<NamedPage>& pages) {
  extract::Page page;
  page.bytes = read_file(path);
  page.fallback_url = "https://site.example/" + path.filename().string();
  auto decoded = extract::html::decode_utf8(page.bytes, "");
  if (decoded) pages.push_back({path.string(), std::move(page), std::move(decoded->text)});
}

void add_pages(const fs::path& path, std::vector<NamedPage>& pages) {
  if (!fs::is_directory(path)) return add_page(path, pages);
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && extension.starts_with(".htm")) add_page(entry.path(), pages);
  }
}

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The seconds that `read` takes in the fastest of the runs.
template <typename Read>
double fastest_seconds(Read read) {
  std::array<double, kRuns> seconds{};
  for (double& run : seconds) {
    const double start = processor_seconds();
    read();
    run = processor_seconds() - start;
  }
  return *std::min_element(seconds.begin(), seconds.end());
}

// Returns megabytes a second.
template <typename Read>
double measure(std::string_view step, const std::vector<NamedPage>& pages, Read read) {
  double megabytes = 0;
  for (const NamedPage& page : pages) {
    megabytes += static_cast<double>(page.page.bytes.size()) / kBytesPerMegabyte;
  }
  const double seconds = fastest_seconds([&] {
    for (const NamedPage& page : pages) read(page);
  });
  fmt::print("{:<28}{:>8.1f} MB/s {:>9.4f} s/MB\n", step, megabytes / seconds, seconds / megabytes);
  return megabytes / seconds;
}

void parse_with_gumbo(const NamedPage& page) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  gumbo_destroy_output(&options,
                       gumbo_parse_with_options(&options, page.text.data(), page.text.size()));
}

// One after the other, page by page, so that what else the machine does slows both alike.
void print_ratio(const std::vector<NamedPage>& pages, const extract::Extractor& extractor) {
  double gumbo = 0;
  double all = 0;
  for (const NamedPage& page : pages) {
    gumbo += fastest_seconds([&] { parse_with_gumbo(page); });
    all += fastest_seconds([&] { static_cast<void>(extractor.extract(page.page)); });
  }
  fmt::print("extraction at {:.0f} % of gumbo's speed\n", 100 * gumbo / all);
}

void print_slowest(const std::vector<NamedPage>& pages, const extract::Extractor& extractor,
                   double megabytes_a_second) {
  double worst = 0;
  const NamedPage* slowest = nullptr;
  for (const NamedPage& page : pages) {
    if (page.page.bytes.size() < kMinSlowestBytes) continue;
    const double seconds =
        fastest_seconds([&] { static_cast<void>(extractor.extract(page.page)); });
    const double megabytes = static_cast<double>(page.page.bytes.size()) / kBytesPerMegabyte;
    const double times = seconds / (megabytes / megabytes_a_second);
    if (times > worst) slowest = &page;
    worst = std::max(worst, times);
  }
  if (slowest == nullptr) return;
  fmt::print("slowest for its size: {:.1f} times the mean, {}\n", worst, slowest->name);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<NamedPage> pages;
  for (int i = 1; i < argc; ++i) add_pages(argv[i], pages);
  if (argc == 1) add_pages(fs::path(PRESSOIR_SOURCE_DIR) / "corpus/sample", pages);
  if (pages.empty()) {
    fmt::print(stderr, "extract_bench: no page\n");
    return 2;
  }
  const auto& gazetteer = *pressoir::gazetteer::Gazetteer::load().value();
  const auto themes = pressoir::gazetteer::Themes::load().value();
  const extract::Extractor extractor(gazetteer, themes);
  fmt::print("{} pages\n", pages.size());
  measure("gumbo alone", pages, parse_with_gumbo);
  measure("decode", pages, [](const NamedPage& page) {
    static_cast<void>(extract::html::decode_utf8(page.page.bytes, ""));
  });
  measure("limit and parse", pages, [](const NamedPage& page) {
    static_cast<void>(extract::html::HtmlTree::parse(page.text, {}));
  });
  measure("the same and read the text", pages, [](const NamedPage& page) {
    const auto tree = extract::html::HtmlTree::parse(page.text, {});
    if (tree) static_cast<void>(extract::content::read_page(*tree));
  });
  const double all = measure("extract: all of it", pages, [&](const NamedPage& page) {
    static_cast<void>(extractor.extract(page.page));
  });
  print_ratio(pages, extractor);
  print_slowest(pages, extractor, all);
  return 0;
}
