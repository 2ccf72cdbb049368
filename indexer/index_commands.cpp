#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "indexer/base/url.hpp"
#include "indexer/commands.hpp"
#include "indexer/index/reader.hpp"
#include "indexer/index/rebuild.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/ingest/report.hpp"

namespace pressoir {
namespace {

namespace json = boost::json;
using base::Result;

// The form that base::document_id gives: 80 bits in base 32 (RFC 4648, lower case).
bool is_document_id(std::string_view text) {
  return text.size() == 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
         });
}

// The id of a document that was named by its id or its address.
Result<std::string> id_of(const std::string& document) {
  if (is_document_id(document)) return document;
  const Result<std::string> url = base::canonical_url(document);
  if (url) return base::document_id(*url);
  return base::Error{base::Errc::kBadParameter,
                     "\"" + sources::printable(document) +
                         "\" is neither the id of a document (16 letters and digits) nor an "
                         "address such as https://example.org/page"};
}

Result<std::vector<std::string>> ids_of(const std::vector<std::string>& documents) {
  std::vector<std::string> ids;
  for (const std::string& document : documents) {
    Result<std::string> id = id_of(document);
    if (!id) return id.error();
    ids.push_back(std::move(*id));
  }
  return ids;
}

// An index that exists: the writer would make one, and `remove` with a slip in the path would leave
// an empty index behind and report that the document is not there.
Result<index::IndexWriter> open_existing(const std::string& path) {
  if (const auto reader = index::IndexReader::open(path); !reader) return reader.error();
  return index::IndexWriter::open(path);
}

std::string to_text(const index::IndexStats& stats) {
  const auto line = [](std::string_view name, const std::string& value) {
    return fmt::format("{:<12}{}\n", name, value);
  };
  std::string dated = ingest::with_thousands(stats.dated);
  if (stats.dated > 0) {
    dated += ", " + to_string(stats.first_date) + " to " + to_string(stats.last_date);
  }
  return line("documents", ingest::with_thousands(stats.documents)) + line("dated", dated) +
         line("words", ingest::with_thousands(stats.terms)) +
         line("size", ingest::readable_bytes(stats.bytes)) +
         line("updated", stats.updated == 0 ? "never" : base::instant_to_string(stats.updated)) +
         line("schema", stats.schema) + line("analyzer", stats.analyzer);
}

// The keys are part of the command line's interface: scripts of operators read them.
std::string to_json(const index::IndexStats& stats) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
  };
  const json::object object{
      {"documents", stats.documents},
      {"dated", stats.dated},
      {"first_date", or_null(to_string(stats.first_date))},
      {"last_date", or_null(to_string(stats.last_date))},
      {"terms", stats.terms},
      {"bytes", stats.bytes},
      {"updated",
       or_null(stats.updated == 0 ? std::string() : base::instant_to_string(stats.updated))},
      {"schema", stats.schema},
      {"analyzer", stats.analyzer}};
  return json::serialize(object) + "\n";
}

}  // namespace

ExitCode run(const RemoveCommand& command) {
  const Result<std::vector<std::string>> ids = ids_of(command.documents);
  if (!ids) return fail(ids.error());
  Result<index::IndexWriter> writer = open_existing(command.db);
  if (!writer) return fail(writer.error());
  std::uint64_t count = 0;
  // All names were read before: a slip in the last one removes nothing.
  for (std::size_t i = 0; i < ids->size(); ++i) {
    const Result<bool> removed = writer->remove((*ids)[i]);
    if (!removed) return fail(removed.error());
    if (!*removed) complain(sources::printable(command.documents[i]) + " is not in the index");
    count += *removed ? 1 : 0;
  }
  if (const Result<void> committed = writer->commit(); !committed) return fail(committed.error());
  print(ingest::counted(count, "document") + " removed\n");
  const ExitCode printed = finish_output();
  return count == ids->size() ? printed : ExitCode::kFailed;
}

ExitCode run(const StatsCommand& command) {
  const Result<index::IndexReader> reader = index::IndexReader::open(command.db);
  if (!reader) return fail(reader.error());
  const Result<index::IndexStats> stats = reader->stats();
  if (!stats) return fail(stats.error());
  print(command.json ? to_json(*stats) : to_text(*stats));
  return finish_output();
}

ExitCode run(const RebuildCommand& command) {
  const Result<std::uint64_t> documents = index::rebuild_index(command.db, command.jobs);
  if (!documents) return fail(documents.error());
  print(ingest::counted(*documents, "document") + " analysed again\n");
  return finish_output();
}

ExitCode run(const CheckCommand& command) {
  const Result<std::uint64_t> documents = index::check_index(command.db);
  if (!documents) return fail(documents.error());
  print(ingest::counted(*documents, "document") + ", no damage found\n");
  return finish_output();
}

}  // namespace pressoir
