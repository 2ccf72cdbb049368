// How long a keystroke takes: suggest_bench DB [TITLES] [SEED]
//
// Types the first four words of TITLES (500) titles of the index letter by letter, a third of them
// with one random typing error, and prints the distribution of Searcher::suggest's time, then what
// building the structures costs in time and memory, and Vocabulary::nearest's time.
#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/open.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"
#include "server/search/snapshot.hpp"
#include "server/search/speller.hpp"

namespace {

using namespace pressoir;  // NOLINT: a program of one file

using Clock = std::chrono::steady_clock;
using Random = std::mt19937;

template <typename Action>
double ms_of(Action action) {
  const auto began = Clock::now();
  action();
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

void print_times(const char* what, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print("{:<28} n={:<6} p50 {:.3f}  p90 {:.3f}  p99 {:.3f}  max {:.3f} ms\n", what,
             times.size(), at(0.5), at(0.9), at(0.99), at(1));
}

bool is_inside_character(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::string first_words(const std::string& title, int words) {
  std::size_t end = 0;
  for (int i = 0; i < words && end != std::string::npos; ++i) end = title.find(' ', end + 1);
  return title.substr(0, end);
}

// One letter of ASCII left out, doubled, replaced, or swapped with the next.
std::string mistype(std::string text, Random& random) {
  std::vector<std::size_t> letters;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (std::isalpha(static_cast<unsigned char>(text[i])) != 0) letters.push_back(i);
  }
  if (letters.empty()) return text;
  const std::size_t at = letters[random() % letters.size()];
  switch (random() % 4) {
    case 0:
      text.erase(at, 1);
      break;
    case 1:
      text.insert(at, 1, text[at]);
      break;
    case 2:
      text[at] = static_cast<char>('a' + random() % 26);
      break;
    default:
      if (std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0) {
        std::swap(text[at], text[at + 1]);
      }
  }
  return text;
}

std::vector<std::string> read_titles(const Xapian::Database& database, std::size_t count,
                                     Random& random) {
  std::vector<std::string> titles;
  for (std::size_t tries = 0; titles.size() < count && tries < 20 * count; ++tries) {
    const auto number = static_cast<Xapian::docid>(1 + random() % database.get_lastdocid());
    try {
      const std::string data = database.get_document(number).get_data();
      const auto document = index::decode_document(data, index::DecodeText::kNo);
      if (document && !document->title.empty()) titles.push_back(document->title);
    } catch (const Xapian::DocNotFoundError&) {
      continue;  // a document that was removed
    }
  }
  return titles;
}

void type_titles(search::Searcher& searcher, const std::vector<std::string>& titles,
                 Random& random) {
  std::vector<double> right;
  std::vector<double> wrong;
  std::size_t offers = 0;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    std::string typed = first_words(titles[i], 4);
    const bool is_mistyped = i % 3 == 0;
    if (is_mistyped) typed = mistype(std::move(typed), random);
    for (std::size_t end = 1; end <= typed.size(); ++end) {
      if (is_inside_character(typed, end)) continue;
      const search::SuggestRequest request{typed.substr(0, end), 10};
      (is_mistyped ? wrong : right).push_back(ms_of([&] {
        offers += searcher.suggest(request).value().offers.size();
      }));
    }
  }
  std::vector<double> all = right;
  all.insert(all.end(), wrong.begin(), wrong.end());
  print_times("keystrokes", all);
  print_times("  of titles as written", right);
  print_times("  of mistyped titles", wrong);
  fmt::print("offers a keystroke: {:.1f}\n",
             static_cast<double>(offers) / static_cast<double>(all.size()));
}

void build(const Xapian::Database& database, const gazetteer::Gazetteer& gazetteer) {
  const auto print = [](const char* what, double ms, std::size_t bytes) {
    fmt::print("{:<28} {:.0f} ms, {:.1f} MB\n", what, ms, static_cast<double>(bytes) / 1e6);
  };
  std::size_t bytes = 0;
  print("columns", ms_of([&] { search::Columns{database}; }), 0);
  const search::Columns columns(database);
  double ms = ms_of([&] { bytes = search::Vocabulary(database).bytes(); });
  print("vocabulary", ms, bytes);
  ms = ms_of([&] { bytes = search::SuggestIndex(database, columns, gazetteer).bytes(); });
  print("titles and names", ms, bytes);
}

void look_for_neighbours(const search::Vocabulary& vocabulary, Random& random) {
  std::vector<double> one;
  std::vector<double> two;
  std::vector<double> respelt;
  for (int i = 0; i < 2000; ++i) {
    const auto place = static_cast<std::uint32_t>(random() % vocabulary.size());
    const std::string word = mistype(std::string(vocabulary.word(place)), random);
    if (!search::may_be_mistyped(word)) continue;
    one.push_back(ms_of([&] { static_cast<void>(vocabulary.nearest(word, 1)); }));
    two.push_back(ms_of([&] { static_cast<void>(vocabulary.nearest(word, 2)); }));
    respelt.push_back(ms_of([&] { static_cast<void>(search::respell(word, vocabulary)); }));
  }
  fmt::print("words: {}\n", vocabulary.size());
  print_times("nearest, 1 edit", one);
  print_times("nearest, 2 edits", two);
  print_times("respell", respelt);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: suggest_bench DB [TITLES] [SEED]\n");
    return 2;
  }
  const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 500;
  Random random(argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1U);
  const auto archive = search::Archive::open(argv[1]).value();
  const auto database = index::open_database(argv[1]).value();
  search::Searcher searcher(*archive);
  build(database, archive->gazetteer());
  look_for_neighbours(archive->snapshot()->vocabulary, random);
  type_titles(searcher, read_titles(database, count, random), random);
}
