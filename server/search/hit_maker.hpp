// Makes the results that are shown from the documents that were ranked: reads them, marks the words
// of the query in their titles, and cuts snippets out of their texts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"
#include "server/search/archive_reader.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/search/results.hpp"
#include "server/search/snippet/highlighter.hpp"
#include "server/store/document_set.hpp"
#include "server/store/postings.hpp"

namespace pressoir::search {

// What a hit contains besides the fields of its document.
struct HitContent {
  bool snippet = true;
  bool text = false;  // the whole text and its blocks
};

// For the results of one query, within one action of ArchiveReader::at_one_revision; one thread.
// Errors of all functions: kIndexCorrupt. They throw what Xapian throws.
class HitMaker {
 public:
  // All must outlive it.
  HitMaker(const ArchiveReader& reader, const query::Query& query, text::Analyzer& analyzer)
      : reader_(reader), highlighter_(query, analyzer) {}

  // The hit of one document; its score is that of `ranked`. The text is read only when `content`
  // needs it: without, a hit costs no access to the index.
  base::Result<Hit> make(const rank::RankedDocument& ranked, HitContent content);

  // kTimeout when the deadline passes before the last of them is made: a snippet of a text of
  // megabytes takes a while.
  base::Result<std::vector<Hit>> make_all(std::span<const rank::RankedDocument> ranked,
                                          HitContent content, store::Deadline& deadline);

  // Counts in `hit` the other documents of `within` that have the same text as `document`, and
  // lists the first kMaxListedSiblings of them by id.
  base::Result<void> add_siblings(Hit& hit, std::uint32_t document,
                                  const store::DocumentSet& within);

 private:
  const ArchiveReader& reader_;
  snippet::Highlighter highlighter_;
};

}  // namespace pressoir::search
