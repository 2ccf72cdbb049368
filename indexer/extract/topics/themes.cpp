#include "indexer/extract/topics/topics.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::topics {
namespace {

using facts::PageFacts;

// Of a label; deeper breadcrumbs name the page itself.
constexpr std::size_t kMaxLevels = 3;
// Bounds for hostile pages, and against labels that are sentences.
constexpr std::size_t kMaxThemes = 8;
constexpr std::size_t kMaxLabelBytes = 80;
constexpr std::size_t kMaxKeywords = 12;  // more than these describe the site, not the page

// Labels that say where a page stands in its site, not what it is about; also with words after
// them. As folded_words() gives them.
// What government sites call the sections of their menus and breadcrumbs.
constexpr auto kStructuralLabels = std::to_array<std::string_view>({
    "accueil",
    "actualite",
    "actualites",
    "toutes les actualites",
    "toute l actualite",
    "a la une",
    "archive",
    "archives",
    "article",
    "articles",
    "agenda",
    "ministere",
    "le ministere",
    "ministres",
    "gouvernement",
    "le gouvernement",
    "presse",
    "espace presse",
    "salle de presse",
    "espace medias",
    "communique",
    "communiques",
    "discours",
    "declarations",
    "interventions",
    "interviews",
    "entretiens",
    "tribunes",
    "dossier",
    "dossiers",
    "dossiers de presse",
    "publications",
    "documents",
    "documentation",
    "ressources",
    "comptes rendus",
    "les comptes rendus",
    "compte rendu",
    "travaux en seance",
    "travaux parlementaires",
    "seance",
    "rubriques",
    "projets propositions de loi",
    "dossiers legislatifs",
    "recherche thematique",
    "les codes en vigueur",
    "themes",
    "thematiques",
    "les thematiques",
    "tous les themes",
    "portail",
    "le portail",
    "resultats",
    "blog",
    "news",
    "home",
    "mediatheque",
    "videos",
    "evenements",
    "lire",
    "page",
    "textes",
    "textes de reference",
    "conseil des ministres",
    "premier ministre",
    "le premier ministre",
    "assemblee nationale",
    "senat",
});

// The same with whatever words after them.
constexpr auto kStructuralPrefixes = std::to_array<std::string_view>({
    "compte rendu ",
    "comptes rendus ",
    "les comptes rendus ",
    "communique de presse ",
    "communiques de presse ",
    "discours du ",
    "archives ",
    "vous etes dans",
});

bool is_year(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789 ") == std::string_view::npos;
}

// Empty labels, years and sentences are no themes either.
bool is_structural(std::string_view label) {
  const std::string folded = html::folded_words(label);
  const std::string_view words = folded;
  if (words.empty() || is_year(words) || label.size() > kMaxLabelBytes) return true;
  if (base::starts_with_one_of(words, kStructuralPrefixes)) return true;
  // `Dossiers de presse`, `Discours et entretiens`; but `Presse régionale` may be a theme.
  constexpr auto kGoingOn = std::to_array<std::string_view>({" de ", " du ", " des ", " et "});
  return std::ranges::any_of(kStructuralLabels, [&](std::string_view known) {
    return words == known || (words.starts_with(known) &&
                              base::starts_with_one_of(words.substr(known.size()), kGoingOn));
  });
}

// Structural labels are left out wherever they stand: `Accueil > Presse > Emploi` is `Emploi`.
std::string join_path(const std::vector<std::string>& labels) {
  std::string path;
  std::size_t levels = 0;
  for (std::string label : labels) {
    if (is_structural(label) || levels == kMaxLevels) continue;
    std::ranges::replace(label, '/', '-');  // the separator of levels
    path += levels++ == 0 ? "" : "/";
    path += label;
  }
  return path;
}

// A theme given as a path (`Industrie / Compétitivité`, `Industrie > Compétitivité`).
std::string read_path(std::string_view theme) {
  std::vector<std::string> labels;
  while (!theme.empty()) labels.push_back(html::plain(base::take_until(theme, "/>")));
  return join_path(labels);
}

bool is_path(std::string_view theme) {
  return theme.find_first_of("/>") != std::string_view::npos;
}

// True when `theme` is `other` or the labels at its start or its end.
bool is_part_of(const std::string& theme, const std::string& other) {
  return theme == other || other.starts_with(theme + "/") || other.ends_with("/" + theme);
}

// Of a theme and its beginning or its end, the longer one says all.
void add_theme(std::string theme, std::vector<std::string>& themes) {
  if (theme.empty() || themes.size() == kMaxThemes) return;
  for (std::string& known : themes) {
    if (is_part_of(theme, known)) return;
    if (is_part_of(known, theme)) {
      known = std::move(theme);
      return;
    }
  }
  themes.push_back(std::move(theme));
}

std::vector<std::string> split_list(std::string_view list, std::string_view separators) {
  std::vector<std::string> items;
  while (!list.empty()) items.push_back(html::plain(base::take_until(list, separators)));
  return items;
}

bool is_subject(std::string_view name) {
  return name == "dc.subject" || name == "dcterms.subject" || name == "thematique" ||
         name == "theme";
}

void add_subjects(std::string_view list, std::vector<std::string>& themes) {
  for (const std::string& subject : split_list(list, ";|")) add_theme(read_path(subject), themes);
}

// The section and the rubrics count only when nothing else names a theme: they often name the kind
// of document.
std::vector<std::string> find_labels(const PageFacts& facts) {
  std::vector<std::string> themes;
  add_theme(join_path(facts.breadcrumb), themes);
  for (const std::string& theme : facts.themes) add_theme(read_path(theme), themes);
  for (const auto& [name, content] : facts.metas) {
    if (is_subject(name)) add_subjects(content, themes);
    if (name == "article:tag" && is_path(content)) add_theme(read_path(content), themes);
  }
  if (!themes.empty()) return themes;
  for (const auto& [name, content] : facts.metas) {
    if (name == "article:section") add_theme(read_path(content), themes);
  }
  if (themes.empty()) add_theme(read_path(facts::read_json_ld(facts.json_ld).section), themes);
  for (const std::string& section : facts.sections) {
    if (themes.empty()) add_theme(read_path(section), themes);
  }
  return themes;
}

// The tags and keywords that are labels of the table.
std::vector<std::string> find_keywords(const PageFacts& facts, const gazetteer::ThemeTable& table) {
  std::vector<std::string> known;
  for (const auto& [name, content] : facts.metas) {
    if (name != "keywords" && name != "news_keywords" && name != "article:tag") continue;
    const std::vector<std::string> keywords = split_list(content, ",;|");
    if (keywords.size() > kMaxKeywords) continue;
    for (const std::string& keyword : keywords) {
      if (!table.find(keyword).empty()) add_theme(read_path(keyword), known);
    }
  }
  return known;
}

}  // namespace

std::vector<std::string> map_themes(const std::vector<std::string>& labels,
                                    const gazetteer::ThemeTable& table) {
  std::vector<std::string> paths;
  for (const std::string& label : labels) {
    if (const std::string_view path = table.find(label); !path.empty()) {
      add_theme(std::string(path), paths);
    }
  }
  return paths;
}

// Keywords come last, and only those that the table knows: sites list all their subjects there.
ThemeFinding find_themes(const PageFacts& facts, const gazetteer::ThemeTable& table) {
  ThemeFinding found;
  found.labels = find_labels(facts);
  found.paths = map_themes(found.labels, table);
  if (!found.paths.empty()) return found;
  for (std::string& keyword : find_keywords(facts, table)) {
    add_theme(std::move(keyword), found.labels);
  }
  found.paths = map_themes(found.labels, table);
  return found;
}

}  // namespace pressoir::extract::topics
