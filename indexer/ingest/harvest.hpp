// Items -> documents. A harvest is read once: what each page and record says by itself, its draft,
// is kept in a temporary file until it is known what recurs on them; documents are then made of the
// drafts.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/content/repetition.hpp"
#include "indexer/ingest/ordered_work.hpp"
#include "indexer/ingest/spool.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::extract {
class Extractor;
struct Explanation;
}  // namespace pressoir::extract

namespace pressoir::ingest {

using Extracted = Worked<base::Document>;
using VisitDocument = std::function<bool(Extracted&&)>;

// Called after each item with the bytes that it took; false when no more are wanted.
using IsWanted = std::function<bool(std::uint64_t bytes)>;

// What pages are read with; the extractor must outlive what is given it.
struct Reading {
  const extract::Extractor& extractor;
  WorkOptions options = {};
};

// Used by one thread at a time.
class Harvest {
 public:
  // Reads the items of `source` until `is_wanted` is false; drafts are kept in `folder`, some 2.5
  // KB for a page of 4 KB of text. A page that cannot be read keeps its place. Errors: those of
  // Spool.
  static base::Result<Harvest> read(sources::Source& source, const Reading& reading,
                                    const std::string& folder, const IsWanted& is_wanted);

  // Calls `visit` with the document of each item, in the order of the source, until it returns
  // false. May be called once. Errors: those of the temporary file, after which no item follows.
  base::Result<void> for_each_document(const VisitDocument& visit);

 private:
  Harvest(const Reading& reading, extract::content::Repetition&& repetition, Spool&& spool)
      : reading_(reading), repetition_(std::move(repetition)), spool_(std::move(spool)) {}

  Reading reading_;
  extract::content::Repetition repetition_;
  Spool spool_;
};

// Calls `visit` with the explanation of each item, or its error, until it returns false. Reads
// `first` and `again`, which give the same items.
void explain_each(sources::Source& first, sources::Source& again, const Reading& reading,
                  const std::function<bool(Worked<extract::Explanation>&&)>& visit);

}  // namespace pressoir::ingest
