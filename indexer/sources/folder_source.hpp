// Every file below a folder, each opened as open_file() does: pages, and records among them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/sources/source.hpp"

namespace pressoir::sources {

// A file below the folder, or what could not be read there.
struct WalkEntry {
  std::filesystem::path path;
  std::uint64_t bytes = 0;           // its size on disk
  std::optional<base::Error> error;  // kUnreadable
};

// The files below a folder, depth first, names compared byte by byte. Hidden files and folders
// (`.git`) are passed over. A link to a file inside the folder is a file; a link to a folder inside
// is passed over, since its files are met under their own names; links that lead out of the folder
// or nowhere, pipes, sockets and devices are entries with an error, and so are folders that cannot
// be listed. The names in each folder on the way down are in memory at once, sorted, so that the
// same files give the same order on every file system.
//
// Used by one thread at a time.
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

// The items of all files of a folder. A file that cannot be opened is an item with its error.
class FolderSource final : public Source {
 public:
  // kUnreadable when the folder cannot be listed.
  static base::Result<std::unique_ptr<Source>> open(const std::string& folder,
                                                    const SourceOptions& options);

  // `walk` is of `folder`.
  FolderSource(std::string folder, FolderWalk walk, const SourceOptions& options)
      : folder_(std::move(folder)), walk_(std::move(walk)), options_(options) {}

  std::optional<Item<Content>> next() override;

  // Walks the folder once more: takes as long as looking up the size of each file.
  std::uint64_t total_bytes() const override;

 private:
  std::unique_ptr<Source> open_entry(const WalkEntry& entry) const;

  std::string folder_;
  FolderWalk walk_;
  SourceOptions options_;
  std::unique_ptr<Source> file_;  // the one that is being read
};

}  // namespace pressoir::sources
