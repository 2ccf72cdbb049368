#include <utility>

#include "server/api/export_rows.hpp"
#include "server/api/handlers.hpp"
#include "server/api/json_writer.hpp"
#include "server/api/search_request.hpp"
#include "server/search/document_stream.hpp"

namespace pressoir::api {
namespace {

constexpr std::size_t kPieceBytes = 64u << 10;

enum class Format { kJsonLines, kCsv };

struct ExportCall {
  FieldSet fields;
  Format format = Format::kJsonLines;
  bool with_mark = false;
};

class ExportStream final : public BodyStream {
 public:
  ExportStream(std::unique_ptr<search::DocumentStream> documents, const ExportCall& call)
      : documents_(std::move(documents)), call_(call) {}

  Piece next() override {
    using Text = search::DocumentStream::Text;
    const Text text = call_.fields.has(Field::kText) ? Text::kYes : Text::kNo;
    Piece piece{begin(), State::kMore};
    while (piece.bytes.size() < kPieceBytes) {
      auto document = documents_->next(text);
      if (!document) return cut(std::move(piece));
      if (!*document) return end(std::move(piece));
      last_id_ = (*document)->id;
      ++given_;
      piece.bytes += call_.format == Format::kCsv ? to_csv_row(**document, call_.fields)
                                                  : to_json_line(**document, call_.fields);
    }
    return piece;
  }

 private:
  std::string begin() {
    if (call_.format != Format::kCsv || std::exchange(has_begun_, true)) return "";
    return std::string(call_.with_mark ? kByteOrderMark : "") + csv_header(call_.fields);
  }

  std::string last_line(bool is_complete) const {
    JsonWriter json;
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

  // The archive has moved on too far. JSON Lines say so and where to resume; CSV has no line for
  // it, and ends without its last chunk.
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
  chosen.fields.add(Field::kId);  // what an export is resumed by
  Response response;
  const bool is_csv = format == Format::kCsv;
  response.content_type = is_csv ? kCsvType : "application/jsonl";
  response.headers = {{"Content-Disposition", is_csv ? "attachment; filename=\"pressoir.csv\""
                                                     : "attachment; filename=\"pressoir.jsonl\""},
                      {"Pressoir-Documents", std::to_string((*documents)->total())}};
  response.stream = std::make_unique<ExportStream>(*std::move(documents), chosen);
  return response;
}

}  // namespace

Response handle_export_json_lines(const Call& call, search::Searcher& searcher) {
  return answer_export(call, searcher, Format::kJsonLines);
}

Response handle_export_csv(const Call& call, search::Searcher& searcher) {
  return answer_export(call, searcher, Format::kCsv);
}

}  // namespace pressoir::api
