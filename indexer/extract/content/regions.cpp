#include "indexer/extract/content/regions.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/cards.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/content/own_part.hpp"
#include "indexer/extract/content/text_measure.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

// Lists of links: at least so many of them, of which the text consists in this part (percent), with
// no more text beside them than a label or two.
constexpr std::size_t kDenseLinks = 3;
constexpr std::size_t kDensePercent = 55;
constexpr std::size_t kDenseMaxProse = 250;
// Links to references: at least so long (characters), beside so much prose.
constexpr std::size_t kReferenceCharacters = 22;
constexpr std::size_t kReferenceProse = 500;
// Text in a window or behind a button that is content, the transcript of a video for one.
constexpr std::size_t kLongProse = 600;
// More prose than this is not hidden for its class alone: scripts show it.
constexpr std::size_t kHiddenProse = 250;
// Part of the page's prose (percent) from which an element is not believed when its class says
// that it is a menu, or its tag that it is a form: the name is then that of a layout.
constexpr std::size_t kContentPercent = 35;
constexpr std::size_t kFormPercent = 20;
// Part of the text of an <aside> in an article (percent) that links have if it leads elsewhere.
constexpr std::size_t kAsidePercent = 30;
// Characters of a paragraph: a page that has them beside its comments has a text of its own.
constexpr std::size_t kOwnProse = 250;
constexpr std::size_t kMaxRelatedTitle = 48;  // bytes
constexpr std::size_t kMinTitle = 12;         // bytes; fewer are in a title by chance

// Titles of sections that lead elsewhere, as folded_words() gives them; also with words after them
// where `is_prefix`.
struct RelatedTitle {
  std::string_view words;
  bool is_prefix = false;
};
constexpr auto kRelatedTitles = std::to_array<RelatedTitle>({
    {"articles associes"},
    {"article associe"},
    {"a lire aussi", true},
    {"a lire egalement"},
    {"a voir aussi"},
    {"lire aussi"},
    {"lire egalement"},
    {"voir aussi"},
    {"voir egalement"},
    {"a consulter aussi"},
    {"a decouvrir aussi"},
    {"documents lies"},
    {"documents associes"},
    {"contenus associes"},
    {"contenus lies"},
    {"pages associees"},
    {"articles lies"},
    {"articles similaires"},
    {"articles connexes"},
    {"sur le meme sujet", true},
    {"sur le meme theme", true},
    {"dans la meme rubrique", true},
    {"dans la meme thematique", true},
    {"autres articles", true},
    {"autres actualites", true},
    {"les dernieres actualites"},
    {"dernieres actualites"},
    {"toute l actualite", true},
    {"les plus lus"},
    {"les plus consultes"},
    {"vous aimerez aussi"},
    {"liens utiles"},
    {"pour aller plus loin"},
    {"partager la page"},
    {"partager cet article"},
    {"suivez nous", true},
    {"restez informe", true},
    {"abonnez vous", true},
});

// Whole headings or their beginnings; a heading that goes on otherwise (`Voir aussi la loi de
// 1905`) is one of the text.
bool is_related_title(std::string_view text) {
  if (text.empty() || text.size() > kMaxRelatedTitle) return false;
  const std::string words = html::folded_words(text);
  return std::ranges::any_of(kRelatedTitles, [&words](const RelatedTitle& title) {
    return words == title.words ||
           (title.is_prefix && words.starts_with(title.words) && words[title.words.size()] == ' ');
  });
}

// The root is no article; the loop ends there.
bool is_in_article(const HtmlTree& tree, NodeId node) {
  while (node != 0) {
    node = tree[node].parent;
    const Tag tag = tree[node].tag;
    if (tag == Tag::kArticle || tag == Tag::kMain) return true;
  }
  return false;
}

// Each step marks regions and measures again what is left, because the thresholds are shares of the
// content that remains, not of the page.
class RegionFinder {
 public:
  explicit RegionFinder(const HtmlTree& tree)
      : tree_(tree),
        regions_(tree.size(), Region::kContent),
        measure_(tree, regions_),
        words_(tree.size()) {
    count_titles();
  }

  std::vector<Region> find(Strictness strictness) {
    find_shown_part();
    mark([this](NodeId node) { return is_hidden(node) ? Region::kHidden : Region::kContent; });
    if (strictness == Strictness::kHidden || tree_.is_fragment()) return std::move(regions_);
    mark_elsewhere();
    mark_outside_main();
    mark([this](NodeId node) { return chrome_of(node); });
    // Before and after the related sections are gone: a column of them is dense with them.
    mark_dense(strictness);
    mark_related_sections();
    mark_cards(tree_, measure_, regions_);
    measure_.update(regions_);
    mark_dense(strictness);
    mark_outside_body();
    mark([this](NodeId node) {
      return is_beside_body(node) ? Region::kOutsideBody : Region::kContent;
    });
    mark_orphans(tree_, measure_, regions_);
    return std::move(regions_);
  }

 private:
  // Marks the outermost elements that `region_of` gives another region than kContent, then measures
  // what is left.
  template <typename RegionOf>
  void mark(RegionOf region_of) {
    bool is_changed = false;
    for (NodeId i = 0; i < tree_.size();) {
      const bool is_read = regions_[i] == Region::kContent && tree_[i].tag != Tag::kText;
      const Region region = is_read ? region_of(i) : Region::kContent;
      if (region != Region::kContent) fill(i, tree_[i].end, region);
      is_changed = is_changed || region != Region::kContent;
      i = region != Region::kContent ? tree_[i].end : i + 1;
    }
    if (is_changed) measure_.update(regions_);
  }

  void fill(NodeId begin, NodeId end, Region region) {
    for (NodeId i = begin; i < end; ++i) {
      if (regions_[i] == Region::kContent) regions_[i] = region;
    }
  }

  void count_titles() {
    titles_before_.assign(tree_.size() + 1, 0);
    hearts_before_.assign(tree_.size() + 1, 0);
    const NodeId heading = main_heading();
    for (NodeId i = 0; i < tree_.size(); ++i) {
      const Tag tag = tree_[i].tag;
      const bool is_core = is_main_heading(i, heading) || tag == Tag::kMain || tag == Tag::kArticle;
      const bool is_heart = is_main_heading(i, heading) || tag == Tag::kMain;
      hearts_before_[i + 1] = hearts_before_[i] + (is_heart ? 1 : 0);
      titles_before_[i + 1] = titles_before_[i] + (is_core ? 1 : 0);
    }
  }

  // The longest h1 that <title> has, since it also has the site's name; 0 when there is none, and
  // any h1 counts: boxes of sidebars have some too.
  NodeId main_heading() const {
    std::string title;
    NodeId heading = 0;
    std::size_t longest = kMinTitle;
    for (NodeId i = 0; i < tree_.size(); ++i) {
      const Tag tag = tree_[i].tag;
      if (tag == Tag::kTitle && title.empty()) title = html::folded_words(tree_.text_of(i));
      if (tag != Tag::kH1) continue;
      const std::string words = html::folded_words(tree_.text_of(i));
      if (words.size() <= longest || title.find(words) == std::string::npos) continue;
      longest = words.size();
      heading = i;
    }
    return heading;
  }

  // Made once, as several rules ask.
  const std::string& words_of(NodeId node) const {
    if (words_[node].empty()) words_[node] = class_words(tree_, node);
    return words_[node];
  }

  bool is_main_heading(NodeId node, NodeId heading) const {
    return heading == 0 ? tree_[node].tag == Tag::kH1 : node == heading;
  }

  // The element holds a main heading, an article or the main part.
  bool holds_core(NodeId node) const {
    return titles_before_[tree_[node].end] > titles_before_[node + 1];
  }

  // The element is or holds the main heading or <main>.
  bool holds_heart(NodeId node) const {
    return hearts_before_[tree_[node].end] > hearts_before_[node];
  }

  std::size_t percent_of_prose(NodeId node) const {
    return measure_.prose(node) * 100 / std::max<std::size_t>(measure_.prose(0), 1);
  }

  // <html> and <body> never: scripts show whole pages after loading them hidden.
  bool is_hidden(NodeId node) const {
    switch (tree_[node].tag) {
      case Tag::kHead:
      case Tag::kLabel:
      case Tag::kLegend:
      case Tag::kButton:
      case Tag::kTitle:
        return true;
      case Tag::kDialog:
        return !is_long_content(node);
      case Tag::kNoscript:
        return percent_of_prose(node) < kContentPercent;
      case Tag::kHtml:
      case Tag::kBody:
        return false;
      default:
        break;
    }
    if (is_not_shown(tree_, node)) {
      return percent_of_prose(node) < kContentPercent || is_outside_shown_part(node);
    }
    return !tree_.is_fragment() && tree_[node].attribute_count > 0 &&
           measure_.prose(node) < kHiddenProse && names_hidden(words_of(node));
  }

  // Where <main>, an article or its body has a paragraph that is shown, no text is the page's for
  // its length alone: consent windows are longer than many a press release.
  void find_shown_part() {
    if (tree_.is_fragment()) return;
    std::vector<Region> regions(tree_.size(), Region::kContent);
    bool has_hidden = false;
    for (NodeId i = 0; i < tree_.size();) {
      const bool is_shown = i == 0 || tree_[i].tag == Tag::kBody || !is_not_shown(tree_, i);
      if (!is_shown)
        std::fill(regions.begin() + i, regions.begin() + tree_[i].end, Region::kHidden);
      has_hidden = has_hidden || (!is_shown && percent_of_prose(i) >= kContentPercent);
      i = is_shown ? i + 1 : tree_[i].end;
    }
    if (!has_hidden) return;
    const TextMeasure shown(tree_, regions);
    const Part main = find_main(tree_, regions, shown);
    const Part body = find_body(tree_, regions, shown);
    const bool is_whole_page = body.end - body.begin == tree_.size();
    const Part part = is_whole_page ? main : body;
    if (part.end - part.begin == tree_.size()) return;
    if (shown.prose_between(part.begin, part.end) >= kOwnProse) shown_part_ = part;
  }

  bool is_outside_shown_part(NodeId node) const {
    return shown_part_.end != 0 && (node < shown_part_.begin || node >= shown_part_.end);
  }

  // Readers write more than the article has, so that no share of the page tells; but a page that
  // would have nothing else is a forum.
  void mark_elsewhere() {
    const std::size_t all = measure_.prose(0);
    std::size_t marked = 0;
    mark([&](NodeId node) {
      if (!is_elsewhere(node) || all - marked - measure_.prose(node) < kOwnProse) {
        return Region::kContent;
      }
      marked += measure_.prose(node);
      return names_comments(tree_, node) ? Region::kComments : Region::kClassWord;
    });
  }

  bool is_elsewhere(NodeId node) const {
    if (tree_[node].attribute_count == 0) return false;
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kMain || holds_heart(node))
      return false;
    return names_comments(tree_, node) || names_window(words_of(node));
  }

  void mark_outside_main() {
    mark_outside(find_main(tree_, regions_, measure_), Region::kOutsideMain);
  }

  // When chrome is gone, since it is read for facts, and shares are of what is left.
  void mark_outside_body() {
    mark_outside(find_body(tree_, regions_, measure_), Region::kOutsideBody);
  }

  // What encloses the part stays.
  void mark_outside(Part part, Region region) {
    fill(0, part.begin, region);
    fill(part.end, tree_.size(), region);
    open_above(part.begin, region);
    open_above(std::max(part.end, NodeId{1}) - 1, region);
    measure_.update(regions_);
  }

  // What an article says of itself: who wrote it, when, under which labels.
  bool is_beside_body(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kMain || tag == Tag::kArticle) {
      return false;
    }
    if (holds_heart(node) || html::is_heading(tag) || percent_of_prose(node) >= kContentPercent) {
      return false;
    }
    if (tag == Tag::kFooter) return true;
    return tree_[node].attribute_count > 0 &&
           (names_byline(words_of(node)) || tree_.attribute(node, "itemprop") == "author");
  }

  void open_above(NodeId node, Region region) {
    for (; node != 0; node = tree_[node].parent) open(node, region);
    open(0, region);
  }

  void open(NodeId node, Region region) {
    if (regions_[node] == region) regions_[node] = Region::kContent;
  }

  // The elements of HTML 5 that say what they are. <header> and <footer> of an article are its own:
  // its title, its signature.
  Region chrome_of(NodeId node) const {
    const html::Node& element = tree_[node];
    switch (element.tag) {
      case Tag::kNav:
        return Region::kLandmark;
      case Tag::kHtml:
      case Tag::kBody:
      case Tag::kMain:
      case Tag::kArticle:
        return Region::kContent;
      case Tag::kHeader:
      case Tag::kFooter:
      case Tag::kAside:
        if (!is_in_article(tree_, node) && !holds_core(node)) return Region::kLandmark;
        if (element.tag == Tag::kAside && leads_elsewhere(node)) return Region::kLandmark;
        break;
      case Tag::kForm:
        if (percent_of_prose(node) < kFormPercent) return Region::kLandmark;
        break;
      default:
        break;
    }
    return element.attribute_count > 0 ? named_chrome(node) : Region::kContent;
  }

  // A box in an article is part of it unless it consists of links for a good part.
  bool leads_elsewhere(NodeId node) const {
    return !holds_heart(node) &&
           measure_.link_characters(node) * 100 >= measure_.characters(node) * kAsidePercent;
  }

  // A window or a panel within an article, such as the transcript of a video.
  bool is_long_content(NodeId node) const {
    return is_in_article(tree_, node) && measure_.prose(node) >= kLongProse &&
           measure_.link_characters(node) * 10 < measure_.characters(node);
  }

  // Chrome that says so by its role or its class.
  Region named_chrome(NodeId node) const {
    if (html::is_heading(tree_[node].tag) || holds_heart(node) || is_long_content(node)) {
      return Region::kContent;
    }
    static constexpr auto kChromeRoles = std::to_array<std::string_view>(
        {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog",
         "alertdialog", "complementary"});
    if (base::is_one_of(role_of(tree_, node), kChromeRoles)) return Region::kRole;
    if (percent_of_prose(node) >= kContentPercent) return Region::kContent;
    const std::string words = words_of(node);
    const bool is_named = !navigation_word(words).empty() && !names_entry(words);
    return is_named ? Region::kClassWord : Region::kContent;
  }

  // From a title such as `Articles associés` to the end of what holds it.
  void mark_related_sections() {
    for (NodeId i = 0; i < tree_.size(); ++i) {
      if (regions_[i] != Region::kContent || !may_be_section_title(i)) continue;
      if (!is_related_title(tree_.text_of(i))) continue;
      NodeId title = i;
      while (title != 0 && measure_.characters(tree_[title].parent) == measure_.characters(i)) {
        title = tree_[title].parent;
      }
      if (title == 0 || percent_of_prose_from(title) > kContentPercent + kFormPercent) continue;
      fill(title, tree_[tree_[title].parent].end, Region::kRelated);
    }
    measure_.update(regions_);
  }

  // A block without blocks in it, short enough for a title.
  bool may_be_section_title(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (!html::is_block(tag) || tag == Tag::kBody || tag == Tag::kHtml) return false;
    if (measure_.characters(node) == 0 || measure_.characters(node) > kMaxRelatedTitle) {
      return false;
    }
    return tree_[node].end - node < 12;
  }

  // Part of the prose that would go with a related section.
  std::size_t percent_of_prose_from(NodeId title) const {
    const std::size_t prose = measure_.prose_between(title, tree_[tree_[title].parent].end);
    return prose * 100 / std::max<std::size_t>(measure_.prose(0), 1);
  }

  // Elements are looked at from the outside in, so that a column of menus goes as a whole and not
  // link by link.
  void mark_dense(Strictness strictness) {
    if (strictness != Strictness::kDensity) return;
    mark([this](NodeId node) { return is_dense(node) ? Region::kLinks : Region::kContent; });
  }

  // A paragraph or a list of references with prose around it: links whose text is longer than the
  // labels of menus.
  bool is_among_prose(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (tag != Tag::kParagraph && tag != Tag::kList && tag != Tag::kListItem) return false;
    const std::size_t links = std::max<std::size_t>(measure_.links(node), 1);
    if (measure_.link_characters(node) < links * kReferenceCharacters) return false;
    NodeId parent = tree_[node].parent;
    if (tag == Tag::kListItem || tree_[parent].tag == Tag::kListItem) parent = tree_[parent].parent;
    return measure_.prose(parent) >= kReferenceProse;
  }

  // A paragraph needs 90 % of links, as sentences with several links are common on portals.
  bool is_dense(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (!html::is_block(tag) || html::is_heading(tag) || holds_core(node)) return false;
    if (tag == Tag::kMain || tag == Tag::kArticle || tag == Tag::kBody || tag == Tag::kHtml) {
      return false;
    }
    const std::size_t characters = measure_.characters(node);
    const std::size_t link_characters = measure_.link_characters(node);
    if (link_characters == 0 || is_among_prose(node)) return false;
    if (tag == Tag::kParagraph && link_characters * 10 >= characters * 9) return true;
    const std::size_t prose = measure_.prose(node);
    return measure_.links(node) >= kDenseLinks && prose <= kDenseMaxProse &&
           link_characters * 100 >= characters * kDensePercent;
  }

  const HtmlTree& tree_;
  std::vector<Region> regions_;
  TextMeasure measure_;
  mutable std::vector<std::string> words_;
  Part shown_part_;
  std::vector<std::uint32_t> titles_before_;
  std::vector<std::uint32_t> hearts_before_;
};

}  // namespace

std::string_view to_string(Region region) noexcept {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"kept",       "hidden", "outside main", "comments",         "landmark",
       "role",       "class",  "links",        "related section",  "outside body",
       "breadcrumb", "theme",  "title",        "kicker",           "publication",
       "interface",  "orphan", "credit",       "repeated caption", "repetition",
       "reaction"});
  return kNames[static_cast<std::size_t>(region)];
}

std::vector<Region> find_regions(const HtmlTree& tree, Strictness strictness) {
  return RegionFinder(tree).find(strictness);
}

}  // namespace pressoir::extract::content
