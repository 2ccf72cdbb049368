#include "server/api/citation.hpp"

#include <algorithm>
#include <array>

#include "server/api/one_line.hpp"
#include "server/pages/link.hpp"
#include "server/pages/sentences.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::api {
namespace {

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

// A beginning of the surname that catalogues put behind the given name.
std::string_view particle_of(std::string_view surname) {
  for (const std::string_view particle : {"de ", "d’", "d'"}) {
    if (surname.starts_with(particle)) return particle;
  }
  return "";
}

bool is_author(const base::Minister& minister) {
  return minister.role != base::Role::kMentioned;
}

void add_authors(Citation& citation, const base::Document& document) {
  for (const base::Minister& minister : document.ministers) {
    if (!is_author(minister)) continue;
    citation.authors.push_back(split_name(one_line(minister.name)));
    if (minister.office.empty()) continue;
    if (!citation.offices.empty()) citation.offices += "; ";
    citation.offices += one_line(minister.name + ", " + minister.office);
  }
}

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

std::string keyword_of(const std::string& theme) {
  std::string keyword = wording::theme_in_words(theme);
  std::replace_if(
      keyword.begin(), keyword.end(), [](char c) { return c == ',' || c == ';' || c == '*'; }, ' ');
  return one_line(keyword);
}

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
  citation.genre = one_line(document.type);
  citation.title = one_line(document.title);
  if (citation.title.empty()) citation.title = pages::kNoTitle;
  add_authors(citation, document);
  citation.site = one_line(document.source);
  citation.date = document.date;
  if (document.first_indexed != 0) {
    citation.accessed = base::date_of_instant(document.first_indexed);
  }
  citation.archive_address = std::string(base_url) + pages::document_href(document.id, "");
  citation.address = is_on_the_web(document.url) ? document.url : citation.archive_address;
  for (const std::string& theme : document.themes) {
    citation.keywords.push_back(keyword_of(theme));
  }
  return citation;
}

}  // namespace pressoir::api
