#include "indexer/sources/source.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/sources/file_reader.hpp"
#include "indexer/sources/folder_source.hpp"
#include "indexer/sources/json_lines_source.hpp"
#include "indexer/sources/page_source.hpp"

namespace pressoir::sources {
namespace {

namespace fs = std::filesystem;

// What could not be opened, in its place among the items.
class FailedSource final : public Source {
 public:
  FailedSource(std::string name, base::Error error)
      : name_(std::move(name)), error_(std::move(error)) {}

  std::optional<Item<Content>> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    return Item<Content>{name_, 0, error_};
  }
  std::uint64_t total_bytes() const override { return 0; }

 private:
  std::string name_;
  base::Error error_;
  bool is_done_ = false;
};

// Bytes of the character that starts `text`; 0 when it is none that may be shown.
std::size_t shown_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return lead >= 0x20 && lead != 0x7f ? 1 : 0;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (length > text.size() || !base::is_valid_utf8(text.substr(0, length))) return 0;
  // Terminals take U+009B for the start of an escape sequence, as `ESC [`.
  const bool is_c1_control = lead == 0xc2 && static_cast<unsigned char>(text[1]) < 0xa0;
  return is_c1_control ? 0 : length;
}

}  // namespace

base::Result<std::unique_ptr<Source>> open_file(const FoundFile& file,
                                                const SourceOptions& options) {
  if (is_json_lines(file.path)) return JsonLinesSource::open(file.path, options);
  return std::unique_ptr<Source>(std::make_unique<PageSource>(file, options));
}

// A folder is told from a file by what it is; what a file contains, by open_file().
base::Result<std::unique_ptr<Source>> open_source(const std::string& path,
                                                  const SourceOptions& options) {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  if (status.type() == fs::file_type::not_found) {
    return base::Error{base::Errc::kNotFound, "does not exist"};
  }
  // For instance a folder on the way to it that may not be entered.
  if (code) return base::Error{base::Errc::kUnreadable, "cannot be read: " + code.message()};
  if (status.type() == fs::file_type::directory) return FolderSource::open(path, options);
  const base::Result<FileReader> readable = FileReader::open(path);
  if (!readable) return readable.error();
  const FoundFile file{path, fs::path(path).filename().string()};
  // A file of 0 bytes that was named is reported as an empty page: without a record there would be
  // no item to report. In a folder an empty file of records is passed over.
  if (readable->bytes_on_disk() > 0) return open_file(file, options);
  return std::unique_ptr<Source>(std::make_unique<PageSource>(file, options));
}

// Printable here, once, as every other name of an item is.
std::unique_ptr<Source> failed_source(const std::string& name, const base::Error& error) {
  return std::make_unique<FailedSource>(printable(name), error);
}

void SourceList::add(std::string name, std::unique_ptr<Source> source) {
  sources_.push_back({std::move(name), std::move(source)});
}

// A source that gave nothing is remembered: a slip in a path must not look like success.
std::optional<Item<Content>> SourceList::next() {
  for (; current_ < sources_.size(); ++current_, has_given_ = false) {
    if (std::optional<Item<Content>> item = sources_[current_].source->next()) {
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

std::string printable(std::string_view text, std::size_t max_bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    if (at >= max_bytes) return shown + "…";
    const std::size_t length = shown_character(text.substr(at));
    if (length == 0) {
      const auto byte = static_cast<unsigned char>(text[at]);
      shown += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      shown += text.substr(at, length);
    }
    at += length == 0 ? 1 : length;
  }
  return shown;
}

}  // namespace pressoir::sources
