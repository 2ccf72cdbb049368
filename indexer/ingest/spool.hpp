// A queue of items on disk: they are written to a temporary file one after the other, then read
// back in the same order.
//
//   Result<Spool> spool = Spool::in_folder(db);
//   spool->append(item)…  spool->rewind()  spool->next()…
//
// The file has no name (O_TMPFILE): it is deleted with the Spool, or with the process, also by kill
// -9. It leaves kSpareBytes of index/folder.hpp free on its disk, and gives the blocks that were
// read back to the file system, so that the index that is written meanwhile can take their place.
// Memory is one buffer of 256 KB. Why a file and not memory: the drafts of a harvest of 100,000
// pages are some 600 MB, and none can be finished before the last page is read (stages.hpp).
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

// What is kept of an item: its bytes, or why there are none.
using SpooledItem = sources::Item<std::string>;

class Spool {
 public:
  // Makes the file on the disk of `folder`. Errors: kUnreadable (the folder is absent or may not be
  // written to), kNoSpace.
  static base::Result<Spool> in_folder(const std::string& folder);

  // Adds an item of less than 4 GB. Errors: kNoSpace, kUnreadable; nothing may be added then.
  base::Result<void> append(const SpooledItem& item);

  // Ends the writing: next() gives the first item. Errors as append() has them.
  base::Result<void> rewind();

  // The next item; nothing after as many as were added. Error: kUnreadable, also when the file is
  // shorter than what was written: an item that was lost must not pass for the end.
  base::Result<std::optional<SpooledItem>> next();

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  Spool(std::string folder, std::FILE* file) : folder_(std::move(folder)), file_(file) {}
  base::Error failure() const;  // of the last system call, by errno
  void free_what_was_read();    // gives blocks of the file back

  std::string folder_;
  std::uint64_t left_ = 0;            // items that next() will give
  std::size_t bytes_since_look_ = 0;  // at the room on the disk
  std::uint64_t bytes_read_ = 0;      // by next(), from the beginning of the file
  std::uint64_t bytes_freed_ = 0;     // of them, those whose blocks were given back
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace pressoir::ingest
