#include "indexer/extract/content/text_measure.hpp"

#include "indexer/base/utf8.hpp"

#include <string_view>

namespace pressoir::extract::content {
namespace {

// UTF-8 continuation bytes and white space do not count.
constexpr bool is_visible(char c) {
  return !base::is_utf8_continuation(c) && c != ' ' && c != '\n' && c != '\t' && c != '\r' &&
         c != '\f';
}

// So few at once that a byte can count them: compilers then count many together.
std::uint32_t count_visible(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += UINT8_MAX) {
    std::uint8_t part = 0;
    for (const char c : text.substr(begin, UINT8_MAX)) {
      part = static_cast<std::uint8_t>(part + (is_visible(c) ? 1 : 0));
    }
    count += part;
  }
  return count;
}

}  // namespace

TextMeasure::TextMeasure(const html::HtmlTree& tree, const std::vector<Region>& regions)
    : tree_(&tree),
      sizes_(tree.size(), 0),
      characters_(tree.size() + 1, 0),
      link_characters_(tree.size() + 1, 0),
      links_(tree.size() + 1, 0) {
  for (html::NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == html::Tag::kText) sizes_[i] = count_visible(tree[i].text);
  }
  update(regions);
}

void TextMeasure::update(const std::vector<Region>& regions) {
  for (html::NodeId i = 0; i < tree_->size(); ++i) {
    const html::Node& node = (*tree_)[i];
    const bool counts = regions[i] == Region::kContent;
    const std::uint32_t size = counts ? sizes_[i] : 0;
    characters_[i + 1] = characters_[i] + size;
    link_characters_[i + 1] = link_characters_[i] + (node.is_in_link ? size : 0);
    links_[i + 1] = links_[i] + (counts && node.tag == html::Tag::kAnchor ? 1 : 0);
  }
}

}  // namespace pressoir::extract::content
