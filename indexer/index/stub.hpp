// A stub database file of Xapian as Pressoir reads it: an archive of several indexes, its shards.
//
//   # a line for each shard
//   auto first                         the folder of an index, relative to the file's own
//   remote archive-2.example:33333     what xapian-tcpsrv serves; [::1]:33333 for IPv6
//
// It is read here and not by Xapian, which would run the program that a line like `remote :PROGRAM`
// names and takes what it does not know for the name of a file. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"

namespace pressoir::index {

inline constexpr std::size_t kMaxStubBytes = 64 << 10;
inline constexpr std::size_t kMaxShards = 64;

struct ShardAddress {
  std::size_t line = 0;    // of the file, from 1
  std::string folder;      // of an index on this machine; empty: it is elsewhere
  std::string host;        // a name or an address
  std::uint16_t port = 0;  // of xapian-tcpsrv

  bool is_remote() const { return folder.empty(); }
  std::string name() const;  // `host:port`, or the folder
};

// The stub that `path` leads to: a file that is no database by itself, or the file XAPIANDB of a
// folder that is no index of its own. Nothing for anything else.
std::optional<std::string> stub_file(const std::string& path);

// kUnreadable, or kNotAnIndex that names the line.
base::Result<std::vector<ShardAddress>> read_stub(const std::string& file);

}  // namespace pressoir::index
