// Which parts of a page are its content and which are chrome: menus, footers, related articles,
// buttons. Decided by structure: landmarks, names of classes, density of links (text_measure.hpp).
// Pure functions and values, any thread.
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

}  // namespace pressoir::extract::content
