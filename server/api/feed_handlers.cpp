#include <utility>

#include "server/api/conditional.hpp"
#include "server/api/feed_formats.hpp"
#include "server/api/handlers.hpp"
#include "server/api/search_request.hpp"

namespace pressoir::api {
namespace {

struct FeedFormat {
  std::string_view content_type;
  std::string (*write)(const FeedPage&);
};

// Only the first page has the newest entry. A run of the indexer gives one and the same time to all
// that it adds, and may have committed a part of it: that nothing more comes with that time is sure
// when a later run has written to the archive.
void add_dates(Response& response, const FeedPage& page, std::int64_t last_run) {
  const std::int64_t newest = newest_entry(page);
  if (page.asked.start != 0 || newest == 0) return;
  response.headers.push_back({"Last-Modified", to_http_date(newest)});
  if (newest < last_run) response.unchanged_since = newest;
}

Response answer_feed(const Call& call, search::Searcher& searcher, const FeedFormat& format) {
  auto parsed = parse_query_call(feed_parameters(), call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  const std::int64_t last_run = searcher.summary().updated;
  FeedPage page{feed_request(std::get<QueryCall>(parsed).request), {}, call.request.base_url};
  auto results = searcher.search(page.asked);
  if (!results) return problem_response(problem_of(results.error()), call.request.path);
  page.results = *std::move(results);
  Response response{200, std::string(format.content_type), {}, format.write(page)};
  add_dates(response, page, last_run);
  return response;
}

}  // namespace

Response handle_atom_feed(const Call& call, search::Searcher& searcher) {
  return answer_feed(call, searcher, {"application/atom+xml; charset=utf-8", to_atom});
}

Response handle_json_feed(const Call& call, search::Searcher& searcher) {
  return answer_feed(call, searcher, {"application/feed+json", to_json_feed});
}

}  // namespace pressoir::api
