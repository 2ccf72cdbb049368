#include "indexer/base/document_json.hpp"
#include "indexer/commands.hpp"
#include "indexer/console.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/extraction.hpp"
#include "indexer/sources/printable.hpp"

namespace pressoir {
namespace {

// What cannot be opened takes its place among the items, so that the others are still printed.
sources::SourceList open_sources(const ExtractCommand& command) {
  sources::SourceList list;
  for (const std::string& path : command.sources) {
    base::Result<std::unique_ptr<sources::Source>> source =
        sources::open_source(path, command.reading);
    list.add(path, source ? std::move(*source) : sources::failed_source(path, source.error()));
  }
  return list;
}

// Prints each document and says why there is none. True when nothing was missing.
bool print_documents(const ExtractCommand& command, sources::SourceList& list,
                     const ingest::ExtractFunction& extract) {
  bool is_complete = true;
  const base::DocumentJsonOptions json{.with_text = true, .with_blocks = command.blocks};
  ingest::for_each_document(list, extract, {command.jobs}, [&](ingest::Extracted&& extracted) {
    if (extracted.document) return print(document_to_json(*extracted.document, json) + "\n");
    complain(extracted.name + ": " + extracted.document.error().message);
    is_complete = false;
    return true;
  });
  return is_complete;
}

}  // namespace

ExitCode run(const ExtractCommand& command) {
  const base::Result<gazetteer::Gazetteer> gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return fail(gazetteer.error());
  const base::Result<gazetteer::Themes> themes = gazetteer::Themes::load();
  if (!themes) return fail(themes.error());
  const extract::Extractor extractor(*gazetteer, *themes, {command.reading.max_page_bytes});
  sources::SourceList list = open_sources(command);
  bool is_complete = print_documents(command, list, ingest::extract_with(extractor));
  for (const std::string& path : list.empty_ones()) {
    complain("no page was found in " + sources::printable(path));
    is_complete = false;
  }
  const ExitCode printed = finish_output();
  return is_complete ? printed : ExitCode::kFailed;
}

}  // namespace pressoir
