#include "indexer/sources/page_source.hpp"

#include <string_view>
#include <utility>

#include "indexer/sources/file_reader.hpp"
#include "indexer/sources/file_url.hpp"
#include "indexer/sources/printable.hpp"

namespace pressoir::sources {
namespace {

std::string fallback_url(const PageFile& file, bool is_compressed, const SourceOptions& options) {
  constexpr std::string_view kSuffix = ".gz";
  const auto bare = [&](std::string_view name) {
    if (is_compressed && name.ends_with(kSuffix)) name.remove_suffix(kSuffix.size());
    return name;
  };
  return options.base_url.empty() ? file_url(bare(file.path))
                                  : url_below(options.base_url, bare(file.path_below));
}

}  // namespace

Item read_page(const PageFile& file, const SourceOptions& options) {
  std::string name = printable(file.path);
  base::Result<FileBytes> read = read_file(file.path, options.max_page_bytes);
  if (!read) return {std::move(name), 0, read.error()};
  if (read->bytes.empty()) {
    return {std::move(name), read->bytes_on_disk, base::Error{base::Errc::kEmpty, "is empty"}};
  }
  extract::Page page;
  page.fallback_url = fallback_url(file, read->is_compressed, options);
  page.bytes = std::move(read->bytes);
  return {std::move(name), read->bytes_on_disk, std::move(page)};
}

}  // namespace pressoir::sources
