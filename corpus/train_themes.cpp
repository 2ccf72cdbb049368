// Learns corpus/gazetteer/theme_classes.tsv and theme_words.tsv, and measures them.
//
//     train_themes [--out DIR] [--test DOCUMENTS] DOCUMENTS…
//
// DOCUMENTS are what `pressoir-index extract` prints. Those whose themes their page names are the
// examples; each path and each parent of a path with enough of them is a class. Prints the figures
// of a cross-validation and, with --test, those on other documents; --out writes the tables.
//
// A class is a linear support vector machine with squared hinge loss, solved by dual coordinate
// descent (Hsieh and others, ICML 2008). The same input gives the same tables.
#include "indexer/gazetteer/theme_classifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace pressoir {
namespace {

namespace json = boost::json;
using gazetteer::ThemeWord;

constexpr std::size_t kFolds = 5;
constexpr std::size_t kLeastExamples = 20;    // of a class
constexpr std::size_t kLeastDocuments = 3;    // with a word
constexpr std::size_t kWordsOfClass = 800;    // that are kept
constexpr int kPasses = 30;                   // of the descent
constexpr double kCost = 1;                   // of a wrong example
constexpr double kCostOfMissing = 2;          // the same, times this, of one of the class
constexpr double kPrecision = 0.90;           // required here, so that other collections reach 0.8
constexpr std::size_t kLeastPredictions = 6;  // with fewer a precision is chance

struct Example {
  std::vector<ThemeWord> words;
  std::set<std::string> themes;  // and their parents
  std::size_t fold = 0;
  std::string file;
};

using Examples = std::vector<Example>;

std::vector<Example> read_examples(const std::string& path) {
  std::vector<Example> examples;
  std::ifstream in(path);
  text::Analyzer analyzer{text::Depth::kStems};
  for (std::string line; std::getline(in, line);) {
    const json::object document = json::parse(line).as_object();
    if (document.at("themes").as_array().empty() || document.at("themes_inferred").as_bool()) {
      continue;
    }
    Example example;
    example.words =
        gazetteer::read_theme_words(json::value_to<std::string>(document.at("title")),
                                    json::value_to<std::string>(document.at("text")), analyzer);
    for (const json::value& theme : document.at("themes").as_array()) {
      const auto path_of_theme = json::value_to<std::string>(theme);
      example.themes.insert(path_of_theme);
      example.themes.insert(path_of_theme.substr(0, path_of_theme.find('/')));
    }
    // By the id, so that more documents leave the folds of the others as they are.
    std::uint32_t hash = 2166136261U;
    for (const char c : json::value_to<std::string>(document.at("id"))) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    example.fold = (hash >> 8) % kFolds;
    example.file = path.substr(path.rfind('/') + 1);
    examples.push_back(std::move(example));
  }
  return examples;
}

struct Model {
  struct Class {
    std::string path;
    double bias = 0;
    double threshold = 0;
  };
  std::vector<Class> classes;
  std::map<std::string, std::map<std::size_t, int>> weights;  // tenths by word and class
};

using Feature = std::pair<std::size_t, double>;  // word, value
using Features = std::vector<std::vector<Feature>>;

// The words that enough examples have, with their rarity.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<double> rarities;
  std::unordered_map<std::string, std::size_t> numbers;

  explicit Vocabulary(const std::vector<const Example*>& examples) {
    std::map<std::string, std::size_t> documents;
    for (const Example* example : examples) {
      for (const ThemeWord& word : example->words) ++documents[word.stem];
    }
    for (const auto& [word, count] : documents) {
      if (count < kLeastDocuments) continue;
      numbers.emplace(word, words.size());
      words.push_back(word);
      rarities.push_back(
          std::log(static_cast<double>(examples.size()) / static_cast<double>(count)));
    }
  }

  Features features(const std::vector<const Example*>& examples) const {
    Features all;
    for (const Example* example : examples) {
      auto& features = all.emplace_back();
      for (const ThemeWord& word : example->words) {
        const auto found = numbers.find(word.stem);
        if (found == numbers.end()) continue;
        features.emplace_back(found->second, word.share * rarities[found->second]);
      }
    }
    return all;
  }
};

struct Hyperplane {
  std::vector<double> weights;
  double bias = 0;
};

double score(const std::vector<Feature>& features, const Hyperplane& plane) {
  double sum = plane.bias;
  for (const auto& [word, value] : features) sum += plane.weights[word] * value;
  return sum;
}

// Algorithm 1 of the paper for the squared hinge loss: `slack` is its D_ii, `square` its Q_ii +
// D_ii (with 1 for the bias, which is trained as the weight of a constant feature). The seed is
// fixed: the same examples give the same tables.
Hyperplane train_hyperplane(const Features& features, const std::vector<bool>& is_member,
                            std::size_t words) {
  Hyperplane plane{std::vector<double>(words, 0), 0};
  std::vector<double> alphas(features.size(), 0);
  std::vector<std::size_t> order(features.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(1);
  for (int pass = 0; pass < kPasses; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::size_t i : order) {
      const double sign = is_member[i] ? 1 : -1;
      const double slack = 0.5 / (kCost * (is_member[i] ? kCostOfMissing : 1));
      double square = 1 + slack;
      for (const auto& [word, value] : features[i]) square += value * value;
      const double gradient = sign * score(features[i], plane) - 1 + alphas[i] * slack;
      const double alpha = std::max(alphas[i] - gradient / square, 0.0);
      const double step = (alpha - alphas[i]) * sign;
      alphas[i] = alpha;
      if (step == 0) continue;
      plane.bias += step;
      for (const auto& [word, value] : features[i]) plane.weights[word] += step * value;
    }
  }
  return plane;
}

// Keeps the greatest weights, rounded. The rarity moves from the features into the weights, so that
// the program needs no second table.
void add_weights(const Hyperplane& plane, const Vocabulary& vocabulary, std::size_t number,
                 Model& model) {
  std::vector<std::pair<double, std::size_t>> heaviest;
  for (std::size_t word = 0; word < plane.weights.size(); ++word) {
    const double weight = plane.weights[word] * vocabulary.rarities[word];
    if (std::lround(weight * 10) != 0) heaviest.emplace_back(-std::abs(weight), word);
  }
  std::ranges::sort(heaviest);
  if (heaviest.size() > kWordsOfClass) heaviest.resize(kWordsOfClass);
  for (const auto& [weight, word] : heaviest) {
    model.weights[vocabulary.words[word]][number] =
        static_cast<int>(std::lround(plane.weights[word] * vocabulary.rarities[word] * 10));
  }
}

// The themes that have enough examples.
std::vector<std::string> list_classes(const Examples& examples) {
  std::map<std::string, std::size_t> sizes;
  for (const Example& example : examples) {
    for (const std::string& theme : example.themes) ++sizes[theme];
  }
  std::erase_if(sizes, [](const auto& entry) { return entry.second < kLeastExamples; });
  std::vector<std::string> paths;
  for (const auto& [path, size] : sizes) paths.push_back(path);
  return paths;
}

Model train(const std::vector<const Example*>& examples, const std::vector<std::string>& paths) {
  const Vocabulary vocabulary(examples);
  const Features features = vocabulary.features(examples);
  Model model;
  for (const std::string& path : paths) {
    std::vector<bool> is_member;
    for (const Example* example : examples) is_member.push_back(example->themes.contains(path));
    const Hyperplane plane = train_hyperplane(features, is_member, vocabulary.words.size());
    add_weights(plane, vocabulary, model.classes.size(), model);
    model.classes.push_back({path, plane.bias, 0});
  }
  return model;
}

std::vector<double> scores_of(const Model& model, const Example& example) {
  std::vector<double> scores;
  for (const Model::Class& one : model.classes) scores.push_back(one.bias);
  for (const ThemeWord& word : example.words) {
    const auto found = model.weights.find(word.stem);
    if (found == model.weights.end()) continue;
    for (const auto& [number, tenths] : found->second) {
      scores[number] += tenths / 10.0 * word.share;
    }
  }
  return scores;
}

// A score that a class gave to an example that its model had not seen.
struct Judgement {
  double score = 0;
  bool is_member = false;
  std::size_t fold = 0;
};

using Judgements = std::map<std::string, std::vector<Judgement>>;  // by class

constexpr double kNever = std::numeric_limits<double>::infinity();

// The lowest score from which on the precision is at least kPrecision; kNever when there is none.
double precise_threshold(std::vector<Judgement> judgements) {
  std::ranges::sort(judgements, std::greater<>(), &Judgement::score);
  double threshold = kNever;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    hits += judgements[i].is_member;
    if (i + 1 < kLeastPredictions) continue;
    if (static_cast<double>(hits) >= kPrecision * static_cast<double>(i + 1)) {
      threshold = judgements[i].score;
    }
  }
  return threshold;
}

// The lowest score of the cut with the highest F1: how well a class could be told, for the report.
double balanced_threshold(std::vector<Judgement> judgements) {
  std::ranges::sort(judgements, std::greater<>(), &Judgement::score);
  const auto members = static_cast<double>(
      std::ranges::count_if(judgements, [](const Judgement& one) { return one.is_member; }));
  double threshold = kNever;
  double best = 0;
  double hits = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    hits += judgements[i].is_member ? 1 : 0;
    const double f1 = 2 * hits / (static_cast<double>(i + 1) + members);
    if (f1 <= best) continue;
    best = f1;
    threshold = judgements[i].score;
  }
  return threshold;
}

std::vector<Judgement> judgements_outside(const std::vector<Judgement>& all, std::size_t fold) {
  std::vector<Judgement> others;
  std::ranges::copy_if(all, std::back_inserter(others),
                       [fold](const Judgement& one) { return one.fold != fold; });
  return others;
}

// F1 of a class. The threshold of each fold is chosen on the others: none judges its own examples.
double measure_f1(const std::vector<Judgement>& judgements) {
  double hits = 0;
  double predicted = 0;
  double members = 0;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const double threshold = balanced_threshold(judgements_outside(judgements, fold));
    for (const Judgement& one : judgements) {
      if (one.fold != fold) continue;
      const bool is_predicted = one.score >= threshold;
      hits += is_predicted && one.is_member ? 1 : 0;
      predicted += is_predicted ? 1 : 0;
      members += one.is_member ? 1 : 0;
    }
  }
  return predicted + members == 0 ? 0 : 2 * hits / (predicted + members);
}

// The classes that reach a threshold, numbered anew.
Model keep_precise(const Model& model, const std::map<std::string, double>& thresholds) {
  Model kept;
  std::map<std::size_t, std::size_t> numbers;
  for (std::size_t i = 0; i < model.classes.size(); ++i) {
    const auto found = thresholds.find(model.classes[i].path);
    if (found == thresholds.end() || found->second == kNever) continue;
    numbers[i] = kept.classes.size();
    kept.classes.push_back({model.classes[i].path, model.classes[i].bias, found->second});
  }
  for (const auto& [word, weights] : model.weights) {
    for (const auto& [number, tenths] : weights) {
      if (numbers.contains(number)) kept.weights[word][numbers[number]] = tenths;
    }
  }
  return kept;
}

std::string classes_table(const Model& model) {
  std::string table = "path\tbias\tthreshold\n";
  for (const Model::Class& one : model.classes) {
    table += fmt::format("{}\t{}\t{}\n", one.path, std::lround(one.bias * 1000),
                         static_cast<long>(std::ceil(one.threshold * 1000)));
  }
  return table;
}

std::string words_table(const Model& model) {
  std::string table = "word\tweights\n";
  for (const auto& [word, weights] : model.weights) {
    std::string items;
    for (const auto& [number, tenths] : weights) {
      items += fmt::format("{}{}:{}", items.empty() ? "" : "|", number, tenths);
    }
    table += word + "\t" + items + "\n";
  }
  return table;
}

gazetteer::ThemeClassifier to_classifier(const Model& model) {
  const std::string classes = classes_table(model);
  const std::string words = words_table(model);
  return gazetteer::ThemeClassifier::parse({classes, words}).value();
}

// Counts the predictions for documents whose themes are known.
struct Outcome {
  std::size_t documents = 0;
  std::size_t covered = 0;  // with one theme at least
  std::size_t predicted = 0;
  std::size_t right = 0;        // the path is one of the document's, or a parent of one
  std::size_t right_theme = 0;  // at least its first level is
  std::size_t with_part = 0;    // of two levels

  void add(const std::vector<std::string>& paths, const std::set<std::string>& themes) {
    ++documents;
    covered += paths.empty() ? 0 : 1;
    for (const std::string& path : paths) {
      ++predicted;
      right += themes.contains(path) ? 1 : 0;
      right_theme += themes.contains(path.substr(0, path.find('/'))) ? 1 : 0;
      with_part += path.find('/') != std::string::npos ? 1 : 0;
    }
  }

  void print(std::string_view name) const {
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    fmt::print(
        "{:48} documents {}  coverage {:.3f}  themes {} (two levels {})  precision {:.3f}  "
        "of the first level {:.3f}\n",
        name, documents, share(covered, documents), predicted, with_part, share(right, predicted),
        share(right_theme, predicted));
  }
};

std::vector<const Example*> select(const Examples& examples,
                                   const std::function<bool(const Example&)>& is_wanted) {
  std::vector<const Example*> selected;
  for (const Example& example : examples) {
    if (is_wanted(example)) selected.push_back(&example);
  }
  return selected;
}

void print_f1(const Judgements& judgements) {
  double sums[2] = {0, 0};
  int counts[2] = {0, 0};
  for (const auto& [path, list] : judgements) {
    const double f1 = measure_f1(list);
    const int level = path.find('/') == std::string::npos ? 0 : 1;
    sums[level] += f1;
    ++counts[level];
    const auto members = std::ranges::count_if(list, [](const auto& one) { return one.is_member; });
    fmt::print("  F1 {:.3f}  examples {:4}  {}\n", f1, members, path);
  }
  fmt::print("macro-F1: {} themes {:.3f}, {} parts {:.3f}\n", counts[0],
             sums[0] / std::max(counts[0], 1), counts[1], sums[1] / std::max(counts[1], 1));
}

// Judgements on every fold by a model of the others, with their figures printed.
Judgements cross_validate(const Examples& examples, const std::vector<std::string>& paths) {
  Judgements judgements;
  std::vector<Model> models;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    models.push_back(
        train(select(examples, [fold](const Example& one) { return one.fold != fold; }), paths));
    for (const Example* example :
         select(examples, [fold](const Example& one) { return one.fold == fold; })) {
      const std::vector<double> scores = scores_of(models.back(), *example);
      for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::string& path = models.back().classes[i].path;
        judgements[path].push_back({scores[i], example->themes.contains(path), fold});
      }
    }
  }
  print_f1(judgements);
  std::map<std::string, Outcome> outcomes;  // by file
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::map<std::string, double> thresholds;
    for (const auto& [path, list] : judgements) {
      thresholds[path] = precise_threshold(judgements_outside(list, fold));
    }
    const auto classifier = to_classifier(keep_precise(models[fold], thresholds));
    for (const Example* example :
         select(examples, [fold](const Example& one) { return one.fold == fold; })) {
      outcomes[example->file].add(classifier.infer(example->words), example->themes);
    }
  }
  for (const auto& [file, outcome] : outcomes) outcome.print("cross-validation, " + file);
  return judgements;
}

void write_file(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

struct Arguments {
  std::string out;
  std::vector<std::string> tests;
  std::vector<std::string> documents;
};

Arguments read_arguments(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string_view value(values[i]);
    if (value == "--out" && i + 1 < count) {
      arguments.out = values[++i];
    } else if (value == "--test" && i + 1 < count) {
      arguments.tests.emplace_back(values[++i]);
    } else {
      arguments.documents.emplace_back(value);
    }
  }
  return arguments;
}

int run(const Arguments& arguments) {
  Examples examples;
  for (const std::string& path : arguments.documents) {
    std::ranges::move(read_examples(path), std::back_inserter(examples));
  }
  const std::vector<std::string> paths = list_classes(examples);
  std::map<std::string, double> thresholds;
  for (const auto& [path, judgements] : cross_validate(examples, paths)) {
    thresholds[path] = precise_threshold(judgements);
  }
  const Model model =
      keep_precise(train(select(examples, [](const Example&) { return true; }), paths), thresholds);
  const auto classifier = to_classifier(model);
  for (const std::string& path : arguments.tests) {
    Outcome outcome;
    for (const Example& example : read_examples(path)) {
      outcome.add(classifier.infer(example.words), example.themes);
    }
    outcome.print("test, " + path.substr(path.rfind('/') + 1));
  }
  const std::string words = words_table(model);
  fmt::print("model: {} classes, {} words, {} bytes\n", model.classes.size(), model.weights.size(),
             words.size());
  if (arguments.out.empty()) return 0;
  write_file(arguments.out + "/theme_classes.tsv", classes_table(model));
  write_file(arguments.out + "/theme_words.tsv", words);
  return 0;
}

}  // namespace
}  // namespace pressoir

int main(int count, char** values) {
  const auto arguments = pressoir::read_arguments(count, values);
  if (arguments.documents.empty()) {
    std::fputs("train_themes [--out DIR] [--test DOCUMENTS] DOCUMENTS...\n", stderr);
    return 2;
  }
  return pressoir::run(arguments);
}
