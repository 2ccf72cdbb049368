#include <algorithm>

#include "indexer/extract/regions.hpp"

namespace pressoir::extract {
namespace {

// UTF-8 continuation bytes and white space do not count.
std::uint32_t count_visible(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char c) {
    return (c & 0xC0) != 0x80 && c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f';
  }));
}

}  // namespace

TextMeasure::TextMeasure(const HtmlTree& tree, const std::vector<Region>& regions) : tree_(&tree) {
  characters_.assign(tree.size() + 1, 0);
  link_characters_.assign(tree.size() + 1, 0);
  links_.assign(tree.size() + 1, 0);
  for (NodeId i = 0; i < tree.size(); ++i) {
    const Node& node = tree[i];
    const bool counts = regions[i] == Region::kContent;
    const std::uint32_t size =
        counts && node.tag == Tag::kText ? count_visible(node.text) : std::uint32_t{0};
    characters_[i + 1] = characters_[i] + size;
    link_characters_[i + 1] = link_characters_[i] + (node.is_in_link ? size : 0);
    links_[i + 1] = links_[i] + (counts && node.tag == Tag::kAnchor ? 1 : 0);
  }
}

}  // namespace pressoir::extract
