#include <boost/system/result.hpp>
#include <charconv>
#include <system_error>
#include <utility>

#include "server/api/api_description.hpp"
#include "server/api/handlers.hpp"
#include "server/api/search_request.hpp"
#include "server/pages/link.hpp"

namespace pressoir::api {
namespace {

struct FrenchFault {
  std::string_view parameter;
  std::string_view text;
};

// What a person can get wrong in the form, and how to write it.
constexpr FrenchFault kFrenchFaults[] = {
    {"q",
     "La recherche n’est pas comprise : elle est trop longue ou contient des caractères "
     "illisibles."},
    {"from",
     "La date de début n’est pas comprise : écrivez une année, un mois ou un jour qui "
     "existe, comme 2012, 12/2012 ou 05/12/2012."},
    {"to",
     "La date de fin n’est pas comprise : écrivez une année, un mois ou un jour qui existe, "
     "comme 2012, 12/2012 ou 05/12/2012."},
    {"start", "Le rang du premier résultat doit être un nombre entier."},
    {"count", "Le nombre de résultats par page va de 0 à 100."},
};

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

Problem bad_form(const std::vector<ParameterError>& errors) {
  return {ProblemKind::kBadParameter, "", {}, french_detail(errors.front())};
}

Problem french_problem_of(const base::Error& error) {
  Problem problem = problem_of(error);
  if (!problem.errors.empty()) problem.french_detail = french_detail(problem.errors.front());
  return problem;
}

// Of a document page, nothing but the words to mark; faults in them are not worth a refusal.
std::string marked_query(const std::string& query) {
  std::string q;
  for (QueryPair& pair : split_query_string(query)) {
    if (pair.name == "q" && pair.value.size() <= kMaxQueryBytes) q = std::move(pair.value);
  }
  return q;
}

// Of a page's own parameters; the last one of the name, empty when there is none.
std::string single(const Call& call, std::string_view name) {
  std::string value;
  for (QueryPair& pair : split_query_string(call.request.query)) {
    if (pair.name == name && pair.value.size() <= kMaxValueBytes) value = std::move(pair.value);
  }
  return value;
}

// Of a document's page: 0, which no text has, when it is no number.
std::size_t asked_part(const Call& call) {
  const std::string text = single(call, "part");
  std::size_t part = 1;
  const char* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, part);
  return text.empty() || (error == std::errc() && last == end) ? part : 0;
}

// What the form of a page asks; how long facets are is the page's business.
boost::system::result<query::SearchRequest, Problem> read_form(const Call& call) {
  auto parsed = parse_search_form(call.request.query);
  if (const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_form(*errors);
  }
  query::SearchRequest request = std::get<SearchCall>(std::move(parsed)).request;
  request.facet_size = query::SearchRequest{}.facet_size;
  if (pages::query_string(request).size() <= pages::kMaxAddressBytes) return request;
  return Problem{ProblemKind::kBadParameter,
                 "",
                 {},
                 "La recherche est trop longue pour une page : collez-en une ou deux phrases."};
}

// What the form of the comparison asks.
boost::system::result<pages::ComparisonRequest, Problem> read_comparison(const Call& call) {
  auto parsed = parse_query_form(trends_parameters(), call.request.query);
  if (const auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_form(*errors);
  }
  QueryCall& query = std::get<QueryCall>(parsed);
  const auto queries = query.values.all("q");
  pages::ComparisonRequest request{{queries.begin(), queries.end()}, std::move(query.request), {}};
  if (query.values.given("interval")) request.interval = request.common.interval;
  const std::string address = pages::query_string(pages::parameters(request));
  if (address.size() <= pages::kMaxAddressBytes) return request;
  return Problem{ProblemKind::kBadParameter,
                 "",
                 {},
                 "Les recherches sont trop longues pour une page : raccourcissez-les."};
}

boost::system::result<pages::ComparisonAnswer, Problem> compare(const Call& call,
                                                                search::Searcher& searcher) {
  const auto asked = read_comparison(call);
  if (!asked) return asked.error();
  auto answer = pages::answer_comparison(*asked, searcher);
  if (!answer) return french_problem_of(answer.error());
  return *std::move(answer);
}

Response directory_page(base::Facet facet, const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto results = searcher.search(pages::all_values({}, facet));
  if (!results) return problem_page(french_problem_of(results.error()), call.pages, summary);
  return html_response(200, call.pages.directory_page(facet, *results, summary));
}

Response portrait_page(const pages::PortraitRequest& request, const Call& call,
                       search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto answer = call.pages.answer_portrait(request, searcher);
  if (!answer) return problem_page(french_problem_of(answer.error()), call.pages, summary);
  std::string html = call.pages.portrait_page(request, *answer, summary);
  if (!html.empty()) return html_response(200, std::move(html));
  return problem_page({ProblemKind::kNotFound, "", {}, "L’archive ne connaît pas ce nom."},
                      call.pages, summary);
}

}  // namespace

Response html_response(unsigned status, std::string html) {
  Response response{status, "text/html; charset=utf-8", {}, std::move(html)};
  response.headers = {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
       "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"Referrer-Policy", "same-origin"},
      {"Vary", "Accept"},
  };
  return response;
}

Response problem_page(const Problem& problem, const pages::Pages& pages,
                      const search::ArchiveSummary& summary) {
  const ProblemText& text = text_of(problem.kind);
  const std::string detail =
      problem.french_detail.empty() ? std::string(text.french_detail) : problem.french_detail;
  Response response = html_response(
      text.status,
      pages.problem_page({text.status, std::string(text.french_title), detail}, summary));
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
  for (const base::Facet facet : base::kFacets) {
    if (base::to_string(facet) == single(call, "facet")) request.facet = facet;
  }
  const auto results = searcher.search(pages::all_values(*asked, request.facet));
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
  return portrait_page({base::Facet::kMinister, call.argument}, call, searcher);
}

Response handle_government_page(const Call& call, search::Searcher& searcher) {
  return portrait_page({base::Facet::kGovernment, call.argument}, call, searcher);
}

Response handle_comparison_page(const Call& call, search::Searcher& searcher) {
  const search::ArchiveSummary summary = searcher.summary();
  const auto answer = compare(call, searcher);
  if (!answer) return problem_page(answer.error(), call.pages, summary);
  return html_response(200, call.pages.comparison_page(*answer, summary));
}

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
  const auto found = pages::find_document(call.argument, q, searcher);
  if (!found) {
    Problem problem = french_problem_of(found.error());
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
  // A portal loads embed.js as a module from its own origin.
  const std::string_view name =
      call.argument.empty() ? std::string_view("embed.js") : std::string_view(call.argument);
  const pages::Pages::Asset* asset = call.pages.asset(name);
  if (asset == nullptr) {
    return problem_response({ProblemKind::kNotFound, "", {}, ""}, call.request.path);
  }
  return {200,
          std::string(asset->content_type),
          {{"Cache-Control", "public, max-age=300"}, {"Access-Control-Allow-Origin", "*"}},
          std::string(asset->bytes)};
}

Response handle_api_page(const Call& call, search::Searcher& searcher) {
  query::SearchRequest newest;
  newest.count = 1;
  newest.facets = {};
  newest.date_facet = newest.with_snippets = false;
  const auto found = searcher.search(newest);
  const bool is_empty = !found || found->hits.empty();
  const std::string id = is_empty ? "" : found->hits.front().document.id;
  return html_response(200, call.pages.api_page(describe_api(id), searcher.summary()));
}

}  // namespace pressoir::api
