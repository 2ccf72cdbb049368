// The fields that a query may name: `titre:drones`, `ministre:"Fleur Pellerin"`, `date:2012..2014`.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/base/fields.hpp"

namespace pressoir::query {

enum class QueryField { kTitle, kMinister, kPerson, kTheme, kSource, kType, kDate };

// With or without accents and capitals; nothing for another name.
std::optional<QueryField> find_field(std::string_view name);

// The facet behind a field; nothing for the title and the date.
std::optional<base::Facet> facet_of(QueryField field) noexcept;

}  // namespace pressoir::query
