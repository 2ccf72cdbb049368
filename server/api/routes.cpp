#include "server/api/routes.hpp"

#include <array>

#include "indexer/base/utf8.hpp"

namespace pressoir::api {
namespace {

constexpr std::array kRoutes = {
    Route{"/", "search_page", "The search page.", search_parameters, handle_search_page},
    Route{"/documents/{id}", "document_page", "The page of one document.", document_page_parameters,
          handle_document_page},
    Route{"/valeurs", "values_page", "All values of a facet.", search_parameters,
          handle_values_page},
    Route{"/ministres", "ministers_page", "The ministers of the archive.", nullptr,
          handle_ministers_page},
    Route{"/ministres/{id}", "minister_page", "The page of one minister.", nullptr,
          handle_minister_page},
    Route{"/gouvernements", "governments_page", "The governments of the archive.", nullptr,
          handle_governments_page},
    Route{"/gouvernements/{id}", "government_page", "The page of one government.", nullptr,
          handle_government_page},
    Route{"/themes", "themes_page", "The themes of the archive; `theme`: the page of one.", nullptr,
          handle_themes_page},
    Route{"/aide", "help_page", "How to search.", nullptr, handle_help_page},
    Route{"/embed.js", "embed", "The search box for other sites.", nullptr, handle_asset},
    Route{"/api/v1/search", "search", "Documents that match a query, with facets.",
          search_parameters, handle_search},
    Route{"/api/v1/suggest", "suggest", "Offers for a text that is being typed.",
          suggest_parameters, handle_suggest},
    Route{"/api/v1/documents/{id}", "document", "One document, whole.", document_parameters,
          handle_document},
    Route{"/static/{name}", "static", "Style sheets and scripts of the pages.", nullptr,
          handle_asset},
    Route{"/healthz", "health", "The process answers.", nullptr, handle_health},
    Route{"/readyz", "readiness", "The archive is open and the workers answer.", nullptr,
          handle_readiness},
};

// What `{…}` stands for, still encoded; nothing when `path` is not of the pattern.
std::optional<std::string_view> match_pattern(std::string_view pattern, std::string_view path) {
  const auto brace = pattern.find('{');
  if (brace == std::string_view::npos) {
    return pattern == path ? std::optional(std::string_view()) : std::nullopt;
  }
  if (!path.starts_with(pattern.substr(0, brace))) return std::nullopt;
  path.remove_prefix(brace);
  if (path.empty() || path.find('/') != std::string_view::npos) return std::nullopt;
  return path;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

std::optional<RouteMatch> find_route(std::string_view path) {
  for (const Route& route : kRoutes) {
    const auto encoded = match_pattern(route.pattern, path);
    if (!encoded) continue;
    auto argument = decode_path_text(*encoded);
    if (!argument || !base::is_valid_utf8(*argument)) return std::nullopt;
    return RouteMatch{&route, *std::move(argument)};
  }
  return std::nullopt;
}

}  // namespace pressoir::api
