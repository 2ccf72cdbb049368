// The way of a page or a record to its document, in stages that the caller pulls from one another:
//
//   read    sources::Source::next    bytes as found
//   draft   draft_stage              what a page says by itself, packed
//   spool   spool_drafts             all drafts, in a temporary file, and what recurs on them
//   finish  finish_stage             documents
//
// A harvest is read once. Whether a block is chrome depends on how many other pages have it, so
// that no document can be finished before the last page is read: drafts wait on disk for that, not
// in memory. Items keep the order of the source and their names; one that cannot be read keeps its
// place and says why.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/content/repetition.hpp"
#include "indexer/ingest/parallel_stage.hpp"
#include "indexer/ingest/spool.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::extract {
class Extractor;
struct Explanation;
}  // namespace pressoir::extract

namespace pressoir::ingest {

// What the stages work with. The extractor must outlive them.
struct StageTools {
  const extract::Extractor& extractor;
  StageOptions options = {};
  bool ignore_unknown = false;  // records may have keys that no document has
};

// A draft on its way to the spool.
struct PackedDraft {
  std::string bytes;  // pack() of an extract::Draft
  extract::content::PageFingerprint fingerprint;
};

using DraftStage = ParallelStage<sources::Content, PackedDraft>;
using FinishStage = ParallelStage<std::string, base::Document>;
using ExplainStage = ParallelStage<sources::Content, extract::Explanation>;

// All drafts of a run, on disk, and what was learned from all of them. Movable.
struct Harvest {
  Spool spool;
  extract::content::Repetition repetition;  // what recurs on its pages
};

// Drafts each item of `source`, which must outlive the stage. Errors of items are those of the
// source, of sources::parse_record and of Extractor::draft; next() itself never fails.
DraftStage draft_stage(sources::Source& source, const StageTools& tools);

// Takes all drafts, until `is_wanted`, told after each item how many bytes were read for it, is
// false. They are kept in `folder` (see Spool), about 6 KB for a page of 4 KB of text. Errors:
// those of Spool.
base::Result<Harvest> spool_drafts(DraftStage& drafts, const std::string& folder,
                                   const std::function<bool(std::uint64_t bytes_read)>& is_wanted);

// Makes the documents of a harvest, which must outlive the stage. An error of next() is that of the
// temporary file.
FinishStage finish_stage(Harvest& harvest, const StageTools& tools);

// What recurs on the pages of `source`, which is read to its end: for --explain, which keeps no
// drafts. Items that cannot be read do not count.
extract::content::Repetition read_repetition(sources::Source& source, const StageTools& tools);

// Says for each block of each item whether it is in the text, and why not. Reads a source a second
// time, since a draft does not have the blocks that were left out. Both must outlive the stage.
ExplainStage explain_stage(sources::Source& source, const extract::content::Repetition& repetition,
                           const StageTools& tools);

}  // namespace pressoir::ingest
