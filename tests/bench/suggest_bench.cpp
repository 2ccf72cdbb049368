// How long a keystroke takes: suggest_bench DB [TITLES] [SEED]
//
// Types the first four words of TITLES (500) titles of the index letter by letter, a third of them
// with one random typing error, and prints the distribution of Searcher::suggest's time; before
// that, what building the structures takes, and the time of the speller.
#include <fmt/core.h>
#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/open.hpp"
#include "server/query/expand/speller.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"

namespace {

namespace gazetteer = pressoir::gazetteer;
namespace index = pressoir::index;
namespace query = pressoir::query;
namespace search = pressoir::search;
namespace store = pressoir::store;
namespace suggest = pressoir::suggest;

using Clock = std::chrono::steady_clock;
using Random = std::mt19937;

// Of this thread, in milliseconds: other programs do not count, waiting does not either.
double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Times {
  std::vector<double> wall;
  std::vector<double> cpu;

  template <typename Action>
  void add(Action action) {
    const double cpu_began = cpu_ms();
    const auto began = Clock::now();
    action();
    wall.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    cpu.push_back(cpu_ms() - cpu_began);
  }
};

void print_times(const char* what, std::vector<double> times) {
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print("{:<28} n={:<6} p50 {:.3f}  p90 {:.3f}  p99 {:.3f}  max {:.3f} ms\n", what,
             times.size(), at(0.5), at(0.9), at(0.99), at(1));
}

void print_times(const std::string& what, const Times& times) {
  print_times((what + ", wall").c_str(), times.wall);
  print_times((what + ", cpu").c_str(), times.cpu);
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
  Times right;
  Times wrong;
  std::size_t offers = 0;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    std::string typed = first_words(titles[i], 4);
    const bool is_mistyped = i % 3 == 0;
    if (is_mistyped) typed = mistype(std::move(typed), random);
    for (std::size_t end = 1; end <= typed.size(); ++end) {
      if (is_inside_character(typed, end)) continue;
      const suggest::SuggestRequest request{typed.substr(0, end), 10};
      (is_mistyped ? wrong : right).add([&] {
        offers += searcher.suggest(request).value().offers.size();
      });
    }
  }
  print_times("titles as written", right);
  print_times("mistyped titles", wrong);
  fmt::print(
      "offers a keystroke: {:.1f}\n",
      static_cast<double>(offers) / static_cast<double>(right.cpu.size() + wrong.cpu.size()));
}

template <typename Build>
void print_build(const char* what, Build build) {
  const double began = cpu_ms();
  build();
  fmt::print("{:<28} {:.0f} ms cpu\n", what, cpu_ms() - began);
}

void build(const index::ReadableIndex& database, const gazetteer::Gazetteer& gazetteer) {
  const store::Columns columns(database);
  const store::WordSequences sequences(database);
  print_build("columns", [&] { return store::Columns(database); });
  const store::Spellings spellings(database);
  print_build("heads", [&] { return store::DocumentHeads(database, columns.documents); });
  print_build("pairs", [&] { return store::WordPairs(sequences, columns.documents); });
  print_build("spellings", [&] { return store::Spellings(database); });
  print_build("vocabulary", [&] { return store::Vocabulary(sequences.count_words(), spellings); });
  print_build("titles and names",
              [&] { return suggest::SuggestIndex(sequences, columns, gazetteer); });
}

void look_for_neighbours(const store::Vocabulary& vocabulary, Random& random) {
  Times one;
  Times two;
  Times respelt;
  for (int i = 0; i < 2000; ++i) {
    const auto place = static_cast<std::uint32_t>(random() % vocabulary.size());
    const std::string word = mistype(std::string(vocabulary.word(place)), random);
    if (!suggest::may_be_mistyped(word)) continue;
    one.add([&] { static_cast<void>(vocabulary.nearest(word, 1)); });
    two.add([&] { static_cast<void>(vocabulary.nearest(word, 2)); });
    respelt.add([&] { static_cast<void>(query::expand::respell(word, vocabulary)); });
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
  look_for_neighbours(archive->newest()->snapshot.vocabulary, random);
  type_titles(searcher, read_titles(database, count, random), random);
}
