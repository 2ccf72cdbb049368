#include "server/query/query_fields.hpp"

#include <array>
#include <utility>

#include "indexer/text/fold.hpp"

namespace pressoir::query {
namespace {

constexpr std::array<std::pair<std::string_view, QueryField>, 7> kFields = {{
    {"titre", QueryField::kTitle},
    {"ministre", QueryField::kMinister},
    {"personne", QueryField::kPerson},
    {"theme", QueryField::kTheme},
    {"source", QueryField::kSource},
    {"type", QueryField::kType},
    {"date", QueryField::kDate},
}};

constexpr std::size_t kMaxNameBytes = 16;

}  // namespace

std::optional<QueryField> find_field(std::string_view name) {
  if (name.size() > kMaxNameBytes) return std::nullopt;
  const std::string folded = text::fold(name);
  for (const auto& [known, field] : kFields) {
    if (folded == known) return field;
  }
  return std::nullopt;
}

std::optional<base::Facet> facet_of(QueryField field) noexcept {
  switch (field) {
    case QueryField::kMinister:
      return base::Facet::kMinister;
    case QueryField::kPerson:
      return base::Facet::kPerson;
    case QueryField::kTheme:
      return base::Facet::kTheme;
    case QueryField::kSource:
      return base::Facet::kSource;
    case QueryField::kType:
      return base::Facet::kType;
    case QueryField::kTitle:
    case QueryField::kDate:
      break;
  }
  return std::nullopt;
}

}  // namespace pressoir::query
