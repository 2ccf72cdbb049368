#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

void fill_facet(const FacetView& view, TemplateDictionary& dictionary) {
  dictionary.SetValue("FACET", view.id);
  dictionary.SetValue("FACET_TITLE", view.title);
  for (const FacetEntry& entry : view.entries) {
    TemplateDictionary& row = *dictionary.AddSectionDictionary("ENTRY");
    row.SetValue("LABEL", entry.label);
    row.SetValueAndShowSection("NOTE", entry.note, "HAS_NOTE");
    row.SetValue("HREF", entry.href);
    row.SetValue("COUNT", number(entry.count));
    row.SetValue("COUNT_IN_WORDS", counted(entry.count));
    set_measure(row, "SHARE", entry.share);
    row.SetIntValue("DEPTH", std::min(entry.depth, 3));
    if (entry.is_selected) row.ShowSection("SELECTED");
  }
  if (view.all_href.empty()) return;
  TemplateDictionary& more = *dictionary.AddSectionDictionary("MORE");
  more.SetValue("HREF", view.all_href);
  more.SetValue("TEXT", counted(view.others, {"autre", "autres"}));
  fill_links(view.groupings, "BY", more);
}

void fill_filters(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("FILTERS_SUMMARY", view.filters_summary);
  for (const FacetView& facet : view.facets) fill_facet(facet, *main.AddSectionDictionary("FACET"));
  if (view.tags.empty()) return;
  TemplateDictionary& tags = *main.AddSectionDictionary("TAGS");
  for (const FilterTag& tag : view.tags) {
    TemplateDictionary& dictionary = *tags.AddSectionDictionary("TAG");
    dictionary.SetValue("TEXT", tag.text);
    dictionary.SetValue("HREF", tag.href);
  }
  tags.SetValueAndShowSection("NO_FILTER_HREF", view.no_filter_href, "NO_FILTER");
}

void fill_pages(const SearchView& view, TemplateDictionary& main) {
  if (view.pages.empty()) return;
  TemplateDictionary& pages = *main.AddSectionDictionary("PAGES");
  pages.SetValueAndShowSection("PREVIOUS_HREF", view.previous_href, "PREVIOUS");
  pages.SetValueAndShowSection("NEXT_HREF", view.next_href, "NEXT");
  for (const Link& page : view.pages) {
    TemplateDictionary& item = *pages.AddSectionDictionary("PAGE");
    if (page.text.empty()) {
      item.ShowSection("GAP");
    } else {
      fill_links({page}, "NUMBER", item);
    }
  }
}

void fill_menu(const SearchView& view, TemplateDictionary& main) {
  TemplateDictionary& menu = *main.AddSectionDictionary("MENU");
  fill_feeds(view.feeds, menu);
  if (!view.hits.empty()) fill_links(view.exports, "EXPORT", *menu.AddSectionDictionary("EXPORTS"));
}

void fill_results(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("RESULTS_TITLE", view.results_title);
  fill_hits(view.hits, view.first_rank, main);
  if (!view.sorts.empty()) fill_links(view.sorts, "SORT", *main.AddSectionDictionary("SORTS"));
  if (view.folding) fill_links({*view.folding}, "FOLD", *main.AddSectionDictionary("FOLDING"));
  fill_menu(view, main);
  fill_pages(view, main);
  if (!view.page_sizes.empty()) {
    fill_links(view.page_sizes, "SIZE", *main.AddSectionDictionary("SIZES"));
  }
  if (view.empty_explanation.empty()) return;
  TemplateDictionary& empty = *main.AddSectionDictionary("EMPTY");
  empty.SetValue("EXPLANATION", view.empty_explanation);
  fill_links(view.ways_out, "WAY_OUT", empty);
}

}  // namespace

void fill_search(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("HEADING", view.heading);
  fill_box({view.q, view.kept}, main);
  if (!view.read_as.empty()) {
    TemplateDictionary& reading = *main.AddSectionDictionary("READING");
    reading.SetValue("READ_AS", view.read_as);
    fill_links(view.rewordings, "REWORDING", reading);
  }
  if (view.suggestion) fill_links({*view.suggestion}, "SUGGESTION", main);
  main.SetValue("FROM", view.from);
  main.SetValue("TO", view.to);
  if (view.timeline) {
    fill_timeline(*view.timeline, main);
    TemplateDictionary& scales = *main.AddSectionDictionary("SCALES");
    fill_scales(*view.timeline, scales);
    if (view.comparison) fill_links({*view.comparison}, "COMPARISON", scales);
  }
  fill_filters(view, main);
  fill_results(view, main);
}

}  // namespace pressoir::pages
