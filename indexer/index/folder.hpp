// What a path leads to: the folder of an index, with its generations, so that a merged or rebuilt
// database replaces the old one atomically, and the room on its disk; or the stub of an archive of
// several indexes.
//
//   XAPIANDB       `glass generation-7`: a stub of Xapian, which opens the folder by it
//   generation-7/  the current database: readers open it, a writer has locked it
//   loading/       segments on their way into generation-8, of a writer or of a killed one
//   writer         the process that writes, for the message to a second one
//
// XAPIANDB is replaced by renaming. What it does not name is garbage: the next writer removes it.
//
// A stub that somebody wrote, as a file of any name or as the XAPIANDB of a folder, lists the
// shards of an archive:
//
//   # a line for each shard
//   auto first                         the folder of an index, relative to the file's own
//   remote archive-2.example:33333     what xapian-tcpsrv serves; [::1]:33333 for IPv6
//
// It is read here and not by Xapian, which would run the program that a line like `remote :PROGRAM`
// names and takes what it does not know for the name of a file.
//
// Functions keep no state and may be called from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// The generation that XAPIANDB names; nothing when there is none.
std::optional<std::uint64_t> current_generation(const std::string& path);

// The folder of a generation.
std::string generation_folder(const std::string& path, std::uint64_t generation);

// What Xapian has to open for an index: the folder of its current generation, or `path` itself,
// which may be another kind of database.
std::string database_path(const std::string& path);

// The folder of the segments.
std::string loading_folder(const std::string& path);

// Makes a generation the current one, durably (fsync of file and folder). kUnreadable or kNoSpace:
// the previous generation then stays current.
base::Result<void> publish_generation(const std::string& path, std::uint64_t generation);

// Removes what a killed writer left: segments and every generation but the current one. Only the
// holder of the lock may call it.
void remove_leftovers(const std::string& path);

// Writes the number of this process into `writer`; reads it. Empty when unknown.
void name_writer(const std::string& path);
std::string writer_name(const std::string& path);

// Room on the disk is checked before Xapian writes: where a disk fills up during a write, Xapian
// may end the process (it writes in destructors) or lose the reason.

// Bytes that Xapian writes for a byte of text: about two, measured; twice that to be safe.
inline constexpr std::uint64_t kWrittenPerTextByte = 4;

// Room required besides: a commit writes changed blocks anew before it frees the old ones.
inline constexpr std::uint64_t kSpareBytes = 64ull << 20;

// kNoSpace when the disk of `folder` has less than `bytes` + kSpareBytes free; success when the
// system does not tell. `path` is the index's, for the message.
base::Result<void> require_space(const std::string& folder, std::uint64_t bytes,
                                 const std::string& path);

// Bytes of a file, or of all files below a folder; 0 when there is none.
std::uint64_t bytes_on_disk(const std::string& path);
std::uint64_t bytes_on_disk(std::span<const std::string> paths);

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
