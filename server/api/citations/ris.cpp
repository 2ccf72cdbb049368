#include <fmt/format.h>

#include <algorithm>

#include "server/api/citations/citation.hpp"

namespace pressoir::api::citations {
namespace {

// Exactly two spaces, a hyphen and one space; CR LF, as the specification has it.
void add(std::string& ris, std::string_view tag, std::string_view value) {
  if (!value.empty()) ris.append(tag).append("  - ").append(value).append("\r\n");
}

// The slashes are always there: `2012///` is a year alone.
std::string ris_date(base::Date date) {
  if (!date) return "";
  const std::string month = date.month == 0 ? "" : fmt::format("{:02}", date.month);
  const std::string day = date.day == 0 ? "" : fmt::format("{:02}", date.day);
  return fmt::format("{:04}/{}/{}/", date.year, month, day);
}

// A comma parts family and given name, and an asterisk is not allowed.
std::string part_of_name(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ',' || c == '*'; }, ' ');
  return text;
}

std::string ris_name(const PersonName& name) {
  std::string text = part_of_name(name.family);
  if (name.given.empty()) return text;
  text += ", " + part_of_name(name.given);
  return name.particle.empty() ? text : text + " " + name.particle;
}

}  // namespace

std::string to_ris(const Citation& citation) {
  std::string ris;
  add(ris, "TY", citation.type->ris);
  add(ris, "TI", citation.title);
  for (const PersonName& name : citation.authors) add(ris, "AU", ris_name(name));
  if (citation.date) add(ris, "PY", fmt::format("{:04}", citation.date.year));
  add(ris, "DA", ris_date(citation.date));
  add(ris, "M3", citation.genre);
  if (!citation.type->ris_site.empty()) add(ris, citation.type->ris_site, citation.site);
  for (const std::string& keyword : citation.keywords) add(ris, "KW", keyword);
  add(ris, "N1", citation.offices);
  add(ris, "LA", "fr");
  add(ris, "DB", "Pressoir");
  add(ris, "AN", citation.id);
  // UR is the original, L2 (full text) the archive's copy.
  add(ris, "UR", citation.address);
  add(ris, "L2", citation.archive_address);
  add(ris, "Y2", ris_date(citation.accessed));
  return ris + "ER  - \r\n";
}

}  // namespace pressoir::api::citations
