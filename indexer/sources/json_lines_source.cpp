#include "indexer/sources/json_lines_source.hpp"

#include <string_view>
#include <utility>

namespace pressoir::sources {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpaces = " \t\r";

// Windows programs begin UTF-8 files with it, and a JSON parser refuses it.
std::string_view without_mark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

// A manifest or a file of settings starts with `{` alone; a record is a whole object.
bool starts_with_an_object(const std::string& path) {
  base::Result<FileReader> file = FileReader::open(path);
  if (!file) return false;
  std::string head(1u << 16, '\0');
  const base::Result<std::size_t> got = file->read(head);
  if (!got) return false;
  std::string_view line = without_mark(std::string_view(head).substr(0, *got));
  // A first line longer than the head is believed to be a record: files of settings are short.
  const bool is_whole = line.find('\n') != std::string_view::npos || *got < head.size();
  line = line.substr(0, line.find('\n'));
  line = line.substr(0, line.find_last_not_of(kSpaces) + 1);
  return line.starts_with('{') && (line.ends_with('}') || (!is_whole && line.size() > 1));
}

}  // namespace

base::Result<std::unique_ptr<Source>> JsonLinesSource::open(const std::string& path,
                                                            const SourceOptions& options) {
  base::Result<FileReader> file = FileReader::open(path);
  if (!file) return file.error();
  return std::unique_ptr<Source>(
      std::make_unique<JsonLinesSource>(path, std::move(*file), options));
}

JsonLinesSource::JsonLinesSource(const std::string& path, FileReader file,
                                 const SourceOptions& options)
    : name_(printable(path)),
      bytes_on_disk_(file.bytes_on_disk()),
      max_record_bytes_(options.max_record_bytes),
      lines_(std::move(file), options.max_record_bytes) {}

// After an error of the file LineReader is at its end, so that the item with the error is the last.
std::optional<Item<Content>> JsonLinesSource::next() {
  while (true) {
    base::Result<std::optional<Line>> read = lines_.next();
    if (!read) return Item<Content>{name_, bytes_since_last(), read.error()};
    if (!read->has_value()) return std::nullopt;
    Line line = **read;
    if (line.number == 1) line.text = without_mark(line.text);
    if (line.is_too_long || !is_blank(line.text)) return item_of(line);
  }
}

Item<Content> JsonLinesSource::item_of(const Line& line) {
  Item<Content> item{name_ + ":" + std::to_string(line.number), bytes_since_last(), base::Error{}};
  if (line.is_too_long) {
    item.content =
        base::Error{base::Errc::kTooLarge,
                    "is a line of more than " + std::to_string(max_record_bytes_) + " bytes"};
  } else {
    Content record;
    record.type = MediaType::kRecord;
    record.bytes = std::string(line.text);
    item.content = std::move(record);
  }
  return item;
}

// What zlib has read of the file since the last item: a whole buffer now and then, else nothing.
std::uint64_t JsonLinesSource::bytes_since_last() {
  const std::uint64_t consumed = lines_.bytes_consumed();
  return consumed - std::exchange(bytes_reported_, consumed);
}

// `.json` alone is no sign: sites keep manifests and API answers under it, which would be one bad
// record a line.
bool is_json_lines(const std::string& path) {
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return true;
  return name.ends_with(".json") && starts_with_an_object(path);
}

}  // namespace pressoir::sources
