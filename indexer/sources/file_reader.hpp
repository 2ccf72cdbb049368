// Reads one regular file in pieces, as a whole, or by lines, unpacking it when it is compressed
// with gzip (told by its first bytes, not by its name). Never waits: a pipe, a socket or a device
// is refused.
//
// Used by one thread at a time.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/error.hpp"

namespace pressoir::sources {

// The bytes of a file from its beginning to its end, by zlib, which passes what is not compressed
// through. Several gzip members one after the other read as one text.
class FileReader {
 public:
  // kUnreadable names the reason: missing, permissions, not a regular file.
  static base::Result<FileReader> open(const std::string& path);

  // Fills the front of `buffer` with the next unpacked bytes and returns their number; 0 at the
  // end. kUnreadable when the disk fails or the file is damaged or cut short.
  base::Result<std::size_t> read(std::span<char> buffer);

  // The size of the file when it was opened, packed as it is there.
  std::uint64_t bytes_on_disk() const noexcept { return bytes_on_disk_; }
  // Of bytes_on_disk, how many have been read so far; ahead of what read() gave by zlib's buffer.
  std::uint64_t bytes_consumed() const;
  // By the first bytes of the file, which it reads if need be.
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

// kUnreadable as above; kTooLarge when it has more than `max_bytes` unpacked: no more than that
// is ever unpacked.
base::Result<FileBytes> read_file(const std::string& path, std::size_t max_bytes);

// A line of a file.
struct Line {
  std::string_view text;     // without its end; valid until the next call
  std::uint64_t number = 0;  // from 1
  bool is_too_long = false;  // more than the limit: the text is left out
};

// Lines split on `\n` only: U+2028 and a lone `\r` are part of a line, since both may occur in a
// JSON string.
class LineReader {
 public:
  // Reads `file` from its current place. Never keeps more than `max_line_bytes` and a buffer's
  // length.
  LineReader(FileReader file, std::size_t max_line_bytes)
      : file_(std::move(file)), max_line_bytes_(max_line_bytes) {}

  // The next line; nothing at the end. After an error (FileReader::read) the file is at its end.
  base::Result<std::optional<Line>> next();

  std::uint64_t bytes_consumed() const { return file_.bytes_consumed(); }

 private:
  base::Result<void> fill();
  Line take(std::size_t end, std::size_t next_begin);

  FileReader file_;
  std::size_t max_line_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;    // of the current line in buffer_
  std::size_t scanned_ = 0;  // no `\n` before it
  std::uint64_t number_ = 0;
  bool is_skipping_ = false;  // the current line is too long
  bool is_at_end_ = false;
};

}  // namespace pressoir::sources
