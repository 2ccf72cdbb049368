#include "server/pages/base_path.hpp"

#include <algorithm>
#include <array>

namespace pressoir::pages {
namespace {

constexpr std::array<std::string_view, 3> kAttributes = {"href=\"", "src=\"", "action=\""};

bool ends_with_attribute(std::string_view text) {
  return std::any_of(kAttributes.begin(), kAttributes.end(),
                     [&](std::string_view attribute) { return text.ends_with(attribute); });
}

}  // namespace

std::string_view path_of(std::string_view base_url) noexcept {
  const std::size_t scheme_end = base_url.find("://");
  if (scheme_end == std::string_view::npos) return base_url;
  const std::size_t path = base_url.find('/', scheme_end + 3);
  return path == std::string_view::npos ? std::string_view() : base_url.substr(path);
}

std::string with_base_path(std::string_view html, std::string_view base_path) {
  constexpr std::string_view kValue = "=\"/";
  std::string page;
  std::size_t copied = 0;
  for (std::size_t at = html.find(kValue); at != std::string_view::npos;
       at = html.find(kValue, at + 1)) {
    const std::size_t slash = at + kValue.size() - 1;
    const bool is_other_host = html.substr(slash).starts_with("//");
    if (is_other_host || !ends_with_attribute(html.substr(0, slash))) continue;
    page.append(html, copied, slash - copied).append(base_path);
    copied = slash;
  }
  return page.append(html, copied);
}

}  // namespace pressoir::pages
