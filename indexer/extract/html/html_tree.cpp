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

// Gumbo's numbers of tags as ours, looked up by name once.
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

using Placeholders = std::vector<Placeholder>;

// The first placeholder at or after `begin`, which points into the markup.
Placeholders::const_iterator first_from(const char* begin, const Placeholders& placeholders,
                                        const LimitedMarkup& limited) {
  const auto place = static_cast<std::size_t>(begin - limited.markup.data());
  return std::ranges::lower_bound(placeholders, place, {}, &Placeholder::place);
}

// The placeholder for attributes that begins at `begin`; null when there is none.
const Placeholder* placeholder_at(const char* begin, const LimitedMarkup& limited) {
  if (begin == nullptr) return nullptr;  // of an element that gumbo made up
  const auto found = first_from(begin, limited.attributes, limited);
  const bool is_there =
      found != limited.attributes.end() && limited.markup.data() + found->place == begin;
  return is_there ? &*found : nullptr;
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

base::Result<HtmlTree> HtmlTree::parse(std::string html, const MarkupLimits& limits) {
  HtmlTree tree;
  tree.html_ = std::make_unique<std::string>(std::move(html));
  auto limited = limit_markup(*tree.html_, limits);
  if (limited.has_error()) return std::move(limited).error();
  // A page may write the character of the placeholders itself.
  if (!tree.build(*limited)) tree.build(*limit_markup(*tree.html_, limits, false));
  tree.json_ld_ = std::move(limited->json_ld);
  tree.tag_count_ = limited->tag_count;
  tree.is_fragment_ = limited->is_fragment;
  return tree;
}

// False when the texts that placeholders stand for are not each found once: the nodes are wrong.
bool HtmlTree::build(const LimitedMarkup& limited) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // the list of errors grows quadratically (rubys/nokogumbo#65)
  output_.reset(gumbo_parse_with_options(&options, limited.markup.data(), limited.markup.size()));
  nodes_.clear();
  attributes_.clear();
  restored_ = 0;
  flatten(limited);
  return restored_ == limited.texts.size();
}

// By a list of open elements and not by recursion: a page may nest 512 blocks and as many inline
// elements.
void HtmlTree::flatten(const LimitedMarkup& limited) {
  std::vector<Frame> frames = {{output_->root, 0, 0}};
  add_node(*output_->root, 0, limited);
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
    add_node(child, frame.id, limited);
    if (is_element(child)) frames.push_back({&child, size() - 1, 0});
  }
}

void HtmlTree::add_node(const GumboInternalNode& node, NodeId parent,
                        const LimitedMarkup& limited) {
  Node entry;
  entry.parent = parent;
  entry.is_in_link = !nodes_.empty() && nodes_[parent].is_in_link;
  entry.end = size() + 1;
  if (is_element(node)) {
    entry.tag = tag_of(node.v.element);
    entry.is_in_link = entry.is_in_link || entry.tag == Tag::kAnchor;
    entry.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    add_attributes(node, limited);
    entry.attribute_count = static_cast<std::uint32_t>(attributes_.size()) - entry.first_attribute;
  } else {
    entry.tag = Tag::kText;
    entry.text = restore(node, limited);
  }
  nodes_.push_back(entry);
}

// Of a tag with a placeholder, the attributes are those of the source.
void HtmlTree::add_attributes(const GumboInternalNode& node, const LimitedMarkup& limited) {
  for (const void* item : items(node.v.element.attributes)) {
    const auto& attribute = *static_cast<const GumboAttribute*>(item);
    const auto* found = placeholder_at(attribute.original_name.data, limited);
    if (found == nullptr) {
      attributes_.push_back({attribute.name, attribute.value});
      continue;
    }
    AttributeWalk walk(found->source);
    while (walk.next()) attributes_.push_back({walk.name, walk.value});
  }
}

// The text of a node with what its placeholders stand for.
std::string_view HtmlTree::restore(const GumboInternalNode& node, const LimitedMarkup& limited) {
  const std::string_view text = node.v.text.text;
  std::size_t at = limited.texts.empty() ? text.npos : text.find(kTextPlaceholder);
  if (at == std::string_view::npos) return text;
  auto placeholder = first_from(node.v.text.original_text.data, limited.texts, limited);
  std::string whole;
  std::size_t copied = 0;
  for (; at != std::string_view::npos; at = text.find(kTextPlaceholder, copied)) {
    ++restored_;
    const bool is_known = placeholder != limited.texts.end();
    const std::string_view source = is_known ? (placeholder++)->source : std::string_view();
    if (text.size() == kTextPlaceholder.size()) return source;
    whole.append(text, copied, at - copied).append(source);
    copied = at + kTextPlaceholder.size();
  }
  return joined_.emplace_back(std::move(whole.append(text, copied)));
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

// Neighbouring blocks and line breaks separate words: `<td>a</td><td>b</td>` is `a b`.
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
