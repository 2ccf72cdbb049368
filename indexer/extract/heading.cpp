#include "indexer/extract/heading.hpp"

#include <algorithm>

#include "indexer/extract/plain_text.hpp"

namespace pressoir::extract {
namespace {

constexpr std::size_t kMaxHeadingBytes = 700;
constexpr std::size_t kFirstBlocks = 15;
constexpr int kAgrees = 3;
constexpr int kStandsInContent = 2;

bool agrees_with_any(std::string_view text, const std::vector<std::string>& page_titles) {
  return std::ranges::any_of(page_titles,
                             [text](const std::string& title) { return agrees_with(text, title); });
}

// Headings of old portals are pictures.
std::string alternative_text(const HtmlTree& tree, NodeId node) {
  std::string text;
  for (NodeId i = node; i < tree[node].end; ++i) {
    if (tree[i].tag == Tag::kImage) append_plain(text, tree.attribute(i, "alt"));
  }
  trim_plain(text);
  return text;
}

Heading first_block_like(const std::vector<PageBlock>& blocks,
                         const std::vector<std::string>& page_titles) {
  for (std::size_t i = 0; i < std::min(blocks.size(), kFirstBlocks); ++i) {
    if (blocks[i].text.size() <= kMaxHeadingBytes && agrees_with_any(blocks[i].text, page_titles)) {
      return {blocks[i].text, blocks[i].node};
    }
  }
  return {};
}

}  // namespace

bool agrees_with(std::string_view heading, std::string_view page_title) {
  const std::string words = folded_words(heading);
  const std::string title = folded_words(page_title);
  if (words.empty() || title.empty()) return false;
  const bool is_part = title.starts_with(words) || title.ends_with(words);
  return words == title || (is_part && words.size() * 2 >= title.size()) ||
         (words.starts_with(title) && title.size() * 2 >= words.size());
}

Heading find_heading(const HtmlTree& tree, const std::vector<Region>& regions,
                     const std::vector<PageBlock>& blocks,
                     const std::vector<std::string>& page_titles) {
  Heading best;
  int best_score = 0;
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != Tag::kH1) continue;
    std::string text = tree.text_of(i);
    if (text.empty()) text = alternative_text(tree, i);
    if (folded_words(text).empty() || text.size() > kMaxHeadingBytes) continue;
    const int score = (regions[i] == Region::kContent ? kStandsInContent : 0) +
                      (agrees_with_any(text, page_titles) ? kAgrees : 0);
    if (score > best_score) {
      best = {std::move(text), i};
      best_score = score;
    }
  }
  if (best_score < kAgrees) {
    Heading block = first_block_like(blocks, page_titles);
    if (!block.text.empty()) return block;
  }
  return best;
}

}  // namespace pressoir::extract
