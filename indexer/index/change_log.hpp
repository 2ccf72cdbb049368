// Which documents the last commits added, replaced or removed, so that a reader of an earlier one
// reads only these again. It is part of the commit that it tells of: both appear, or neither does.
//
// Metadata kChangesKey: the UUID of the database and the revision before the first commit that is
// told of, then a line for each commit, which makes the next revision:
//
//   1c3e…f0 41
//   7,120-129        documents by Xapian's numbers, ascending; of revision 42
//                    of revision 43: labels only
//
// A log that does not end at the revision at which it is found, because something else was
// committed since, says nothing. Of a database elsewhere, whose revision Xapian does not tell, it
// is what tells it. Only the newest kMaxLoggedDocuments are told of, in whole commits.
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

// What the commits behind revision `since` of the same database changed, which is at revision
// `now`; nothing when the log does not reach from one to the other, is absent or damaged. Throws
// what Xapian throws.
std::optional<DocumentNumbers> changes_since(const Xapian::Database& database, Xapian::rev since,
                                             Xapian::rev now);

// Puts into the next commit that it changes the documents `changed`, in any order. To be called
// once, right before it. Throws what Xapian throws.
void log_changes(Xapian::WritableDatabase& database, DocumentNumbers changed);

}  // namespace pressoir::index
