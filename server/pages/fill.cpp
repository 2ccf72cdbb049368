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

}  // namespace

void fill_layout(const std::string& title, const search::ArchiveSummary& archive,
                 TemplateDictionary& page) {
  page.SetValue("PAGE_TITLE", title);
  page.SetValue("ARCHIVE", describe(archive));
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

void fill_ministers(const std::vector<MinisterView>& ministers, TemplateDictionary& parent) {
  for (const MinisterView& minister : ministers) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("MINISTER");
    dictionary.SetValue("NAME", minister.name.text);
    dictionary.SetValue("HREF", minister.name.href);
    dictionary.SetValueAndShowSection("OFFICE", minister.office, "HAS_OFFICE");
    dictionary.SetValue("ROLE", minister.role);
  }
}

void fill_themes(const std::vector<Link>& themes, TemplateDictionary& parent) {
  for (const Link& theme : themes) {
    TemplateDictionary& dictionary = *parent.AddSectionDictionary("THEME");
    dictionary.SetValue("TEXT", theme.text);
    dictionary.SetValue("HREF", theme.href);
  }
}

void fill_problem(const Pages::Problem& problem, TemplateDictionary& main) {
  main.SetIntValue("STATUS", static_cast<long>(problem.status));
  main.SetValue("TITLE", problem.title);
  main.SetValue("DETAIL", problem.detail);
}

}  // namespace pressoir::pages
