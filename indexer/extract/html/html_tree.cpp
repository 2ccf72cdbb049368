#include "indexer/extract/html/html_tree.hpp"

#include "indexer/extract/html/markup_scanner.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <span>

namespace pressoir::extract::html {
namespace {

std::span<void* const> items(const GumboVector& vector) {
  return {vector.data, vector.length};
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const std::array<Tag, GUMBO_TAG_UNKNOWN>& known_tags() {
  static const auto tags = [] {
    std::array<Tag, GUMBO_TAG_UNKNOWN> all{};
    for (std::size_t tag = 0; tag < all.size(); ++tag) {
      all[tag] = tag_from_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    }
    return all;
  }();
  return tags;
}

Tag tag_of(const GumboElement& element) {
  if (element.tag < GUMBO_TAG_UNKNOWN) return known_tags()[element.tag];
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
  StandIns stand_ins(*tree.html_, tamed->plain, tree.texts_);
  tree.build(stand_ins);
  if (!stand_ins.are_restored()) {
    StandIns none(*tree.html_, {}, tree.texts_);
    tree.build(none);
  }
  return tree;
}

void HtmlTree::build(StandIns& stand_ins) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // the list of errors grows quadratically (rubys/nokogumbo#65)
  const std::string& markup = stand_ins.markup();
  output_.reset(gumbo_parse_with_options(&options, markup.data(), markup.size()));
  nodes_.clear();
  attributes_.clear();
  flatten(stand_ins);
}

void HtmlTree::flatten(StandIns& stand_ins) {
  std::vector<Frame> frames = {{output_->root, 0, 0}};
  add_node(*output_->root, 0, stand_ins);
  while (!frames.empty()) {
    Frame& frame = frames.back();
    const auto children = items(frame.node->v.element.children);
    if (frame.next_child == children.size()) {
      nodes_[frame.id].end = size();
      frames.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children[frame.next_child++]);
    if (child.type == GUMBO_NODE_COMMENT) continue;
    add_node(child, frame.id, stand_ins);
    if (is_element(child)) frames.push_back({&child, size() - 1, 0});
  }
}

void HtmlTree::add_node(const GumboInternalNode& node, NodeId parent, StandIns& stand_ins) {
  Node entry;
  entry.parent = parent;
  entry.is_in_link = !nodes_.empty() && nodes_[parent].is_in_link;
  entry.end = size() + 1;
  if (is_element(node)) {
    entry.tag = tag_of(node.v.element);
    entry.is_in_link = entry.is_in_link || entry.tag == Tag::kAnchor;
    entry.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    for (const void* item : items(node.v.element.attributes)) {
      const auto& attribute = *static_cast<const GumboAttribute*>(item);
      AttributeWalk plain(stand_ins.attributes_at(attribute.original_name.data));
      while (plain.next()) attributes_.push_back({plain.name, plain.value});
      if (plain.position() == 0) attributes_.push_back({attribute.name, attribute.value});
    }
    entry.attribute_count = static_cast<std::uint32_t>(attributes_.size()) - entry.first_attribute;
  } else {
    entry.tag = Tag::kText;
    entry.text = stand_ins.restore(node.v.text.text, node.v.text.original_text.data);
  }
  nodes_.push_back(entry);
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

}  // namespace pressoir::extract::html
