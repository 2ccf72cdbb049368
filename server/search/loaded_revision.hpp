// Everything that searches read of one revision of an archive: what its index contains and the
// titles and names that a text being typed is completed from. Does not change once made.
#pragma once

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggest_index.hpp"

namespace pressoir::search {

struct LoadedRevision {
  // Reads everything; `second` is another handle of the same revision. Throws what Xapian throws.
  LoadedRevision(const index::ReadableIndex& index, const index::ReadableIndex& second,
                 const gazetteer::Gazetteer& gazetteer)
      : snapshot(index, second), names(snapshot.sequences, snapshot.columns, gazetteer) {}

  // The revision of `changes.index()`, a later one of the same index. Reads only what changed.
  LoadedRevision(const LoadedRevision& before, const store::Changes& changes,
                 const gazetteer::Gazetteer& gazetteer)
      : snapshot(before.snapshot, changes),
        names({before.names, before.snapshot.columns, snapshot.columns, changes}, gazetteer) {}

  store::Snapshot snapshot;
  suggest::SuggestIndex names;
};

}  // namespace pressoir::search
