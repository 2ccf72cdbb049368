#include "indexer/extract/content/cards.hpp"

#include <algorithm>
#include <cstdint>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

// Characters: the title and a sentence or two.
constexpr std::size_t kMaxCardProse = 300;
constexpr std::size_t kMaxLinkCard = 500;
// Percent of the page's text from which cards are what the page is about.
constexpr std::size_t kListPercent = 40;

class CardFinder {
 public:
  CardFinder(const HtmlTree& tree, const TextMeasure& measure, std::vector<Region>& regions)
      : tree_(tree), measure_(measure), regions_(regions), linked_headings_(tree.size() + 1, 0) {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      linked_headings_[i + 1] = linked_headings_[i] + (is_linked_heading(i) ? 1 : 0);
    }
  }

  void mark() {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      if (regions_[i] != Region::kContent || tree_[i].tag == Tag::kText) continue;
      find_rows(i);
      if (is_link_card(i)) add({i, tree_[i].end});
    }
    const std::size_t all = std::max<std::size_t>(measure_.characters(0), 1);
    if (characters_ * 100 >= all * kListPercent) return;
    for (const Card& card : cards_) {
      for (NodeId i = card.begin; i < card.end; ++i) {
        if (regions_[i] == Region::kContent) regions_[i] = Region::kRelated;
      }
    }
  }

 private:
  struct Card {
    NodeId begin;
    NodeId end;
  };

  // Cards within a card are not counted twice.
  void add(Card card) {
    if (card.begin < marked_to_) return;
    marked_to_ = card.end;
    characters_ += measure_.characters(card.begin);
    cards_.push_back(card);
  }

  bool is_linked_heading(NodeId node) const {
    return html::is_heading(tree_[node].tag) && tree_[node].tag != Tag::kH1 &&
           measure_.characters(node) > 0 &&
           (tree_[node].is_in_link || measure_.link_characters(node) == measure_.characters(node));
  }

  // The heading stands below the card, not beside it: sections of an article have headings with
  // links too, but more text than a card.
  bool is_card(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (!html::is_block(tag) || regions_[node] != Region::kContent) return false;
    const bool has_heading = linked_headings_[tree_[node].end] > linked_headings_[node + 1];
    return has_heading && measure_.prose(node) <= kMaxCardProse;
  }

  bool are_like(NodeId a, NodeId b) const {
    return tree_[a].tag == tree_[b].tag &&
           tree_.attribute(a, "class") == tree_.attribute(b, "class");
  }

  // Neighbouring children of one element; those without text do not part them.
  void find_rows(NodeId parent) {
    std::vector<NodeId> row;
    for (NodeId i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      if (measure_.characters(i) == 0) continue;
      const bool is_next = is_card(i) && (row.empty() || are_like(row.back(), i));
      if (!is_next) take_row(row);
      if (is_card(i)) row.push_back(i);
    }
    take_row(row);
  }

  // One card by itself may be a box of the article; two that are alike are a list.
  void take_row(std::vector<NodeId>& row) {
    for (const NodeId card : row) {
      if (row.size() >= 2) add({card, tree_[card].end});
    }
    row.clear();
  }

  // HTML 5 allows blocks in a link, for cards.
  bool is_link_card(NodeId node) const {
    if (tree_[node].tag != Tag::kAnchor || !tree_.has_attribute(node, "href")) return false;
    if (tree_.attribute(node, "href").starts_with('#')) return false;
    if (measure_.characters(node) == 0 || measure_.characters(node) > kMaxLinkCard) return false;
    for (NodeId i = node + 1; i < tree_[node].end; ++i) {
      if (tree_[i].tag == Tag::kH1) return false;
      if (html::is_block(tree_[i].tag) && measure_.characters(i) > 0) return true;
    }
    return false;
  }

  const HtmlTree& tree_;
  const TextMeasure& measure_;
  std::vector<Region>& regions_;
  std::vector<std::uint32_t> linked_headings_;  // before each node
  std::vector<Card> cards_;
  std::size_t characters_ = 0;
  NodeId marked_to_ = 0;
};

class OrphanFinder {
 public:
  OrphanFinder(const HtmlTree& tree, const TextMeasure& content, const std::vector<Region>& regions)
      : tree_(tree), content_(content), shown_(tree, all_but_hidden(regions)) {}

  bool is_orphan(NodeId node) const {
    if (!html::is_heading(tree_[node].tag) || tree_[node].tag == Tag::kH1) return false;
    if (tree_[tree_[node].parent].tag == Tag::kBlockquote) return false;
    const std::size_t own = shown_.characters(node);
    if (own == 0 || content_.prose_between(0, node) == 0) return false;
    NodeId around = node;
    while (around != 0 && shown_.characters(around) == own) around = tree_[around].parent;
    const NodeId begin = tree_[node].end;
    const NodeId end = tree_[around].end;
    return shown_.characters_between(begin, end) > 0 &&
           content_.characters_between(begin, end) == 0;
  }

 private:
  static std::vector<Region> all_but_hidden(std::vector<Region> regions) {
    for (Region& region : regions) {
      if (region != Region::kHidden) region = Region::kContent;
    }
    return regions;
  }

  const HtmlTree& tree_;
  const TextMeasure& content_;
  TextMeasure shown_;  // of chrome too
};

void fill(NodeId begin, NodeId end, Region region, std::vector<Region>& regions) {
  for (NodeId i = begin; i < end; ++i) {
    if (regions[i] == Region::kContent) regions[i] = region;
  }
}

}  // namespace

void mark_orphans(const HtmlTree& tree, const TextMeasure& measure, std::vector<Region>& regions) {
  const OrphanFinder finder(tree, measure, regions);
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (regions[i] == Region::kContent && finder.is_orphan(i)) {
      fill(i, tree[i].end, Region::kOrphan, regions);
    }
  }
}

void mark_cards(const HtmlTree& tree, const TextMeasure& measure, std::vector<Region>& regions) {
  CardFinder(tree, measure, regions).mark();
}

}  // namespace pressoir::extract::content
