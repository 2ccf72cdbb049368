// Pages of a server that stands behind a path of its host: `https://ministere.example/archives/`.
// Pure functions: any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::pages {

// The path of `base_url`, which may be one already: `/archives` of
// `https://ministere.example/archives`; empty when there is none.
std::string_view path_of(std::string_view base_url) noexcept;

// The page with `base_path` before every address of this server in it: the values of `href`, `src`
// and `action` that begin with one slash. Templates, those of operators too, need not know where
// they are served. `html` must have its text escaped, as our pages have: attributes are not parsed.
std::string with_base_path(std::string_view html, std::string_view base_path);

}  // namespace pressoir::pages
