#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

void fill_entry(const FacetEntry& entry, TemplateDictionary& dictionary) {
  dictionary.SetValue("VALUE", entry.value);
  dictionary.SetValue("LABEL", entry.label);
  dictionary.SetValue("HREF", entry.href);
  dictionary.SetValue("COUNT", number(entry.count));
  dictionary.SetValueAndShowSection("NOTE", entry.note, "HAS_NOTE");
  dictionary.SetIntValue("DEPTH", entry.depth);
  if (entry.is_selected) dictionary.ShowSection("SELECTED");
}

void fill_groups(const ValueListView& view, TemplateDictionary& main) {
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

void fill_parameters(const std::vector<Parameter>& parameters, const char* section,
                     TemplateDictionary& main) {
  for (const Parameter& parameter : parameters) {
    TemplateDictionary& kept = *main.AddSectionDictionary(section);
    kept.SetValue("NAME", parameter.name);
    kept.SetValue("VALUE", parameter.value);
  }
}

}  // namespace

void fill_directory(const ValueListView& view, TemplateDictionary& main) {
  fill_groups(view, main);
}

void fill_value_list(const ValueListView& view, TemplateDictionary& main) {
  fill_groups(view, main);
  main.SetValue("COUNT", view.count);
  main.SetValue("LIKE", view.like);
  main.SetValueAndShowSection("CUT", view.cut, "IS_CUT");
  main.SetValue("BACK_HREF", view.back_href);
  if (view.groups.empty() || view.groups.front().entries.empty()) main.ShowSection("NONE");
  fill_parameters(view.question, "KEPT", main);
  fill_parameters(view.grouped, "GROUPED", main);
  std::vector<Parameter> hidden;
  for (const std::string& value : view.hidden_choices) hidden.push_back({view.facet, value});
  fill_parameters(hidden, "CHOSEN", main);
  if (!view.groupings.empty()) {
    fill_links(view.groupings, "GROUPING", *main.AddSectionDictionary("GROUPINGS"));
  }
}

void fill_portrait(const PortraitView& view, TemplateDictionary& main) {
  fill_box(
      {"", view.kept, "Rechercher dans ces textes" + std::string(kNoBreakSpace) + ": " + view.name},
      main);
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
  fill_feeds(feed_hrefs({}), main);
  if (view.hits.empty()) main.ShowSection("EMPTY");
  fill_hits(view.hits, 1, main);
}

}  // namespace pressoir::pages
