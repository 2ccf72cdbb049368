#include "indexer/sources/folder_source.hpp"

#include <utility>

#include "indexer/sources/json_lines_source.hpp"
#include "indexer/sources/page_source.hpp"
#include "indexer/sources/printable.hpp"

namespace pressoir::sources {

base::Result<std::unique_ptr<Source>> FolderSource::open(const std::string& folder,
                                                         const SourceOptions& options) {
  base::Result<FolderWalk> walk = FolderWalk::open(folder);
  if (!walk) return walk.error();
  return std::unique_ptr<Source>(std::make_unique<FolderSource>(folder, std::move(*walk), options));
}

std::optional<Item> FolderSource::next() {
  while (true) {
    if (records_) {
      if (std::optional<Item> item = records_->next()) return item;
      records_.reset();
    }
    const std::optional<WalkEntry> entry = walk_.next();
    if (!entry) return std::nullopt;
    if (std::optional<Item> item = read(*entry)) return item;
  }
}

std::optional<Item> FolderSource::read(const WalkEntry& entry) {
  const std::string path = entry.path.string();
  if (entry.error) return Item{printable(path), 0, *entry.error};
  if (!holds_json_lines(path)) {
    return read_page({path, entry.path.lexically_relative(folder_).string()}, options_);
  }
  base::Result<FileReader> file = FileReader::open(path);
  if (!file) return Item{printable(path), 0, file.error()};
  records_ = std::make_unique<JsonLinesSource>(path, std::move(*file), options_);
  return std::nullopt;
}

std::uint64_t FolderSource::total_bytes() const {
  base::Result<FolderWalk> walk = FolderWalk::open(folder_);
  std::uint64_t bytes = 0;
  if (!walk) return bytes;
  while (const std::optional<WalkEntry> entry = walk->next()) bytes += entry->bytes;
  return bytes;
}

}  // namespace pressoir::sources
