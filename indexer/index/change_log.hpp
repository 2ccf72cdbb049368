// The change log: which documents the last commits added, replaced or removed, so that a reader of
// an earlier revision reads only these again. The writer appends to it right before each commit;
// the log is part of the commit that it describes, so that both appear or neither does.
//
// Metadata kChangesKey: the UUID of the database and the revision before the first commit
// described, then a line for each commit, which makes the next revision:
//
//   1c3e…f0 41
//   7,120-129        documents by Xapian's numbers, ascending; of revision 42
//                    of revision 43: labels only
//
// A log that does not end at the revision at which it is found (another program committed since) is
// ignored, and readers load the whole index. Xapian's remote protocol has no revision: that of a
// remote shard is read from its log. Only the newest kMaxLoggedDocuments are described, in whole
// commits. Functions may be called from any thread that owns the database handle.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace pressoir::index {

inline constexpr std::size_t kMaxLoggedDocuments = 4096;

// Each once, ascending.
using DocumentNumbers = std::vector<Xapian::docid>;

// The revision at which the log ends; nothing when it is absent or damaged. Throws what Xapian
// throws.
std::optional<Xapian::rev> logged_revision(const Xapian::Database& database);

// The documents that the commits after revision `since` changed, up to revision `now`, at which the
// database is; nothing when the log does not reach from one to the other, is absent or damaged:
// then everything may have changed. Throws what Xapian throws.
std::optional<DocumentNumbers> changes_since(const Xapian::Database& database, Xapian::rev since,
                                             Xapian::rev now);

// Adds the documents `changed`, in any order, to the log of the next commit. Call it once, right
// before the commit. Throws what Xapian throws.
void log_changes(Xapian::WritableDatabase& database, DocumentNumbers changed);

}  // namespace pressoir::index
