// Every file below a folder: pages, and the records of JSON Lines among them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "indexer/sources/folder_walk.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::sources {

class FolderSource final : public Source {
 public:
  // kUnreadable when the folder cannot be listed.
  static base::Result<std::unique_ptr<Source>> open(const std::string& folder,
                                                    const SourceOptions& options);

  // `walk` is of `folder`.
  FolderSource(std::string folder, FolderWalk walk, const SourceOptions& options)
      : folder_(std::move(folder)), walk_(std::move(walk)), options_(options) {}

  std::optional<Item> next() override;

  // Walks the folder: as long as it takes to look at each of its files once.
  std::uint64_t total_bytes() const override;

 private:
  std::optional<Item> read(const WalkEntry& entry);

  std::string folder_;
  FolderWalk walk_;
  SourceOptions options_;
  std::unique_ptr<Source> records_;  // of the JSON Lines file that is being read
};

}  // namespace pressoir::sources
