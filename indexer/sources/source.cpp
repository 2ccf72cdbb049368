#include "indexer/sources/source.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/sources/folder_source.hpp"
#include "indexer/sources/json_lines_source.hpp"
#include "indexer/sources/page_source.hpp"
#include "indexer/sources/printable.hpp"

namespace pressoir::sources {
namespace {

namespace fs = std::filesystem;

// Gives the item that `read` makes, once.
template <typename Read>
class SingleSource final : public Source {
 public:
  SingleSource(Read read, std::uint64_t bytes) : read_(std::move(read)), bytes_(bytes) {}

  std::optional<Item> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    return read_();
  }
  std::uint64_t total_bytes() const override { return bytes_; }

 private:
  Read read_;
  std::uint64_t bytes_;
  bool is_done_ = false;
};

template <typename Read>
std::unique_ptr<Source> single_source(Read read, std::uint64_t bytes) {
  return std::make_unique<SingleSource<Read>>(std::move(read), bytes);
}

base::Result<std::unique_ptr<Source>> open_file(const std::string& path,
                                                const SourceOptions& options) {
  base::Result<FileReader> file = FileReader::open(path);
  if (!file) return file.error();
  const std::uint64_t bytes = file->bytes_on_disk();
  const bool is_jsonl = holds_json_lines(path);
  // Without a record there is nothing to say about a file of 0 bytes but that it is empty.
  if (is_jsonl && bytes > 0) {
    return std::unique_ptr<Source>(
        std::make_unique<JsonLinesSource>(path, std::move(*file), options));
  }
  const PageFile page{path, fs::path(path).filename().string()};
  return single_source([page, options] { return read_page(page, options); }, bytes);
}

}  // namespace

base::Result<std::unique_ptr<Source>> open_source(const std::string& path,
                                                  const SourceOptions& options) {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  if (status.type() == fs::file_type::not_found) {
    return base::Error{base::Errc::kNotFound, "does not exist"};
  }
  if (code) return base::Error{base::Errc::kUnreadable, "cannot be read: " + code.message()};
  if (status.type() == fs::file_type::directory) return FolderSource::open(path, options);
  return open_file(path, options);
}

std::unique_ptr<Source> failed_source(const std::string& name, const base::Error& error) {
  return single_source([name, error] { return Item{printable(name), 0, error}; }, 0);
}

void SourceList::add(std::string name, std::unique_ptr<Source> source) {
  sources_.push_back({std::move(name), std::move(source)});
}

std::optional<Item> SourceList::next() {
  for (; current_ < sources_.size(); ++current_, has_given_ = false) {
    if (std::optional<Item> item = sources_[current_].source->next()) {
      has_given_ = true;
      return item;
    }
    if (!has_given_) empty_ones_.push_back(sources_[current_].name);
  }
  return std::nullopt;
}

std::uint64_t SourceList::total_bytes() const {
  std::uint64_t bytes = 0;
  for (const Named& named : sources_) bytes += named.source->total_bytes();
  return bytes;
}

}  // namespace pressoir::sources
