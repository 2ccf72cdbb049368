#include "indexer/ingest/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace pressoir::ingest {
namespace {

using base::Errc;
using base::Error;
using base::Result;

constexpr std::size_t kBufferBytes = 1u << 18;

Error failure_in(const std::string& folder, int number) {
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  const std::string reason = std::generic_category().message(number);
  if (!is_full)
    return {Errc::kUnreadable, "no temporary file can be kept in " + folder + ": " + reason};
  return {Errc::kNoSpace, "no space is left in " + folder + " for what was read of the sources: " +
                              reason + "; make room there, then run the same command again"};
}

}  // namespace

Result<Spool> Spool::in_folder(const std::string& folder) {
  std::string path = folder + "/reading-XXXXXX";
  const int handle = mkostemp(path.data(), O_CLOEXEC);
  if (handle < 0) return failure_in(folder, errno);
  unlink(path.c_str());
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
  const auto size = static_cast<std::uint32_t>(record.size());
  const bool is_written =
      std::fwrite(&size, sizeof size, 1, file_.get()) == 1 &&
      std::fwrite(record.data(), 1, record.size(), file_.get()) == record.size();
  return is_written ? Result<void>() : failure();
}

Result<void> Spool::rewind() {
  // fseek writes what is buffered.
  return std::fseek(file_.get(), 0, SEEK_SET) == 0 ? Result<void>() : failure();
}

Result<std::optional<std::string>> Spool::next() {
  std::uint32_t size = 0;
  errno = EIO;  // what a file that is too short leaves unsaid
  if (std::fread(&size, sizeof size, 1, file_.get()) != 1) {
    if (std::feof(file_.get()) != 0) return std::optional<std::string>();
    return failure();
  }
  std::string record(size, '\0');
  if (std::fread(record.data(), 1, size, file_.get()) != size) return failure();
  return std::optional(std::move(record));
}

Error Spool::failure() const {
  return failure_in(folder_, errno);
}

}  // namespace pressoir::ingest
