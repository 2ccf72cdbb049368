#include "indexer/gazetteer/synonyms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "indexer/base/program.hpp"
#include "indexer/gazetteer/table.hpp"

namespace pressoir {

std::span<const base::EmbeddedFile> gazetteer_files();  // made by pressoir_embed

namespace gazetteer {
namespace {

constexpr std::string_view kFile = "synonyms.tsv";
constexpr std::array<std::string_view, 2> kColumns = {"names", "source"};

}  // namespace

base::Result<std::vector<SynonymSet>> load_synonyms() {
  for (const base::EmbeddedFile& file : gazetteer_files()) {
    if (file.name == kFile) return parse_synonyms(file.bytes);
  }
  return bad_table(kFile, "is not in the program");
}

base::Result<std::vector<SynonymSet>> parse_synonyms(std::string_view tsv) {
  TableReader table(kFile, tsv, kColumns);
  std::vector<SynonymSet> sets;
  std::set<std::string> known;
  while (table.next()) {
    SynonymSet set{table.list("names"), std::string(table.required("source"))};
    if (set.names.size() < 2) table.fail("names", "has no two names");
    for (const std::string& name : set.names) {
      if (!known.insert(name).second) table.fail("names", "names twice: " + name);
    }
    sets.push_back(std::move(set));
  }
  if (table.error()) return *table.error();
  return sets;
}

}  // namespace gazetteer
}  // namespace pressoir
