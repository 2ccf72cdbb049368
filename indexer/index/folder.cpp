#include "indexer/index/folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStub = "XAPIANDB";
constexpr std::string_view kNewStub = "XAPIANDB.tmp";
constexpr std::string_view kStubLine = "glass generation-";
constexpr std::string_view kFolder = "generation-";
constexpr std::string_view kLoading = "loading";
constexpr std::string_view kWriter = "writer";

std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// The number that follows `prefix` and ends `text`.
std::optional<std::uint64_t> number_behind(std::string_view prefix, std::string_view text) {
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// `number` is an errno. A quota (EDQUOT) and a limit of file size (EFBIG) are a full disk to the
// user.
base::Error failure(const std::string& path, int number) {
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {is_full ? base::Errc::kNoSpace : base::Errc::kUnreadable,
          "the index in " + path + " cannot be written: " +
              std::generic_category().message(number) + "; it stands at its last commit"};
}

// A file descriptor, closed at the end. std::ofstream has no fsync, without which a crash could
// leave an empty XAPIANDB.
class File {
 public:
  File(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags, 0666)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool write(std::string_view text) const {
    return ::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  bool sync() const { return ::fsync(descriptor_) == 0; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

}  // namespace

std::optional<std::uint64_t> current_generation(const std::string& path) {
  return number_behind(kStubLine, first_line(fs::path(path) / kStub));
}

std::string generation_folder(const std::string& path, std::uint64_t generation) {
  return fs::path(path) / (std::string(kFolder) + std::to_string(generation));
}

std::string database_path(const std::string& path) {
  const auto generation = current_generation(path);
  return generation ? generation_folder(path, *generation) : path;
}

std::string loading_folder(const std::string& path) {
  return fs::path(path) / kLoading;
}

base::Result<void> publish_generation(const std::string& path, std::uint64_t generation) {
  const fs::path stub = fs::path(path) / kNewStub;
  {
    const File file(stub, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    const std::string line = std::string(kStubLine) + std::to_string(generation) + "\n";
    if (!file.is_open() || !file.write(line) || !file.sync()) return failure(path, errno);
  }
  std::error_code error;
  fs::rename(stub, fs::path(path) / kStub, error);
  if (error) return failure(path, error.value());
  // The rename itself is durable only when the folder is synced.
  const File folder(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (!folder.is_open() || !folder.sync()) return failure(path, errno);
  return {};
}

void remove_leftovers(const std::string& path) {
  const auto current = current_generation(path);
  std::error_code error;
  fs::remove_all(loading_folder(path), error);
  // Removed after the walk: removing entries while iterating leaves others unseen.
  std::vector<fs::path> old;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const auto generation = number_behind(kFolder, entry.path().filename().native());
    if (generation && generation != current) old.push_back(entry.path());
  }
  for (const fs::path& folder : old) fs::remove_all(folder, error);
}

void name_writer(const std::string& path) {
  std::ofstream(fs::path(path) / kWriter, std::ios::trunc) << "process " << ::getpid() << "\n";
}

std::string writer_name(const std::string& path) {
  return first_line(fs::path(path) / kWriter);
}

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
