// Views into the variables and sections of the templates: the names written here are those of
// web/templates. Pure functions, any thread.
#pragma once

#include <ctemplate/template.h>

#include <string>

#include "server/pages/document_view.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/search_view.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// What every page has: layout.tpl.
void fill_layout(const std::string& title, const search::ArchiveSummary& archive,
                 ctemplate::TemplateDictionary& page);

// The variables of the template that stands in the layout's middle.
ctemplate::TemplateDictionary& add_main(ctemplate::TemplateDictionary& page, const char* file);

void fill_search(const SearchView& view, ctemplate::TemplateDictionary& main);
void fill_document(const DocumentPageView& view, ctemplate::TemplateDictionary& main);
void fill_api(const ApiView& view, ctemplate::TemplateDictionary& main);
void fill_problem(const Pages::Problem& problem, ctemplate::TemplateDictionary& main);

// Shared by those: a section for each link; where it has an address the section `LINKED` is shown
// inside, else `CURRENT`.
void fill_links(const std::vector<Link>& links, const char* section,
                ctemplate::TemplateDictionary& parent);

// A section `FRAGMENT` for each fragment.
void fill_fragments(const std::vector<search::Fragment>& fragments,
                    ctemplate::TemplateDictionary& parent);

// A section `MINISTER` for each person, `THEME` for each theme.
void fill_ministers(const std::vector<MinisterView>& ministers,
                    ctemplate::TemplateDictionary& parent);
void fill_themes(const std::vector<Link>& themes, ctemplate::TemplateDictionary& parent);

}  // namespace pressoir::pages
