#include "indexer/extract/content/date_marks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/extract/html/plain_text.hpp"

namespace pressoir::extract::content {
namespace {

using facts::DateMark;
using facts::DateMarkKind;
using html::HtmlTree;
using html::NodeId;
using html::Tag;

constexpr std::size_t kMaxMarks = 64;
// A page has so many places for its date at most; bounds the work where a page has a date a word.
constexpr std::size_t kMaxExamined = 1000;
constexpr std::size_t kMaxLabelBytes = 40;  // `Date de publication`
constexpr std::size_t kMaxMarkBytes = 160;  // a longer text is no date with its label
// Bytes of text between the heading and a date next to it: a subtitle, a line of authors, buttons.
constexpr std::uint32_t kMostAfter = 400;
constexpr std::uint32_t kMostBefore = 120;
// Enough for `Dernière mise à jour le `.
constexpr std::size_t kUpdateContextBytes = 40;

// Of microdata and RDFa (schema.org, Dublin Core), and of microformats and the templates that follow
// them.
constexpr auto kPublishedProperties = std::to_array<std::string_view>(
    {"datepublished", "article:published_time", "dcterms:issued", "dcterms:created", "dc:issued", "dc:created",
     "dc:date"});
constexpr auto kPublishedClasses = std::to_array<std::string_view>(
    {" published ", " dt published ", " entry date ", " post date ", " pubdate ", " pub date ",
     " publish date ", " date published ", " publication date ", " published date "});
constexpr auto kDateClasses = std::to_array<std::string_view>(
    {" date ", " datetime ", " timestamp ", " posted ", " created "});

// Of comments; what else has dates of its own is chrome.
constexpr auto kCommentClasses = std::to_array<std::string_view>(
    {" comment ", " comments ", " commentlist ", " commentaire ", " commentaires ", " respond ",
     " reply ", " replies "});

// True when the words before a date say that it is not the one of publication.
bool follows_update(std::string_view before) {
  if (before.size() > kUpdateContextBytes)
    before.remove_prefix(before.size() - kUpdateContextBytes);
  constexpr auto kUpdates = std::to_array<std::string_view>(
      {"a jour le", "a jour", "modifie le", "actualise le", "modification le", "modification",
       "updated", "updated on", "modified", "modified on"});
  const std::string words = html::folded_words(before);
  return std::ranges::any_of(kUpdates, [&](std::string_view u) { return words.ends_with(u); });
}

class MarkFinder {
 public:
  MarkFinder(const HtmlTree& tree, const std::vector<Region>& regions, NodeId heading)
      : tree_(tree), regions_(regions), heading_(heading) {
    for (NodeId at = heading; at != 0; at = tree[at].parent) {
      is_heading_in_article_ |= tree[at].tag == Tag::kArticle;
    }
    texts_.reserve(std::size_t{tree.size()} + 1);
    texts_.push_back(0);
    articles_.resize(tree.size());
    for (NodeId i = 0; i < tree.size(); ++i) {
      std::uint8_t& siblings = articles_[tree[i].parent];
      if (tree[i].tag == Tag::kArticle && siblings < 2) ++siblings;
      const std::size_t bytes = tree[i].tag == Tag::kText ? tree[i].text.size() : 0;
      texts_.push_back(texts_.back() + static_cast<std::uint32_t>(bytes));
    }
  }

  std::vector<DateMark> find(const std::vector<Line>& lines) {
    read_elements();
    read_lines(lines);
    std::ranges::stable_sort(found_, {}, [](const Found& one) {
      return std::pair(one.mark.kind, one.distance);
    });
    std::vector<DateMark> marks;
    for (Found& one : found_) marks.push_back(std::move(one.mark));
    return marks;
  }

 private:
  struct Found {
    DateMark mark;
    std::uint32_t distance;  // bytes of text
  };

  void read_elements() {
    std::string before;
    for (NodeId i = 0; i < tree_.size() && may_go_on(); ++i) {
      const html::Node& node = tree_[i];
      if (node.tag == Tag::kText) {
        if (before.size() > 4096) before.clear();
        html::append_plain(before, node.text);
      }
      const std::optional<DateMarkKind> kind = kind_of(i);
      if (!kind || follows_update(before)) continue;
      ++examined_;
      const bool is_vocabulary = *kind == DateMarkKind::kPublished;
      const bool is_trusted = is_vocabulary || is_near(i, node.end);
      if ((!is_trusted && !is_read(regions_[i])) || is_elsewhere(i, is_trusted)) continue;
      add(value_of(i), *kind, i, node.end);
    }
  }

  // What has no class: `5 décembre 2012 | Industrie` next to the heading, `Publié le 5 décembre 2012` in
  // the margin.
  void read_lines(const std::vector<Line>& lines) {
    const Line* before = nullptr;
    for (const Line& line : lines) {
      if (!may_go_on()) return;
      const Line* label = std::exchange(before, &line);
      const bool is_near_heading = heading_ != 0 && is_near(line.begin, line.end) &&
                                   (line.begin >= tree_[heading_].end || line.end <= heading_);
      const bool is_chrome = !is_read(regions_[line.begin]);
      if (line.text.size() > kMaxMarkBytes || std::ranges::none_of(line.text, base::is_digit) || (!is_near_heading && !is_chrome) ||
          is_in_comment(line.begin)) {
        continue;
      }
      ++examined_;
      if (is_near_heading && !is_elsewhere(line.begin, true)) add(line.text, DateMarkKind::kHeadline, line.begin, line.end);
      if (!is_chrome) continue;
      const bool is_labelled = label != nullptr && label->text.size() <= kMaxLabelBytes &&
                               base::is_digit(line.text.front());
      add((is_labelled ? label->text + " : " : "") + line.text, DateMarkKind::kLine, line.begin,
          line.end);
    }
  }

  bool may_go_on() const { return found_.size() < kMaxMarks && examined_ < kMaxExamined; }

  void add(std::string value, DateMarkKind kind, NodeId begin, NodeId end) {
    const bool is_bare = kind == DateMarkKind::kHeadline || kind == DateMarkKind::kDated;
    const base::Date date = is_bare ? dates::read_bare_date(value) : dates::read_machine_date(value);
    if (!date || (kind == DateMarkKind::kPublished && date.day == 0)) return;
    const bool near = is_near(begin, end);
    found_.push_back({{std::move(value), kind, near}, distance(begin, end)});
  }

  std::optional<DateMarkKind> kind_of(NodeId i) const {
    const html::Node& node = tree_[i];
    if (node.tag == Tag::kText || node.tag == Tag::kMeta) return std::nullopt;
    if (node.attribute_count > 0) {
      for (const std::string_view key : {"itemprop", "property"}) {
        if (names_publication(tree_.attribute(i, key))) return DateMarkKind::kPublished;
      }
      const std::string words = class_words(tree_, i);
      if (tree_.has_attribute(i, "pubdate") || base::contains_one_of(words, kPublishedClasses)) {
        return DateMarkKind::kPublished;
      }
      if (node.tag != Tag::kTime && base::contains_one_of(words, kDateClasses)) {
        return is_near(i, node.end) ? DateMarkKind::kHeadline : DateMarkKind::kDated;
      }
    }
    return node.tag == Tag::kTime ? std::optional(DateMarkKind::kTime) : std::nullopt;
  }

  // `schema:datePublished` too.
  static bool names_publication(std::string_view properties) {
    if (properties.empty() || properties.size() > kMaxMarkBytes) return false;
    std::string folded(properties);
    std::ranges::transform(folded, folded.begin(), base::lower_ascii);
    return std::ranges::any_of(kPublishedProperties, [&](std::string_view property) {
      const std::size_t at = folded.find(property);
      return at != std::string::npos && (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == ':' ||
                                         folded[at - 1] == '/');
    });
  }

  // What programs are told, else what readers see.
  std::string value_of(NodeId i) const {
    for (const std::string_view key : {"content", "datetime", "title"}) {
      const std::string_view value = tree_.attribute(i, key);
      if (!value.empty() && value.size() <= kMaxMarkBytes && dates::read_machine_date(value)) {
        return html::plain(value);
      }
    }
    if (texts_[tree_[i].end] - texts_[i] > 2 * kMaxMarkBytes) return {};
    std::string text = tree_.text_of(i);
    return text.size() > kMaxMarkBytes ? std::string() : text;
  }

  std::uint32_t distance(NodeId begin, NodeId end) const {
    if (heading_ == 0) return 0;
    const NodeId heading_end = std::max(tree_[heading_].end, heading_ + 1);
    if (begin >= heading_end) return texts_[begin] - texts_[heading_end];
    return end <= heading_ ? texts_[heading_] - texts_[end] : 0;
  }

  bool is_near(NodeId begin, NodeId end) const {
    return heading_ != 0 && distance(begin, end) <= (begin > heading_ ? kMostAfter : kMostBefore);
  }

  bool has_heading(NodeId node) const {
    return heading_ != 0 && node < heading_ && heading_ < tree_[node].end;
  }

  bool is_in_comment(NodeId node) const {
    for (NodeId at = node; at != 0 && !has_heading(at); at = tree_[at].parent) {
      if (tree_[at].tag == Tag::kNav || is_comment(at)) return true;
    }
    return false;
  }

  bool is_comment(NodeId node) const {
    return tree_[node].attribute_count > 0 && base::contains_one_of(class_words(tree_, node), kCommentClasses);
  }

  // One of a list.
  bool has_sibling_article(NodeId article) const { return articles_[tree_[article].parent] > 1; }

  // Whether the node stands in something with a date of its own. A date next to the heading, or that a
  // vocabulary names, is the page's even in a row of buttons. The ancestors are at most as many as the
  // limiter leaves open, and marks are few.
  bool is_elsewhere(NodeId node, bool is_trusted) const {
    for (NodeId at = node; at != 0 && !has_heading(at); at = tree_[at].parent) {
      const html::Node& element = tree_[at];
      if (element.tag == Tag::kNav || (element.tag == Tag::kAside && !is_trusted)) return true;
      if (element.tag == Tag::kArticle && (is_heading_in_article_ || has_sibling_article(at))) {
        return true;
      }
      if (is_comment(at)) return true;
      const bool is_chrome = !is_trusted && element.attribute_count > 0 &&
                             !navigation_word(class_words(tree_, at)).empty();
      if (is_chrome) return true;
    }
    return false;
  }

  const HtmlTree& tree_;
  const std::vector<Region>& regions_;
  NodeId heading_;
  bool is_heading_in_article_ = false;
  std::vector<std::uint32_t> texts_;    // bytes of text before each node
  std::vector<std::uint8_t> articles_;  // directly below each node, 2 at most
  std::size_t examined_ = 0;
  std::vector<Found> found_;
};

}  // namespace

std::vector<DateMark> find_date_marks(const HtmlTree& tree, const std::vector<Region>& regions,
                                      const std::vector<Line>& lines, NodeId heading) {
  return MarkFinder(tree, regions, heading).find(lines);
}

}  // namespace pressoir::extract::content
