// What sites call their themes, mapped onto one hierarchy: corpus/gazetteer/themes.tsv, which is
// put into the program when it is built. The hierarchy has two levels, of at most kMaxThemes themes
// and kMaxThemes parts of each: `Industrie`, `Industrie/Compétitivité`.
//
// A ThemeTable does not change once loaded: any number of threads may read it.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::gazetteer {

//   table.find("Innovation")                // Industrie/Innovation
//   table.find("Presse/INNOVATION/Divers")  // the same: the innermost part that is known
class ThemeTable {
 public:
  // A list that a reader can take in: what is finer belongs to a level below.
  static constexpr std::size_t kMaxThemes = 15;

  // The table in the program.
  static base::Result<ThemeTable> load();

  // A file with the columns of themes.tsv, given by content. kBadConfig names the line: a path that
  // no row declares, a third level, a label that two paths claim, a theme too many.
  static base::Result<ThemeTable> parse(std::string_view tsv);

  // The path of a label, empty when the table does not know it; it lives as long as the table. A
  // label is compared without accents, capitals, grammar words and plural endings. It may be a path
  // of a site (`Presse/Santé/Hôpital`) or have parts (`Innovation - Brevets`): the innermost part
  // that is known says the theme, with what stands before it if the table has both together. Labels
  // beyond kMaxLabelBytes and parts beyond kMaxParts are not read.
  std::string_view find(std::string_view label) const;

  // Every path of the hierarchy.
  const std::set<std::string>& paths() const { return paths_; }

 private:
  std::string_view find_key(const std::string& key) const;

  static constexpr std::size_t kMaxLabelBytes = 400;
  static constexpr std::size_t kMaxParts = 8;

  std::set<std::string> paths_;
  std::map<std::string, std::string> path_of_;  // by key
};

}  // namespace pressoir::gazetteer
