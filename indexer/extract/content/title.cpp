#include "indexer/extract/content/title.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::content {
namespace {

using facts::PageFacts;
using html::NodeId;

constexpr std::size_t kMaxHeadingBytes = 700;
// A title further down is that of another article.
constexpr std::size_t kFirstBlocks = 15;
// An h1 of the chrome that agrees with <title> beats one of the content that does not: old portals
// put the heading into their header.
constexpr int kAgrees = 3;
constexpr int kStandsInContent = 2;

// og:title and <title> may differ; either makes a heading the page's own.
bool agrees_with_any(std::string_view text, const std::vector<std::string>& page_titles) {
  return std::ranges::any_of(page_titles,
                             [text](const std::string& title) { return agrees_with(text, title); });
}

// Headings of old portals are pictures.
std::string alternative_text(const html::HtmlTree& tree, NodeId node) {
  std::string text;
  for (NodeId i = node; i < tree[node].end; ++i) {
    if (tree[i].tag == html::Tag::kImage) html::append_plain(text, tree.attribute(i, "alt"));
  }
  html::trim_plain(text);
  return text;
}

// For pages whose title is a paragraph in bold letters.
Heading first_block_like(const std::vector<PageBlock>& blocks,
                         const std::vector<std::string>& page_titles) {
  for (std::size_t i = 0; i < std::min(blocks.size(), kFirstBlocks); ++i) {
    if (blocks[i].text.size() <= kMaxHeadingBytes && agrees_with_any(blocks[i].text, page_titles)) {
      return {blocks[i].text, blocks[i].node};
    }
  }
  return {};
}

constexpr std::size_t kMaxTitleBytes = 1000;
constexpr std::size_t kMaxFirstLineBytes = 200;
constexpr std::size_t kMaxSiteNameCharacters = 100;

// They also stand within titles (`Emploi – les chiffres de mai`), so that what follows must look
// like the name of a site.
constexpr auto kSoftSeparators =
    std::to_array<std::string_view>({" - ", " – ", " — ", " ~ ", " · ", " • ", " :: "});
// They hardly ever stand within titles.
constexpr auto kHardSeparators = std::to_array<std::string_view>({" | ", " ¦ ", " / "});

// Names of sites, as folded_words() gives them.
constexpr auto kSiteNames = std::to_array<std::string_view>({
    "gouvernement",
    "gouvernement fr",
    "service public",
    "elysee",
    "presidence de la republique",
    "matignon",
    "premier ministre",
    "senat",
    "assemblee nationale",
    "vie publique",
    "legifrance",
    "accueil",
    "info gouv",
    "bienvenue",
    "site officiel",
});

// What they begin with.
constexpr auto kSiteNameStarts = std::to_array<std::string_view>({
    "portail ",
    "le portail ",
    "ministere d",
    "site du ",
    "site de la ",
    "le site d",
    "services du ",
    "actualites des ",
    "archives des ",
    "prefecture d",
    "site internet d",
    "site officiel d",
});

bool is_site_name(std::string_view segment, std::string_view site_name) {
  const std::string words = html::folded_words(segment);
  if (words.empty() || words == html::folded_words(site_name)) return true;
  if (words.ends_with(" fr") || base::is_one_of(words, kSiteNames)) return true;
  return html::count_characters(segment) <= kMaxSiteNameCharacters &&
         base::starts_with_one_of(words, kSiteNameStarts);
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
};

template <std::size_t size>
Cut first_cut(std::string_view text, const std::array<std::string_view, size>& separators) {
  Cut cut;
  for (const std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at < cut.at) cut = {at, separator.size()};
  }
  return cut;
}

template <std::size_t size>
Cut last_cut(std::string_view text, const std::array<std::string_view, size>& separators) {
  Cut cut;
  for (const std::string_view separator : separators) {
    const std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos) continue;
    if (cut.at == std::string_view::npos || at > cut.at) cut = {at, separator.size()};
  }
  return cut;
}

std::string_view meta(const PageFacts& facts, std::string_view name) {
  const auto found =
      std::ranges::find(facts.metas, name, [](const auto& m) { return std::string_view(m.first); });
  return found == facts.metas.end() ? std::string_view{} : std::string_view(found->second);
}

// The last resort, for records and pages without any title.
std::string first_heading(const PageFacts& facts) {
  for (const base::Block& block : facts.blocks) {
    if (block.kind == base::BlockKind::kHeading) {
      return facts.text.substr(block.begin, block.end - block.begin);
    }
  }
  const std::string_view line = std::string_view(facts.text).substr(0, facts.text.find('\n'));
  return std::string(base::clip_utf8(line, kMaxFirstLineBytes));
}

// A title that is nothing but a date keeps it.
std::string finish(std::string_view title) {
  const std::string whole = html::plain(base::clip_utf8(title, kMaxTitleBytes));
  std::string stripped = html::plain(dates::strip_date_suffix(whole));
  return html::folded_words(stripped).empty() ? whole : stripped;
}

}  // namespace

bool agrees_with(std::string_view heading, std::string_view page_title) {
  const std::string words = html::folded_words(heading);
  const std::string title = html::folded_words(page_title);
  if (words.empty() || title.empty()) return false;
  const bool is_part = title.starts_with(words) || title.ends_with(words);
  return words == title || (is_part && words.size() * 2 >= title.size()) ||
         (words.starts_with(title) && title.size() * 2 >= words.size());
}

Heading find_heading(const html::HtmlTree& tree, const std::vector<Region>& regions,
                     const std::vector<PageBlock>& blocks,
                     const std::vector<std::string>& page_titles) {
  Heading best;
  int best_score = 0;
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != html::Tag::kH1) continue;
    std::string text = tree.text_of(i);
    if (text.empty()) text = alternative_text(tree, i);
    if (html::folded_words(text).empty() || text.size() > kMaxHeadingBytes) continue;
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

std::string strip_site_name(std::string_view title, std::string_view site_name) {
  std::string_view rest = title;
  for (Cut cut = last_cut(rest, kHardSeparators); cut.at != std::string_view::npos && cut.at > 0;
       cut = last_cut(rest, kHardSeparators)) {
    const bool is_slash = rest.substr(cut.at, cut.size) == " / ";
    if (is_slash && !is_site_name(rest.substr(cut.at + cut.size), site_name)) break;
    rest = rest.substr(0, cut.at);
  }
  for (Cut cut = last_cut(rest, kSoftSeparators); cut.at != std::string_view::npos && cut.at > 0;
       cut = last_cut(rest, kSoftSeparators)) {
    if (!is_site_name(rest.substr(cut.at + cut.size), site_name)) break;
    rest = rest.substr(0, cut.at);
  }
  const Cut first = first_cut(rest, kSoftSeparators);
  if (first.at != std::string_view::npos && is_site_name(rest.substr(0, first.at), site_name)) {
    rest = rest.substr(first.at + first.size);
  }
  return html::plain(rest);
}

// A heading that is the name of the site is the site's, on pages whose own heading is a picture.
std::string choose_title(const PageFacts& facts) {
  const facts::JsonLd json_ld = facts::read_json_ld(facts.json_ld);
  std::string_view site_name = meta(facts, "og:site_name");
  if (site_name.empty()) site_name = json_ld.site_name;
  if (!facts.heading.empty() && !is_site_name(facts.heading, site_name)) {
    return finish(facts.heading);
  }
  for (const std::string_view title :
       {meta(facts, "og:title"), std::string_view(json_ld.headline), meta(facts, "dc.title"),
        meta(facts, "dcterms.title"), std::string_view(facts.title_element)}) {
    const std::string stripped = strip_site_name(title, site_name);
    if (!html::folded_words(stripped).empty()) return finish(stripped);
  }
  return finish(facts.heading.empty() ? first_heading(facts) : facts.heading);
}

}  // namespace pressoir::extract::content
