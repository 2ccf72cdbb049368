#include "indexer/base/document_json.hpp"
#include "indexer/commands.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/stages.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace pressoir {
namespace {

constexpr std::size_t kMaxShownBytes = 120;  // of a block that is explained

// What cannot be opened takes its place among the items, so that the others are still printed.
sources::SourceList open_sources(const Reading& reading) {
  sources::SourceList list;
  for (const std::string& path : reading.paths) {
    base::Result<std::unique_ptr<sources::Source>> source =
        sources::open_source(path, reading.options);
    list.add(path, source ? std::move(*source) : sources::failed_source(path, source.error()));
  }
  return list;
}

// Prints each item as `text_of` writes it, or complains of why there is none. Ends when standard
// output cannot be written any more. False when an item is missing.
template <typename In, typename Out, typename TextOf>
base::Result<bool> print_items(ingest::ParallelStage<In, Out>& stage, const TextOf& text_of) {
  bool is_complete = true;
  while (true) {
    const base::Result<std::optional<sources::Item<Out>>> next = stage.next();
    if (!next) return next.error();
    if (!*next) return is_complete;
    const sources::Item<Out>& item = **next;
    if (!item.content) {
      complain(item.name + ": " + item.content.error().message);
      is_complete = false;
    } else if (!print(text_of(item))) {
      return is_complete;
    }
  }
}

// Drafts wait in the folder for temporary files: there is no index whose disk they could share.
base::Result<bool> print_documents(const ExtractCommand& command, sources::SourceList& list,
                                   const ingest::StageTools& tools) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error) {
    return base::Error{base::Errc::kNotFound,
                       "there is no folder for temporary files (TMPDIR): " + error.message()};
  }
  ingest::DraftStage drafts = ingest::draft_stage(list, tools);
  base::Result<ingest::Harvest> harvest =
      ingest::spool_drafts(drafts, folder.native(), [](std::uint64_t) { return true; });
  if (!harvest) return harvest.error();
  ingest::FinishStage documents = ingest::finish_stage(*harvest, tools);
  const base::DocumentJsonOptions json{.with_text = true, .with_blocks = command.blocks};
  return print_items(documents, [&json](const sources::Item<base::Document>& item) {
    return document_to_json(*item.content, json) + "\n";
  });
}

// `links         list_item  Marchés publics  (3 links, 97 % of the text of <ul>)`
std::string explained_line(const extract::content::ExplainedBlock& block) {
  const std::string evidence = block.evidence.empty() ? "" : "  (" + block.evidence + ")";
  return fmt::format("{:<17}{:<11}{}{}\n", to_string(block.region), to_string(block.kind),
                     sources::printable(block.text, kMaxShownBytes), sources::printable(evidence));
}

std::string explained(const std::string& name, const extract::Explanation& page) {
  std::string text =
      fmt::format("{}\n{:<28}{}\n", name, "title", sources::printable(page.title, kMaxShownBytes));
  for (const extract::content::ExplainedBlock& block : page.blocks) text += explained_line(block);
  return text + "\n";
}

// Opens the sources twice: what recurs is counted in a first reading, and the second has the trees
// that a draft does not keep.
base::Result<bool> print_explanations(const ExtractCommand& command, sources::SourceList& list,
                                      const ingest::StageTools& tools) {
  sources::SourceList first = open_sources(command.reading);
  const auto repetition = ingest::read_repetition(first, tools);
  ingest::ExplainStage pages = ingest::explain_stage(list, repetition, tools);
  return print_items(pages, [](const sources::Item<extract::Explanation>& page) {
    return explained(page.name, *page.content);
  });
}

}  // namespace

ExitCode run(const ExtractCommand& command) {
  const base::Result<const gazetteer::Gazetteer*> gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return fail(gazetteer.error());
  const base::Result<gazetteer::Themes> themes = gazetteer::Themes::load();
  if (!themes) return fail(themes.error());
  const Reading& reading = command.reading;
  const extract::Extractor extractor(**gazetteer, *themes, {.max_page_bytes = reading.options.max_page_bytes,
                                      .captured = reading.captured});
  const ingest::StageTools tools{extractor, {.jobs = reading.jobs}, reading.ignore_unknown};
  sources::SourceList list = open_sources(reading);
  const base::Result<bool> printed = command.explain ? print_explanations(command, list, tools)
                                                     : print_documents(command, list, tools);
  if (!printed) return fail(printed.error());
  bool is_complete = *printed;
  for (const std::string& path : list.empty_ones()) {
    complain("no page was found in " + sources::printable(path));
    is_complete = false;
  }
  const ExitCode finished = finish_output();
  return is_complete ? finished : ExitCode::kFailed;
}

}  // namespace pressoir
