// The type of a document. Pure function, any thread.
#pragma once

#include "indexer/extract/facts/page_facts.hpp"

#include <string>
#include <string_view>

namespace pressoir::extract::topics {

// `communiqué`, `discours`, `entretien`, `dossier de presse`, `compte rendu`, `question` or
// `article`, read from the title, then the breadcrumb and the rubrics, then the address, then the
// metadata, last the first words of the text (`Mesdames et Messieurs`, `La parole est à…`).
// `article` when nothing tells.
std::string find_document_type(const facts::PageFacts& facts, std::string_view title);

}  // namespace pressoir::extract::topics
