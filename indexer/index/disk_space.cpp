#include "indexer/index/disk_space.hpp"

#include <filesystem>
#include <system_error>

namespace pressoir::index {

namespace fs = std::filesystem;

base::Result<void> require_space(const std::string& folder, std::uint64_t bytes,
                                 const std::string& path) {
  std::error_code error;
  const fs::space_info space = fs::space(folder, error);
  const std::uint64_t wanted = bytes + kSpareBytes;
  if (error || space.available >= wanted) return {};
  constexpr std::uint64_t kMegabyte = 1'000'000;
  return base::Error{base::Errc::kNoSpace,
                     "no space is left for the index in " + path + ": " +
                         std::to_string(space.available / kMegabyte) + " MB are free, " +
                         std::to_string(wanted / kMegabyte) +
                         " MB are needed to go on; it stands at its last commit"};
}

std::uint64_t bytes_on_disk(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    const std::uint64_t size = fs::file_size(path, error);
    return error ? 0 : size;
  }
  std::uint64_t sum = 0;
  for (auto entry = fs::recursive_directory_iterator(path, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::uint64_t size = entry->is_regular_file(error) ? entry->file_size(error) : 0;
    if (!error) sum += size;
  }
  return sum;
}

std::uint64_t bytes_on_disk(std::span<const std::string> paths) {
  std::uint64_t sum = 0;
  for (const std::string& path : paths) sum += bytes_on_disk(path);
  return sum;
}

}  // namespace pressoir::index
