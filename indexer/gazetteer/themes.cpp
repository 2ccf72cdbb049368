#include "indexer/gazetteer/themes.hpp"

#include <utility>

namespace pressoir::gazetteer {

base::Result<Themes> Themes::load() {
  base::Result<ThemeTable> table = ThemeTable::load();
  if (!table) return table.error();
  base::Result<ThemeClassifier> classifier = ThemeClassifier::load();
  if (!classifier) return classifier.error();
  return Themes{std::move(*table), std::move(*classifier)};
}

}  // namespace pressoir::gazetteer
