// Names of one thing: an institution before and after it was renamed, a law and what it is called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"

namespace pressoir::gazetteer {

struct SynonymSet {
  std::vector<std::string> names;  // two at least; `ANPE`, `Pôle emploi`
  std::string source;              // what says so: `loi n° 2008-126 du 13 février 2008`
};

// Those in the program. Any thread.
base::Result<std::vector<SynonymSet>> load_synonyms();

// A table with the columns of corpus/gazetteer/synonyms.tsv. kBadConfig names the line and the
// column that cannot be read; a name may stand in one set only.
base::Result<std::vector<SynonymSet>> parse_synonyms(std::string_view tsv);

}  // namespace pressoir::gazetteer
