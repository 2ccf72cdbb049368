// The type of a document. Pure function, any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page_facts.hpp"

namespace pressoir::extract {

// `communiqué`, `discours`, `entretien`, `dossier de presse`, `compte rendu`, `question` or
// `article`, read from the title, then the breadcrumb and the rubrics, then the address, then the
// metadata. `article` when nothing tells.
std::string find_document_type(const PageFacts& facts, std::string_view title);

}  // namespace pressoir::extract
