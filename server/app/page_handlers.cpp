#include <boost/system/result.hpp>
#include <charconv>
#include <system_error>
#include <utility>

#include "server/app/handlers.hpp"
#include "server/app/parameters.hpp"
#include "server/app/search_request.hpp"
#include "server/links/link.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::app {
namespace {

struct FrenchFault {
  std::string_view parameter;
  std::string_view text;
};

// What people get wrong in the form, and how to write it.
constexpr FrenchFault kFrenchFaults[] = {
    {"q",
     "La recherche n’est pas comprise : elle est trop longue ou contient des caractères "
     "illisibles."},
    {"from",
     "La date de début n’est pas comprise : écrivez une année, un mois ou un jour qui "
     "existe, comme 2012, décembre 2012 ou 05/12/2012."},
    {"to",
     "La date de fin n’est pas comprise : écrivez une année, un mois ou un jour qui existe, "
     "comme 2012, décembre 2012 ou 05/12/2012."},
    {"start", "Le rang du premier résultat doit être un nombre entier."},
    {"count", "Le nombre de résultats par page va de 0 à 100."},
};

// Parameters that no form has keep the general sentence: they come from addresses made by hand.
std::string french_detail(const ParameterError& error) {
  if (error.parameter == "q" && error.reason.starts_with("is given more than")) {
    return "Une comparaison porte sur cinq recherches au plus.";
  }
  if (error.reason == kFromAfterTo) return "La date de début est postérieure à la date de fin.";
  for (const FrenchFault& fault : kFrenchFaults) {
    if (fault.parameter == error.parameter) return std::string(fault.text);
  }
  return "La valeur donnée à « " + error.parameter + " » n’est pas comprise.";
}


// Failures of the archive while it answers a page.
Problem french_problem_of(const base::Error& error) {
  Problem problem = problem_of(error);
  if (!problem.errors.empty()) problem.french_detail = french_detail(problem.errors.front());
  return problem;
}

// The words to mark in a document. A malformed query string must not hide the document.
std::string marked_query(const std::string& query) {
  std::string q;
  for (QueryPair& pair : split_query_string(query)) {
    if (pair.name == "q" && pair.value.size() <= query::kMaxQueryBytes) q = std::move(pair.value);
  }
  return q;
}

// The words of the search stay in its box.
Problem bad_form(const std::vector<ParameterError>& errors, const Call& call) {
  return {ProblemKind::kBadParameter, "", {}, french_detail(errors.front()),
          marked_query(call.request.query)};
}

// The last value of a parameter that a page reads for itself; empty when there is none.
std::string single(const Call& call, std::string_view name) {
  std::string value;
  for (QueryPair& pair : split_query_string(call.request.query)) {
    if (pair.name == name && pair.value.size() <= query::kMaxValueBytes)
      value = std::move(pair.value);
  }
  return value;
}

// `part` of a document's page, from 1; 0, which no document has, when it is not a number.
std::size_t asked_part(const Call& call) {
  const std::string text = single(call, "part");
  std::size_t part = 1;
  const char* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, part);
  return text.empty() || (error == std::errc() && last == end) ? part : 0;
}

// The search that a page's form sends. The length of facets belongs to the page.
boost::system::result<query::SearchRequest, Problem> read_form(const Call& call) {
  auto parsed = parse_search_form(call.request.query);
  if (const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_form(*errors, call);
  }
  query::SearchRequest request = std::get<SearchCall>(std::move(parsed)).request;
  // A page links to /valeurs instead of listing more.
  request.facet_size = query::SearchRequest{}.facet_size;
  if (links::query_string(request).size() <= pages::kMaxAddressBytes) return request;
  return Problem{ProblemKind::kBadParameter,
                 "",
                 {},
                 "La recherche est trop longue pour une page : collez-en une ou deux phrases."};
}

// The queries that the form of the comparison sends.
// `interval` is kept only when it is given: the page chooses one that suits the dates.
boost::system::result<pages::ComparisonRequest, Problem> read_comparison(const Call& call) {
  auto parsed = parse_query_form(trends_parameters(), call.request.query);
  if (const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_form(*errors, call);
  }
  QueryCall& query = std::get<QueryCall>(parsed);
  const auto queries = query.values.all("q");
  pages::ComparisonRequest request{{queries.begin(), queries.end()}, std::move(query.request), {}};
  if (query.values.given("interval")) request.interval = request.common.interval;
  const std::string address = links::query_string(pages::parameters(request));
  if (address.size() <= pages::kMaxAddressBytes) return request;
  return Problem{ProblemKind::kBadParameter,
                 "",
                 {},
                 "Les recherches sont trop longues pour une page : raccourcissez-les."};
}

// The page and the picture show the same answer.
boost::system::result<pages::ComparisonAnswer, Problem> compare(const Call& call,
                                                                search::Searcher& searcher) {
  const auto asked = read_comparison(call);
  if (!asked) return asked.error();
  auto answer = pages::answer_comparison(*asked, searcher);
  if (!answer) return french_problem_of(answer.error());
  return *std::move(answer);
}

// A page with all values of a facet that is a place of its own: ministers, governments, themes.
Response directory_page(base::Facet facet, const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto results = searcher.search(search::only_values({}, facet));
  if (!results) return problem_page(french_problem_of(results.error()), call.pages, summary);
  return html_response(200, call.pages.directory_page(facet, *results, summary));
}

// The page of one minister, government or theme.
Response portrait_page(const pages::PortraitRequest& request, const Call& call,
                       search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto answer = call.pages.answer_portrait(request, searcher);
  if (!answer) return problem_page(french_problem_of(answer.error()), call.pages, summary);
  std::string html = call.pages.portrait_page(request, *answer, summary);
  // Empty: the archive has no document with that value, and the gazetteer does not know it.
  if (!html.empty()) return html_response(200, std::move(html));
  return problem_page({ProblemKind::kNotFound, "", {}, "L’archive ne connaît pas ce nom."},
                      call.pages, summary);
}

}  // namespace

// Pages show text of others. Nothing that slips through escaping may run or be sent elsewhere.
Response html_response(unsigned status, std::string html) {
  Response response{status, "text/html; charset=utf-8", {}, std::move(html)};
  response.headers = {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
       "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"Referrer-Policy", "same-origin"},
      // The same address answers programs with JSON when something is wrong.
      {"Vary", "Accept"},
  };
  return response;
}

// Retry-After also for pages: crawlers obey it.
Response problem_page(const Problem& problem, const pages::Pages& pages,
                      const search::ArchiveSummary& summary) {
  const ProblemText& text = text_of(problem.kind);
  const wording::ProblemSentences words = wording::problem_in_words(text.type);
  const std::string detail =
      problem.french_detail.empty() ? std::string(words.detail) : problem.french_detail;
  Response response = html_response(
      text.status, pages.problem_page({text.status, std::string(words.title), detail, problem.q}, summary));
  if (text.status == 503 || text.status == 429) response.headers.push_back({"Retry-After", "1"});
  return response;
}

Response handle_search_page(const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto asked = read_form(call);
  if (!asked) return problem_page(asked.error(), call.pages, summary);
  const auto answer = pages::answer_search(*asked, searcher);
  if (!answer) return problem_page(french_problem_of(answer.error()), call.pages, summary);
  return html_response(200, call.pages.search_page(*answer, summary));
}

Response handle_values_page(const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto asked = read_form(call);
  if (!asked) return problem_page(asked.error(), call.pages, summary);
  pages::ValueListRequest request{*asked, base::Facet::kMinister, "",
                                  pages::grouping_from_string(single(call, "group"))};
  request.like = single(call, "like");
  // Filters the list by what is typed into its box, for those without scripts.
  // An unknown facet shows ministers: an address made by hand still leads somewhere.
  for (const base::Facet facet : base::kFacets) {
    if (base::to_string(facet) == single(call, "facet")) request.facet = facet;
  }
  const auto results = searcher.search(search::only_values(*asked, request.facet));
  if (!results) return problem_page(french_problem_of(results.error()), call.pages, summary);
  return html_response(200, call.pages.values_page(request, *results, summary));
}

Response handle_ministers_page(const Call& call, search::Searcher& searcher) {
  return directory_page(base::Facet::kMinister, call, searcher);
}

Response handle_governments_page(const Call& call, search::Searcher& searcher) {
  return directory_page(base::Facet::kGovernment, call, searcher);
}

Response handle_themes_page(const Call& call, search::Searcher& searcher) {
  const std::string theme = single(call, "theme");
  if (theme.empty()) return directory_page(base::Facet::kTheme, call, searcher);
  return portrait_page({base::Facet::kTheme, theme}, call, searcher);
}

Response handle_minister_page(const Call& call, search::Searcher& searcher) {
  return portrait_page({base::Facet::kMinister, call.request.argument}, call, searcher);
}

Response handle_government_page(const Call& call, search::Searcher& searcher) {
  return portrait_page({base::Facet::kGovernment, call.request.argument}, call, searcher);
}

Response handle_comparison_page(const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto answer = compare(call, searcher);
  if (!answer) return problem_page(answer.error(), call.pages, summary);
  return html_response(200, call.pages.comparison_page(*answer, summary));
}

// A file that stands alone: opened by itself, it must not run scripts of an archive's text.
Response handle_comparison_picture(const Call& call, search::Searcher& searcher) {
  const auto answer = compare(call, searcher);
  if (!answer) return problem_page(answer.error(), call.pages, searcher.summary());
  Response response{200, "image/svg+xml", {}, {}};
  response.body = call.pages.comparison_picture(*answer, call.request.base_url);
  response.headers = {
      {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
      {"Content-Disposition", "attachment; filename=\"pressoir-comparaison.svg\""}};
  return response;
}

Response handle_help_page(const Call& call, search::Searcher& searcher) {
  return html_response(200, call.pages.help_page(searcher.summary()));
}

Response handle_document_page(const Call& call, search::Searcher& searcher) {
  const std::string q = marked_query(call.request.query);
  const search::ArchiveSummary summary = searcher.summary();
  const auto found = pages::find_document(call.request.argument, q, searcher);
  if (!found) {
    Problem problem = french_problem_of(found.error());
    // The general sentence is about addresses; here it is the document that is missing.
    if (problem.kind == ProblemKind::kNotFound) {
      problem.french_detail = "Aucun document de l’archive ne porte cet identifiant.";
    }
    return problem_page(problem, call.pages, summary);
  }
  std::string html = call.pages.document_page(*found, {q, asked_part(call)}, summary);
  if (!html.empty()) return html_response(200, std::move(html));
  return problem_page({ProblemKind::kNotFound, "", {}, "Ce texte n’a pas de partie de ce numéro."},
                      call.pages, summary);
}

Response handle_asset(const Call& call) {
  // A portal loads embed.js as a module from another origin, which needs CORS.
  const std::string_view name = call.request.argument.empty()
                                    ? std::string_view("embed.js")
                                    : std::string_view(call.request.argument);
  // Built-in files and those of the operator's folder; no path leads out of either, because a
  // route's argument has no slash and names are compared whole.
  const pages::Pages::Asset* asset = call.pages.asset(name);
  if (asset == nullptr) {
    return problem_response({ProblemKind::kNotFound, "", {}, ""}, call.request.path);
  }
  return {200,
          std::string(asset->content_type),
          {{"Cache-Control", "public, max-age=300"}, {"Access-Control-Allow-Origin", "*"}},
          std::string(asset->bytes)};
}

}  // namespace pressoir::app
