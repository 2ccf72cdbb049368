#include "indexer/extract/content/page_reader.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/breadcrumb.hpp"
#include "indexer/extract/content/class_words.hpp"
#include "indexer/extract/content/date_marks.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/content/repetition.hpp"
#include "indexer/extract/content/text_measure.hpp"
#include "indexer/extract/content/title.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/plain_text.hpp"
#include "indexer/text/analyzer.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::content {
namespace {

using facts::PageFacts;
using html::HtmlTree;
using html::NodeId;
using html::Tag;

constexpr std::size_t kFewCharacters = 80;  // less text than this: the page is a list of links
// Bytes. What is longer is a sentence, not a label.
constexpr std::size_t kMaxRubricBytes = 120;
constexpr std::size_t kMaxKickerBytes = 60;
constexpr std::size_t kMaxLabelBytes = 24;  // `Date de publication`
constexpr std::size_t kMaxKickers = 4;
constexpr std::size_t kMaxFacts = 64;  // of metas, themes, notices…
// Lines about the publication stand at either end of a text; a date in its middle is what the text
// is about.
constexpr std::size_t kNoticeBlocks = 16;  // from the start of the text
constexpr std::size_t kLastNoticeBlocks = 4;
// A page that sends its reader on after some seconds says so in fewer characters.
constexpr std::size_t kMaxStubCharacters = 500;

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), base::lower_ascii);
  return out;
}

// Names are in lower case, as Dublin Core is written in every mixture of cases.
void read_meta(const HtmlTree& tree, NodeId node, PageFacts& facts) {
  for (const std::string_view key : {"name", "property", "itemprop"}) {
    const std::string_view name = tree.attribute(node, key);
    if (name.empty() || facts.metas.size() >= kMaxFacts * 2) continue;
    facts.metas.emplace_back(lower_ascii(html::plain(name)),
                             text::to_nfc(html::plain(tree.attribute(node, "content"))));
    return;
  }
}

// One of the words of `rel`: `shortlink canonical`.
bool names_canonical(std::string_view rel) {
  const std::string words = " " + lower_ascii(html::plain(rel)) + " ";
  return words.find(" canonical ") != std::string::npos;
}

// <title> and <meta> are looked for in the whole page: misplaced ones end up in the body of the
// tree.
void read_head(const HtmlTree& tree, PageFacts& facts) {
  for (NodeId i = 0; i < tree.size(); ++i) {
    const Tag tag = tree[i].tag;
    if (tag == Tag::kMeta) read_meta(tree, i, facts);
    if (tag == Tag::kTitle && facts.title_element.empty()) {
      facts.title_element = text::to_nfc(tree.text_of(i));
    }
    if (tag == Tag::kBase && facts.base_href.empty()) {
      facts.base_href = html::plain(tree.attribute(i, "href"));
    }
    if (tag == Tag::kLink && facts.canonical.empty() &&
        names_canonical(tree.attribute(i, "rel"))) {
      facts.canonical = html::plain(tree.attribute(i, "href"));
    }
  }
  facts.json_ld = tree.json_ld();
}

// `5; URL='https://…'` as the HTML standard reads it ("shared declarative refresh steps").
struct Refresh {
  bool is_at_once = false;
  std::string target;
};

Refresh read_refresh(std::string_view content) {
  Refresh refresh;
  const std::size_t time_end = std::min(content.find_first_of(";, "), content.size());
  refresh.is_at_once = content.substr(0, time_end).find_first_of("123456789") == content.npos;
  std::string target = html::plain(content.substr(time_end));
  std::string_view rest = target;
  rest.remove_prefix(std::min(rest.find_first_not_of(";, "), rest.size()));
  if (lower_ascii(rest.substr(0, 3)) == "url") {
    rest.remove_prefix(std::min(rest.find_first_not_of("= ", 3), rest.size()));
  }
  if (rest.starts_with('"') || rest.starts_with('\'')) {
    const char quote = rest.front();
    rest = rest.substr(1, rest.find(quote, 1) - 1);
  }
  refresh.target = rest;
  return refresh;
}

// One in <noscript> is for browsers without scripts, which no reader of the page had.
bool is_refresh(const HtmlTree& tree, NodeId node) {
  if (tree[node].tag != Tag::kMeta) return false;
  if (lower_ascii(tree.attribute(node, "http-equiv")) != "refresh") return false;
  return tree[tree[node].parent].tag != Tag::kNoscript;
}

std::string find_target(const HtmlTree& tree) {
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (!is_refresh(tree, i)) continue;
    Refresh refresh = read_refresh(tree.attribute(i, "content"));
    const TextMeasure all(tree, std::vector<Region>(tree.size(), Region::kContent));
    if (refresh.is_at_once || all.characters(0) <= kMaxStubCharacters) return refresh.target;
    return {};
  }
  return {};
}

using Regions = std::vector<Region>;

// The strictest reading that leaves text; says when that text is links.
Regions read_regions(const HtmlTree& tree, bool& is_list_of_links) {
  Regions regions;
  for (const Strictness strictness :
       {Strictness::kDensity, Strictness::kLandmarks, Strictness::kHidden}) {
    regions = find_regions(tree, strictness);
    const TextMeasure measure(tree, regions);
    is_list_of_links = measure.link_characters(0) > measure.prose(0);
    if (measure.characters(0) >= kFewCharacters) break;
  }
  return regions;
}

void mark(NodeId begin, NodeId end, Region region, Regions& regions) {
  std::fill(regions.begin() + begin, regions.begin() + end, region);
}

// What the page calls itself, without the name of its site, to find its heading by.
std::vector<std::string> page_titles(const PageFacts& facts) {
  std::string_view site_name;
  for (const auto& [name, content] : facts.metas) {
    if (name == "og:site_name") site_name = content;
  }
  std::vector<std::string> titles;
  for (const auto& [name, content] : facts.metas) {
    if (name == "og:title") titles.push_back(strip_site_name(content, site_name));
  }
  titles.push_back(strip_site_name(facts.title_element, site_name));
  return titles;
}

// Each once; a label that is longer than a rubric is a sentence that stood in its place.
void add_theme(std::string theme, std::vector<std::string>& themes) {
  theme = text::to_nfc(theme);
  if (theme.empty() || theme.size() > kMaxRubricBytes || themes.size() >= kMaxFacts) return;
  if (std::ranges::find(themes, theme) == themes.end()) themes.push_back(std::move(theme));
}

// `thematique s` is `Thématique(s)`.
bool is_theme_label(std::string_view text) {
  constexpr auto kLabels =
      std::to_array<std::string_view>({"thematique", "thematiques", "thematique s", "theme",
                                       "themes", "theme s", "rubrique", "rubriques"});
  return base::is_one_of(html::folded_words(text), kLabels);
}

// `<dt>Thématique</dt><dd>…</dd><dd>…</dd>`; the terms and what they name leave the text.
void read_theme_list(const HtmlTree& tree, NodeId term, Regions& regions, PageFacts& facts) {
  const NodeId list_end = tree[tree[term].parent].end;
  NodeId i = tree[term].end;
  while (i < list_end && (tree[i].tag == Tag::kText || tree[i].tag == Tag::kDefinition)) {
    if (tree[i].tag == Tag::kDefinition) add_theme(tree.text_of(i), facts.themes);
    i = tree[i].end;
  }
  mark(term, i, Region::kTheme, regions);
}

// Themes that are named as such and rubrics above the text; both are taken out of the content.
void read_themes(const HtmlTree& tree, Regions& regions, PageFacts& facts) {
  for (NodeId i = 0; i < tree.size(); ++i) {
    const html::Node& node = tree[i];
    if (node.tag == Tag::kAnchor && lower_ascii(tree.attribute(i, "rel")) == "tag") {
      add_theme(tree.text_of(i), facts.themes);
    }
    if (regions[i] != Region::kContent || node.tag == Tag::kText) continue;
    if (node.tag == Tag::kTerm && is_theme_label(tree.text_of(i))) {
      read_theme_list(tree, i, regions, facts);
    }
    const bool may_be_rubric = node.attribute_count > 0 && node.end - i < 8 &&
                               !html::is_heading(node.tag) && node.tag != Tag::kAnchor;
    if (!may_be_rubric || !names_rubric(class_words(tree, i))) continue;
    add_theme(tree.text_of(i), facts.sections);
    mark(i, node.end, Region::kTheme, regions);
  }
}

// `Thématique : Industrie, Emploi`
bool read_theme_line(std::string_view line, PageFacts& facts) {
  const std::size_t colon = line.find(':');
  // npos is more than any length.
  if (colon > 24 || line.size() > kMaxRubricBytes * 2 || !is_theme_label(line.substr(0, colon))) {
    return false;
  }
  std::string_view rest = line.substr(colon + 1);
  while (!rest.empty()) {
    add_theme(html::plain(base::take_until(rest, ",;|")), facts.themes);
  }
  return true;
}

// Lines and not elements: old pages write `Rubrique : Justice` between two <br>.
void read_theme_lines(const std::vector<Line>& lines, Regions& regions, PageFacts& facts) {
  for (const Line& line : lines) {
    if (regions[line.begin] != Region::kContent || !read_theme_line(line.text, facts)) continue;
    mark(line.begin, line.end, Region::kTheme, regions);
  }
}

// Short lines above the heading: the name of the service, the kind of document.
void take_kickers(NodeId heading, PageContent& reading) {
  std::vector<PageBlock>& blocks = reading.blocks;
  const auto is_kicker = [&](const PageBlock& block) {
    return block.node < heading && block.text.size() <= kMaxKickerBytes && !is_notice(block.text);
  };
  std::size_t count = 0;
  while (count < blocks.size() && is_kicker(blocks[count])) ++count;
  if (count == 0 || count > kMaxKickers) return;
  for (std::size_t i = 0; i < count; ++i) reading.facts.kickers.push_back(blocks[i].text);
  Regions regions(blocks.size(), Region::kContent);
  std::fill_n(regions.begin(), count, Region::kKicker);
  leave_out(regions, blocks, reading.left_out);
}

// A block before a date that may be its label: `Mise en ligne`, in an element of its own.
bool is_label(std::string_view text) {
  return text.size() <= kMaxLabelBytes && std::ranges::none_of(text, base::is_digit);
}

// Read before lines of publication are dropped from the text.
void read_notices(const std::vector<PageBlock>& blocks, PageFacts& facts) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i >= kNoticeBlocks && i + kLastNoticeBlocks < blocks.size()) continue;
    // A quotation, such as an embedded post, has a date of its own.
    if (!is_notice(blocks[i].text) || blocks[i].kind == base::BlockKind::kQuote) continue;
    if (i > 0 && base::is_digit(blocks[i].text.front()) && is_label(blocks[i - 1].text)) {
      facts.notices.push_back(blocks[i - 1].text + " : " + blocks[i].text);
    }
    facts.notices.push_back(blocks[i].text);
  }
}

// Once the facts are read from them.
void drop_outside_body(PageContent& reading) {
  Regions regions;
  for (const PageBlock& block : reading.blocks) regions.push_back(reading.regions[block.node]);
  leave_out(regions, reading.blocks, reading.left_out);
}

// The heading is the title and the breadcrumb the themes: neither is found in the text.
void drop_heading(const HtmlTree& tree, const Heading& heading, PageContent& reading) {
  if (heading.text.empty()) return;
  const NodeId end = std::max(tree[heading.node].end, heading.node + 1);
  Regions regions;
  for (const PageBlock& block : reading.blocks) {
    const bool is_title =
        block.node >= heading.node && block.node < end && block.kind != base::BlockKind::kQuote;
    regions.push_back(is_title ? Region::kTitle : Region::kContent);
  }
  leave_out(regions, reading.blocks, reading.left_out);
}

}  // namespace

// The order of these steps is described in the header; each marks what the next ones must not see.
PageContent read_page(const HtmlTree& tree) {
  PageContent reading;
  PageFacts& facts = reading.facts;
  Regions& regions = reading.regions;
  read_head(tree, facts);
  reading.sends_on_to = find_target(tree);
  regions = read_regions(tree, facts.is_list_of_links);
  const std::vector<Line> lines = read_short_lines(tree);
  const Breadcrumb breadcrumb = find_breadcrumb(tree, lines);
  mark(breadcrumb.begin, breadcrumb.end, Region::kBreadcrumb, regions);
  read_theme_lines(lines, regions, facts);
  read_themes(tree, regions, facts);
  reading.blocks = read_blocks(tree, regions);
  const Heading heading = find_heading(tree, regions, reading.blocks, page_titles(facts));
  const NodeId first_block = reading.blocks.empty() ? 0 : reading.blocks.front().node;
  reading.layout = layout_of(tree, heading.text.empty() ? first_block : heading.node);
  facts.heading = text::to_nfc(heading.text);
  facts.date_marks = find_date_marks(tree, regions, lines, heading.node);
  const std::vector<std::string> labels = facts::read_json_ld(facts.json_ld).breadcrumb;
  facts.breadcrumb = strip_breadcrumb(labels.empty() ? breadcrumb.labels : labels,
                                      facts.heading.empty() ? facts.title_element : facts.heading);
  take_kickers(heading.node, reading);
  drop_heading(tree, heading, reading);
  read_notices(reading.blocks, facts);
  drop_outside_body(reading);
  if (!facts.is_list_of_links && !tree.is_fragment()) {
    drop_link_lines(reading.blocks, reading.left_out);
    drop_labels(reading.blocks, reading.left_out);
  }
  drop_interface_blocks(reading.blocks, reading.left_out);
  facts.turn_labels = read_turns(reading.blocks, reading.left_out);
  return reading;
}

}  // namespace pressoir::extract::content
