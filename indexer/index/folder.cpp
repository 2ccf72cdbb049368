#include "indexer/index/folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "indexer/base/utf8.hpp"

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::Error;

constexpr std::string_view kStub = "XAPIANDB";
constexpr std::string_view kNewStub = "XAPIANDB.tmp";
constexpr std::string_view kStubLine = "glass generation-";
constexpr std::string_view kFolder = "generation-";
constexpr std::string_view kLoading = "loading";
constexpr std::string_view kWriter = "writer";

// Empty also when the file cannot be read: callers take both for absent.
std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// The number that follows `prefix` and ends `text`.
std::optional<std::uint64_t> number_after(std::string_view prefix, std::string_view text) {
  if (!text.starts_with(prefix)) return std::nullopt;
  return base::parse_number<std::uint64_t>(text.substr(prefix.size()));
}

// `number` is an errno. A quota (EDQUOT) and a limit of file size (EFBIG) are a full disk to the
// user.
Error failure(const std::string& path, int number) {
  const bool is_full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {is_full ? Errc::kNoSpace : Errc::kUnreadable,
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

constexpr std::string_view kSpaces = " \t\r";
constexpr std::size_t kShownBytes = 100;  // of a line that is not understood

Error bad_line(const std::string& file, std::size_t line, const std::string& why) {
  return {Errc::kNotAnIndex, file + ", line " + std::to_string(line) + ": " + why};
}

// The bytes of a database in one file begin so.
bool is_database(const std::string& file) {
  std::string begin(14, '\0');
  std::ifstream(file, std::ios::binary).read(begin.data(), 14);
  return begin == "\x0f\x0dXapian Glass";
}

// `host:port` and `[address]:port`, as a URL writes them; false for anything else.
bool read_address(std::string_view text, ShardAddress& shard) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return false;
  }
  shard.port = base::parse_number<std::uint16_t>(port).value_or(0);
  shard.host = host;
  return shard.port != 0 && !host.empty() && host.find_first_of(kSpaces) == std::string_view::npos;
}

base::Result<ShardAddress> read_line(const std::string& file, std::size_t number,
                                     std::string_view line) {
  ShardAddress shard;
  shard.line = number;
  const std::string_view whole = line;
  const std::string_view kind = base::take_until(line, kSpaces);
  const std::string_view rest = base::trim(line);
  if (kind == "remote") {
    if (read_address(rest, shard)) return shard;
    return bad_line(file, number, "remote takes host:port, of 1 to 65535; [::1]:33333 for IPv6");
  }
  if (kind == "auto" || kind == "glass") {
    if (rest.empty() || rest.find('\0') != std::string_view::npos) {
      return bad_line(file, number, std::string(kind) + " takes the folder of an index");
    }
    shard.folder = (fs::path(file).parent_path() / rest).lexically_normal();
    return shard;
  }
  const std::string shown(base::is_valid_utf8(whole) ? base::clip_utf8(whole, kShownBytes) : "");
  return bad_line(file, number,
                  "a shard is `auto FOLDER` or `remote HOST:PORT`, not \"" + shown + "\"");
}

}  // namespace

std::optional<std::uint64_t> current_generation(const std::string& path) {
  return number_after(kStubLine, first_line(fs::path(path) / kStub));
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

// By rename: a reader finds the old line or the new one, never half of one, and a crash before it
// leaves the old generation in place.
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

// Errors are ignored: what stays is garbage, and the next writer tries again.
void remove_leftovers(const std::string& path) {
  const auto current = current_generation(path);
  std::error_code error;
  fs::remove_all(loading_folder(path), error);
  // Removed after the walk: removing entries while iterating leaves others unseen.
  std::vector<fs::path> old;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const auto generation = number_after(kFolder, entry.path().filename().native());
    if (generation && generation != current) old.push_back(entry.path());
  }
  for (const fs::path& folder : old) fs::remove_all(folder, error);
}

// For the message only: who writes is decided by Xapian's lock.
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
  return Error{Errc::kNoSpace, "no space is left for the index in " + path + ": " +
                                   std::to_string(space.available / kMegabyte) + " MB are free, " +
                                   std::to_string(wanted / kMegabyte) +
                                   " MB are needed to go on; it stands at its last commit"};
}

// Files may go while they are counted, when a writer commits: each look-up has its own error.
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

std::string ShardAddress::name() const {
  if (!is_remote()) return folder;
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<std::string> stub_file(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    if (current_generation(path)) return std::nullopt;
    std::string file = fs::path(path) / kStub;
    return fs::exists(file, error) ? std::optional(std::move(file)) : std::nullopt;
  }
  return fs::exists(path, error) && !is_database(path) ? std::optional(path) : std::nullopt;
}

// The size is checked first: a path given by mistake may lead to a file of any size.
base::Result<std::vector<ShardAddress>> read_stub(const std::string& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return Error{Errc::kNotAnIndex, file + " is not a file"};
  if (const auto size = fs::file_size(file, error); error || size > kMaxStubBytes) {
    return Error{Errc::kNotAnIndex, file + " is neither an index nor the short list of its shards"};
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{Errc::kUnreadable, file + " cannot be read"};
  std::vector<ShardAddress> shards;
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    const std::string_view text = base::trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    auto shard = read_line(file, number, text);
    if (!shard) return shard.error();
    if (shards.size() == kMaxShards) {
      return bad_line(file, number, "more than " + std::to_string(kMaxShards) + " shards");
    }
    shards.push_back(*std::move(shard));
  }
  if (shards.empty()) return Error{Errc::kNotAnIndex, file + " names no shard"};
  return shards;
}

}  // namespace pressoir::index
