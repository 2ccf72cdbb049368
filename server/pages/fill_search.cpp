#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/sentences.hpp"

// Nothing is escaped here: ctemplate escapes each value for the place where the template has it
// (text, attribute, address), which no caller can forget.
namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// What every list of values has.
void fill_entry(const FacetEntry& entry, TemplateDictionary& dictionary) {
  dictionary.SetValue("VALUE", entry.value);
  dictionary.SetValue("LABEL", entry.label);
  dictionary.SetValue("HREF", entry.href);
  dictionary.SetValue("COUNT", wording::number(entry.count));
  dictionary.SetValueAndShowSection("NOTE", entry.note, "HAS_NOTE");
  dictionary.SetIntValue("DEPTH", entry.depth);
  if (entry.is_selected) dictionary.ShowSection("SELECTED");
}

// A facet beside the results: bars, and the way to all values.
void fill_facet(const FacetView& view, TemplateDictionary& dictionary) {
  dictionary.SetValue("FACET", view.id);
  dictionary.SetValue("FACET_TITLE", view.title);
  for (const FacetEntry& entry : view.entries) {
    TemplateDictionary& row = *dictionary.AddSectionDictionary("ENTRY");
    fill_entry(entry, row);
    row.SetValue("COUNT_IN_WORDS", wording::counted(entry.count));
    set_measure(row, "SHARE", entry.share);
    // The style sheet indents as deep as the column is wide enough for.
    row.SetIntValue("DEPTH", std::min(entry.depth, 3));
  }
  if (view.all_href.empty()) return;
  TemplateDictionary& more = *dictionary.AddSectionDictionary("MORE");
  more.SetValue("HREF", view.all_href);
  more.SetValue("TEXT", others(view.others));
  fill_links(view.groupings, "BY", more);
}

// Tags are shown above the results as well as in the facets: a phone has the facets folded.
void fill_filters(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("FILTERS_SUMMARY", view.filters_summary);
  for (const FacetView& facet : view.facets) fill_facet(facet, *main.AddSectionDictionary("FACET"));
  TemplateDictionary* const tags = fill_tags(view.tags, main);
  if (tags == nullptr) return;
  tags->SetValueAndShowSection("NO_FILTER_HREF", view.no_filter_href, "NO_FILTER");
}

// An empty link is a gap: `1 … 4 5 6 … 30`.
void fill_pages(const SearchView& view, TemplateDictionary& main) {
  if (view.pages.empty()) return;
  TemplateDictionary& pages = *main.AddSectionDictionary("PAGES");
  pages.SetValueAndShowSection("PREVIOUS_HREF", view.previous_href, "PREVIOUS");
  pages.SetValueAndShowSection("NEXT_HREF", view.next_href, "NEXT");
  for (const links::Link& page : view.pages) {
    TemplateDictionary& item = *pages.AddSectionDictionary("PAGE");
    if (page.text.empty()) {
      item.ShowSection("GAP");
    } else {
      fill_links({page}, "NUMBER", item);
    }
  }
}

// Feeds also of a search without results, since some may come; exports only of what is there.
void fill_menu(const SearchView& view, TemplateDictionary& main) {
  TemplateDictionary& menu = *main.AddSectionDictionary("MENU");
  fill_feeds(view.feeds, menu);
  if (!view.hits.empty()) fill_links(view.exports, "EXPORT", *menu.AddSectionDictionary("EXPORTS"));
}

// The list and what is around it.
void fill_results(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("RESULTS_TITLE", view.results_title);
  fill_hits(view.hits, view.first_rank, main);
  if (!view.sorts.empty()) fill_links(view.sorts, "SORT", *main.AddSectionDictionary("SORTS"));
  if (view.collapse) fill_links({*view.collapse}, "FOLD", *main.AddSectionDictionary("FOLDING"));
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
  // Scales and comparison are about time: without dated texts there is none.
  if (view.timeline) {
    fill_timeline(*view.timeline, main);
    TemplateDictionary& scales = *main.AddSectionDictionary("SCALES");
    fill_scales(*view.timeline, scales);
    if (view.comparison) fill_links({*view.comparison}, "COMPARISON", scales);
  }
  fill_filters(view, main);
  fill_results(view, main);
}

void fill_directory(const ValueListView& view, TemplateDictionary& main) {
  main.SetValue("TITLE", view.title);
  main.SetValue("FACET", view.facet);
  for (const ValueGroup& group : view.groups) {
    if (group.entries.empty()) continue;
    TemplateDictionary& dictionary = *main.AddSectionDictionary("GROUP");
    dictionary.SetValueAndShowSection("GROUP_TITLE", group.title, "TITLED");
    for (const FacetEntry& entry : group.entries) {
      fill_entry(entry, *dictionary.AddSectionDictionary("ENTRY"));
    }
  }
}

void fill_value_list(const ValueListView& view, TemplateDictionary& main) {
  fill_directory(view, main);
  main.SetValue("COUNT", view.count);
  main.SetValue("LIKE", view.like);
  main.SetValueAndShowSection("CUT", view.cut, "IS_CUT");
  main.SetValue("BACK_HREF", view.back_href);
  // No value matches the words typed.
  if (view.groups.empty() || view.groups.front().entries.empty()) main.ShowSection("NONE");
  fill_parameters(view.question, "KEPT", main);
  fill_parameters(view.grouped, "GROUPED", main);
  // The form sends one parameter for each chosen value, with or without a check box.
  std::vector<links::Parameter> hidden;
  for (const std::string& value : view.hidden_choices) hidden.push_back({view.facet, value});
  fill_parameters(hidden, "CHOSEN", main);
  if (!view.groupings.empty()) {
    fill_links(view.groupings, "GROUPING", *main.AddSectionDictionary("GROUPINGS"));
  }
}

void fill_portrait(const PortraitView& view, TemplateDictionary& main) {
  fill_box({"", view.kept, box_label_within(view.name)}, main);
  main.SetValue("KIND", view.kind);
  main.SetValue("NAME", view.name);
  main.SetValue("SUMMARY", view.summary);
  main.SetValue("SEARCH_HREF", view.search_href);
  fill_feeds(view.feeds, main);
  if (!view.rows.empty()) {
    TemplateDictionary& rows = *main.AddSectionDictionary("ROWS");
    rows.SetValue("ROWS_TITLE", view.rows_title);
    for (const PortraitRow& row : view.rows) {
      TemplateDictionary& dictionary = *rows.AddSectionDictionary("ROW");
      dictionary.SetValue("PERIOD", row.period);
      fill_links({row.what}, "WHAT", dictionary);
      if (!row.beside.text.empty()) fill_links({row.beside}, "BESIDE", dictionary);
    }
  }
  if (view.timeline) fill_timeline(*view.timeline, main);
  for (const FacetView& facet : view.related) {
    TemplateDictionary& dictionary = *main.AddSectionDictionary("RELATED");
    dictionary.SetValue("FACET", facet.id);
    dictionary.SetValue("FACET_TITLE", facet.title);
    for (const FacetEntry& entry : facet.entries) {
      fill_entry(entry, *dictionary.AddSectionDictionary("ENTRY"));
    }
  }
  if (!view.words.empty()) {
    TemplateDictionary& words = *main.AddSectionDictionary("WORDS");
    words.SetValue("NOTE", view.words_note);
    fill_links(view.words, "WORD", words);
  }
  if (!view.hits.empty()) main.ShowSection("LATEST");
  fill_hits(view.hits, 1, main);
}

void fill_examples(const std::vector<Example>& examples, TemplateDictionary& main) {
  for (const Example& example : examples) {
    TemplateDictionary& dictionary = *main.AddSectionDictionary("EXAMPLE");
    dictionary.SetValue("QUERY", example.query.text);
    dictionary.SetValue("HREF", example.query.href);
    dictionary.SetValue("MEANING", example.meaning);
  }
}

void fill_home(const HomeView& view, TemplateDictionary& main) {
  fill_box({}, main);
  for (const auto& [name, value] : view.facts) {
    TemplateDictionary& fact = *main.AddSectionDictionary("FACT");
    fact.SetValue("NAME", name);
    fact.SetValue("VALUE", value);
  }
  fill_examples(view.examples, main);
  if (view.timeline) {
    main.ShowSection("COVERAGE");
    fill_timeline(*view.timeline, main);
  }
  for (const FacetEntry& source : view.sources) {
    fill_entry(source, *main.AddSectionDictionary("SOURCE"));
  }
  fill_feeds(links::feed_hrefs({}), main);
  if (view.hits.empty()) main.ShowSection("EMPTY");
  fill_hits(view.hits, 1, main);
}

}  // namespace pressoir::pages
