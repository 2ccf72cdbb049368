// What is known of themes: the names that sites give them, and the words that tell them. Does not
// change once loaded: any number of threads may read it.
#pragma once

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/theme_classifier.hpp"
#include "indexer/gazetteer/theme_table.hpp"

namespace pressoir::gazetteer {

struct Themes {
  ThemeTable table;
  ThemeClassifier classifier;

  // The ones in the program.
  static base::Result<Themes> load();
};

}  // namespace pressoir::gazetteer
