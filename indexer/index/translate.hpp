// Xapian's exceptions as errors: the one place that knows them all. Called at the edges of
// indexer/index and server/store, so that no exception of Xapian reaches a caller there. Any
// thread.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// The Errc says what a caller can do:
//
//   kNoSpace       make room; the index is at its last commit
//   kUnreadable    permissions
//   kUnavailable   a remote shard does not answer: retry later
//   kIndexChanged  the reader's revision is gone: open again and retry once
//   kIndexLocked   another writer: retry when it has ended
//   kIndexCorrupt  damage: restore or build again
//   kNotAnIndex    no database, or one that this version of Xapian cannot open
//   kInternal      a bug: any other exception
//
// `path` is the index's, for the message.
base::Error translate(const Xapian::Error& error, const std::string& path);

// The Result that `action` returns, or the error of what Xapian threw in it:
//
//   return guarded(path, [&]() -> base::Result<Xapian::Database> { return Xapian::Database(at); });
template <typename Action>
auto guarded(const std::string& path, Action&& action) -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    return translate(error, path);
  }
}

}  // namespace pressoir::index
