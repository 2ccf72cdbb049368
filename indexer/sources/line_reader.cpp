#include "indexer/sources/line_reader.hpp"

namespace pressoir::sources {
namespace {

constexpr std::size_t kChunkBytes = 1u << 18;

}  // namespace

base::Result<std::optional<Line>> LineReader::next() {
  while (true) {
    const std::size_t end = buffer_.find('\n', scanned_);
    if (end != std::string::npos) return std::optional(take(end, end + 1));
    scanned_ = buffer_.size();
    if (is_at_end_) {
      if (begin_ == buffer_.size() && !is_skipping_) return std::optional<Line>();
      return std::optional(take(buffer_.size(), buffer_.size()));
    }
    if (base::Result<void> filled = fill(); !filled) return filled.error();
  }
}

Line LineReader::take(std::size_t end, std::size_t next_begin) {
  Line line{std::string_view(buffer_).substr(begin_, end - begin_), ++number_,
            is_skipping_ || end - begin_ > max_line_bytes_};
  if (line.is_too_long) line.text = {};
  begin_ = scanned_ = next_begin;
  is_skipping_ = false;
  return line;
}

base::Result<void> LineReader::fill() {
  is_skipping_ = is_skipping_ || buffer_.size() - begin_ > max_line_bytes_;
  buffer_.erase(0, is_skipping_ ? buffer_.size() : begin_);
  begin_ = 0;
  scanned_ = buffer_.size();
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kChunkBytes);
  const base::Result<std::size_t> got = file_.read({buffer_.data() + held, kChunkBytes});
  buffer_.resize(held + (got ? *got : 0));
  if (!got) {
    buffer_.clear();
    scanned_ = 0;
    is_skipping_ = false;
  }
  is_at_end_ = !got || *got == 0;
  return got ? base::Result<void>() : base::Result<void>(got.error());
}

}  // namespace pressoir::sources
