#include <array>
#include <utility>

#include "indexer/base/document_json.hpp"
#include "server/api/citation_formats.hpp"
#include "server/api/handlers.hpp"
#include "server/api/negotiation.hpp"
#include "server/api/parameters.hpp"

namespace pressoir::api {
namespace {

struct CitationFormat {
  std::string_view media_type;
  std::string_view content_type;
  std::string_view extension;
  std::string (*write)(const Citation&);
};

constexpr CitationFormat kRis = {"application/x-research-info-systems",
                                 "application/x-research-info-systems; charset=utf-8", "ris",
                                 to_ris};
constexpr CitationFormat kBibtex = {"application/x-bibtex", "application/x-bibtex; charset=utf-8",
                                    "bib", to_bibtex};
constexpr CitationFormat kCsl = {"application/vnd.citationstyles.csl+json",
                                 "application/vnd.citationstyles.csl+json", "csl.json",
                                 to_csl_json};

// What `Accept` may ask of a document, the first unless it asks for another.
constexpr std::array<const CitationFormat*, 4> kOffers = {nullptr, &kRis, &kBibtex, &kCsl};
constexpr std::array<std::string_view, 4> kOfferedTypes = {"application/json", kRis.media_type,
                                                           kBibtex.media_type, kCsl.media_type};

Response citation_of(const base::Document& document, const Call& call,
                     const CitationFormat& format) {
  Response response{200, std::string(format.content_type), {}, ""};
  response.body = format.write(cite(document, call.request.base_url));
  return response;
}

Response answer_citation(const Call& call, search::Searcher& searcher,
                         const CitationFormat& format) {
  auto parsed = parse_parameters(no_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const auto document = searcher.document(call.argument);
  if (!document) return problem_response(problem_of(document.error()), call.request.path);
  Response response = citation_of(*document, call, format);
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"pressoir-" +
                                                         document->id + "." +
                                                         std::string(format.extension) + "\""});
  return response;
}

Response document_as_asked(const base::Document& document, const Call& call, bool with_blocks) {
  const auto* format = kOffers[preferred_media(call.request.accept, kOfferedTypes)];
  if (format != nullptr) return citation_of(document, call, *format);
  const base::DocumentJsonOptions options{.with_text = true, .with_blocks = with_blocks};
  return json_response(base::document_to_json(document, options));
}

}  // namespace

Response handle_document(const Call& call, search::Searcher& searcher) {
  auto parsed = parse_parameters(document_parameters(), split_query_string(call.request.query));
  if (!parsed.errors.empty()) return bad_parameters(std::move(parsed.errors), call.request.path);
  const auto document = searcher.document(call.argument);
  if (!document) return problem_response(problem_of(document.error()), call.request.path);
  Response response = document_as_asked(*document, call, parsed.values.get("blocks") == "true");
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

}  // namespace pressoir::api
