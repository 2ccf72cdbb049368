#include <fmt/format.h>

#include <array>

#include "server/api/citations/citation.hpp"

namespace pressoir::api::citations {
namespace {

// BibTeX's predefined strings: styles print them in their own language.
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

// BibTeX counts braces with or without a backslash before them: they need names.
std::string_view escape_of(char c) noexcept {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '%':
      return "\\%";
    case '#':
      return "\\#";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '_':
      return "\\_";
    default:
      return "";
  }
}

// Accents need no escape: the file is UTF-8, which biber and modern BibTeX read.
std::string escaped(std::string_view text) {
  std::string bibtex;
  for (const char c : text) {
    const std::string_view escape = escape_of(c);
    if (escape.empty()) {
      bibtex += c;
    } else {
      bibtex += escape;
    }
  }
  return bibtex;
}

// An address is printed letter by letter: nothing in it is escaped but what would end the field.
std::string verbatim(std::string_view address) {
  std::string bibtex;
  for (const char c : address) {
    const bool is_unsafe = c == '{' || c == '}' || c == '\\';
    bibtex += is_unsafe ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return bibtex;
}

// Empty fields are left out: styles print the separators around them.
void add(std::string& bibtex, std::string_view name, std::string_view value) {
  if (!value.empty()) bibtex += fmt::format("  {} = {{{}}},\n", name, value);
}

// Each part in braces of its own: a word `and` in it does not begin another name.
// `de {Villepin}, {Dominique}`: von part, last, first.
std::string bibtex_name(const PersonName& name) {
  const bool is_word = name.particle == "de";  // an elided one is a part of the family name
  const std::string family = (is_word ? "" : name.particle) + name.family;
  std::string text = (is_word ? "de {" : "{") + escaped(family) + "}";
  if (!name.given.empty()) text += ", {" + escaped(name.given) + "}";
  return text;
}

// BibTeX separates names by the word `and`.
std::string bibtex_names(const std::vector<PersonName>& authors) {
  std::string names;
  for (const PersonName& author : authors) {
    names += names.empty() ? "" : " and ";
    names += bibtex_name(author);
  }
  return names;
}

std::string bibtex_keywords(const std::vector<std::string>& keywords) {
  std::string list;
  for (const std::string& keyword : keywords) list += (list.empty() ? "" : ", ") + escaped(keyword);
  return list;
}

}  // namespace

std::string to_bibtex(const Citation& citation) {
  std::string bibtex = "@misc{" + citation.key + ",\n";
  add(bibtex, "author", bibtex_names(citation.authors));
  // Double braces: styles must not change the capitals of a title.
  add(bibtex, "title", "{" + escaped(citation.title) + "}");
  add(bibtex, "date", base::to_string(citation.date));
  // For classic styles, which do not read `date`.
  if (citation.date) add(bibtex, "year", fmt::format("{:04}", citation.date.year));
  if (citation.date.month != 0) {
    const auto month = static_cast<std::size_t>(citation.date.month - 1);
    bibtex += fmt::format("  month = {},\n", kMonths[month]);
  }
  add(bibtex, "howpublished", escaped(citation.genre));
  add(bibtex, "organization", escaped(citation.site));
  add(bibtex, "note", escaped(citation.offices));
  add(bibtex, "url", verbatim(citation.address));
  add(bibtex, "urldate", base::to_string(citation.accessed));
  add(bibtex, "addendum", "Pressoir: \\url{" + verbatim(citation.archive_address) + "}");
  add(bibtex, "keywords", bibtex_keywords(citation.keywords));
  add(bibtex, "langid", "french");
  return bibtex + "}\n";
}

}  // namespace pressoir::api::citations
