// Lines of a file, split on `\n` only: U+2028 and a lone `\r` are part of a line.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/sources/file_reader.hpp"

namespace pressoir::sources {

struct Line {
  std::string_view text;     // without its end; valid until the next call
  std::uint64_t number = 0;  // from 1
  bool is_too_long = false;  // more than the limit: the text is left out
};

class LineReader {
 public:
  // Never holds more than `max_line_bytes` and a buffer's length.
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
