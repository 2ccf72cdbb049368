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
  }
  return "minister";
}

}  // namespace pressoir::search
