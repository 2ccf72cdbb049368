#include "indexer/extract/html_tree.hpp"

#include <gumbo.h>
#include <algorithm>
#include <span>

#include "indexer/extract/plain_text.hpp"

namespace pressoir::extract {
namespace {

std::span<void* const> items(const GumboVector& vector) {
  return {vector.data, vector.length};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

Tag tag_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return tag_from_name(gumbo_normalized_tagname(element.tag));
  GumboStringPiece name = element.original_tag;  // gumbo knows no <dialog>
  gumbo_tag_from_original_text(&name);
  return tag_from_name({name.data, name.length});
}

// An element whose children are being read.
struct Frame {
  const GumboNode* node;
  NodeId id;
  std::size_t next_child;
};

}  // namespace

void HtmlTree::Destroy::operator()(GumboInternalOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

base::Result<HtmlTree> HtmlTree::parse(std::string_view html, const MarkupLimits& limits) {
  auto tamed = tame_markup(html, limits);
  if (tamed.has_error()) return std::move(tamed).error();
  HtmlTree tree;
  tree.html_ = std::make_unique<std::string>(std::move(tamed->html));
  tree.json_ld_ = std::move(tamed->json_ld);
  tree.tag_count_ = tamed->tag_count;
  tree.is_fragment_ = tamed->is_fragment;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // the list of errors grows quadratically (rubys/nokogumbo#65)
  tree.output_.reset(gumbo_parse_with_options(&options, tree.html_->data(), tree.html_->size()));
  tree.flatten();
  return tree;
}

void HtmlTree::flatten() {
  std::vector<Frame> frames;
  const auto open = [&](const GumboNode& node) {
    Node entry;
    entry.parent = frames.empty() ? 0 : frames.back().id;
    entry.is_in_link = !frames.empty() && nodes_[entry.parent].is_in_link;
    entry.end = size() + 1;
    if (is_element(node)) {
      entry.tag = tag_of(node.v.element);
      entry.is_in_link = entry.is_in_link || entry.tag == Tag::kAnchor;
      entry.first_attribute = static_cast<std::uint32_t>(attributes_.size());
      for (const void* item : items(node.v.element.attributes)) {
        const auto& attribute = *static_cast<const GumboAttribute*>(item);
        attributes_.push_back({attribute.name, attribute.value});
      }
      entry.attribute_count = node.v.element.attributes.length;
      frames.push_back({&node, size(), 0});
    } else {
      entry.tag = Tag::kText;
      entry.text = node.v.text.text;
    }
    nodes_.push_back(entry);
  };
  open(*output_->root);
  while (!frames.empty()) {
    Frame& frame = frames.back();
    const auto children = items(frame.node->v.element.children);
    if (frame.next_child == children.size()) {
      nodes_[frame.id].end = size();
      frames.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children[frame.next_child++]);
    if (child.type != GUMBO_NODE_COMMENT) open(child);
  }
}

std::string_view HtmlTree::attribute(NodeId node, std::string_view name) const noexcept {
  const Node& n = nodes_[node];
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    const Attribute& attribute = attributes_[n.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool HtmlTree::has_attribute(NodeId node, std::string_view name) const noexcept {
  const Node& n = nodes_[node];
  return std::any_of(attributes_.begin() + n.first_attribute,
                     attributes_.begin() + n.first_attribute + n.attribute_count,
                     [name](const Attribute& attribute) { return attribute.name == name; });
}

std::string HtmlTree::text_of(NodeId node) const {
  std::string text;
  for (NodeId i = node; i < nodes_[node].end; ++i) {
    const Node& n = nodes_[i];
    if (n.tag == Tag::kText) {
      append_plain(text, n.text);
    } else if (is_block(n.tag) || n.tag == Tag::kBreak) {
      append_plain(text, " ");
    }
  }
  trim_plain(text);
  return text;
}

}  // namespace pressoir::extract
