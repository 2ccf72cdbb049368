// Reads one regular file, unpacking it when it is compressed with gzip (told by its first bytes,
// not by its name). Never waits: a pipe, a socket or a device is refused.
//
// Used by one thread at a time.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::sources {

class FileReader {
 public:
  // kUnreadable names the reason: missing, permissions, not a regular file.
  static base::Result<FileReader> open(const std::string& path);

  // Fills the front of `buffer` with the next unpacked bytes and returns their number; 0 at the
  // end. kUnreadable when the disk fails or the file is damaged or cut short.
  base::Result<std::size_t> read(std::span<char> buffer);

  std::uint64_t bytes_on_disk() const noexcept { return bytes_on_disk_; }
  // Of bytes_on_disk, how many have been read so far.
  std::uint64_t bytes_consumed() const;
  bool is_compressed() const;

 private:
  struct Close {
    void operator()(gzFile file) const noexcept { gzclose_r(file); }
  };
  using Handle = std::unique_ptr<gzFile_s, Close>;

  FileReader(Handle file, std::uint64_t bytes_on_disk)
      : file_(std::move(file)), bytes_on_disk_(bytes_on_disk) {}

  Handle file_;
  std::uint64_t bytes_on_disk_;
};

// A whole file in memory.
struct FileBytes {
  std::string bytes;                // unpacked
  std::uint64_t bytes_on_disk = 0;  // as stored
  bool is_compressed = false;
};

// kUnreadable as above; kTooLarge when it holds, unpacked, more than `max_bytes`: no more than that
// is ever unpacked.
base::Result<FileBytes> read_file(const std::string& path, std::size_t max_bytes);

}  // namespace pressoir::sources
