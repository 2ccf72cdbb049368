#include "server/api/citations/citation.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/utf8.hpp"
#include "server/links/link.hpp"
#include "server/wording/terms.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::api::citations {
namespace {

// The last row is for every other type.
constexpr std::array<CitedType, 7> kTypes = {{
    {"discours", "SLIDE", "", "speech"},
    {"entretien", "ELEC", "T2", "interview"},
    {"communiqué", "GOVDOC", "PB", "report"},
    {"dossier de presse", "GOVDOC", "PB", "report"},
    {"compte rendu", "GOVDOC", "PB", "report"},
    {"question", "GOVDOC", "PB", "report"},
    {"", "ELEC", "T2", "webpage"},
}};

const CitedType* type_of(std::string_view type) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end() - 1,
                                  [&](const CitedType& each) { return each.type == type; });
  return &*found;
}

// A beginning of the surname that catalogues put after the given name.
// Both apostrophes: names come from pages as they were typed.
std::string_view particle_of(std::string_view surname) {
  for (const std::string_view particle : {"de ", "d’", "d'"}) {
    if (surname.starts_with(particle)) return particle;
  }
  return "";
}

// A person who is only mentioned has not written the text.
bool is_author(const base::Minister& minister) {
  return minister.role != base::Role::kMentioned;
}

// The office explains why a text has that author. People change office, so that the citation has
// the one on the text.
void add_authors(Citation& citation, const base::Document& document) {
  for (const base::Minister& minister : document.ministers) {
    if (!is_author(minister)) continue;
    citation.authors.push_back(split_name(base::one_line(minister.name)));
    // The office is not part of a name in any format: it goes into the note.
    if (minister.office.empty()) continue;
    if (!citation.offices.empty()) citation.offices += "; ";
    citation.offices += base::one_line(minister.name + ", " + minister.office);
  }
}

// Unique, because of the id, and readable in a manuscript: who, when.
std::string key_of(const base::Document& document) {
  std::string key;
  const auto add = [&](std::string_view part) {
    if (!key.empty() && !part.empty()) key += '-';
    std::copy_if(part.begin(), part.end(), std::back_inserter(key), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
  };
  const auto author = std::find_if(document.ministers.begin(), document.ministers.end(), is_author);
  add(author == document.ministers.end() ? "pressoir" : std::string_view(author->id));
  if (document.date) add(std::to_string(document.date.year));
  add(document.id);
  return key;
}

// A theme's path is one keyword: it must not be split at its commas.
std::string keyword_of(const std::string& theme) {
  std::string keyword = wording::theme_in_words(theme);
  std::replace_if(
      keyword.begin(), keyword.end(), [](char c) { return c == ',' || c == ';' || c == '*'; }, ' ');
  return base::one_line(keyword);
}

// `file:` addresses of a harvest mean nothing to a reader.
bool is_on_the_web(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace

PersonName split_name(std::string_view name) {
  const auto space = name.find(' ');
  if (space == std::string_view::npos || name.find(',') != std::string_view::npos) {
    return {"", "", std::string(name)};
  }
  std::string_view surname = name.substr(space + 1);
  std::string_view particle = particle_of(surname);
  surname.remove_prefix(particle.size());
  if (particle.ends_with(' ')) particle.remove_suffix(1);
  return {std::string(name.substr(0, space)), std::string(particle), std::string(surname)};
}

Citation cite(const base::Document& document, std::string_view base_url) {
  Citation citation;
  citation.key = key_of(document);
  citation.id = document.id;
  citation.type = type_of(document.type);
  citation.genre = base::one_line(document.type);
  citation.title = base::one_line(document.title);
  if (citation.title.empty()) citation.title = wording::kNoTitle;
  add_authors(citation, document);
  citation.site = base::one_line(document.source);
  citation.date = document.date;
  // When the archive saw the page, which is what `accessed` is for.
  if (document.first_indexed != 0) {
    citation.accessed = base::date_of_instant(document.first_indexed);
  }
  citation.archive_address = std::string(base_url) + links::document_href(document.id, "");
  citation.address = is_on_the_web(document.url) ? document.url : citation.archive_address;
  for (const std::string& theme : document.themes) {
    citation.keywords.push_back(keyword_of(theme));
  }
  return citation;
}

}  // namespace pressoir::api::citations
