// Which parts of a page are its content and which are chrome: menus, footers, related articles,
// buttons. Decided by structure: landmarks, names of classes, density of links, by the measure of
// text that is at the end of this header. Pure functions and values, any thread.
//
// No rule knows a site. Each compares a part with the prose of the whole page, because the same
// `<form>` or `class="menu"` is a search box on one site and the frame of the article on another.
// RULES.md lists the rules with their thresholds.
#pragma once

#include "indexer/extract/html/html_tree.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

// The part of a page that a node or a block belongs to, which is why it is in the text or not.
enum class Region : std::uint8_t {
  kContent,
  kHidden,  // not shown: scripts apart, which the tree does not have
  // Chrome, by what says so.
  kOutsideMain,  // beside a <main> that has prose
  kComments,     // of readers
  kLandmark,     // <nav>, <header>, <footer>, <aside>, <form>
  kRole,         // role=navigation…
  kClassWord,    // class or id: `menu`, `partage`…
  kLinks,        // consists of links
  kRelated,      // leads elsewhere: `Articles associés` and what follows
  kOutsideBody,  // beside the article or its body; read for dates and names, see is_read
  // Content that is found in another field, or says nothing.
  kBreadcrumb,
  kTheme,
  kTitle,
  kKicker,           // a short line above the title
  kPublication,      // `Publié le 5 décembre 2012`
  kInterface,        // `Haut de page`
  kOrphan,           // a heading whose section was chrome
  kCredit,           // names a picture or who made it
  kRepeatedCaption,  // repeats a block above
  kRepetition,       // recurs on the pages of the site
  kReaction,         // of the hall to a speech: `(Applaudissements.)`
};

// One word or two for each, as `extract --explain` prints them.
std::string_view to_string(Region region) noexcept;

// True for what facts are read from: the content, and what stands beside the body of the article,
// where templates put its date and its author.
constexpr bool is_read(Region region) noexcept {
  return region == Region::kContent || region == Region::kOutsideBody;
}

// How much is taken for chrome; each level contains those before it.
enum class Strictness {
  kHidden,     // what is not shown
  kLandmarks,  // and what says by its element, role or class that it is no content
  kDensity,    // and what consists of links
};

// The region of each node of the tree, by NodeId. Whatever has another region than kContent has no
// content below it. In linear time.
std::vector<Region> find_regions(const html::HtmlTree& tree, Strictness strictness);

// How much text is where in a page: below each node of a tree, of content only, in characters
// without white space. Regions look this up for every element, several times, and again after each
// step; sums over the list of nodes make each answer two subtractions, whatever the size of the
// node. `tree` must outlive it.
class TextMeasure {
 public:
  TextMeasure(const html::HtmlTree& tree, const std::vector<Region>& regions);

  // Measures again after regions have changed, without reading the text again.
  void update(const std::vector<Region>& regions);

  std::size_t characters(html::NodeId node) const noexcept { return below(characters_, node); }
  std::size_t link_characters(html::NodeId node) const noexcept {
    return below(link_characters_, node);
  }
  std::size_t links(html::NodeId node) const noexcept { return below(links_, node); }
  // Characters outside links.
  std::size_t prose(html::NodeId node) const noexcept {
    return characters(node) - link_characters(node);
  }
  // The same of the nodes [begin, end).
  std::size_t characters_between(html::NodeId begin, html::NodeId end) const noexcept {
    return characters_[end] - characters_[begin];
  }
  std::size_t prose_between(html::NodeId begin, html::NodeId end) const noexcept {
    return characters_[end] - characters_[begin] -
           (link_characters_[end] - link_characters_[begin]);
  }

 private:
  using Sums = std::vector<std::uint32_t>;  // of all nodes before each
  std::size_t below(const Sums& sums, html::NodeId node) const noexcept {
    return sums[(*tree_)[node].end] - sums[node];
  }

  const html::HtmlTree* tree_;
  std::vector<std::uint32_t> sizes_;  // of the text of each node itself
  Sums characters_;
  Sums link_characters_;
  Sums links_;
};

}  // namespace pressoir::extract::content
