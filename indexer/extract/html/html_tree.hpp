// A parsed page as a flat list of nodes in the order of the text, so that a loop walks it. Does not
// change once made: any number of threads may read it. Views live as long as the tree.
#pragma once

#include "indexer/base/error.hpp"
#include "indexer/extract/html/limiter.hpp"
#include "indexer/extract/html/tag.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;
struct GumboInternalOutput;

namespace pressoir::extract::html {

using NodeId = std::uint32_t;

// Of an element. Of two with one name attribute() returns the first, as browsers do.
struct Attribute {
  std::string_view name;  // lower case
  std::string_view value;
};

// An element or a run of text. Comments, and what the limiter drops, are no nodes.
struct Node {
  Tag tag = Tag::kOther;
  bool is_in_link = false;  // stands inside an <a href>
  NodeId parent = 0;
  NodeId end = 0;         // the nodes below are (this, end)
  std::string_view text;  // of a kText
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

class HtmlTree {
 public:
  // Takes UTF-8 without NUL, which the tree keeps. Errors: those of limit_markup.
  static base::Result<HtmlTree> parse(std::string html, const MarkupLimits& limits);

  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;

  // Node 0 is the <html> element.
  NodeId size() const noexcept { return static_cast<NodeId>(nodes_.size()); }
  const Node& operator[](NodeId node) const noexcept { return nodes_[node]; }

  // Empty when the element has no such attribute; `name` in lower case.
  std::string_view attribute(NodeId node, std::string_view name) const noexcept;
  bool has_attribute(NodeId node, std::string_view name) const noexcept;

  // The text below a node, white space made one space, a space between blocks.
  std::string text_of(NodeId node) const;

  // As LimitedMarkup has them: contents of JSON-LD scripts; whether the page has no frame of its
  // own; tags of the page as written.
  const std::vector<std::string>& json_ld() const noexcept { return json_ld_; }
  bool is_fragment() const noexcept { return is_fragment_; }
  std::size_t tag_count() const noexcept { return tag_count_; }

 private:
  struct Destroy {
    void operator()(GumboInternalOutput* output) const;
  };

  HtmlTree() = default;
  bool build(const LimitedMarkup& limited);
  void flatten(const LimitedMarkup& limited);
  void add_node(const GumboInternalNode& node, NodeId parent, const LimitedMarkup& limited);
  void add_attributes(const GumboInternalNode& node, const LimitedMarkup& limited);
  std::string_view restore(const GumboInternalNode& node, const LimitedMarkup& limited);

  std::unique_ptr<std::string> html_;  // what placeholders stand for is part of it
  std::deque<std::string> joined_;     // texts of placeholders and others
  std::size_t restored_ = 0;           // placeholders of texts found in gumbo's tree
  std::unique_ptr<GumboInternalOutput, Destroy> output_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::string> json_ld_;
  std::size_t tag_count_ = 0;
  bool is_fragment_ = false;
};

}  // namespace pressoir::extract::html
