// The themes of a document, as paths. Pure function, any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/page_facts.hpp"

namespace pressoir::extract {

// `Industrie/Compétitivité`, at most three levels. What the page names as its themes (Dublin Core
// subjects, tags that are paths, `Thématique : …`) and the path of its breadcrumb, without labels
// of the site's structure (`Accueil`, `Presse`, `Discours`); without any of them, its section, else
// its rubric lines. A theme that only repeats the end of another is left out.
std::vector<std::string> find_themes(const PageFacts& facts);

}  // namespace pressoir::extract
