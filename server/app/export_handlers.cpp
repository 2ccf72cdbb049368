#include <utility>

#include "indexer/base/json_writer.hpp"
#include "server/api/export_rows.hpp"
#include "server/api/feeds/feed.hpp"
#include "server/app/handlers.hpp"
#include "server/app/header_fields.hpp"
#include "server/app/search_request.hpp"
#include "server/search/document_stream.hpp"

namespace pressoir::app {
namespace {

// A piece occupies a worker until it is made: some hundred documents.
constexpr std::size_t kPieceBytes = 64u << 10;

enum class Format { kJsonLines, kCsv };

struct ExportCall {
  api::FieldSet fields;
  Format format = Format::kJsonLines;
  bool with_mark = false;
  char separator = ',';  // of CSV
};

// The documents of a query, one piece at a time, and a trailer that proves completeness.
class ExportStream final : public BodyStream {
 public:
  ExportStream(std::unique_ptr<search::DocumentStream> documents, const ExportCall& call)
      : documents_(std::move(documents)), call_(call) {}

  Piece next() override {
    using Text = search::DocumentStream::Text;
    const Text text = call_.fields.has("text") ? Text::kYes : Text::kNo;
    Piece piece{begin(), State::kMore};
    while (piece.bytes.size() < kPieceBytes) {
      auto document = documents_->next(text);
      if (!document) return cut(std::move(piece));
      if (!*document) return end(std::move(piece));
      last_id_ = (*document)->id;
      ++given_;
      piece.bytes += call_.format == Format::kCsv ? api::to_csv_row(**document, call_.fields, call_.separator)
                                                  : api::to_json_line(**document, call_.fields);
    }
    return piece;
  }

 private:
  // The header line of CSV, once, before the first document.
  std::string begin() {
    if (call_.format != Format::kCsv || std::exchange(has_begun_, true)) return "";
    return std::string(call_.with_mark ? api::kByteOrderMark : "") + api::csv_header(call_.fields, call_.separator);
  }

  // The trailer: without it, a client cannot tell a complete file from one whose connection
  // broke.
  std::string last_line(bool is_complete) const {
    base::JsonWriter json;
    json.begin_object();
    json.key("complete").boolean(is_complete);
    json.key("documents").integer(given_);
    json.key("revision").text(documents_->revision());
    if (!is_complete) json.key("resume_after").text_or_null(last_id_);
    json.end_object();
    return std::move(json).take() + '\n';
  }

  Piece end(Piece piece) const {
    piece.state = State::kWhole;
    if (call_.format == Format::kJsonLines) piece.bytes += last_line(true);
    return piece;
  }

  // The archive has changed too far for the stream to continue. JSON Lines end with a line that
  // says so and where to resume; CSV has no such line, and ends without its last chunk.
  Piece cut(Piece piece) const {
    piece.state = call_.format == Format::kJsonLines ? State::kWhole : State::kCut;
    if (call_.format == Format::kJsonLines) piece.bytes += last_line(false);
    return piece;
  }

  std::unique_ptr<search::DocumentStream> documents_;
  ExportCall call_;
  bool has_begun_ = false;
  std::uint64_t given_ = 0;
  std::string last_id_;
};

Response answer_export(const Call& call, search::Searcher& searcher, Format format) {
  const auto table = format == Format::kCsv ? csv_export_parameters() : export_parameters();
  auto parsed = parse_query_call(table, call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  const QueryCall& query = std::get<QueryCall>(parsed);
  auto documents = searcher.stream(query.request, query.values.get("after"));
  if (!documents) return problem_response(problem_of(documents.error()), call.request.path);
  ExportCall chosen{read_fields(query.values), format, query.values.get("bom") == "true"};
  if (format == Format::kCsv) chosen.separator = query.values.get("separator").front();
  // Even when `fields` leaves it out:
  chosen.fields.add("id");  // what an export is resumed by
  Response response;
  const bool is_csv = format == Format::kCsv;
  response.content_type = is_csv ? api::kCsvType : "application/jsonl";
  response.headers = {{"Content-Disposition", is_csv ? "attachment; filename=\"pressoir.csv\""
                                                     : "attachment; filename=\"pressoir.jsonl\""},
                      {"Pressoir-Documents", std::to_string((*documents)->total())}};
  response.stream = std::make_unique<ExportStream>(*std::move(documents), chosen);
  return response;
}

struct FeedFormat {
  std::string_view content_type;
  std::string (*write)(const api::feeds::FeedPage&);
};

// Last-Modified of the first page, which has the newest entry. A run of the indexer gives all
// documents that it adds the same time, and may have committed only a part of them: no other entry
// of that time will come once a later run has written to the archive.
void add_dates(Response& response, const api::feeds::FeedPage& page, std::int64_t last_run) {
  const std::int64_t newest = api::feeds::newest_entry(page);
  if (page.asked.start != 0 || newest == 0) return;
  response.headers.push_back({"Last-Modified", to_http_date(newest)});
  if (newest < last_run) response.unchanged_since = newest;
}

// The last run is read before the search: what is committed in between then counts as newer.
Response answer_feed(const Call& call, search::Searcher& searcher, const FeedFormat& format) {
  auto parsed = parse_query_call(feed_parameters(), call.request.query);
  if (auto* errors = std::get_if<std::vector<ParameterError>>(&parsed)) {
    return bad_parameters(std::move(*errors), call.request.path);
  }
  const std::int64_t last_run = searcher.summary().updated;
  query::SearchRequest asked = api::feeds::feed_request(std::get<QueryCall>(parsed).request);
  auto results = searcher.search(asked);
  if (!results) return problem_response(problem_of(results.error()), call.request.path);
  const api::feeds::FeedPage page{std::move(asked), *std::move(results), call.request.base_url};
  Response response{200, std::string(format.content_type), {}, format.write(page)};
  add_dates(response, page, last_run);
  return response;
}

}  // namespace

Response handle_export_json_lines(const Call& call, search::Searcher& searcher) {
  return answer_export(call, searcher, Format::kJsonLines);
}

Response handle_export_csv(const Call& call, search::Searcher& searcher) {
  return answer_export(call, searcher, Format::kCsv);
}

Response handle_atom_feed(const Call& call, search::Searcher& searcher) {
  return answer_feed(call, searcher, {"application/atom+xml; charset=utf-8", api::feeds::to_atom});
}

Response handle_json_feed(const Call& call, search::Searcher& searcher) {
  return answer_feed(call, searcher, {"application/feed+json", api::feeds::to_json_feed});
}

}  // namespace pressoir::app
