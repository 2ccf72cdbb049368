// A file of JSON Lines: each line is one item of the type kRecord, whose bytes record.hpp reads.
// Lines of white space are passed over, a byte order mark at the beginning too; a line that is too
// long is an item with an error, and the next is read.
#pragma once

#include <memory>
#include <string>

#include "indexer/sources/file_reader.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::sources {

class JsonLinesSource final : public Source {
 public:
  // kUnreadable when the file cannot be opened.
  static base::Result<std::unique_ptr<Source>> open(const std::string& path,
                                                    const SourceOptions& options);

  // `file` is the one at `path`.
  JsonLinesSource(const std::string& path, FileReader file, const SourceOptions& options);

  // Errors of items: kTooLarge of a line; kUnreadable when the file is damaged from there on, as
  // its last item, named by the file alone.
  std::optional<Item<Content>> next() override;
  std::uint64_t total_bytes() const override { return bytes_on_disk_; }

 private:
  Item<Content> item_of(const Line& line);
  std::uint64_t bytes_since_last();

  std::string name_;
  std::uint64_t bytes_on_disk_;
  std::size_t max_record_bytes_;
  LineReader lines_;
  std::uint64_t bytes_reported_ = 0;
};

// True for a file of JSON Lines by its name, or by its first line when it is called `.json`. False
// as well when it cannot be read.
bool is_json_lines(const std::string& path);

}  // namespace pressoir::sources
