// The files below a folder, one at a time, in the order of their names.
//
// Used by one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/base/error.hpp"

namespace pressoir::sources {

// A file below the folder, or what could not be read there.
struct WalkEntry {
  std::filesystem::path path;
  std::uint64_t bytes = 0;           // its size on disk
  std::optional<base::Error> error;  // kUnreadable
};

// Depth first, names compared byte by byte. Hidden files and folders (`.git`) are passed over. A
// link to a file inside the folder is a file; a link to a folder inside is passed over, since its
// files are met under their own names; links that lead out of the folder or nowhere, pipes,
// sockets and devices are entries with an error, and so are folders that cannot be listed.
class FolderWalk {
 public:
  // kUnreadable when `folder`, which may itself be a link, cannot be listed.
  static base::Result<FolderWalk> open(const std::filesystem::path& folder);

  // Nothing at the end.
  std::optional<WalkEntry> next();

 private:
  FolderWalk() = default;
  std::optional<WalkEntry> visit(const std::filesystem::path& path);
  std::optional<WalkEntry> visit_link(const std::filesystem::path& path) const;
  std::optional<WalkEntry> list(const std::filesystem::path& folder);

  std::filesystem::path canonical_root_;
  std::vector<std::filesystem::path> pending_;  // the next one last
};

}  // namespace pressoir::sources
