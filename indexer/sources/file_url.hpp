// Addresses of files that name none themselves. Every function may be called from any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pressoir::sources {

// `base_url` + `/` + `path_below`, percent-encoded: `http://example.org` and `a b/é.html` give
// `http://example.org/a%20b/%C3%A9.html`. As programs that mirror sites name files, the first `?`
// starts the query; and after a bare scheme (`http://`) the first folder is the host.
std::string url_below(std::string_view base_url, std::string_view path_below);

// The `file:` address of a path, made absolute first. Links in it are kept, so that a file has one
// address wherever its folder's links lead today.
std::string file_url(const std::filesystem::path& path);

}  // namespace pressoir::sources
