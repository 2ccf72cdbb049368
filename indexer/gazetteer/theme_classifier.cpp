#include "indexer/gazetteer/theme_classifier.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <mutex>
#include <optional>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/gazetteer/table.hpp"

namespace pressoir::gazetteer {
namespace {

constexpr std::array<std::string_view, 3> kClassColumns = {"path", "bias", "threshold"};
constexpr std::array<std::string_view, 2> kWordColumns = {"word", "weights"};

template <typename Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// A number that the table writes in thousandths.
// Whole numbers keep the table the same on every machine that trains it.
double read_thousandths(std::string_view column, TableReader& table) {
  const auto number = read_number<std::int32_t>(table.required(column));
  if (!number) table.fail(column, "is not a whole number");
  return number.value_or(0) / 1000.0;
}

// Numbers and compounds are rare, so that training learns accidents from them.
bool tells_theme(const text::Token& token) {
  return !token.is_stopword && !token.is_compound && token.stem.size() > 1 &&
         token.stem.find_first_of("0123456789") == std::string_view::npos;
}

bool is_part_of(std::string_view path, std::string_view whole) {
  return path.size() > whole.size() && path.starts_with(whole) && path[whole.size()] == '/';
}

}  // namespace

// Analyzers remember words, which is most of their speed, and serve one thread at a time: each call
// borrows one, and there are as many as calls that ever ran at once.
class ThemeClassifier::AnalyzerPool {
 public:
  text::Analyzer take() {
    const std::scoped_lock lock(mutex_);
    if (idle_.empty()) return text::Analyzer(text::Depth::kStems);
    text::Analyzer analyzer = std::move(idle_.back());
    idle_.pop_back();
    return analyzer;
  }
  void give_back(text::Analyzer analyzer) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(analyzer));
  }

 private:
  std::mutex mutex_;
  std::vector<text::Analyzer> idle_;
};

ThemeClassifier::ThemeClassifier() : analyzers_(std::make_unique<AnalyzerPool>()) {}
ThemeClassifier::~ThemeClassifier() = default;
ThemeClassifier::ThemeClassifier(ThemeClassifier&&) noexcept = default;
ThemeClassifier& ThemeClassifier::operator=(ThemeClassifier&&) noexcept = default;

// Frequencies count by their logarithm and the length of a text not at all: a long text repeats its
// words.
std::vector<ThemeWord> read_theme_words(std::string_view title, std::string_view text,
                                        text::Analyzer& analyzer) {
  std::string read(title);
  read.append("\n").append(base::clip_utf8(text, kMaxThemeBytes));
  std::vector<ThemeWord> words;
  std::unordered_map<std::string_view, std::size_t> numbers;
  for (const text::Token& token : analyzer.analyze(read)) {
    if (!tells_theme(token)) continue;
    const auto [number, is_new] = numbers.try_emplace(token.stem, words.size());
    if (is_new) words.push_back({std::string(token.stem), 0});
    words[number->second].share += token.begin < title.size() ? kTitleCount : 1;
  }
  double squares = 0;
  for (ThemeWord& word : words) {
    word.share = 1 + std::log(word.share);
    squares += word.share * word.share;
  }
  for (ThemeWord& word : words) word.share /= std::sqrt(squares);
  return words;
}

base::Result<ThemeClassifier> ThemeClassifier::load() {
  return parse({embedded_table("theme_classes.tsv"), embedded_table("theme_words.tsv")});
}

// `12:-35`; nothing when it is not that.
std::optional<ThemeClassifier::Weight> ThemeClassifier::read_weight(std::string_view item) {
  const std::size_t colon = std::min(item.find(':'), item.size());
  const auto number = read_number<std::uint16_t>(item.substr(0, colon));
  const auto tenths = read_number<std::int16_t>(item.substr(std::min(colon + 1, item.size())));
  if (!number || !tenths) return std::nullopt;
  return Weight{*number, *tenths};
}

// Weights are whole tenths in 16 bits: the table has some 34,000 of them.
base::Result<ThemeClassifier> ThemeClassifier::parse(const Files& files) {
  ThemeClassifier classifier;
  TableReader classes("theme_classes.tsv", files.classes, kClassColumns);
  while (classes.next()) {
    classifier.classes_.push_back({std::string(classes.required("path")),
                                   read_thousandths("bias", classes),
                                   read_thousandths("threshold", classes)});
  }
  if (classes.error()) return *classes.error();

  TableReader words("theme_words.tsv", files.words, kWordColumns);
  while (words.next()) {
    std::vector<Weight>& weights = classifier.weights_[std::string(words.required("word"))];
    for (const std::string& item : words.list("weights")) {
      const std::optional<Weight> weight = read_weight(item);
      const bool is_sound = weight && weight->number < classifier.classes_.size();
      if (is_sound) weights.push_back(*weight);
      if (!is_sound) words.fail("weights", "has an item that is not CLASS:WEIGHT: " + item);
    }
  }
  if (words.error()) return *words.error();
  return classifier;
}

std::vector<std::string> ThemeClassifier::infer(std::string_view title,
                                                std::string_view text) const {
  text::Analyzer analyzer = analyzers_->take();
  const std::vector<ThemeWord> words = read_theme_words(title, text, analyzer);
  analyzers_->give_back(std::move(analyzer));
  return infer(words);
}

// Scores of several classifiers are compared by their margin over the threshold of each, which
// training chose for each.
std::vector<std::string> ThemeClassifier::infer(const std::vector<ThemeWord>& words) const {
  std::vector<std::pair<double, std::string_view>> sure;  // margin over the threshold, path
  std::vector<double> scores;
  for (const Class& one : classes_) scores.push_back(one.bias - one.threshold);
  for (const ThemeWord& word : words) {
    const auto found = weights_.find(word.stem);
    if (found == weights_.end()) continue;
    for (const Weight& weight : found->second) {
      scores[weight.number] += weight.tenths / 10.0 * word.share;
    }
  }
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    if (scores[i] >= 0) sure.emplace_back(scores[i], classes_[i].path);
  }
  std::ranges::sort(sure, std::greater<>());
  std::vector<std::string> paths;
  for (const auto& [margin, theme] : sure) {
    const std::string_view path = theme;
    const bool has_part = std::ranges::any_of(
        sure, [path](const auto& other) { return is_part_of(other.second, path); });
    if (!has_part && paths.size() < kMaxInferred) paths.emplace_back(path);
  }
  return paths;
}

base::Result<Themes> Themes::load() {
  base::Result<ThemeTable> table = ThemeTable::load();
  if (!table) return table.error();
  base::Result<ThemeClassifier> classifier = ThemeClassifier::load();
  if (!classifier) return classifier.error();
  return Themes{std::move(*table), std::move(*classifier)};
}

}  // namespace pressoir::gazetteer
