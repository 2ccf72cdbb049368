// Records of bytes that are written to a temporary file one after the other, then read back in the
// same order. The file has no name and goes with the Spool, or with the process however that ends.
// It leaves room on its disk, as disk_space.hpp has it.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::ingest {

class Spool {
 public:
  // Errors: kUnreadable (the folder is absent or may not be written to), kNoSpace.
  static base::Result<Spool> in_folder(const std::string& folder);

  // Adds a record of less than 4 GB. Errors: kNoSpace, kUnreadable; nothing may be added then.
  base::Result<void> append(std::string_view record);

  // Ends the writing: next() gives the first record. Errors as append() has them.
  base::Result<void> rewind();

  // The next record; nothing after as many as were added. Error: kUnreadable.
  base::Result<std::optional<std::string>> next();

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  Spool(std::string folder, std::FILE* file) : folder_(std::move(folder)), file_(file) {}
  base::Error failure() const;  // as errno says

  std::string folder_;
  std::uint64_t left_ = 0;            // records that next() will give
  std::size_t bytes_since_look_ = 0;  // at the room on the disk
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace pressoir::ingest
