#include "indexer/ingest/stages.hpp"

#include <optional>
#include <utility>

#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/packed_value.hpp"
#include "indexer/sources/record.hpp"

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Error;
using base::Result;
using extract::Draft;
using extract::Explanation;
using extract::content::Repetition;
using extract::content::RepetitionCounter;
using sources::Content;
using sources::MediaType;
using sources::Record;

// Moved, not copied: a page may have some megabytes.
extract::Page page_of(Content&& content) {
  return {std::move(content.bytes), std::move(content.url), std::move(content.charset),
          content.captured};
}

Result<Draft> draft_of(Content&& content, const StageTools& tools) {
  if (content.type == MediaType::kHtml) return tools.extractor.draft(page_of(std::move(content)));
  // Parsed here and not by the source: one thread reads, several work.
  Result<Record> record = sources::parse_record(content.bytes, tools.ignore_unknown);
  if (!record) return record.error();
  return tools.extractor.draft(std::move(record->document), record->html, record->captured);
}

Result<Explanation> explain(Content&& content, const Repetition& repetition,
                            const StageTools& tools) {
  if (content.type == MediaType::kHtml) {
    return tools.extractor.explain(page_of(std::move(content)), repetition);
  }
  const Result<Record> record = sources::parse_record(content.bytes, tools.ignore_unknown);
  if (!record) return record.error();
  return tools.extractor.explain(record->document, record->html, repetition);
}

// A stage that does `work` with each item of `source`.
template <typename Out>
ParallelStage<Content, Out> source_stage(sources::Source& source, const StageOptions& options,
                                         std::function<Result<Out>(Content&&)> work) {
  return ParallelStage<Content, Out>(
      {[&source] { return Result<std::optional<Item<Content>>>(source.next()); },
       [](const Content& content) { return content.bytes.size(); }, std::move(work)},
      options);
}

}  // namespace

DraftStage draft_stage(sources::Source& source, const StageTools& tools) {
  return source_stage<PackedDraft>(
      source, tools.options, [tools](Content&& content) -> Result<PackedDraft> {
        Result<Draft> draft = draft_of(std::move(content), tools);
        if (!draft) return draft.error();
        return PackedDraft{pack(*draft), std::move(draft->fingerprint)};
      });
}

// The packed draft has the fingerprint too, which finish() compares with what recurs; the copy
// beside it spares the caller's thread from unpacking the draft to count it.
Result<Harvest> spool_drafts(DraftStage& drafts, const std::string& folder,
                             const std::function<bool(std::uint64_t bytes_read)>& is_wanted) {
  Result<Spool> spool = Spool::in_folder(folder);
  if (!spool) return spool.error();
  RepetitionCounter counter;
  for (bool goes_on = true; goes_on;) {
    Result<std::optional<Item<PackedDraft>>> draft = drafts.next();
    if (!draft) return draft.error();
    if (!*draft) break;
    Item<PackedDraft>& item = **draft;
    if (item.content) counter.add(item.content->fingerprint);
    const Result<void> kept =
        spool->append({std::move(item.name), item.bytes_read,
                       item.content ? Result<std::string>(std::move(item.content->bytes))
                                    : item.content.error()});
    if (!kept) return kept.error();
    goes_on = is_wanted(item.bytes_read);
  }
  if (const Result<void> ready = spool->rewind(); !ready) return ready.error();
  return Harvest{std::move(*spool), std::move(counter).finish()};
}

// Drafts are unpacked by the workers, not by the thread that reads the file.
FinishStage finish_stage(Harvest& harvest, const StageTools& tools) {
  return FinishStage({[&harvest] { return harvest.spool.next(); },
                      [](const std::string& draft) { return draft.size(); },
                      [&harvest, tools](std::string&& draft) {
                        return tools.extractor.finish(unpack<Draft>(draft), harvest.repetition);
                      }},
                     tools.options);
}

Repetition read_repetition(sources::Source& source, const StageTools& tools) {
  using extract::content::PageFingerprint;
  auto pages = source_stage<PageFingerprint>(
      source, tools.options, [&tools](Content&& content) -> Result<PageFingerprint> {
        Result<Draft> draft = draft_of(std::move(content), tools);
        if (!draft) return draft.error();
        return std::move(draft->fingerprint);
      });
  RepetitionCounter counter;
  // Sources have errors of items only: next() of such a stage never fails.
  while (const std::optional<Item<PageFingerprint>> page = pages.next().value()) {
    if (page->content) counter.add(*page->content);
  }
  return std::move(counter).finish();
}

ExplainStage explain_stage(sources::Source& source, const Repetition& repetition,
                           const StageTools& tools) {
  return source_stage<Explanation>(source, tools.options, [&repetition, tools](Content&& content) {
    return explain(std::move(content), repetition, tools);
  });
}

}  // namespace pressoir::ingest
