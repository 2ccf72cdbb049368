#include "indexer/extract/content/repetition.hpp"

#include "indexer/base/url.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace pressoir::extract::content {
namespace {

using facts::PageFacts;
using html::NodeId;
using html::Tag;

// Of an id; bounds the work for a hostile page.
constexpr std::size_t kMaxIdBytes = 64;

void append_element(const html::HtmlTree& tree, NodeId node, std::string& path) {
  const Tag tag = tree[node].tag;
  path += static_cast<char>(tag);
  if (tag == Tag::kHtml || tag == Tag::kBody) return;
  for (const char c : tree.attribute(node, "id").substr(0, kMaxIdBytes)) {
    if (c < '0' || c > '9') path += c;
  }
}

using base::BlockKind;

constexpr std::size_t kMinRow = 3;  // recurring blocks within the text

// Digests live as long as a run, so that the hash of the standard library will do.
std::uint64_t digest(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

// The last step of MurmurHash3 over both (public domain, Austin Appleby).
std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t h = a ^ (b + 0x9e3779b97f4a7c15U + (a << 6U) + (a >> 2U));
  h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdU;
  h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return h ^ (h >> 33U);
}

// Rows of signs have no words, and are told apart by their signs.
std::uint64_t digest_words(std::string_view text) {
  const std::string words = html::folded_words(text);
  return digest(words.empty() ? text : std::string_view(words));
}

std::string_view text_of(const PageFacts& facts, const base::Block& block) {
  return std::string_view(facts.text).substr(block.begin, block.end - block.begin);
}

// A block whose sense is in the next one.
bool leads_on(const PageFacts& facts, std::size_t at) {
  const base::Block& block = facts.blocks[at];
  const std::string_view text = text_of(facts, block);
  if (text.ends_with(',') || text.ends_with(':')) return true;
  return block.kind == BlockKind::kHeading && facts.blocks[at + 1].kind != BlockKind::kHeading;
}

// From `regions`, where every block that recurs is marked, takes the marks of those that stay.
void unmark_content(const PageFacts& facts, std::vector<Region>& regions) {
  const std::vector<base::Block>& blocks = facts.blocks;
  for (std::size_t begin = 0; begin < blocks.size(); ++begin) {
    if (regions[begin] == Region::kContent) continue;
    std::size_t end = begin;
    while (end < blocks.size() && regions[end] != Region::kContent) ++end;
    const std::size_t row_end = end;
    if (end < blocks.size()) {
      while (end > begin && leads_on(facts, end - 1)) --end;
    }
    const bool is_at_edge = begin == 0 || row_end == blocks.size();
    if (!is_at_edge && end - begin < kMinRow) end = begin;
    std::fill(regions.begin() + static_cast<std::ptrdiff_t>(end),
              regions.begin() + static_cast<std::ptrdiff_t>(row_end), Region::kContent);
    begin = row_end;
  }
}

// A safeguard: pages that are copies of each other recur as a whole.
bool leaves_most(const std::vector<base::Block>& blocks, const std::vector<Region>& regions) {
  std::size_t kept = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t size = blocks[i].end - blocks[i].begin;
    all += size;
    if (regions[i] == Region::kContent) kept += size;
  }
  return kept * 2 >= all;
}

}  // namespace

std::uint64_t layout_of(const html::HtmlTree& tree, NodeId node) {
  std::string path;
  for (NodeId i = node; i != 0; i = tree[i].parent) append_element(tree, i, path);
  return std::hash<std::string_view>()(path);
}

PageFingerprint fingerprint_of(const PageFacts& facts, std::uint64_t layout, int year) {
  PageFingerprint page;
  page.group =
      mix(mix(digest(base::url_host(facts.url)), layout), static_cast<std::uint64_t>(year));
  page.blocks.reserve(facts.blocks.size());
  for (const base::Block& block : facts.blocks) {
    page.blocks.push_back(digest_words(text_of(facts, block)));
  }
  return page;
}

std::uint64_t Repetition::key(std::uint64_t group, std::uint64_t block) noexcept {
  return mix(group, block);
}

void RepetitionCounter::add(const PageFingerprint& page) {
  if (page.blocks.empty()) return;
  Group& group = groups_[page.group];
  ++group.pages;
  std::vector<std::uint64_t> blocks = page.blocks;
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  for (const std::uint64_t block : blocks) {
    if (++group.blocks[block] == 1) ++blocks_;
  }
  if (blocks_ > max_blocks_) forget();
}

// Half of the room is made free, so that the work is in proportion to what is added.
// What cannot reach 90 % any more goes first, then groups that are too small to matter.
void RepetitionCounter::forget() {
  for (auto& [name, group] : groups_) {
    std::erase_if(group.blocks, [&group = group](const auto& block) {
      return std::uint64_t{block.second} * 2 < group.pages;
    });
  }
  blocks_ = count_blocks();
  for (std::uint32_t pages = 2; blocks_ > max_blocks_ / 2 && !groups_.empty(); pages *= 2) {
    std::erase_if(groups_, [pages](const auto& group) { return group.second.pages < pages; });
    blocks_ = count_blocks();
  }
}

std::size_t RepetitionCounter::count_blocks() const {
  std::size_t blocks = 0;
  for (const auto& [name, group] : groups_) blocks += group.blocks.size();
  return blocks;
}

// Groups that are too small say nothing: what recurs on five pages may be a series.
Repetition RepetitionCounter::finish() && {
  Repetition repetition;
  for (const auto& [name, group] : groups_) {
    if (group.pages < kMinPages) continue;
    for (const auto& [block, pages] : group.blocks) {
      const bool recurs = std::uint64_t{pages} * 100 >= std::uint64_t{group.pages} * kMinPercent;
      if (recurs) repetition.recurring_.insert(Repetition::key(name, block));
    }
  }
  groups_.clear();
  return repetition;
}

// The title recurs where all pages of a site have the same one; it is the only thing that tells
// what they are.
std::vector<Region> find_repetition(const PageFacts& facts, const PageFingerprint& fingerprint,
                                    const Repetition& repetition) {
  // A fragment has blocks and no fingerprint: it has no chrome that could recur.
  if (repetition.size() == 0 || fingerprint.blocks.size() != facts.blocks.size()) return {};
  std::vector<Region> regions(fingerprint.blocks.size(), Region::kContent);
  const std::uint64_t title = digest_words(facts.heading);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const std::uint64_t block = fingerprint.blocks[i];
    if (facts.blocks[i].kind == BlockKind::kTurn || block == title) continue;
    if (repetition.holds(fingerprint.group, block)) regions[i] = Region::kRepetition;
  }
  unmark_content(facts, regions);
  const bool is_found = std::ranges::find(regions, Region::kRepetition) != regions.end();
  if (!is_found || !leaves_most(facts.blocks, regions)) regions.clear();
  return regions;
}

}  // namespace pressoir::extract::content
