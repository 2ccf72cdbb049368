#include <array>
#include <utility>

#include "indexer/base/document_json.hpp"
#include "server/api/citations/citation.hpp"
#include "server/app/handlers.hpp"
#include "server/app/header_fields.hpp"
#include "server/app/parameters.hpp"

namespace pressoir::app {
namespace {

// A citation format: its media type, with which parameters it is sent, and its file extension.
struct CitationFormat {
  std::string_view media_type;
  std::string_view content_type;
  std::string_view extension;
  std::string (*write)(const api::citations::Citation&);
};

// RIS and BibTeX are plain text of unknown encoding by definition: the charset is sent.
constexpr CitationFormat kRis = {"application/x-research-info-systems",
                                 "application/x-research-info-systems; charset=utf-8", "ris",
                                 api::citations::to_ris};
constexpr CitationFormat kBibtex = {"application/x-bibtex", "application/x-bibtex; charset=utf-8",
                                    "bib", api::citations::to_bibtex};
constexpr CitationFormat kCsl = {"application/vnd.citationstyles.csl+json",
                                 "application/vnd.citationstyles.csl+json", "csl.json",
                                 api::citations::to_csl_json};

// The forms of a document that Accept chooses from; JSON, the first, by default.
constexpr std::array<const CitationFormat*, 4> kOffers = {nullptr, &kRis, &kBibtex, &kCsl};
constexpr std::array<std::string_view, 4> kOfferedTypes = {"application/json", kRis.media_type,
                                                           kBibtex.media_type, kCsl.media_type};

Response citation_of(const base::Document& document, const Call& call,
                     const CitationFormat& format) {
  Response response{200, std::string(format.content_type), {}, ""};
  response.body = format.write(api::citations::cite(document, call.request.base_url));
  return response;
}

// As a file: a browser should hand it to the reference manager, not show it.
Response answer_citation(const Call& call, search::Searcher& searcher,
                         const CitationFormat& format) {
  auto parsed = parse_parameters(no_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const auto document = searcher.document(call.request.argument);
  if (!document) return problem_response(problem_of(document.error()), call.request.path);
  Response response = citation_of(*document, call, format);
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"pressoir-" +
                                                         document->id + "." +
                                                         std::string(format.extension) + "\""});
  return response;
}

// A link with a suffix (`.ris`) downloads a file; Accept chooses the same form without one, as
// reference managers and doi.org do.
Response document_as_asked(const base::Document& document, const Call& call, bool with_blocks) {
  const auto* format = kOffers[preferred_media(call.request.accept, kOfferedTypes)];
  if (format != nullptr) return citation_of(document, call, *format);
  const base::DocumentJsonOptions options{.with_text = true, .with_blocks = with_blocks};
  return json_response(base::document_to_json(document, options));
}

}  // namespace

// Negotiated by Accept; the routes with a suffix below are not.
Response handle_document(const Call& call, search::Searcher& searcher) {
  auto parsed = parse_parameters(document_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const auto document = searcher.document(call.request.argument);
  if (!document) return problem_response(problem_of(document.error()), call.request.path);
  Response response = document_as_asked(*document, call, parsed.values.get("blocks") == "true");
  // Caches must keep the forms of one address apart.
  response.headers.push_back({"Vary", "Accept"});
  return response;
}

Response handle_ris(const Call& call, search::Searcher& searcher) {
  return answer_citation(call, searcher, kRis);
}

Response handle_bibtex(const Call& call, search::Searcher& searcher) {
  return answer_citation(call, searcher, kBibtex);
}

Response handle_csl(const Call& call, search::Searcher& searcher) {
  return answer_citation(call, searcher, kCsl);
}

}  // namespace pressoir::app
