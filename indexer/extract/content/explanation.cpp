#include "indexer/extract/content/page_reader.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/content/text_measure.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;

constexpr std::size_t kMaxValueBytes = 40;

// Blocks of chrome are found by reading the page again as if a region of it were the content, so
// that they look as they would have looked in the text.
class Explainer {
 public:
  Explainer(const HtmlTree& tree, const PageContent& reading)
      : tree_(tree),
        reading_(reading),
        measure_(tree, std::vector<Region>(tree.size(), Region::kContent)) {}

  std::vector<ExplainedBlock> explain() const {
    std::vector<PageBlock> blocks = reading_.blocks;
    blocks.insert(blocks.end(), reading_.left_out.begin(), reading_.left_out.end());
    // These are regions of the tree; those after kTheme are regions of blocks, which are left_out
    // already.
    for (int r = static_cast<int>(Region::kHidden); r <= static_cast<int>(Region::kTheme); ++r) {
      add_blocks_of(static_cast<Region>(r), blocks);
    }
    std::ranges::stable_sort(blocks, {}, &PageBlock::node);
    std::vector<ExplainedBlock> explained;
    explained.reserve(blocks.size());
    for (PageBlock& block : blocks) {
      std::string evidence = evidence_for(block);
      explained.push_back({block.region, block.kind, std::move(block.text), std::move(evidence)});
    }
    return explained;
  }

 private:
  // The nodes of one region below <body>, read as if they were the content.
  void add_blocks_of(Region region, std::vector<PageBlock>& blocks) const {
    std::vector<Region> regions(reading_.regions.size(), Region::kHidden);
    for (NodeId i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag == html::Tag::kHead) {
        i = tree_[i].end - 1;
      } else if (reading_.regions[i] == region) {
        regions[i] = Region::kContent;
      }
    }
    for (PageBlock& block : read_blocks(tree_, regions)) {
      block.region = region;
      blocks.push_back(std::move(block));
    }
  }

  std::string evidence_for(const PageBlock& block) const {
    const NodeId element = outermost(block.node);
    switch (block.region) {
      case Region::kHidden:
      case Region::kLandmark:
      case Region::kRole:
        return describe(element);
      case Region::kClassWord:
        return fmt::format("“{}” in {}", html::plain(navigation_word(class_words(tree_, element))),
                           describe(element));
      case Region::kLinks:
        return fmt::format("{} links, {} % of the text of {}", measure_.links(element),
                           measure_.link_characters(element) * 100 /
                               std::max<std::size_t>(measure_.characters(element), 1),
                           describe(element));
      default:
        return {};
    }
  }

  // The element that was given the region of `node`.
  NodeId outermost(NodeId node) const {
    while (node != 0 && reading_.regions[tree_[node].parent] == reading_.regions[node]) {
      node = tree_[node].parent;
    }
    return node;
  }

  // `<div id="pied" class="bloc">`
  std::string describe(NodeId node) const {
    std::string tag = "<" + std::string(html::name_of(tree_[node].tag));
    for (const std::string_view name : {"role", "id", "class", "style", "hidden", "aria-hidden"}) {
      if (!tree_.has_attribute(node, name)) continue;
      std::string value = html::plain(tree_.attribute(node, name));
      if (value.size() > kMaxValueBytes)
        value = std::string(base::clip_utf8(value, kMaxValueBytes)) + "…";
      tag += fmt::format(" {}=\"{}\"", name, value);
    }
    return tag + ">";
  }

  const HtmlTree& tree_;
  const PageContent& reading_;
  TextMeasure measure_;  // of everything
};

}  // namespace

std::vector<ExplainedBlock> explain_blocks(const HtmlTree& tree, const PageContent& reading) {
  return Explainer(tree, reading).explain();
}

}  // namespace pressoir::extract::content
