#include "indexer/extract/content/breadcrumb.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

// A line is what stands between two elements of blocks or line breaks, whatever inline elements it
// has.
class LineReader {
 public:
  explicit LineReader(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Line> read() {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      const html::Node& node = tree_[i];
      while (!block_ends_.empty() && block_ends_.back() <= i) {
        block_ends_.pop_back();
        finish(i);
      }
      if (node.tag == Tag::kText) {
        add(i);
      } else if (node.tag == Tag::kHead || is_not_shown(tree_, i)) {
        finish(i);
        i = node.end - 1;
      } else if (html::is_block(node.tag) || node.tag == Tag::kBreak) {
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
    std::string text = bytes_ <= kMaxShortLineBytes ? html::plain(text_) : std::string();
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

constexpr std::size_t kMaxBytes = 2000;  // of the text of a breadcrumb
constexpr std::size_t kMaxLabels = 12;
constexpr std::size_t kLongLabel = 60;  // characters; the last, without a link, is then the title

constexpr auto kSeparators = std::to_array<std::string_view>({"›", ">", "»", "→", "▸", "►"});
constexpr std::string_view kYouAreHere = "vous etes ici";

// Labels of menus, which a line of links may be taken for a breadcrumb by.
constexpr auto kMenuLabels = std::to_array<std::string_view>(
    {"contact", "contacts", "plan du site", "mentions legales", "aide", "english"});

// Cuts a text at its separators; a slash is one only between spaces.
std::vector<std::string> split_labels(std::string text) {
  for (const std::string_view separator : kSeparators) {
    for (std::size_t at = 0; (at = text.find(separator, at)) != std::string::npos;) {
      text.replace(at, separator.size(), "\n");
    }
  }
  for (std::size_t at = 0; (at = text.find('/', at)) != std::string::npos; ++at) {
    const bool open = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
    const bool close = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
    if (open && close) text[at] = '\n';
  }
  std::vector<std::string> labels;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    labels.push_back(html::plain(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  return labels;
}

// Labels are the links of a breadcrumb, then what is left of its text cut at separators: many write
// their separators as text between the links, some as pictures that leave none.
class LabelReader {
 public:
  LabelReader(const HtmlTree& tree, NodeId begin, NodeId end)
      : tree_(tree), begin_(begin), end_(end) {}

  std::vector<std::string> read() {
    NodeId link_end = 0;
    for (NodeId i = begin_; i < end_; ++i) {
      const html::Node& node = tree_[i];
      if (link_end != 0 && i >= link_end) {
        finish();
        link_end = 0;
      }
      if (node.tag == Tag::kText) {
        text_ += node.text;
        continue;
      }
      if (is_not_shown(tree_, i)) {
        i = node.end - 1;
      } else if (node.tag == Tag::kAnchor) {
        finish();
        link_end = node.end;
      } else if (html::is_block(node.tag) && link_end == 0) {
        finish();
      }
    }
    finish();
    return std::move(labels_);
  }

 private:
  void finish() {
    for (std::string& label : split_labels(html::plain(text_))) add(std::move(label));
    text_.clear();
  }

  void add(std::string label) {
    const std::string words = html::folded_words(label);
    if (words.starts_with(kYouAreHere)) {
      const std::size_t colon = label.find(':');
      label = colon == std::string::npos ? std::string() : html::plain(label.substr(colon + 1));
    }
    if (html::folded_words(label).empty() || labels_.size() == kMaxLabels) return;
    labels_.push_back(std::move(label));
  }

  const HtmlTree& tree_;
  NodeId begin_;
  NodeId end_;
  std::string text_;
  std::vector<std::string> labels_;
};

// By `aria-label`, class, id or schema.org type; the text decides nothing here.
bool is_named_breadcrumb(const HtmlTree& tree, NodeId node) {
  if (tree[node].attribute_count == 0) return false;
  const std::string label = html::folded_words(tree.attribute(node, "aria-label"));
  if (label.find("fil d ariane") != std::string::npos ||
      label.find("breadcrumb") != std::string::npos || label.starts_with(kYouAreHere)) {
    return true;
  }
  return names_breadcrumb(class_words(tree, node)) ||
         tree.attribute(node, "itemtype").find("BreadcrumbList") != std::string_view::npos;
}

// The home page is above every page and says nothing of this one.
bool is_home(std::string_view label) {
  const std::string words = html::folded_words(label);
  return words.starts_with("accueil") || words == "home" || words == "page d accueil" ||
         words == "retour a l accueil";
}

// `Accueil > Presse > Communiqués` or `Vous êtes ici : …` without any name.
bool is_written_breadcrumb(const HtmlTree& tree, const Line& line) {
  const std::string words = html::folded_words(line.text);
  if (words.starts_with(kYouAreHere)) return words != kYouAreHere;
  if (!words.starts_with("accueil")) return false;
  if (!base::contains_one_of(line.text, kSeparators)) return false;
  const auto labels = LabelReader(tree, line.begin, line.end).read();
  return labels.size() >= 2 && std::ranges::none_of(labels, [](const std::string& label) {
           return base::is_one_of(html::folded_words(label), kMenuLabels);
         });
}

// Elements that contain much text are not looked at: a class `chemin` may be that of a whole page.
// Bytes of text before each node.
std::vector<std::size_t> sum_text_bytes(const HtmlTree& tree) {
  std::vector<std::size_t> sums(tree.size() + 1, 0);
  for (NodeId i = 0; i < tree.size(); ++i) sums[i + 1] = sums[i] + tree[i].text.size();
  return sums;
}

// The last label is often the title, cut off by the template.
bool is_title(std::string_view label, std::string_view title) {
  const std::string label_words = html::folded_words(label);
  const std::string title_words = html::folded_words(title);
  if (title_words.empty()) return false;
  return title_words.starts_with(label_words) ? label_words.size() * 2 > title_words.size() ||
                                                    label.ends_with("…") || label.ends_with("...")
                                              : label_words.starts_with(title_words);
}

}  // namespace

std::vector<Line> read_short_lines(const HtmlTree& tree) {
  return LineReader(tree).read();
}

// What says so by name is believed first; a written line is only looked for when nothing does.
Breadcrumb find_breadcrumb(const HtmlTree& tree, const std::vector<Line>& lines) {
  const std::vector<std::size_t> sums = sum_text_bytes(tree);
  for (NodeId i = 0; i < tree.size(); ++i) {
    const std::size_t bytes = sums[tree[i].end] - sums[i];
    if (bytes == 0 || bytes > kMaxBytes || tree[i].tag == Tag::kText) continue;
    if (!is_named_breadcrumb(tree, i)) continue;
    std::vector<std::string> labels = LabelReader(tree, i, tree[i].end).read();
    if (!labels.empty()) return {i, tree[i].end, std::move(labels)};
  }
  for (const Line& line : lines) {
    if (!is_written_breadcrumb(tree, line)) continue;
    return {line.begin, line.end, LabelReader(tree, line.begin, line.end).read()};
  }
  return {};
}

// A long last label is the title of the page even when it is written otherwise than the heading.
std::vector<std::string> strip_breadcrumb(std::vector<std::string> labels, std::string_view title) {
  while (!labels.empty() && is_home(labels.front())) labels.erase(labels.begin());
  if (!labels.empty() &&
      (is_title(labels.back(), title) || html::count_characters(labels.back()) > kLongLabel)) {
    labels.pop_back();
  }
  return labels;
}

}  // namespace pressoir::extract::content
