// The type of a document: what kind of publication it is. Pure function, any thread.
//
// Types are French words, because they are values of a facet that readers see, and a record may
// bring others. Not to be confused with og:type, which calls every page `article`.
#pragma once

#include "indexer/extract/facts/page_facts.hpp"

#include <string>
#include <string_view>

namespace pressoir::extract::topics {

// `title` is the title of the document, without the name of the site; the text decides only when
// nothing else does.
// `communiqué`, `discours`, `entretien`, `dossier de presse`, `compte rendu`, `question` or
// `article`, read from the title, then the breadcrumb and the rubrics, then the address, then the
// metadata, last the first words of the text (`Mesdames et Messieurs`, `La parole est à…`).
// `article` when nothing tells.
std::string find_document_type(const facts::PageFacts& facts, std::string_view title);

}  // namespace pressoir::extract::topics
