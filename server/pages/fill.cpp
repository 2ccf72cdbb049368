#include "server/pages/fill.hpp"

#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// `1 234 textes, de 1998 à 2024`.
std::string describe(const search::ArchiveSummary& archive) {
  std::string text = archive.documents == 0 ? "Aucun texte" : counted(archive.documents);
  if (!archive.first_date || !archive.last_date) return text;
  const base::Date first{archive.first_date.year, 0, 0};
  const base::Date last{archive.last_date.year, 0, 0};
  return text + ", " + (first == last ? "de " + in_words(first) : period_in_words(first, last));
}

void fill_link(const Link& link, TemplateDictionary& dictionary) {
  dictionary.SetValue("TEXT", link.text);
  dictionary.SetValue("HREF", link.href);
  dictionary.ShowSection(link.href.empty() ? "CURRENT" : "LINKED");
}

void fill_hit(const HitView& hit, TemplateDictionary& dictionary) {
  dictionary.SetValue("HREF", hit.href);
  fill_fragments(hit.title, *dictionary.AddSectionDictionary("TITLE"));
  if (!hit.passage.empty()) {
    fill_fragments(hit.passage, *dictionary.AddSectionDictionary("PASSAGE"));
  }
  dictionary.SetValue("DATE", hit.date);
  dictionary.SetValueAndShowSection("MACHINE_DATE", hit.machine_date, "DATED");
  if (hit.machine_date.empty()) dictionary.ShowSection("UNDATED");
  dictionary.SetValueAndShowSection("TYPE", hit.type, "HAS_TYPE");
  fill_ministers(hit.ministers, dictionary);
  dictionary.SetValueAndShowSection("OTHERS", hit.other_ministers, "HAS_OTHERS");
  fill_themes(hit.themes, dictionary);
  dictionary.SetValueAndShowSection("SOURCE", hit.source, "HAS_SOURCE");
  if (hit.siblings.empty()) return;
  TemplateDictionary& siblings = *dictionary.AddSectionDictionary("SIBLINGS");
  siblings.SetValue("COUNT", hit.siblings);
  fill_links(hit.sibling_links, "SIBLING", siblings);
}

}  // namespace

void fill_layout(const Head& head, const search::ArchiveSummary& archive,
                 TemplateDictionary& page) {
  page.SetValue("PAGE_TITLE", head.title);
  if (!head.is_indexable) page.ShowSection("NOINDEX");
  page.SetValue("ARCHIVE", describe(archive));
  if (head.feeds) fill_feeds(*head.feeds, page);
  if (archive.updated != 0) {
    page.SetValueAndShowSection("UPDATED", instant_in_words(archive.updated), "HAS_UPDATED");
  }
}

TemplateDictionary& add_main(TemplateDictionary& page, const char* file) {
  TemplateDictionary* const main = page.AddIncludeDictionary("MAIN");
  main->SetFilename(file);
  return *main;
}

void fill_links(const std::vector<Link>& links, const char* section, TemplateDictionary& parent) {
  for (const Link& link : links) fill_link(link, *parent.AddSectionDictionary(section));
}

void fill_fragments(const std::vector<search::Fragment>& fragments, TemplateDictionary& parent) {
  for (const search::Fragment& fragment : fragments) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("FRAGMENT");
    if (fragment.match) {
      dictionary.SetValueAndShowSection("MARKED_TEXT", fragment.text, "MARKED");
    } else {
      dictionary.SetValue("PLAIN_TEXT", fragment.text);
    }
  }
}

void fill_feeds(const FeedHrefs& feeds, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddSectionDictionary("FEEDS");
  dictionary.SetValue("ATOM_HREF", feeds.atom);
  dictionary.SetValue("JSON_HREF", feeds.json);
}

void fill_ministers(const std::vector<MinisterView>& ministers, TemplateDictionary& parent) {
  for (const MinisterView& minister : ministers) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("MINISTER");
    dictionary.SetValue("NAME", minister.name.text);
    dictionary.SetValue("HREF", minister.name.href);
    dictionary.SetValueAndShowSection("OFFICE", minister.office, "HAS_OFFICE");
  }
}

void fill_themes(const std::vector<Link>& themes, TemplateDictionary& parent) {
  for (const Link& theme : themes) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("THEME");
    dictionary.SetValue("TEXT", theme.text);
    dictionary.SetValue("HREF", theme.href);
  }
}

void fill_hits(const std::vector<HitView>& hits, std::uint64_t first_rank,
               TemplateDictionary& parent) {
  if (hits.empty()) return;
  TemplateDictionary& list = *parent.AddIncludeDictionary("HITS");
  list.SetFilename("hits.tpl");
  list.SetValue("FIRST_RANK", std::to_string(first_rank));
  for (const HitView& hit : hits) fill_hit(hit, *list.AddSectionDictionary("HIT"));
}

void fill_box(const BoxView& box, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("BOX");
  dictionary.SetFilename("box.tpl");
  dictionary.SetValue("Q", box.q);
  dictionary.SetValue("LABEL", box.label);
  for (const Parameter& parameter : box.kept) {
    TemplateDictionary& kept = *dictionary.AddSectionDictionary("KEPT");
    kept.SetValue("NAME", parameter.name);
    kept.SetValue("VALUE", parameter.value);
  }
}

void fill_problem(const Pages::Problem& problem, TemplateDictionary& main) {
  fill_box({}, main);
  main.SetIntValue("STATUS", static_cast<long>(problem.status));
  main.SetValue("TITLE", problem.title);
  main.SetValue("DETAIL", problem.detail);
}

}  // namespace pressoir::pages
