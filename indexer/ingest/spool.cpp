#include "indexer/ingest/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "indexer/index/disk_space.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;
using base::Result;

constexpr std::size_t kBufferBytes = 1u << 18;
constexpr std::size_t kBytesBetweenLooks = 1u << 20;

Error no_space_in(const std::string& folder, const std::string& reason) {
  return {Errc::kNoSpace, "no space is left in " + folder + " for what was read of the sources: " +
                              reason + "; make room there, then run the same command again"};
}

Error failure_in(const std::string& folder, int number) {
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  const std::string reason = std::generic_category().message(number);
  if (is_full) return no_space_in(folder, reason);
  return {Errc::kUnreadable, "no temporary file can be kept in " + folder + ": " + reason};
}

// Not all file systems have files without a name.
int open_nameless(const std::string& folder) {
  const int handle = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (handle >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return handle;
  std::string path = folder + "/reading-XXXXXX";
  const int named = mkostemp(path.data(), O_CLOEXEC);
  if (named >= 0) unlink(path.c_str());
  return named;
}

}  // namespace

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

Result<void> Spool::append(std::string_view record) {
  bytes_since_look_ += record.size();
  if (bytes_since_look_ > kBytesBetweenLooks) {
    bytes_since_look_ = 0;
    const Result<void> room = index::require_space(folder_, 0, folder_);
    if (!room) return no_space_in(folder_, "the disk is nearly full");
  }
  const auto size = static_cast<std::uint32_t>(record.size());
  const bool is_written =
      std::fwrite(&size, sizeof size, 1, file_.get()) == 1 &&
      std::fwrite(record.data(), 1, record.size(), file_.get()) == record.size();
  if (!is_written) return failure();
  ++left_;
  return {};
}

Result<void> Spool::rewind() {
  // fseek writes what is buffered.
  return std::fseek(file_.get(), 0, SEEK_SET) == 0 ? Result<void>() : failure();
}

Result<std::optional<std::string>> Spool::next() {
  if (left_ == 0) return std::optional<std::string>();
  errno = EIO;  // what a file that is too short leaves unsaid
  std::uint32_t size = 0;
  if (std::fread(&size, sizeof size, 1, file_.get()) != 1) return failure();
  std::string record(size, '\0');
  if (std::fread(record.data(), 1, size, file_.get()) != size) return failure();
  --left_;
  return std::optional(std::move(record));
}

Error Spool::failure() const {
  return failure_in(folder_, errno);
}

}  // namespace pressoir::ingest
