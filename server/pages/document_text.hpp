// The text of a document as a reader sees it: its blocks in groups, the way from passage to
// passage, and, when it is long, one of its parts at a time, so that a sitting of a day makes no
// page of a megabyte. Plain data and a pure function, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "server/pages/hit_view.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

struct BlockView {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<search::Fragment> text;
  std::size_t passage = 0;  // 1 for the text's first block with a match, 2…; 0 without a match
  std::string next_href;    // to the neighbours of a passage, in whichever part they are
  std::string previous_href;
};

// Blocks of one kind that follow each other: the items of a list, the cells of a table.
struct BlockGroup {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<BlockView> blocks;
};

struct TextView {
  std::vector<BlockGroup> groups;   // of the part
  std::string passages;             // `3 paragraphes contiennent des mots cherchés`; may be empty
  std::size_t passage_count = 0;    // in all parts
  std::vector<Link> passage_links;  // to the first and the last
  std::vector<Link> parts;          // `1`, `2`…, this one without address; none when it is whole
  std::string next_part_href;       // empty at the end
};

// What is asked of a document's page.
struct TextRequest {
  std::string q;         // whose words are marked
  std::size_t part = 1;  // counted from 1
};

// Parts are about as long as each other, at most this and one block.
inline constexpr std::size_t kPartBytes = 36'000;

// Nothing when the text has no such part.
std::optional<TextView> view_text(const search::Searcher::DocumentView& found,
                                  const TextRequest& request);

}  // namespace pressoir::pages
