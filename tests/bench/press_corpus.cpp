#include "tests/bench/press_corpus.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <unordered_set>

#include "indexer/base/url.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::bench {
namespace {

using Random = std::mt19937;

constexpr std::size_t kWords = 40'000;
constexpr std::size_t kDrawn = 1u << 18;
constexpr std::size_t kCollocations = 2'000;
constexpr std::size_t kMinisters = 120;
constexpr std::size_t kMinistersAtOnce = 8;
constexpr std::int32_t kFirstDay = -4'376;  // 8 January 1958
constexpr std::int32_t kLastDay = 20'088;   // 31 December 2024

constexpr std::array kSyllables = {"la",  "de", "ré",  "con", "mi",  "nis", "tra", "vo",
                                   "é",   "co", "no",  "in",  "dus", "tri", "pu",  "bli",
                                   "ser", "vi", "par", "le",  "men", "ta",  "gou", "ver",
                                   "sa",  "lu", "fi",  "nan", "pê",  "che", "dé",  "fen"};
constexpr std::array kEndings = {"", "s", "e", "es", "tion", "ment", "té", "eur", "al", "if"};
constexpr std::array kTopThemes = {"Industrie", "Emploi",        "Éducation", "Santé",
                                   "Défense",   "Justice",       "Culture",   "Agriculture",
                                   "Europe",    "Environnement", "Intérieur", "Budget"};
constexpr std::array kSubThemes = {"Compétitivité", "Formation", "Réforme", "Territoires",
                                   "Financement"};

template <typename List>
const auto& pick(const List& list, Random& random) {
  return list[random() % list.size()];
}

std::string make_word(std::size_t syllables, Random& random) {
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) word += pick(kSyllables, random);
  return word + pick(kEndings, random);
}

// Frequent words are short.
std::vector<std::string> make_words(Random& random) {
  std::vector<std::string> words;
  std::unordered_set<std::string> known;
  while (words.size() < kWords) {
    const std::size_t syllables = 1 + words.size() / 60 % 3 + (words.size() > 500 ? 1 : 0);
    std::string word = make_word(syllables, random);
    while (!known.insert(word).second) word += pick(kSyllables, random);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::uint32_t> draw_table() {
  std::vector<double> sums;
  double sum = 0;
  for (std::size_t rank = 0; rank < kWords; ++rank) {
    sum += 1 / std::pow(static_cast<double>(rank) + 3.7, 1.13);
    sums.push_back(sum);
  }
  std::vector<std::uint32_t> drawn;
  for (std::size_t i = 0; i < kDrawn; ++i) {
    const double at = sum * (static_cast<double>(i) + 0.5) / static_cast<double>(kDrawn);
    drawn.push_back(
        static_cast<std::uint32_t>(std::lower_bound(sums.begin(), sums.end(), at) - sums.begin()));
  }
  return drawn;
}

// More recent days are more frequent.
base::Date draw_date(Random& random) {
  const double share = std::pow(static_cast<double>(random()) / 4294967296.0, 0.6);
  return base::date_from_days(kFirstDay +
                              static_cast<std::int32_t>(share * (kLastDay - kFirstDay)));
}

}  // namespace

PressCorpus::PressCorpus(std::uint32_t seed) : seed_(seed), drawn_(draw_table()) {
  Random random(seed);
  words_ = make_words(random);
  for (std::size_t i = 0; i < kCollocations; ++i) {
    collocations_.push_back(words_[100 + random() % 4'000] + " " + words_[100 + random() % 4'000]);
  }
  for (std::size_t i = 0; i < kMinisters; ++i) {
    std::string name = make_word(1, random) + " " + make_word(2, random) + std::to_string(i);
    ministers_.push_back(std::move(name));
  }
}

std::string PressCorpus::minister(std::size_t number) const {
  return text::slug(ministers_[number % ministers_.size()]);
}

std::string PressCorpus::theme(std::size_t number) const {
  return std::string(kTopThemes[number / kSubThemes.size() % kTopThemes.size()]) + "/" +
         kSubThemes[number % kSubThemes.size()];
}

base::Document PressCorpus::document(std::uint32_t number) const {
  Random random(seed_ ^ (number * 2'654'435'761U));
  const auto draw = [&]() -> const std::string& { return words_[drawn_[random() % kDrawn]]; };
  base::Document document;
  document.url = "https://presse.example/" + std::to_string(number);
  document.id = base::document_id(document.url);
  document.date = draw_date(random);
  document.date_source = base::DateSource::kGiven;
  document.type = "article";
  document.source = "presse.example";
  for (int i = 0; i < 7; ++i) document.title += draw() + " ";
  document.title += std::to_string(number);
  const auto age = static_cast<std::size_t>(document.date.year - 1958) * kMinisters / 67;
  for (auto i = random() % 3 + 1; i > 0; --i) {
    const std::string& name = ministers_[(age + random() % kMinistersAtOnce) % kMinisters];
    document.ministers.push_back({text::slug(name), name, "", base::Role::kMentioned});
  }
  const auto themes = kTopThemes.size() * kSubThemes.size();
  document.themes = {theme(std::min(random() % themes, random() % themes))};
  std::uint32_t begin = 0;
  for (auto words = 435 + random() % 300; words > 0; --words) {
    const bool is_collocation = random() % 100 == 0;
    document.text += is_collocation ? pick(collocations_, random) : draw();
    const bool ends_block = words == 1 || random() % 100 == 0;
    if (ends_block) {
      document.text += '.';
      const auto end = static_cast<std::uint32_t>(document.text.size());
      document.blocks.push_back({base::BlockKind::kParagraph, begin, end});
      begin = end + 1;
    }
    if (words > 1) document.text += ends_block ? '\n' : random() % 15 == 0 ? ',' : ' ';
    if (document.text.back() == ',') document.text += ' ';
  }
  return document;
}

std::string PressCorpus::page(std::uint32_t number) const {
  const base::Document document = this->document(number);
  std::string menu;
  for (std::size_t i = 0; i < kTopThemes.size() * kSubThemes.size(); ++i) {
    menu += "<li class=\"niveau\"><a href=\"/portail/" + std::to_string(i) + ".html\">" + theme(i) +
            "</a></li>\n";
  }
  std::string body;
  for (const base::Block& block : document.blocks) {
    body += "<p>" + document.text.substr(block.begin, block.end - block.begin) + "</p>\n";
  }
  return "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" +
         document.title + " | Portail</title><meta name=\"DC.date\" content=\"" +
         base::to_string(document.date) + "\"></head>\n<body><div id=\"nav\"><ul>" + menu +
         "</ul></div>\n<div id=\"contenu\"><h1>" + document.title + "</h1>\n" + body +
         "</div>\n<div id=\"pied\"><p>Mentions légales - Plan du site - Contact</p></div></body>" +
         "</html>\n";
}

}  // namespace pressoir::bench
