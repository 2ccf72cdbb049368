#include "indexer/extract/repetition.hpp"

#include "indexer/extract/plain_text.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace pressoir::extract {
namespace {

using base::BlockKind;

constexpr std::size_t kMinRow = 3;  // recurring blocks within the text

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
  const std::string words = folded_words(text);
  return digest(words.empty() ? text : std::string_view(words));
}

bool may_be_chrome(const PageBlock& block, std::uint64_t block_digest, std::uint64_t title) {
  return block.kind != BlockKind::kTurn && block_digest != title;
}

// A block whose sense is in the next one.
bool leads_on(const PageBlock& block, const PageBlock& next) {
  if (block.text.ends_with(',') || block.text.ends_with(':')) return true;
  return block.kind == BlockKind::kHeading && next.kind != BlockKind::kHeading;
}

// From `regions`, where every block that recurs is marked, takes the marks of those that stay.
void unmark_content(const std::vector<PageBlock>& blocks, std::vector<Region>& regions) {
  for (std::size_t begin = 0; begin < blocks.size(); ++begin) {
    if (regions[begin] == Region::kContent) continue;
    std::size_t end = begin;
    while (end < blocks.size() && regions[end] != Region::kContent) ++end;
    const std::size_t row_end = end;
    if (end < blocks.size()) {
      while (end > begin && leads_on(blocks[end - 1], blocks[end])) --end;
    }
    const bool is_at_edge = begin == 0 || row_end == blocks.size();
    if (!is_at_edge && end - begin < kMinRow) end = begin;
    std::fill(regions.begin() + static_cast<std::ptrdiff_t>(end),
              regions.begin() + static_cast<std::ptrdiff_t>(row_end), Region::kContent);
    begin = row_end;
  }
}

bool leaves_most(const std::vector<PageBlock>& blocks, const std::vector<Region>& regions) {
  std::size_t kept = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    all += blocks[i].text.size();
    if (regions[i] == Region::kContent) kept += blocks[i].text.size();
  }
  return kept * 2 >= all;
}

}  // namespace

PageFingerprint fingerprint_of(const PageReading& reading, std::string_view host, int year) {
  PageFingerprint page;
  page.group = mix(mix(digest(host), reading.layout), static_cast<std::uint64_t>(year));
  page.blocks.reserve(reading.blocks.size());
  for (const PageBlock& block : reading.blocks) page.blocks.push_back(digest_words(block.text));
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

void leave_out_repetition(const PageFingerprint& page, const Repetition& repetition,
                          PageReading& reading) {
  const std::vector<PageBlock>& blocks = reading.blocks;
  const std::uint64_t title = digest_words(reading.facts.heading);
  std::vector<Region> regions(blocks.size(), Region::kContent);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!may_be_chrome(blocks[i], page.blocks[i], title)) continue;
    if (repetition.holds(page.group, page.blocks[i])) regions[i] = Region::kRepetition;
  }
  unmark_content(blocks, regions);
  if (leaves_most(blocks, regions)) leave_out(regions, reading.blocks, reading.left_out);
}

}  // namespace pressoir::extract
