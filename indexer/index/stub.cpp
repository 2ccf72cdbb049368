#include "indexer/index/stub.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include "indexer/base/utf8.hpp"
#include "indexer/index/folder.hpp"

namespace pressoir::index {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::Error;

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
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), shard.port);
  shard.host = host;
  const bool is_whole = error == std::errc() && end == port.data() + port.size();
  return is_whole && shard.port != 0 && !host.empty() &&
         host.find_first_of(kSpaces) == std::string_view::npos;
}

base::Result<ShardAddress> read_line(const std::string& file, std::size_t number,
                                     std::string_view line) {
  ShardAddress shard;
  shard.line = number;
  const std::size_t space = line.find_first_of(kSpaces);
  const std::string_view kind = line.substr(0, space);
  const std::string_view rest = base::trim(line.substr(std::min(space, line.size())));
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
  const std::string shown(base::is_valid_utf8(line) ? base::clip_utf8(line, kShownBytes) : "");
  return bad_line(file, number,
                  "a shard is `auto FOLDER` or `remote HOST:PORT`, not \"" + shown + "\"");
}

}  // namespace

std::string ShardAddress::name() const {
  if (!is_remote()) return folder;
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<std::string> stub_file(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    if (current_generation(path)) return std::nullopt;
    std::string file = fs::path(path) / "XAPIANDB";
    return fs::exists(file, error) ? std::optional(std::move(file)) : std::nullopt;
  }
  return fs::exists(path, error) && !is_database(path) ? std::optional(path) : std::nullopt;
}

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
