// The page of one document before it is HTML: its text in blocks, and all that is known about it,
// in French. Plain data and a pure function, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/hit_view.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

struct BlockView {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<search::Fragment> text;
  std::size_t passage = 0;  // 1 for the first block with a match, 2…; 0 without a match
};

// Blocks of one kind that follow each other: the items of a list, the cells of a table.
struct BlockGroup {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<BlockView> blocks;
};

struct DocumentPageView {
  std::string page_title;
  std::vector<search::Fragment> title;
  Link back;           // to the results of the query
  std::string byline;  // when, who speaks or signs, where: what a reader wants before the text
  Link date;           // in words; leads to the texts of that day
  std::string machine_date;
  std::string date_provenance;  // `date lue dans le titre, sûre`; empty when undated
  std::vector<MinisterView> ministers;
  std::vector<Link> themes;
  Link type;
  Link source;
  Link government;
  Link address;  // where the text was published; no href unless it is http or https
  std::string first_indexed;
  std::string citation;
  std::vector<Link> citation_files;  // for reference managers
  std::string api_href;
  std::string passages;  // `3 paragraphes contiennent des mots cherchés`; empty when there are none
  std::vector<Link> passage_links;  // at most kMaxPassageLinks
  std::vector<BlockGroup> groups;
};

inline constexpr std::size_t kMaxPassageLinks = 20;

// `q`: what was asked when the document was opened; empty for nothing.
DocumentPageView view_document(const search::Searcher::DocumentView& found, const std::string& q,
                               const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
