// Chrome that structure does not give away, found by repetition: a block that recurs on nearly all
// pages of one site, layout and year.
//
// A RepetitionCounter takes the fingerprint of every page of a harvest; what it found, a
// Repetition, then tells which blocks of a page recur:
//
//   counter.add(fingerprint)… → Repetition repetition = std::move(counter).finish()
//   find_repetition(facts, fingerprint, repetition)
//
// The counter is used by one thread at a time; a Repetition does not change and any number of
// threads may read it. The same pages in the same order give the same Repetition.
#pragma once

#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressoir::extract::content {

// A digest of the elements around `node`, the place of the heading: their tags, and their ids
// without digits (`node-1234` is one page's). The classes are left out, as templates put the page's
// subject there, and so are the attributes of <html> and <body>.
std::uint64_t layout_of(const html::HtmlTree& tree, html::NodeId node);

// A page as far as repetition goes, in digests of 64 bits.
struct PageFingerprint {
  std::uint64_t group = 0;            // of its site, layout and year
  std::vector<std::uint64_t> blocks;  // of the words of each block of the text, in reading order;
                                      // a page without text takes no part

  bool operator==(const PageFingerprint&) const = default;
};

// `facts` has its text; `layout` is what layout_of returned; `year` that of the page's
// date, 0 without one: layouts and their texts change with time, and pages keep the layout of
// theirs.
PageFingerprint fingerprint_of(const facts::PageFacts& facts, std::uint64_t layout, int year);

// What recurs.
class Repetition {
 public:
  bool holds(std::uint64_t group, std::uint64_t block) const {
    return recurring_.contains(key(group, block));
  }
  std::size_t size() const noexcept { return recurring_.size(); }

 private:
  friend class RepetitionCounter;
  static std::uint64_t key(std::uint64_t group, std::uint64_t block) noexcept;

  std::unordered_set<std::uint64_t> recurring_;
};

class RepetitionCounter {
 public:
  // A block recurs when it stands on this part (percent) of at least so many pages of its group. In
  // the sittings of one debate, the extreme of formulas that are content, the president's name
  // stands above 88 % of the pages; mastheads and signatures stand on 94 % and more.
  static constexpr std::uint32_t kMinPercent = 90;
  static constexpr std::uint32_t kMinPages = 10;

  // Counts of at most `max_blocks` blocks are kept, about 40 bytes each. When there are more, the
  // blocks that are rare in their group are forgotten, then the smallest groups: a block may then
  // be counted too low, never too high.
  explicit RepetitionCounter(std::size_t max_blocks = 1'000'000) : max_blocks_(max_blocks) {}

  void add(const PageFingerprint& page);
  Repetition finish() &&;

 private:
  struct Group {
    std::uint32_t pages = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> blocks;  // on how many pages each stands
  };

  void forget();
  std::size_t count_blocks() const;

  std::size_t max_blocks_;
  std::size_t blocks_ = 0;  // in all groups
  std::unordered_map<std::uint64_t, Group> groups_;
};

// Which blocks of a page's text are chrome by repetition, kRepetition or kContent for each; nothing
// when all stay. Chrome recurs and stands at the beginning or the end of the text or in a row of
// three, as the parts of a template do. What recurs alone within the text is a formula of the genre
// (`La séance est reprise.`) and stays, and so do turns of speakers, the title, a heading or an
// opening (`Mesdames et Messieurs,`) before what stays, and everything when more than half of the
// text would go. `fingerprint` is the page's.
std::vector<Region> find_repetition(const facts::PageFacts& facts,
                                    const PageFingerprint& fingerprint,
                                    const Repetition& repetition);

}  // namespace pressoir::extract::content
