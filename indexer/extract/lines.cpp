#include "indexer/extract/lines.hpp"

#include "indexer/extract/class_words.hpp"
#include "indexer/extract/plain_text.hpp"

namespace pressoir::extract {
namespace {

class LineReader {
 public:
  explicit LineReader(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Line> read() {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      const Node& node = tree_[i];
      while (!block_ends_.empty() && block_ends_.back() <= i) {
        block_ends_.pop_back();
        finish(i);
      }
      if (node.tag == Tag::kText) {
        add(i);
      } else if (node.tag == Tag::kHead || is_not_shown(tree_, i)) {
        finish(i);
        i = node.end - 1;
      } else if (is_block(node.tag) || node.tag == Tag::kBreak) {
        finish(i);
        if (node.tag != Tag::kBreak) block_ends_.push_back(node.end);
      }
    }
    finish(tree_.size());
    return std::move(lines_);
  }

 private:
  void add(NodeId node) {
    if (text_.empty()) begin_ = node;
    bytes_ += tree_[node].text.size();
    if (bytes_ <= kMaxShortLineBytes) text_ += tree_[node].text;
  }

  void finish(NodeId end) {
    std::string text = bytes_ <= kMaxShortLineBytes ? plain(text_) : std::string();
    if (!text.empty()) lines_.push_back({begin_, end, std::move(text)});
    text_.clear();
    bytes_ = 0;
  }

  const HtmlTree& tree_;
  std::vector<Line> lines_;
  std::vector<NodeId> block_ends_;
  std::string text_;
  std::size_t bytes_ = 0;
  NodeId begin_ = 0;
};

}  // namespace

std::vector<Line> read_short_lines(const HtmlTree& tree) {
  return LineReader(tree).read();
}

}  // namespace pressoir::extract
