// Citations as reference managers read them. All are UTF-8; a document's own text can never end a
// field or begin another. Pure functions, any thread.
#pragma once

#include <string>

#include "server/api/citation.hpp"

namespace pressoir::api {

// RIS (Research Information Systems, 2011): a tag a line, dates as `2012/12/05/`, with what is not
// known of them left out.
std::string to_ris(const Citation& citation);

// BibTeX, always `@misc`; `date`, `urldate` and `langid` are biblatex's. What TeX or BibTeX would
// read as a command is escaped; accents stay as they are.
std::string to_bibtex(const Citation& citation);

// CSL-JSON (Citation Style Language 1.0.2): a list of this one item, as its schema has it.
std::string to_csl_json(const Citation& citation);

}  // namespace pressoir::api
