#include "server/app/handlers.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"
#include "server/app/parameters.hpp"

namespace pressoir::app {
namespace {

using api::Answer;
using api::Audience;
using api::Freshness;

constexpr auto kPrograms = Audience::kPrograms;
constexpr auto kPeople = Audience::kPeople;
constexpr auto kOperators = Audience::kOperators;

// The forms of answers; several routes share one.
constexpr Answer kPage[] = {{"text/html", ""}};
constexpr Answer kPicture[] = {{"image/svg+xml", ""}};
// Static files have the type that their names say.
constexpr Answer kFile[] = {{"*/*", ""}};
constexpr Answer kSearchResults[] = {{"application/json", "SearchResults"}};
constexpr Answer kSuggestions[] = {{"application/json", "Suggestions"}};
constexpr Answer kFacetValues[] = {{"application/json", "FacetLookup"}};
constexpr Answer kSimilar[] = {{"application/json", "SimilarDocuments"}};
constexpr Answer kRis[] = {{"application/x-research-info-systems", ""}};
constexpr Answer kBibtex[] = {{"application/x-bibtex", ""}};
constexpr Answer kCsl[] = {{"application/vnd.citationstyles.csl+json", "CslItems"}};
constexpr Answer kDocument[] = {{"application/json", "Document"}, kRis[0], kBibtex[0], kCsl[0]};
constexpr Answer kJsonLines[] = {{"application/jsonl", "ExportLine"}};
constexpr Answer kCsv[] = {{"text/csv", ""}};
constexpr Answer kTrends[] = {{"application/json", "Trends"}};
constexpr Answer kAtom[] = {{"application/atom+xml", ""}};
constexpr Answer kJsonFeed[] = {{"application/feed+json", "JsonFeed"}};
constexpr Answer kOpenSearch[] = {{"application/opensearchdescription+xml", ""}};
constexpr Answer kBrowserSuggestions[] = {{"application/x-suggestions+json", "BrowserSuggestions"}};
constexpr Answer kOpenApi[] = {{"application/json", ""}};
constexpr Answer kHealth[] = {{"application/json", "Health"}};
constexpr Answer kReadiness[] = {{"application/json", "Readiness"}};

// Rows in the order in which they are tried and documented: `…/{id}.ris` must precede `…/{id}`,
// whose argument would match it. nullptr for parameters: the handler reads what it needs itself,
// and ignores the rest.
constexpr Route kRoutes[] = {
    {{"/", "search_page", "The search page.", "La page de recherche.", kPeople, search_parameters,
      kPage, Freshness::kContent, "?q=industrie"},
     handle_search_page},
    {{"/documents/{id}", "document_page", "The page of one document.", "La page d’un texte.",
      kPeople, document_page_parameters, kPage, Freshness::kContent, ""},
     handle_document_page},
    {{"/valeurs", "values_page", "All values of a facet.", "Toutes les valeurs d’un filtre.",
      kPeople, search_parameters, kPage, Freshness::kContent, "?facet=minister"},
     handle_values_page},
    {{"/ministres", "ministers_page", "The ministers of the archive.",
      "Les ministres de l’archive.", kPeople, nullptr, kPage, Freshness::kContent, ""},
     handle_ministers_page},
    {{"/ministres/{id}", "minister_page", "The page of one minister.", "La page d’un ministre.",
      kPeople, nullptr, kPage, Freshness::kContent, ""},
     handle_minister_page},
    {{"/gouvernements", "governments_page", "The governments of the archive.",
      "Les gouvernements de l’archive.", kPeople, nullptr, kPage, Freshness::kContent, ""},
     handle_governments_page},
    {{"/gouvernements/{id}", "government_page", "The page of one government.",
      "La page d’un gouvernement.", kPeople, nullptr, kPage, Freshness::kContent, ""},
     handle_government_page},
    {{"/themes", "themes_page", "The themes of the archive; `theme`: the page of one.",
      "Les thèmes de l’archive ; avec « theme », la page de l’un d’eux.", kPeople, nullptr, kPage,
      Freshness::kContent, ""},
     handle_themes_page},
    {{"/comparer", "comparison_page", "Up to five queries as curves over time.",
      "Jusqu’à cinq recherches en courbes dans le temps.", kPeople, trends_parameters, kPage,
      Freshness::kContent, "?q=industrie&q=emploi"},
     handle_comparison_page},
    {{"/comparer.svg", "comparison_picture", "The curves as an SVG file that stands alone.",
      "Les courbes, en fichier SVG autonome.", kPeople, trends_parameters, kPicture,
      Freshness::kContent, "?q=industrie&q=emploi"},
     handle_comparison_picture},
    {{"/aide", "help_page", "How to search.", "Comment chercher.", kPeople, nullptr, kPage,
      Freshness::kContent, ""},
     handle_help_page},
    {{"/embed.js", "embed", "The search box for other sites.",
      "La boîte de recherche pour d’autres sites.", kPeople, nullptr, kFile, Freshness::kContent,
      ""},
     handle_asset},
    {{"/api/v1/search", "search", "Documents that match a query, with facets.",
      "Les textes qui répondent à une recherche, et leurs décomptes.", kPrograms, search_parameters,
      kSearchResults, Freshness::kRevision, "?q=industrie&from=2012&count=2&facets=minister,date"},
     handle_search},
    {{"/api/v1/suggest", "suggest", "Offers for a text that is being typed.",
      "Des propositions pour un texte en train d’être tapé.", kPrograms, suggest_parameters,
      kSuggestions, Freshness::kRevision, "?q=minist"},
     handle_suggest},
    {{"/api/v1/facets/{facet}", "facet", "Values of a facet that hold the words typed.",
      "Les valeurs d’un filtre qui contiennent les mots tapés.", kPrograms, facet_parameters,
      kFacetValues, Freshness::kRevision, "?q=mont&query=industrie"},
     handle_facet},
    {{"/api/v1/documents/{id}.ris", "citation_ris", "A document as others cite it, in RIS.",
      "Un texte à citer, en RIS.", kPrograms, no_parameters, kRis, Freshness::kContent, ""},
     handle_ris},
    {{"/api/v1/documents/{id}.bib", "citation_bibtex", "The same in BibTeX.", "Le même, en BibTeX.",
      kPrograms, no_parameters, kBibtex, Freshness::kContent, ""},
     handle_bibtex},
    {{"/api/v1/documents/{id}.csl.json", "citation_csl", "The same in CSL-JSON.",
      "Le même, en CSL-JSON.", kPrograms, no_parameters, kCsl, Freshness::kContent, ""},
     handle_csl},
    {{"/api/v1/documents/{id}", "document", "One document, whole.", "Un texte entier.", kPrograms,
      document_parameters, kDocument, Freshness::kContent, "?blocks=true"},
     handle_document},
    {{"/api/v1/documents/{id}/similar", "similar", "Documents about the same things as one.",
      "Les textes proches d’un texte, et les mots qu’ils ont en commun.", kPrograms,
      similar_parameters, kSimilar, Freshness::kRevision, "?count=3&fields=id,title,date"},
     handle_similar},
    {{"/api/v1/export.jsonl", "export_json_lines",
      "All documents that match a query, one JSON object a line; the last line proves that they "
      "are "
      "all there.",
      "Tous les textes qui répondent à une recherche, un objet JSON par ligne ; la dernière ligne "
      "prouve qu’ils y sont tous.",
      kPrograms, export_parameters, kJsonLines, Freshness::kRevision,
      "?q=industrie&fields=id,title,date"},
     handle_export_json_lines},
    {{"/api/v1/export.csv", "export_csv", "The same as a table.",
      "Les mêmes, en tableau pour tableur.", kPrograms, csv_export_parameters, kCsv,
      Freshness::kRevision, "?q=industrie&fields=id,title,date&bom=true"},
     handle_export_csv},
    {{"/api/v1/trends", "trends",
      "Up to five queries over time: documents of each period, and their share of the archive's.",
      "Jusqu’à cinq recherches dans le temps : textes de chaque période, et leur part de ceux de "
      "l’archive.",
      kPrograms, trends_parameters, kTrends, Freshness::kRevision,
      "?q=industrie&q=emploi&from=2010&to=2014"},
     handle_trends},
    {{"/api/v1/trends.csv", "trends_csv", "The same as a table.",
      "Les mêmes, en tableau pour tableur.", kPrograms, csv_trends_parameters, kCsv,
      Freshness::kRevision, "?q=industrie&q=emploi&interval=month&from=2012&to=2013"},
     handle_trends_csv},
    {{"/feed.atom", "feed_atom",
      "Documents that match a query as an Atom feed, those that entered the archive last first.",
      "Une recherche à suivre : ses textes en flux Atom, les derniers ajoutés d’abord.", kPrograms,
      feed_parameters, kAtom, Freshness::kContent, "?q=industrie"},
     handle_atom_feed},
    {{"/feed.json", "feed_json", "The same as a JSON Feed.", "Le même flux, en JSON Feed.",
      kPrograms, feed_parameters, kJsonFeed, Freshness::kContent, "?q=industrie"},
     handle_json_feed},
    {{"/opensearch.xml", "opensearch",
      "How a browser adds this search, as OpenSearch 1.1 describes it.",
      "Comment un navigateur ajoute ce moteur de recherche, selon OpenSearch 1.1.", kPrograms,
      no_parameters, kOpenSearch, Freshness::kContent, ""},
     handle_opensearch},
    {{"/opensearch/suggestions", "opensearch_suggestions",
      "Offers for a text that is being typed, as browsers want them.",
      "Des propositions pour un texte en train d’être tapé, comme les veulent les navigateurs.",
      kPrograms, suggest_parameters, kBrowserSuggestions, Freshness::kRevision, "?q=minist"},
     handle_browser_suggestions},
    {{"/openapi.json", "openapi", "This interface as OpenAPI 3.1 describes it.",
      "Cette interface, décrite selon OpenAPI 3.1.", kPrograms, no_parameters, kOpenApi,
      Freshness::kContent, ""},
     handle_openapi},
    {{"/api", "api_page", "This interface described for people, in French.",
      "Cette interface, décrite par cette page.", kPeople, no_parameters, kPage,
      Freshness::kContent, ""},
     handle_api_page},
    {{"/static/{name}", "static", "Style sheets and scripts of the pages.",
      "Les feuilles de style et les scripts des pages.", kPeople, nullptr, kFile,
      Freshness::kContent, ""},
     handle_asset},
    {{"/healthz", "health", "The process answers.", "Le programme répond.", kOperators, nullptr,
      kHealth, Freshness::kNone, ""},
     handle_health},
    {{"/readyz", "readiness", "The archive is open and the workers answer.",
      "L’archive est ouverte et les recherches ont des réponses.", kOperators, nullptr, kReadiness,
      Freshness::kNone, ""},
     handle_readiness},
};

// The part of `path` that `{…}` matches, still encoded; nothing when `path` does not match. A slash
// never belongs to it, so that patterns with more segments stay reachable; an encoded one may.
std::optional<std::string_view> match_pattern(std::string_view pattern, std::string_view path) {
  const auto open = pattern.find('{');
  if (open == std::string_view::npos) {
    return pattern == path ? std::optional(std::string_view()) : std::nullopt;
  }
  const std::string_view suffix = pattern.substr(pattern.find('}') + 1);
  if (path.size() <= open + suffix.size()) return std::nullopt;
  if (!path.starts_with(pattern.substr(0, open)) || !path.ends_with(suffix)) return std::nullopt;
  path = path.substr(open, path.size() - open - suffix.size());
  return path.find('/') == std::string_view::npos ? std::optional(path) : std::nullopt;
}

}  // namespace

std::span<const Route> routes() noexcept {
  return kRoutes;
}

void find_route(Request& request) {
  std::string normal;
  std::string_view path = request.path;
  // `/%61pi` and `/api` are equivalent (RFC 3986, section 6.2.2.2); most paths have no escape.
  if (path.find('%') != std::string_view::npos) path = normal = base::decode_unreserved(path);
  for (const Route& route : kRoutes) {
    const auto encoded = match_pattern(route.pattern, path);
    if (!encoded) continue;
    auto argument = base::percent_decode(*encoded);
    // Ids and names are UTF-8; the other routes would not match either.
    if (!argument || !base::is_valid_utf8(*argument)) return;
    request.route = &route;
    request.argument = *std::move(argument);
    return;
  }
}

}  // namespace pressoir::app
