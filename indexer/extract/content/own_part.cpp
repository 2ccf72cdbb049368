#include "indexer/extract/content/own_part.hpp"

#include "indexer/extract/content/class_words.hpp"

#include <algorithm>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

// Characters of a paragraph, enough to believe a <main> whatever else the page has.
constexpr std::size_t kOwnProse = 250;
// Percent of the prose of the page from which a smaller <main> is believed, and of the prose of the
// part from which an article or a body in it is.
constexpr std::size_t kMainPercent = 40;
constexpr std::size_t kBodyPercent = 60;

class PartFinder {
 public:
  PartFinder(const HtmlTree& tree, const std::vector<Region>& regions, const TextMeasure& measure)
      : tree_(tree), regions_(regions), measure_(measure) {}

  Part main() const {
    const Part main = largest_main();
    const bool is_own = has_share(main, page(), kMainPercent) || prose(main) >= kOwnProse;
    return is_own ? with_heading(main, false) : page();
  }

  // Step by step inwards, each share being of what the step before left.
  Part body() const {
    Part body = page();
    const Part article = own_article(body);
    if (has_share(article, body, kMainPercent)) body = article;
    const Part named = named_body(body);
    if (has_share(named, body, kBodyPercent)) body = named;
    return body.end - body.begin == tree_.size() ? body : with_heading(body, true);
  }

 private:
  Part page() const { return {0, tree_.size()}; }

  std::size_t prose(Part part) const { return measure_.prose_between(part.begin, part.end); }

  bool has_share(Part part, Part of, std::size_t percent) const {
    return part.end > part.begin && prose(part) > 0 && prose(part) * 100 >= prose(of) * percent;
  }

  Part largest_main() const {
    Part main;
    for (NodeId i = 0; i < tree_.size(); ++i) {
      const bool is_main = tree_[i].tag == Tag::kMain ||
                           (tree_[i].attribute_count > 0 && role_of(tree_, i) == "main");
      if (!is_main || regions_[i] != Region::kContent) continue;
      const Part part{i, tree_[i].end};
      if (main.end == 0 || prose(part) > prose(main)) main = part;
    }
    return main;
  }

  // Of several articles that are not part of another, the one with the main heading; <aside> and
  // comments have articles of their own.
  Part own_article(Part within) const {
    Part only;
    Part headed;
    std::size_t count = 0;
    for (NodeId i = within.begin; i < within.end; ++i) {
      const Tag tag = tree_[i].tag;
      const bool is_elsewhere = tag == Tag::kAside || tag == Tag::kNav || tag == Tag::kFooter;
      if (is_elsewhere || regions_[i] != Region::kContent) {
        i = std::max(i, tree_[i].end - 1);
        continue;
      }
      if (tag != Tag::kArticle) continue;
      only = {i, tree_[i].end};
      ++count;
      if (headed.end == 0 && has_main_heading(only)) headed = only;
      i = tree_[i].end - 1;
    }
    return count == 1 ? only : headed;
  }

  bool has_main_heading(Part part) const {
    for (NodeId i = part.begin; i < part.end; ++i) {
      if (tree_[i].tag == Tag::kH1 && regions_[i] == Region::kContent) return true;
    }
    return false;
  }

  bool is_body(NodeId node) const {
    if (tree_[node].attribute_count == 0 || !html::is_block(tree_[node].tag)) return false;
    if (html::is_heading(tree_[node].tag) || regions_[node] != Region::kContent) return false;
    return tree_.attribute(node, "itemprop").find("articleBody") != std::string_view::npos ||
           names_body(class_words(tree_, node));
  }

  // From the first to the last: long articles have several.
  Part named_body(Part within) const {
    Part body;
    for (NodeId i = within.begin; i < within.end; ++i) {
      if (!is_body(i) || measure_.prose(i) == 0) continue;
      if (body.end == 0) body.begin = i;
      body.end = std::max(body.end, tree_[i].end);
    }
    return body;
  }

  // The last main heading before the part, else the last of any level if `takes_any`, when what
  // lies between is less than the part.
  Part with_heading(Part part, bool takes_any) const {
    NodeId heading = part.begin;
    for (NodeId i = part.begin; i-- > 0;) {
      if (!html::is_heading(tree_[i].tag) || regions_[i] != Region::kContent) continue;
      if (measure_.characters(i) == 0) continue;
      if (measure_.prose_between(i, part.begin) > prose(part)) break;
      const bool is_first = takes_any && heading == part.begin;
      if (is_first || tree_[i].tag == Tag::kH1) heading = i;
      if (tree_[i].tag == Tag::kH1) break;
    }
    return {heading, part.end};
  }

  const HtmlTree& tree_;
  const std::vector<Region>& regions_;
  const TextMeasure& measure_;
};

}  // namespace

Part find_main(const HtmlTree& tree, const std::vector<Region>& regions,
               const TextMeasure& measure) {
  return PartFinder(tree, regions, measure).main();
}

Part find_body(const HtmlTree& tree, const std::vector<Region>& regions,
               const TextMeasure& measure) {
  return PartFinder(tree, regions, measure).body();
}

}  // namespace pressoir::extract::content
