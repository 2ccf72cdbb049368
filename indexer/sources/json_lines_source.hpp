// A file of JSON Lines: one record a line. Lines of white space are passed over, a byte order mark
// at the beginning too; a line that is no record is an item with an error, and the next is read.
#pragma once

#include <string>
#include <string_view>

#include "indexer/sources/line_reader.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::sources {

class JsonLinesSource final : public Source {
 public:
  JsonLinesSource(const std::string& path, FileReader file, const SourceOptions& options);

  std::optional<Item> next() override;
  std::uint64_t total_bytes() const override { return bytes_on_disk_; }

 private:
  Item read_line(const Line& line);
  std::uint64_t bytes_since_last();

  std::string name_;
  std::uint64_t bytes_on_disk_;
  LineReader lines_;
  SourceOptions options_;
  std::uint64_t bytes_reported_ = 0;
};

// True for a file that holds JSON Lines by its name, or by its first line when it is called
// `.json`. False as well when it cannot be read.
bool holds_json_lines(const std::string& path);

}  // namespace pressoir::sources
