#include "indexer/sources/page_source.hpp"

#include <algorithm>
#include <system_error>

#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/sources/file_reader.hpp"

namespace pressoir::sources {
namespace {

// Mirrors are often packed page by page (`page.html.gz`): the address on the site had no `.gz`. A
// file that is only called so, and is not packed, keeps its name.
std::string url_of(const FoundFile& file, bool is_compressed, const SourceOptions& options) {
  constexpr std::string_view kSuffix = ".gz";
  const auto bare = [&](std::string_view name) {
    if (is_compressed && name.ends_with(kSuffix)) name.remove_suffix(kSuffix.size());
    return name;
  };
  return options.base_url.empty() ? file_url(bare(file.path))
                                  : url_below(options.base_url, bare(file.path_below));
}

// The marks are those that RFC 3986 (3.3) allows in a path, `/` included. A name of a file is raw
// bytes, so that `%` is encoded too: `100%.html` is `100%25.html`.
std::string encode_path(std::string_view path) {
  return base::percent_encode(path, "!$&'()*+,;=:@/");
}

}  // namespace

// The file is opened here and not before: a folder of a million files opens one after the other.
std::optional<Item<Content>> PageSource::next() {
  if (std::exchange(is_done_, true)) return std::nullopt;
  Item<Content> item{printable(file_.path), 0, base::Error{}};
  base::Result<FileBytes> read = read_file(file_.path, options_.max_page_bytes);
  if (!read) {
    item.content = read.error();
    return item;
  }
  item.bytes_read = read->bytes_on_disk;
  if (read->bytes.empty()) {
    item.content = base::Error{base::Errc::kEmpty, "is empty"};
    return item;
  }
  Content page;
  page.url = url_of(file_, read->is_compressed, options_);
  page.bytes = std::move(read->bytes);
  item.content = std::move(page);
  return item;
}

std::uint64_t PageSource::total_bytes() const {
  std::error_code code;
  const std::uintmax_t bytes = std::filesystem::file_size(file_.path, code);
  return code ? 0 : bytes;
}

// Mirrors escape the names of their files as addresses (`article.php%3Fid=14.html`): a name in which
// each `%` begins an escape is one already, `100%.html` is none.
std::string unescaped_name(std::string_view path) {
  const auto decoded = base::percent_decode(path);
  const bool is_escaped = decoded && decoded->size() < path.size() && base::is_valid_utf8(*decoded) &&
                          decoded->find('\0') == std::string::npos;
  return is_escaped ? *decoded : std::string(path);
}

// The slashes at the end of the base are one; those of a bare scheme are kept.
std::string url_below(std::string_view base_url, std::string_view path_as_stored) {
  const std::string path_below = unescaped_name(path_as_stored);
  std::string url(base_url);
  if (!base_url.ends_with("://")) {
    url.resize(base_url.find_last_not_of('/') + 1);
    url += '/';
  }
  const std::size_t query = std::min(path_below.find('?'), path_below.size());
  url += encode_path(path_below.substr(0, query));
  if (query < path_below.size()) url += "?" + encode_path(path_below.substr(query + 1));
  return url;
}

// Lexically: resolving links would give a file another address when its folder is moved behind one.
std::string file_url(const std::filesystem::path& path) {
  std::error_code code;
  const std::filesystem::path absolute = std::filesystem::absolute(path, code);
  return "file://" + encode_path((code ? path : absolute).lexically_normal().native());
}

}  // namespace pressoir::sources
