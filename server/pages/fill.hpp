// Puts views into the variables and sections of the templates in web/templates, which escape them.
// The names in capitals are those of the templates; an operator's own templates rely on them, so
// they are an interface. Only this header and templates.hpp have ctemplate in them.
//
// Each function fills the dictionary that it is given; parts (links, hits, a timeline) are sections
// or includes of a parent. Pure functions, any thread; strings are copied into the dictionary.
#pragma once

#include <ctemplate/template.h>

#include <optional>
#include <string>

#include "server/pages/comparison.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/portrait_view.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/pages/value_list.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// ---- Whole pages

struct Head {
  std::string title;
  // For search engines: false for pages whose words anyone may have typed.
  bool is_indexable = false;
  // Of the list that the page shows.
  std::optional<links::FeedHrefs> feeds = {};
};

// What every page has: layout.tpl.
void fill_layout(const Head& head, const search::ArchiveSummary& archive,
                 ctemplate::TemplateDictionary& page);

// Includes the template `file` in the middle of the layout; returns its variables.
ctemplate::TemplateDictionary& add_main(ctemplate::TemplateDictionary& page, const char* file);

// One for each template of that name; `main` is the dictionary of add_main.
void fill_home(const HomeView& view, ctemplate::TemplateDictionary& main);
void fill_examples(const std::vector<Example>& examples, ctemplate::TemplateDictionary& main);
void fill_search(const SearchView& view, ctemplate::TemplateDictionary& main);
void fill_value_list(const ValueListView& view, ctemplate::TemplateDictionary& main);
void fill_directory(const ValueListView& view, ctemplate::TemplateDictionary& main);
void fill_portrait(const PortraitView& view, ctemplate::TemplateDictionary& main);
void fill_document(const DocumentPageView& view, ctemplate::TemplateDictionary& main);
void fill_comparison(const ComparisonView& view, ctemplate::TemplateDictionary& main);
void fill_api(const ApiView& view, ctemplate::TemplateDictionary& main);
void fill_problem(const Pages::Problem& problem, ctemplate::TemplateDictionary& main);

// picture.tpl, a file of its own: it has no layout.
void fill_comparison_picture(const ComparisonView& view, ctemplate::TemplateDictionary& picture);

// ---- Parts of several pages, each a template of its own

// The search box: box.tpl.
struct BoxView {
  std::string q = {};
  // Hidden fields: what the form passes on besides query and dates.
  std::vector<links::Parameter> kept = {};
  std::string label = std::string(kBoxLabel);
};
void fill_box(const BoxView& box, ctemplate::TemplateDictionary& parent);

// A list of results: hits.tpl. Nothing for an empty list. `first_rank` is counted from 1.
void fill_hits(const std::vector<HitView>& hits, std::uint64_t first_rank,
               ctemplate::TemplateDictionary& parent);

// timeline.tpl, and the links below it, which only the search page has.
void fill_timeline(const TimelineView& view, ctemplate::TemplateDictionary& parent);
void fill_scales(const TimelineView& view, ctemplate::TemplateDictionary& parent);

// What is below the baseline of a drawing, `baseline` pixels from its top: axis.tpl.
void fill_axis(const timeline::Drawing& drawing, const std::vector<GovernmentTerm>& governments,
               int baseline, ctemplate::TemplateDictionary& parent);

// ---- Sections

// `section` for each link, with TEXT and HREF. Inside it the section LINKED is shown for a link
// with an address, else CURRENT.
void fill_links(const std::vector<links::Link>& links, const char* section,
                ctemplate::TemplateDictionary& parent);

// `section` for each hidden field, with NAME and VALUE.
void fill_parameters(const std::vector<links::Parameter>& parameters, const char* section,
                     ctemplate::TemplateDictionary& parent);

// FRAGMENT for each piece of a text with marks.
void fill_fragments(const std::vector<search::snippet::Fragment>& fragments,
                    ctemplate::TemplateDictionary& parent);

// TAGS with a TAG for each active filter. Returns TAGS; nullptr without filters.
ctemplate::TemplateDictionary* fill_tags(const std::vector<links::FilterTag>& tags,
                                         ctemplate::TemplateDictionary& parent);

// FEEDS.
void fill_feeds(const links::FeedHrefs& feeds, ctemplate::TemplateDictionary& parent);

// DATE, and either DATED or UNDATED; MINISTER for each person, OTHERS.
void fill_date_and_people(const HitView& hit, ctemplate::TemplateDictionary& dictionary);
void fill_ministers(const std::vector<MinisterView>& ministers,
                    ctemplate::TemplateDictionary& parent);

// THEME for each theme.
void fill_themes(const std::vector<links::Link>& themes, ctemplate::TemplateDictionary& parent);

// A number with two decimals, for drawings.
void set_measure(ctemplate::TemplateDictionary& dictionary, const char* name, double value);

}  // namespace pressoir::pages
