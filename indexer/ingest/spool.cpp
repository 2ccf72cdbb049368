#include "indexer/ingest/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "indexer/index/folder.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;
using base::Result;

constexpr std::size_t kBufferBytes = 1u << 18;
constexpr std::size_t kBytesBetweenLooks = 1u << 20;  // at the free room: a system call each
constexpr std::uint64_t kFreedBytes = 16u << 20;  // at once: a change of the file's extents each

// Written before each item, in the byte order of the machine: the file is deleted with the
// process.
struct Header {
  std::uint64_t bytes_read;
  std::uint32_t name_bytes;
  std::uint32_t content_bytes;  // of the message, when there is an error
  Errc error;
  bool has_content;
};

bool write_bytes(std::string_view bytes, std::FILE* file) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
}

bool read_bytes(std::string& bytes, std::FILE* file) {
  return std::fread(bytes.data(), 1, bytes.size(), file) == bytes.size();
}

Error no_space_in(const std::string& folder, const std::string& reason) {
  return {Errc::kNoSpace, "no space is left in " + folder + " for what was read of the sources: " +
                              reason + "; make room there, then run the same command again"};
}

Error failure_in(const std::string& folder, int number) {
  // A quota and a limit on file sizes (ulimit -f) are mended as a full disk is: by making room.
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  const std::string reason = std::generic_category().message(number);
  if (is_full) return no_space_in(folder, reason);
  return {Errc::kUnreadable, "no temporary file can be kept in " + folder + ": " + reason};
}

// Not all file systems have files without a name (NFS does not); kernels that do not know O_TMPFILE
// take it for an attempt to write to the folder, EISDIR. A name that is removed at once is as good
// but for a kill in between.
int open_nameless(const std::string& folder) {
  const int handle = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (handle >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return handle;
  std::string path = folder + "/reading-XXXXXX";
  const int named = mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) unlink(path.c_str());
  return named;
}

}  // namespace

// stdio for its buffer: items are small, and a system call for each would cost more than its bytes.
Result<Spool> Spool::in_folder(const std::string& folder) {
  const int handle = open_nameless(folder);
  if (handle < 0) return failure_in(folder, errno);
  std::FILE* file = fdopen(handle, "w+");
  if (file == nullptr) {
    const int number = errno;
    close(handle);
    return failure_in(folder, number);
  }
  std::setvbuf(file, nullptr, _IOFBF, kBufferBytes);
  return Spool(folder, file);
}

// The room on the disk is looked at before it is full: the index shares the disk and needs the
// reserve to commit.
Result<void> Spool::append(const SpooledItem& item) {
  const std::string& content = item.content ? *item.content : item.content.error().message;
  bytes_since_look_ += content.size();
  if (bytes_since_look_ > kBytesBetweenLooks) {
    bytes_since_look_ = 0;
    const Result<void> room = index::require_space(folder_, 0, folder_);
    if (!room) return no_space_in(folder_, "the disk is nearly full");
  }
  Header header{};
  header.bytes_read = item.bytes_read;
  header.name_bytes = static_cast<std::uint32_t>(item.name.size());
  header.content_bytes = static_cast<std::uint32_t>(content.size());
  header.has_content = item.content.has_value();
  if (!item.content) header.error = item.content.error().code;
  const bool is_written = std::fwrite(&header, sizeof header, 1, file_.get()) == 1 &&
                          write_bytes(item.name, file_.get()) && write_bytes(content, file_.get());
  if (!is_written) return failure();
  ++left_;
  return {};
}

Result<void> Spool::rewind() {
  // fseek writes what is buffered.
  return std::fseek(file_.get(), 0, SEEK_SET) == 0 ? Result<void>() : failure();
}

Result<std::optional<SpooledItem>> Spool::next() {
  if (left_ == 0) return std::optional<SpooledItem>();
  errno = EIO;  // what a file that is too short leaves unsaid
  Header header{};
  if (std::fread(&header, sizeof header, 1, file_.get()) != 1) return failure();
  std::string name(header.name_bytes, '\0');
  std::string content(header.content_bytes, '\0');
  if (!read_bytes(name, file_.get()) || !read_bytes(content, file_.get())) return failure();
  --left_;
  bytes_read_ += sizeof header + name.size() + content.size();
  free_what_was_read();
  SpooledItem item{std::move(name), header.bytes_read, Error{}};
  if (header.has_content) {
    item.content = std::move(content);
  } else {
    item.content = Error{header.error, std::move(content)};
  }
  return std::optional(std::move(item));
}

// A file system that has no holes keeps the blocks until the end: that is no failure.
void Spool::free_what_was_read() {
  const std::uint64_t bytes = bytes_read_ - bytes_freed_;
  if (bytes < kFreedBytes) return;
  fallocate(fileno(file_.get()), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
            static_cast<off_t>(bytes_freed_), static_cast<off_t>(bytes));
  bytes_freed_ = bytes_read_;
}

Error Spool::failure() const {
  return failure_in(folder_, errno);
}

}  // namespace pressoir::ingest
