// What kind of publication a document is, and what it is about: its type, what its page calls its
// themes, and where these are in the hierarchy of corpus/gazetteer/themes.tsv. The Extractor calls
// these functions once a page. Pure functions, any thread.
//
// A label and a path are two things: `Politique industrielle` is what a site writes, `Industrie` is
// where the table puts it. Labels are searched like words, paths are values of the facet. Themes
// guessed from the words of a text are not made here but by gazetteer::ThemeClassifier.
#pragma once

#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/gazetteer/theme_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::topics {

struct ThemeFinding {
  std::vector<std::string> paths;   // of the table's hierarchy: `Industrie/Compétitivité`
  std::vector<std::string> labels;  // as the page writes them, known to the table or not
};

// What the page names as its themes (Dublin Core subjects, tags that are paths, `Thématique : …`)
// and the path of its breadcrumb, without labels of the site's structure (`Accueil`, `Presse`,
// `Discours`); without any of them, its section, else its rubric lines. Labels have at most three
// levels; one that only repeats the end of another is left out. When the table knows none of them,
// the page's tags and keywords that it does know: other keywords are written for search engines.
ThemeFinding find_themes(const facts::PageFacts& facts, const gazetteer::ThemeTable& table);

// The paths of the labels that the table knows, each once. A path that is a part of another is
// dropped: `Industrie` beside `Industrie/Compétitivité`. For the labels that a record gives.
std::vector<std::string> map_themes(const std::vector<std::string>& labels,
                                    const gazetteer::ThemeTable& table);

// The type of a document, a French word, because it is the value of a facet that readers see:
// `communiqué`, `discours`, `entretien`, `dossier de presse`, `compte rendu`, `question` or
// `article`, read from the title, then the breadcrumb and the rubrics, then the address, then the
// metadata, last the first words of the text (`Mesdames et Messieurs`, `La parole est à…`).
// `article` when nothing tells. `title` is the title of the document, without the name of the site.
// Not to be confused with og:type, which calls every page `article`.
std::string find_document_type(const facts::PageFacts& facts, std::string_view title);

}  // namespace pressoir::extract::topics
