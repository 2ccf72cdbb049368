#include "indexer/base/facet.hpp"

namespace pressoir::base {

std::string_view to_string(Facet facet) noexcept {
  switch (facet) {
    case Facet::kMinister:
      return "minister";
    case Facet::kTheme:
      return "theme";
    case Facet::kType:
      return "type";
    case Facet::kSource:
      return "source";
    case Facet::kGovernment:
      return "government";
    case Facet::kLineage:
      return "lineage";
  }
  return "minister";
}

}  // namespace pressoir::base
