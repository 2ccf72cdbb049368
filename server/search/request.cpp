#include "server/search/request.hpp"

namespace pressoir::search {

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

std::string_view to_string(MatchForm form) noexcept {
  switch (form) {
    case MatchForm::kExact:
      return "exact";
    case MatchForm::kFolded:
      return "folded";
    case MatchForm::kStem:
      return "stem";
  }
  return "stem";
}

}  // namespace pressoir::search
