#include "server/pages/fill.hpp"

#include "server/pages/sentences.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// LINKED or CURRENT, so that a template need not compare texts (it cannot).
void fill_link(const links::Link& link, TemplateDictionary& dictionary) {
  dictionary.SetValue("TEXT", link.text);
  dictionary.SetValue("HREF", link.href);
  dictionary.ShowSection(link.href.empty() ? "CURRENT" : "LINKED");
}

// One result: hits.tpl.
void fill_hit(const HitView& hit, TemplateDictionary& dictionary) {
  dictionary.SetValue("HREF", hit.href);
  fill_fragments(hit.title, *dictionary.AddSectionDictionary("TITLE"));
  if (!hit.passage.empty()) {
    fill_fragments(hit.passage, *dictionary.AddSectionDictionary("PASSAGE"));
  }
  fill_date_and_people(hit, dictionary);
  dictionary.SetValueAndShowSection("TYPE", hit.type, "HAS_TYPE");
  fill_themes(hit.themes, dictionary);
  dictionary.SetValueAndShowSection("SOURCE", hit.source, "HAS_SOURCE");
  if (hit.siblings.empty()) return;
  TemplateDictionary& siblings = *dictionary.AddSectionDictionary("SIBLINGS");
  siblings.SetValue("COUNT", hit.siblings);
  fill_links(hit.sibling_links, "SIBLING", siblings);
}

// A row of the table of an endpoint. Meanings are written with ordinary spaces in server/api.
void fill_api_parameter(const ApiParameterView& view, TemplateDictionary& row) {
  row.SetValue("NAME", view.name);
  row.SetValue("VALUES", view.values);
  row.SetValueAndShowSection("DEFAULT", view.default_value, "HAS_DEFAULT");
  row.SetValue("MEANING", wording::with_french_spaces(view.meaning));
  if (view.is_repeatable) row.ShowSection("REPEATABLE");
}

// An endpoint without parameters has no table.
void fill_endpoint(const ApiEndpointView& view, TemplateDictionary& endpoint) {
  endpoint.SetValue("PATH", view.path);
  endpoint.SetValue("MEANING", wording::with_french_spaces(view.meaning));
  endpoint.SetValueAndShowSection("ANSWERS", view.answers, "HAS_ANSWERS");
  endpoint.SetValueAndShowSection("EXAMPLE", view.example, "HAS_EXAMPLE");
  if (view.parameters.empty()) return;
  TemplateDictionary& table = *endpoint.AddSectionDictionary("PARAMETERS");
  for (const ApiParameterView& parameter : view.parameters) {
    fill_api_parameter(parameter, *table.AddSectionDictionary("PARAMETER"));
  }
}

}  // namespace

void fill_layout(const Head& head, const search::ArchiveSummary& archive,
                 TemplateDictionary& page) {
  page.SetValue("PAGE_TITLE", head.title);
  if (!head.is_indexable) page.ShowSection("NOINDEX");
  page.SetValue("ARCHIVE", archive_in_words(archive));
  if (head.feeds) fill_feeds(*head.feeds, page);
  // 0: not known.
  if (archive.updated != 0) {
    page.SetValueAndShowSection("UPDATED", wording::instant_in_words(archive.updated),
                                "HAS_UPDATED");
  }
}

// ctemplate resolves an include by the file's name when it expands, so the layout needs to know
// none.
TemplateDictionary& add_main(TemplateDictionary& page, const char* file) {
  TemplateDictionary* const main = page.AddIncludeDictionary("MAIN");
  main->SetFilename(file);
  return *main;
}

void fill_links(const std::vector<links::Link>& links, const char* section,
                TemplateDictionary& parent) {
  for (const links::Link& link : links) fill_link(link, *parent.AddSectionDictionary(section));
}

// Marked and plain pieces are two sections, since a template cannot decide: `<mark>` is in it,
// once.
void fill_fragments(const std::vector<search::snippet::Fragment>& fragments,
                    TemplateDictionary& parent) {
  for (const search::snippet::Fragment& fragment : fragments) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("FRAGMENT");
    if (fragment.match) {
      dictionary.SetValueAndShowSection("MARKED_TEXT", fragment.text, "MARKED");
    } else {
      dictionary.SetValue("PLAIN_TEXT", fragment.text);
    }
  }
}

void fill_parameters(const std::vector<links::Parameter>& parameters, const char* section,
                     TemplateDictionary& parent) {
  for (const links::Parameter& parameter : parameters) {
    TemplateDictionary& field = *parent.AddSectionDictionary(section);
    field.SetValue("NAME", parameter.name);
    field.SetValue("VALUE", parameter.value);
  }
}

TemplateDictionary* fill_tags(const std::vector<links::FilterTag>& tags,
                              TemplateDictionary& parent) {
  if (tags.empty()) return nullptr;
  TemplateDictionary* const list = parent.AddSectionDictionary("TAGS");
  for (const links::FilterTag& tag : tags) {
    TemplateDictionary& item = *list->AddSectionDictionary("TAG");
    item.SetValue("TEXT", tag.text);
    item.SetValue("HREF", tag.href);
  }
  return list;
}

// Both formats, so that any reader of feeds takes one.
void fill_feeds(const links::FeedHrefs& feeds, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddSectionDictionary("FEEDS");
  dictionary.SetValue("ATOM_HREF", feeds.atom);
  dictionary.SetValue("JSON_HREF", feeds.json);
}

// The office is optional, and so is its markup.
void fill_ministers(const std::vector<MinisterView>& ministers, TemplateDictionary& parent) {
  for (const MinisterView& minister : ministers) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("MINISTER");
    dictionary.SetValue("NAME", minister.name.text);
    dictionary.SetValue("HREF", minister.name.href);
    dictionary.SetValueAndShowSection("OFFICE", minister.office, "HAS_OFFICE");
  }
}

void fill_themes(const std::vector<links::Link>& themes, TemplateDictionary& parent) {
  for (const links::Link& theme : themes) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("THEME");
    dictionary.SetValue("TEXT", theme.text);
    dictionary.SetValue("HREF", theme.href);
  }
}

void fill_date_and_people(const HitView& hit, TemplateDictionary& dictionary) {
  dictionary.SetValue("DATE", hit.date);
  dictionary.SetValueAndShowSection("MACHINE_DATE", hit.machine_date, "DATED");
  if (hit.machine_date.empty()) dictionary.ShowSection("UNDATED");
  fill_ministers(hit.ministers, dictionary);
  dictionary.SetValueAndShowSection("OTHERS", hit.other_ministers, "HAS_OTHERS");
}

void fill_hits(const std::vector<HitView>& hits, std::uint64_t first_rank,
               TemplateDictionary& parent) {
  // No empty list for a screen reader to announce.
  if (hits.empty()) return;
  TemplateDictionary& list = *parent.AddIncludeDictionary("HITS");
  list.SetFilename("hits.tpl");
  list.SetValue("FIRST_RANK", std::to_string(first_rank));
  for (const HitView& hit : hits) fill_hit(hit, *list.AddSectionDictionary("HIT"));
}

// The same box on every page: box.tpl has its script and its labels.
void fill_box(const BoxView& box, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("BOX");
  dictionary.SetFilename("box.tpl");
  dictionary.SetValue("Q", box.q);
  dictionary.SetValue("LABEL", box.label);
  fill_parameters(box.kept, "KEPT", dictionary);
}

void fill_problem(const Pages::Problem& problem, TemplateDictionary& main) {
  fill_box({problem.q, {}}, main);
  main.SetIntValue("STATUS", static_cast<long>(problem.status));
  main.SetValue("TITLE", problem.title);
  main.SetValue("DETAIL", problem.detail);
}

// A section for each group of endpoints: server/api has the tables.
void fill_api(const ApiView& view, TemplateDictionary& main) {
  for (const ApiGroupView& group : view.groups) {
    TemplateDictionary& section = *main.AddSectionDictionary("GROUP");
    section.SetValue("TITLE", group.title);
    for (const ApiEndpointView& endpoint : group.endpoints) {
      fill_endpoint(endpoint, *section.AddSectionDictionary("ENDPOINT"));
    }
  }
}

}  // namespace pressoir::pages
