#include "indexer/extract/layout.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace pressoir::extract {
namespace {

constexpr std::size_t kMaxIdBytes = 64;

void append_element(const HtmlTree& tree, NodeId node, std::string& path) {
  const Tag tag = tree[node].tag;
  path += static_cast<char>(tag);
  if (tag == Tag::kHtml || tag == Tag::kBody) return;
  for (const char c : tree.attribute(node, "id").substr(0, kMaxIdBytes)) {
    if (c < '0' || c > '9') path += c;
  }
}

}  // namespace

std::uint64_t layout_of(const HtmlTree& tree, NodeId node) {
  std::string path;
  for (NodeId i = node; i != 0; i = tree[i].parent) append_element(tree, i, path);
  return std::hash<std::string_view>()(path);
}

}  // namespace pressoir::extract
