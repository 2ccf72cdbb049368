// Views into the variables and sections of the templates: the names written here are those of
// web/templates. Pure functions, any thread.
#pragma once

#include <ctemplate/template.h>

#include <optional>
#include <string>

#include "server/pages/comparison_view.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/home_view.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/portrait_view.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/value_list.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// What the head of a page says.
struct Head {
  std::string title;
  bool is_indexable = false;            // by search engines: not what anyone may have typed
  std::optional<FeedHrefs> feeds = {};  // of the list that the page shows
};

// What every page has: layout.tpl.
void fill_layout(const Head& head, const search::ArchiveSummary& archive,
                 ctemplate::TemplateDictionary& page);

// The search box: box.tpl.
struct BoxView {
  std::string q = {};
  std::vector<Parameter> kept = {};  // what the form passes on besides the query and the dates
  std::string label = "Rechercher dans les archives";
};
void fill_box(const BoxView& box, ctemplate::TemplateDictionary& parent);

// The variables of the template that stands in the layout's middle.
ctemplate::TemplateDictionary& add_main(ctemplate::TemplateDictionary& page, const char* file);

void fill_home(const HomeView& view, ctemplate::TemplateDictionary& main);
void fill_examples(const std::vector<Example>& examples, ctemplate::TemplateDictionary& main);
void fill_portrait(const PortraitView& view, ctemplate::TemplateDictionary& main);
void fill_directory(const ValueListView& view, ctemplate::TemplateDictionary& main);
void fill_value_list(const ValueListView& view, ctemplate::TemplateDictionary& main);
void fill_search(const SearchView& view, ctemplate::TemplateDictionary& main);
void fill_document(const DocumentPageView& view, ctemplate::TemplateDictionary& main);
void fill_comparison(const ComparisonView& view, ctemplate::TemplateDictionary& main);
void fill_comparison_picture(const ComparisonView& view, ctemplate::TemplateDictionary& picture);
void fill_api(const ApiView& view, ctemplate::TemplateDictionary& main);
void fill_problem(const Pages::Problem& problem, ctemplate::TemplateDictionary& main);

// What stands below the baseline of a drawing: axis.tpl.
void fill_axis(const Timeline& drawing, const std::vector<GovernmentTerm>& governments,
               int baseline, ctemplate::TemplateDictionary& parent);

// Parts that several pages have: timeline.tpl, what stands below it, hits.tpl.
void fill_timeline(const TimelineView& view, ctemplate::TemplateDictionary& parent);
void fill_scales(const TimelineView& view, ctemplate::TemplateDictionary& parent);
void fill_hits(const std::vector<HitView>& hits, std::uint64_t first_rank,
               ctemplate::TemplateDictionary& parent);

// A number with two decimals, for drawings.
void set_measure(ctemplate::TemplateDictionary& dictionary, const char* name, double value);

// Shared by those: a section for each link; where it has an address the section `LINKED` is shown
// inside, else `CURRENT`.
void fill_links(const std::vector<Link>& links, const char* section,
                ctemplate::TemplateDictionary& parent);

// A section `FRAGMENT` for each fragment.
void fill_fragments(const std::vector<search::Fragment>& fragments,
                    ctemplate::TemplateDictionary& parent);

// A section `FEEDS`.
void fill_feeds(const FeedHrefs& feeds, ctemplate::TemplateDictionary& parent);

// A section `MINISTER` for each person, `THEME` for each theme.
void fill_ministers(const std::vector<MinisterView>& ministers,
                    ctemplate::TemplateDictionary& parent);
void fill_themes(const std::vector<Link>& themes, ctemplate::TemplateDictionary& parent);

}  // namespace pressoir::pages
