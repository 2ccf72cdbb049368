#include "indexer/sources/file_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace pressoir::sources {
namespace {

using base::Errc;
using base::Error;
using base::Result;

constexpr unsigned kInputBufferBytes = 1u << 16;   // zlib's; by default it reads 8 KB at once
constexpr std::size_t kLineChunkBytes = 1u << 18;  // read at once by LineReader

Error unreadable(int number) {
  return {Errc::kUnreadable, "cannot be read: " + std::generic_category().message(number)};
}

Error too_large(std::size_t max_bytes) {
  return {Errc::kTooLarge, "holds more than " + std::to_string(max_bytes) + " bytes"};
}

// Why zlib failed, in words for the report.
std::string reason_of(gzFile file) {
  int code = Z_OK;
  const char* message = gzerror(file, &code);
  if (code == Z_ERRNO) return std::generic_category().message(errno);
  // zlib puts the name of the file, `<fd:3>`, before its message.
  const std::string text = message;
  const auto colon = text.find(": ");
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

// gzread returns 0 both at the end and when the file ends within a member.
bool has_failed(gzFile file) {
  int code = Z_OK;
  gzerror(file, &code);
  return code != Z_OK && code != Z_STREAM_END;
}

}  // namespace

Result<FileReader> FileReader::open(const std::string& path) {
  // O_NONBLOCK: opening a pipe without a writer must not wait. O_NOCTTY: nor may a terminal
  // among the files become the one that controls the run.
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (handle < 0) return unreadable(errno);
  struct stat status {};
  if (fstat(handle, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(handle);
    return Error{Errc::kUnreadable, "is not a regular file"};
  }
  Handle file(gzdopen(handle, "rb"));
  if (!file) {
    ::close(handle);
    return unreadable(ENOMEM);  // the only failure of gzdopen with a valid handle
  }
  gzbuffer(file.get(), kInputBufferBytes);
  return FileReader(std::move(file), static_cast<std::uint64_t>(status.st_size));
}

Result<std::size_t> FileReader::read(std::span<char> buffer) {
  // gzread counts in int: more than INT_MAX at once is an error of its own.
  const auto wanted = static_cast<unsigned>(std::min<std::size_t>(buffer.size(), 1u << 30));
  const int got = gzread(file_.get(), buffer.data(), wanted);
  // A file that is cut short gives what is there, then 0 and an error of its own.
  if (got < 0 || (got == 0 && has_failed(file_.get()))) {
    return Error{Errc::kUnreadable, "cannot be unpacked: " + reason_of(file_.get())};
  }
  return static_cast<std::size_t>(got);
}

std::uint64_t FileReader::bytes_consumed() const {
  const z_off_t offset = gzoffset(file_.get());
  return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
}

bool FileReader::is_compressed() const {
  return gzdirect(file_.get()) == 0;
}

Result<FileBytes> read_file(const std::string& path, std::size_t max_bytes) {
  Result<FileReader> reader = FileReader::open(path);
  if (!reader) return reader.error();
  FileBytes file;
  file.bytes_on_disk = reader->bytes_on_disk();
  if (file.bytes_on_disk == 0) return file;
  file.is_compressed = reader->is_compressed();
  if (!file.is_compressed && file.bytes_on_disk > max_bytes) return too_large(max_bytes);
  // One byte more than the size on disk, so that a plain file is read whole and its end is found
  // without growing; one more than the limit, so that a file of exactly the limit is told from a
  // larger one. What unpacks to more doubles: a bomb takes no more than the limit.
  std::size_t held = 0;
  while (true) {
    if (held == file.bytes.size()) {
      const std::size_t grown = std::max<std::size_t>({held * 2, file.bytes_on_disk + 1, 1u << 12});
      file.bytes.resize(std::min(grown, max_bytes + 1));
    }
    const Result<std::size_t> got =
        reader->read({file.bytes.data() + held, file.bytes.size() - held});
    if (!got) return got.error();
    if (*got == 0) break;
    held += *got;
    if (held > max_bytes) return too_large(max_bytes);
  }
  file.bytes.resize(held);
  return file;
}

// Looks for the end of a line only in what was added since the last look: a line of 64 MB that
// comes in chunks of 256 KB is scanned once.
Result<std::optional<Line>> LineReader::next() {
  while (true) {
    const std::size_t end = buffer_.find('\n', scanned_);
    if (end != std::string::npos) return std::optional(take(end, end + 1));
    scanned_ = buffer_.size();
    if (is_at_end_) {
      // A last line without `\n` is a line; after a last `\n` there is none.
      if (begin_ == buffer_.size() && !is_skipping_) return std::optional<Line>();
      return std::optional(take(buffer_.size(), buffer_.size()));
    }
    if (Result<void> filled = fill(); !filled) return filled.error();
  }
}

// The view of the text lives until the next call of fill(), which moves the buffer.
Line LineReader::take(std::size_t end, std::size_t next_begin) {
  Line line{std::string_view(buffer_).substr(begin_, end - begin_), ++number_,
            is_skipping_ || end - begin_ > max_line_bytes_};
  if (line.is_too_long) line.text = {};
  begin_ = scanned_ = next_begin;
  is_skipping_ = false;
  return line;
}

// Drops what is before the current line, and the line itself as soon as it is too long: no more
// than max_line_bytes_ and a chunk are kept of a file that is one endless line.
Result<void> LineReader::fill() {
  is_skipping_ = is_skipping_ || buffer_.size() - begin_ > max_line_bytes_;
  buffer_.erase(0, is_skipping_ ? buffer_.size() : begin_);
  begin_ = 0;
  scanned_ = buffer_.size();
  const std::size_t held = buffer_.size();
  buffer_.resize(held + kLineChunkBytes);
  const Result<std::size_t> got = file_.read({buffer_.data() + held, kLineChunkBytes});
  buffer_.resize(held + (got ? *got : 0));
  if (!got) {
    // The line that the damage cut off is not a line: half a record might read as a whole one.
    buffer_.clear();
    scanned_ = 0;
    is_skipping_ = false;
  }
  is_at_end_ = !got || *got == 0;
  return got ? Result<void>() : Result<void>(got.error());
}

}  // namespace pressoir::sources
