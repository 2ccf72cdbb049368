// The themes of a text whose page names none, from its words: one linear classifier for each theme
// (a support vector machine, one against the rest), learnt from documents whose themes are known by
// corpus/train_themes.cpp. The weights stand in corpus/gazetteer/theme_classes.tsv and
// theme_words.tsv, which are put into the program when it is built.
//
// A ThemeClassifier does not change once loaded: any number of threads may use it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/theme_table.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::gazetteer {

// A stem of a document and its share in it.
struct ThemeWord {
  std::string stem;
  double share = 0;
};

// The words by which the theme of a document is recognised: stems that are no stop words, without
// numbers, of the title and the first kMaxThemeBytes of the text, the title counted kTitleCount
// times. A word that stands there n times has the share 1 + ln n, divided so that the squares of
// all shares make 1. In the order in which they first stand. Training and use read documents alike.
std::vector<ThemeWord> read_theme_words(std::string_view title, std::string_view text,
                                        text::Analyzer& analyzer);

// The beginning of a text says what it is about, and a long transcript would bring every theme.
inline constexpr std::size_t kMaxThemeBytes = 6000;
inline constexpr double kTitleCount = 2;

class ThemeClassifier {
 public:
  // A text with more themes than this has none of its own.
  static constexpr std::size_t kMaxInferred = 2;

  // The classifier in the program.
  static base::Result<ThemeClassifier> load();

  // Files with the columns of corpus/gazetteer, given by content. kBadConfig names the file, the
  // line and the column that cannot be read.
  struct Files {
    std::string_view classes;
    std::string_view words;
  };
  static base::Result<ThemeClassifier> parse(const Files& files);

  ~ThemeClassifier();
  ThemeClassifier(ThemeClassifier&&) noexcept;
  ThemeClassifier& operator=(ThemeClassifier&&) noexcept;

  // The paths whose score reaches their threshold, the surest first, at most kMaxInferred; a theme
  // is left out when a part of it is among them. Usually one or none.
  std::vector<std::string> infer(std::string_view title, std::string_view text) const;

  // For training: the same from words.
  std::vector<std::string> infer(const std::vector<ThemeWord>& words) const;

 private:
  struct Class {
    std::string path;
    double bias = 0;
    double threshold = 0;
  };
  struct Weight {
    std::uint16_t number = 0;  // of the class
    std::int16_t tenths = 0;
  };
  static std::optional<Weight> read_weight(std::string_view item);

  ThemeClassifier();

  class AnalyzerPool;

  std::vector<Class> classes_;
  std::unordered_map<std::string, std::vector<Weight>> weights_;  // by stem
  std::unique_ptr<AnalyzerPool> analyzers_;
};

// What is known of themes: the names that sites give them, and the words that tell them. Does not
// change once loaded: any number of threads may read it.
struct Themes {
  ThemeTable table;
  ThemeClassifier classifier;

  // The ones in the program.
  static base::Result<Themes> load();
};

}  // namespace pressoir::gazetteer
