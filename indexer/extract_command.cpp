#include "indexer/base/document_json.hpp"
#include "indexer/commands.hpp"
#include "indexer/console.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/extraction.hpp"
#include "indexer/sources/printable.hpp"

#include <fmt/format.h>

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

// Prints what `text_of` makes of each result and says why there is none. True when nothing was
// missing.
template <typename T, typename TextOf>
bool print_each(sources::SourceList& list, const ingest::Work<T>& work, unsigned jobs,
                TextOf text_of) {
  bool is_complete = true;
  ingest::for_each_item<T>(list, work, {jobs}, [&](ingest::Worked<T>&& worked) {
    if (worked.result) return print(text_of(worked.name, *worked.result));
    complain(worked.name + ": " + worked.result.error().message);
    is_complete = false;
    return true;
  });
  return is_complete;
}

bool print_documents(const ExtractCommand& command, sources::SourceList& list,
                     const extract::Extractor& extractor, const extract::Repetition& repetition) {
  const base::DocumentJsonOptions json{.with_text = true, .with_blocks = command.blocks};
  return print_each<base::Document>(list, ingest::extract_with(extractor, repetition), command.jobs,
                                    [&](const std::string&, const base::Document& document) {
                                      return document_to_json(document, json) + "\n";
                                    });
}

// `links         list_item  Marchés publics  (3 links, 97 % of the text of <ul>)`
std::string explained_line(const extract::ExplainedBlock& block) {
  const std::string evidence = block.evidence.empty() ? "" : "  (" + block.evidence + ")";
  return fmt::format("{:<17}{:<11}{}{}\n", to_string(block.region), to_string(block.kind),
                     sources::printable(block.text, kMaxShownBytes), sources::printable(evidence));
}

bool print_explanations(const ExtractCommand& command, sources::SourceList& list,
                        const extract::Extractor& extractor,
                        const extract::Repetition& repetition) {
  return print_each<extract::Explanation>(
      list, ingest::explain_with(extractor, repetition), command.jobs,
      [](const std::string& name, const extract::Explanation& page) {
        std::string text = fmt::format("{}\n{:<28}{}\n", name, "title",
                                       sources::printable(page.title, kMaxShownBytes));
        for (const extract::ExplainedBlock& block : page.blocks) text += explained_line(block);
        return text + "\n";
      });
}

}  // namespace

ExitCode run(const ExtractCommand& command) {
  const base::Result<gazetteer::Gazetteer> gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return fail(gazetteer.error());
  const base::Result<gazetteer::Themes> themes = gazetteer::Themes::load();
  if (!themes) return fail(themes.error());
  const extract::Extractor extractor(*gazetteer, *themes, {command.reading.max_page_bytes});
  sources::SourceList first = open_sources(command);
  const extract::Repetition repetition =
      ingest::find_repetition(first, extractor, {command.jobs}, [](std::uint64_t) { return true; });
  sources::SourceList list = open_sources(command);
  bool is_complete = command.explain ? print_explanations(command, list, extractor, repetition)
                                     : print_documents(command, list, extractor, repetition);
  for (const std::string& path : list.empty_ones()) {
    complain("no page was found in " + sources::printable(path));
    is_complete = false;
  }
  const ExitCode printed = finish_output();
  return is_complete ? printed : ExitCode::kFailed;
}

}  // namespace pressoir
