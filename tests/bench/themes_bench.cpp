// Microseconds to infer the themes of one document: themes_bench DOCUMENTS (what `pressoir-index
// extract` prints).
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/gazetteer/theme_classifier.hpp"

namespace {

constexpr int kRounds = 5;

struct Text {
  std::string title;
  std::string text;
};

std::vector<Text> read_texts(const char* path) {
  std::vector<Text> texts;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto document = boost::json::parse(line).as_object();
    texts.push_back({boost::json::value_to<std::string>(document.at("title")),
                     boost::json::value_to<std::string>(document.at("text"))});
  }
  return texts;
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) return 2;
  const auto classifier = pressoir::gazetteer::ThemeClassifier::load().value();
  const std::vector<Text> texts = read_texts(values[1]);
  std::vector<double> rounds;
  std::size_t inferred = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (const Text& text : texts) inferred += classifier.infer(text.title, text.text).size();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    rounds.push_back(took.count() / static_cast<double>(std::max<std::size_t>(texts.size(), 1)));
  }
  std::ranges::sort(rounds);
  fmt::print("{} documents, {} themes: median {:.0f} µs a document\n", texts.size(),
             inferred / kRounds, rounds[kRounds / 2]);
  return 0;
}
