#include "indexer/extract/content/blocks.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/html/plain_text.hpp"
#include "indexer/text/analyzer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

using base::BlockKind;

// A heading that is longer is a paragraph in large letters. A term that is longer is a definition
// of its own, not a label.
constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kMaxTermBytes = 60;
// What pages write instead of <li>, word processors above all. A hyphen is none: it also begins a
// line of a dialogue.
constexpr auto kBullets =
    std::to_array<std::string_view>({"•", "·", "▪", "■", "◦", "‣", "►", "●", "○", "➢", "✓"});

// True when the text began with a bullet, which is then gone.
bool remove_bullet(std::string& text) {
  for (const std::string_view bullet : kBullets) {
    if (!text.starts_with(bullet)) continue;
    text.erase(0, bullet.size());
    html::trim_plain(text);
    return true;
  }
  return false;
}

// Walks the tree once. Elements of blocks nest, but their text does not: an open block ends where
// another begins or ends.
class BlockReader {
 public:
  BlockReader(const HtmlTree& tree, const std::vector<Region>& regions)
      : tree_(tree), regions_(regions) {}

  std::vector<PageBlock> read() {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      leave_elements(i);
      const html::Node& node = tree_[i];
      if (!is_read(regions_[i])) {
        if (regions_[i] != Region::kHidden) note_chrome(node);
        continue;
      }
      if (node.tag == Tag::kText) {
        read_text(i);
      } else if (node.tag == Tag::kBreak) {
        read_break();
      } else if (html::is_block(node.tag)) {
        enter_element(i);
      }
    }
    leave_elements(tree_.size());
    flush();
    join_terms();
    return std::move(blocks_);
  }

 private:
  struct OpenBlock {
    NodeId end;
    BlockKind outer_kind;
    NodeId outer_container;
    bool outer_is_pre;
  };

  // `<dt>Intervenant</dt><dd>…</dd>` is one line.
  void join_terms() {
    std::vector<PageBlock> joined;
    joined.reserve(blocks_.size());
    for (PageBlock& block : blocks_) {
      const bool follows_term = !joined.empty() && joined.back().text.size() <= kMaxTermBytes &&
                                tree_[joined.back().container].tag == Tag::kTerm;
      if (follows_term && tree_[block.container].tag == Tag::kDefinition) {
        const bool has_colon = joined.back().text.ends_with(':');
        block.text = joined.back().text + (has_colon ? " " : " : ") + block.text;
        block.node = joined.back().node;
        joined.pop_back();
      }
      joined.push_back(std::move(block));
    }
    blocks_ = std::move(joined);
  }

  // The kind and the container are inherited by what stands in the element, until it is left.
  void enter_element(NodeId node) {
    flush();
    if (tree_[node].end > node + 1) {
      open_.push_back({tree_[node].end, kind_, container_, is_pre_});
    }
    kind_ = kind_of(node);
    container_ = node;
    is_pre_ = is_pre_ || tree_[node].tag == Tag::kPre;
  }

  // Also for elements that ended without a node of their own, as the list has no end tags.
  void leave_elements(NodeId next) {
    while (!open_.empty() && open_.back().end <= next) {
      flush();
      kind_ = open_.back().outer_kind;
      container_ = open_.back().outer_container;
      is_pre_ = open_.back().outer_is_pre;
      open_.pop_back();
    }
  }

  // A paragraph in a list item is a list item, a paragraph in a cell is a paragraph: layouts are
  // made of tables.
  BlockKind kind_of(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (html::is_heading(tag)) {
      return kind_ == BlockKind::kCaption ? BlockKind::kCaption : BlockKind::kHeading;
    }
    switch (tag) {
      case Tag::kListItem:
      case Tag::kTerm:
      case Tag::kDefinition:
        return BlockKind::kListItem;
      case Tag::kCell:
        return kind_by_class(node, BlockKind::kTableCell);
      case Tag::kCaption:
      case Tag::kFigcaption:
      case Tag::kFigure:
        return BlockKind::kCaption;
      case Tag::kBlockquote:
        return BlockKind::kQuote;
      case Tag::kParagraph:
        return kind_by_class(node, kind_ == BlockKind::kTableCell ? BlockKind::kParagraph : kind_);
      default:
        return kind_by_class(node, kind_);
    }
  }

  // Pages that have <div> or <p> for everything say by a class what is a caption or a heading.
  BlockKind kind_by_class(NodeId node, BlockKind otherwise) const {
    if (tree_[node].attribute_count == 0) return otherwise;
    const std::string words = class_words(tree_, node);
    if (names_caption(words)) return BlockKind::kCaption;
    // Only what has no blocks in it: a box may be named after its title.
    const bool is_leaf = tree_[node].end - node < 6;
    return is_leaf && names_title(words) ? BlockKind::kHeading : otherwise;
  }

  void read_text(NodeId node) {
    if (text_.empty()) begin_ = node;
    const std::size_t before = text_.size();
    if (!is_pre_) {
      html::append_plain(text_, tree_[node].text);
    } else {
      read_preformatted(tree_[node].text);
    }
    const std::size_t added = text_.size() - std::min(before, text_.size());
    if (tree_[node].is_in_link) link_bytes_ += added;
    if (added > 1) ends_in_link_ = tree_[node].is_in_link;
    if (text_ == " ") text_.clear();
    if (!text_.empty() && text_ != before_break_) breaks_ = 0;
  }

  // In <pre>, an empty line separates paragraphs.
  void read_preformatted(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find("\n\n");
      html::append_plain(text_, text.substr(0, end));
      if (end == std::string_view::npos) break;
      flush();
      text.remove_prefix(end + 2);
    }
  }

  // One line break is a space; two in a row, with nothing between them but spaces, end a block. In
  // a heading they never do: titles are broken to fit.
  void read_break() {
    if (kind_ == BlockKind::kHeading || text_.empty()) {
      html::append_plain(text_, text_.empty() ? "" : " ");
      return;
    }
    if (++breaks_ >= 2) {
      flush();
      return;
    }
    html::append_plain(text_, " ");
    before_break_ = text_;
  }

  void note_chrome(const html::Node& node) {
    if (node.tag != Tag::kText || html::plain(node.text).empty() || is_after_chrome_) return;
    if (text_.empty() && !blocks_.empty()) blocks_.back().is_before_chrome = true;
    is_after_chrome_ = true;
  }

  // Ends the block that is being read. A bullet makes an item of a paragraph only: in a heading or
  // a cell it is decoration.
  void flush() {
    breaks_ = 0;
    before_break_.clear();
    std::string text = std::move(text_);
    text_.clear();
    const auto link_bytes = static_cast<std::uint32_t>(std::exchange(link_bytes_, 0));
    html::trim_plain(text);
    if (text.empty()) return;
    PageBlock block;
    block.kind =
        remove_bullet(text) && kind_ == BlockKind::kParagraph ? BlockKind::kListItem : kind_;
    if (block.kind == BlockKind::kHeading && text.size() > kMaxTitleBytes) {
      block.kind = BlockKind::kParagraph;
    }
    html::compose(text);
    block.text = std::move(text);
    block.node = begin_;
    block.container = container_;
    block.link_bytes = link_bytes;
    block.ends_in_link = ends_in_link_;
    is_after_chrome_ = false;
    if (!block.text.empty()) blocks_.push_back(std::move(block));
  }

  const HtmlTree& tree_;
  const std::vector<Region>& regions_;
  std::vector<PageBlock> blocks_;
  std::vector<OpenBlock> open_;
  std::string text_;            // of the block being read
  std::string before_break_;    // the same, at the last line break
  std::size_t link_bytes_ = 0;  // of it, in links
  bool ends_in_link_ = false;
  NodeId begin_ = 0;
  NodeId container_ = 0;
  BlockKind kind_ = BlockKind::kParagraph;
  int breaks_ = 0;
  bool is_pre_ = false;
  bool is_after_chrome_ = false;
};

}  // namespace

std::vector<PageBlock> read_blocks(const HtmlTree& tree, const std::vector<Region>& regions) {
  return BlockReader(tree, regions).read();
}

void leave_out(const std::vector<Region>& regions, std::vector<PageBlock>& blocks,
               std::vector<PageBlock>& left_out) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    blocks[i].region = regions[i];
    if (regions[i] != Region::kContent) {
      const bool is_chrome = regions[i] == Region::kOutsideBody || regions[i] == Region::kLinks;
      if (is_chrome && kept > 0) blocks[kept - 1].is_before_chrome = true;
      left_out.push_back(std::move(blocks[i]));
    } else if (kept++ != i) {
      blocks[kept - 1] = std::move(blocks[i]);
    }
  }
  blocks.resize(kept);
}

void leave_out(const std::vector<Region>& regions, std::string& text,
               std::vector<base::Block>& blocks) {
  std::string kept_text;
  std::vector<base::Block> kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (regions[i] != Region::kContent) continue;
    if (!kept_text.empty()) kept_text += '\n';
    const auto begin = static_cast<std::uint32_t>(kept_text.size());
    kept_text.append(text, blocks[i].begin, blocks[i].end - blocks[i].begin);
    kept.push_back({blocks[i].kind, begin, static_cast<std::uint32_t>(kept_text.size())});
  }
  text = std::move(kept_text);
  blocks = std::move(kept);
}

std::string join_blocks(const std::vector<PageBlock>& page_blocks,
                        std::vector<base::Block>& blocks) {
  std::string text;
  blocks.clear();
  for (const PageBlock& block : page_blocks) {
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += block.text;
    blocks.push_back({block.kind, begin, static_cast<std::uint32_t>(text.size())});
  }
  return text;
}

// For texts of records, which have no mark-up.
std::string split_lines(std::string_view text, std::vector<base::Block>& blocks) {
  std::vector<PageBlock> lines;
  while (!text.empty()) {
    PageBlock line;
    line.text = text::to_nfc(html::plain(base::take_until(text, "\n")));
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  return join_blocks(lines, blocks);
}

}  // namespace pressoir::extract::content
