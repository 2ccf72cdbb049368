// Everything that searches keep in memory of one revision of an archive: what its index contains,
// and the titles and names that a text being typed is completed from. Archive builds it in the
// background and publishes it as one, so that no answer mixes two revisions.
//
// Does not change once made: any number of threads may read it. What two revisions have in common
// is shared between them.
#pragma once

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggest_index.hpp"

namespace pressoir::search {

// The names are built after the snapshot, from its columns and word sequences: they read no index.
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
