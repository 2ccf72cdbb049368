// The type of a document. Pure function, any thread.
#pragma once

#include "indexer/extract/page.hpp"

#include <string>
#include <string_view>

namespace pressoir::extract {

// `communiqué`, `discours`, `entretien`, `dossier de presse`, `compte rendu`, `question` or
// `article`, read from the title, then the breadcrumb and the rubrics, then the address, then the
// metadata, last the first words of the text (`Mesdames et Messieurs`, `La parole est à…`).
// `article` when nothing tells.
std::string find_document_type(const PageFacts& facts, std::string_view title);

}  // namespace pressoir::extract
