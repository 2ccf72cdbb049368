#include <fmt/format.h>

#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

void set_measure(TemplateDictionary& dictionary, const char* name, double value) {
  dictionary.SetValue(name, fmt::format("{:.2f}", value));
}

void fill_bar(const TimelineBar& bar, const Link& link, TemplateDictionary& dictionary) {
  dictionary.SetValue("TEXT", link.text);
  dictionary.SetValue("HREF", link.href);
  dictionary.SetValue("PERIOD", period_in_words(bar.from, bar.to));
  dictionary.SetValue("COUNT", number(bar.count));
  set_measure(dictionary, "SLOT_X", bar.slot_x);
  set_measure(dictionary, "SLOT_WIDTH", bar.slot_width);
  set_measure(dictionary, "X", bar.x);
  set_measure(dictionary, "WIDTH", bar.width);
  set_measure(dictionary, "Y", bar.y);
  set_measure(dictionary, "HEIGHT", bar.height);
  if (bar.is_selected) dictionary.ShowSection("SELECTED");
}

void fill_labels(const Timeline& drawing, TemplateDictionary& dictionary) {
  for (const TimelineLabel& label : drawing.labels) {
    TemplateDictionary& mark = *dictionary.AddSectionDictionary("LABEL");
    set_measure(mark, "X", label.x);
    mark.SetValue("TEXT", label.text);
    if (label.is_minor) mark.ShowSection("MINOR");
  }
}

void fill_timeline(const TimelineView& view, TemplateDictionary& main) {
  TemplateDictionary& dictionary = *main.AddSectionDictionary("TIMELINE");
  const Timeline& drawing = view.drawing;
  dictionary.SetValue("DESCRIPTION", view.description);
  dictionary.SetValue("COLUMN", view.column_title);
  dictionary.SetIntValue("DRAWING_HEIGHT", kTimelineHeight);
  dictionary.SetIntValue("BASELINE", kTimelineBaseline);
  dictionary.SetIntValue("TICK_END", kTimelineBaseline + 4);
  dictionary.SetIntValue("LABEL_Y", kTimelineBaseline + 20);
  for (std::size_t i = 0; i < drawing.bars.size(); ++i) {
    fill_bar(drawing.bars[i], view.bars[i], *dictionary.AddSectionDictionary("BAR"));
  }
  fill_labels(drawing, dictionary);
  if (drawing.selection) {
    TemplateDictionary& span = *dictionary.AddSectionDictionary("SELECTION");
    set_measure(span, "X", drawing.selection->x);
    set_measure(span, "WIDTH", drawing.selection->width);
  }
  dictionary.SetValue("PEAK", number(drawing.peak));
  // The number is as wide as about 4 % of a telephone: it must not leave the drawing.
  set_measure(dictionary, "PEAK_X", std::clamp(drawing.peak_x, 4.0, 96.0));
  set_measure(dictionary, "PEAK_Y", kTimelineTop - 5);
  fill_links(view.intervals, "INTERVAL", dictionary);
  dictionary.SetValueAndShowSection("UNDATED", view.undated, "HAS_UNDATED");
}

void fill_facet(const FacetView& view, TemplateDictionary& dictionary) {
  dictionary.SetValue("FACET", view.id);
  dictionary.SetValue("FACET_TITLE", view.title);
  for (const FacetEntry& entry : view.entries) {
    TemplateDictionary& row = *dictionary.AddSectionDictionary("ENTRY");
    row.SetValue("LABEL", entry.label);
    row.SetValue("HREF", entry.href);
    row.SetValue("COUNT", number(entry.count));
    row.SetValue("COUNT_IN_WORDS", counted(entry.count));
    set_measure(row, "SHARE", entry.share);
    row.SetIntValue("DEPTH", std::min(entry.depth, 3));
    if (entry.is_selected) row.ShowSection("SELECTED");
  }
  if (!view.more_href.empty()) {
    TemplateDictionary& more = *dictionary.AddSectionDictionary("MORE");
    more.SetValue("HREF", view.more_href);
    more.SetValue("TEXT", counted(view.others, {"autre", "autres"}));
  }
  dictionary.SetValueAndShowSection("FEWER_HREF", view.fewer_href, "FEWER");
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

void fill_hit(const HitView& hit, TemplateDictionary& dictionary) {
  dictionary.SetValue("HREF", hit.href);
  fill_fragments(hit.title, *dictionary.AddSectionDictionary("TITLE"));
  if (!hit.passage.empty())
    fill_fragments(hit.passage, *dictionary.AddSectionDictionary("PASSAGE"));
  dictionary.SetValue("DATE", hit.date);
  dictionary.SetValueAndShowSection("MACHINE_DATE", hit.machine_date, "DATED");
  if (hit.machine_date.empty()) dictionary.ShowSection("UNDATED");
  dictionary.SetValueAndShowSection("TYPE", hit.type, "HAS_TYPE");
  fill_ministers(hit.ministers, dictionary);
  dictionary.SetValueAndShowSection("OTHERS", hit.other_ministers, "HAS_OTHERS");
  fill_themes(hit.themes, dictionary);
  dictionary.SetValueAndShowSection("SOURCE", hit.source, "HAS_SOURCE");
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

void fill_results(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("RESULTS_TITLE", view.results_title);
  if (!view.hits.empty()) {
    TemplateDictionary& results = *main.AddSectionDictionary("RESULTS");
    results.SetValue("FIRST_RANK", std::to_string(view.first_rank));
    for (const HitView& hit : view.hits) fill_hit(hit, *results.AddSectionDictionary("HIT"));
  }
  if (!view.sorts.empty()) fill_links(view.sorts, "SORT", *main.AddSectionDictionary("SORTS"));
  fill_pages(view, main);
  if (view.empty_explanation.empty()) return;
  TemplateDictionary& empty = *main.AddSectionDictionary("EMPTY");
  empty.SetValue("EXPLANATION", view.empty_explanation);
  fill_links(view.ways_out, "WAY_OUT", empty);
}

}  // namespace

void fill_search(const SearchView& view, TemplateDictionary& main) {
  main.SetValue("HEADING", view.heading);
  main.SetValue("Q", view.q);
  for (const Parameter& parameter : view.kept) {
    TemplateDictionary& kept = *main.AddSectionDictionary("KEPT");
    kept.SetValue("NAME", parameter.name);
    kept.SetValue("VALUE", parameter.value);
  }
  if (!view.read_as.empty()) {
    TemplateDictionary& reading = *main.AddSectionDictionary("READING");
    reading.SetValue("READ_AS", view.read_as);
    fill_links(view.rewordings, "REWORDING", reading);
  }
  if (view.suggestion) fill_links({*view.suggestion}, "SUGGESTION", main);
  if (!view.examples.empty()) {
    fill_links(view.examples, "EXAMPLE", *main.AddSectionDictionary("EXAMPLES"));
  }
  main.SetValue("FROM", view.from);
  main.SetValue("TO", view.to);
  if (view.timeline) fill_timeline(*view.timeline, main);
  fill_filters(view, main);
  fill_results(view, main);
  main.SetValue("API_HREF", view.api_href);
}

}  // namespace pressoir::pages
