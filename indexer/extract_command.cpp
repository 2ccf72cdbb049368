#include "indexer/base/document_json.hpp"
#include "indexer/commands.hpp"
#include "indexer/console.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/harvest.hpp"
#include "indexer/sources/printable.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <functional>

namespace pressoir {
namespace {

constexpr std::size_t kMaxShownBytes = 120;  // of a block that is explained

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

// Prints `text`, or says why there is none; false when nothing more can be printed.
template <typename T>
bool print_or_complain(const ingest::Worked<T>& worked, const std::function<std::string()>& text,
                       bool& is_complete) {
  if (worked.result) return print(text());
  complain(worked.name + ": " + worked.result.error().message);
  is_complete = false;
  return true;
}

base::Result<bool> print_documents(const ExtractCommand& command, sources::SourceList& list,
                                   const extract::Extractor& extractor) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error) {
    return base::Error{base::Errc::kNotFound,
                       "there is no folder for temporary files (TMPDIR): " + error.message()};
  }
  base::Result<ingest::Harvest> harvest = ingest::Harvest::read(
      list, {extractor, {command.jobs}}, folder.native(), [](std::uint64_t) { return true; });
  if (!harvest) return harvest.error();
  const base::DocumentJsonOptions json{.with_text = true, .with_blocks = command.blocks};
  bool is_complete = true;
  const auto read = harvest->for_each_document([&](ingest::Extracted&& worked) {
    const auto text = [&] { return document_to_json(*worked.result, json) + "\n"; };
    return print_or_complain(worked, text, is_complete);
  });
  if (!read) return read.error();
  return is_complete;
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

bool print_explanations(const ExtractCommand& command, sources::SourceList& list,
                        const extract::Extractor& extractor) {
  sources::SourceList first = open_sources(command);
  bool is_complete = true;
  ingest::explain_each(first, list, {extractor, {command.jobs}},
                       [&](ingest::Worked<extract::Explanation>&& worked) {
                         const auto text = [&] { return explained(worked.name, *worked.result); };
                         return print_or_complain(worked, text, is_complete);
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
  base::Result<bool> printed =
      command.explain ? base::Result<bool>(print_explanations(command, list, extractor))
                      : print_documents(command, list, extractor);
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
