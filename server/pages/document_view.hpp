// The page of one document before it is HTML: its text in blocks, and all that is known about it,
// in French. Plain data and a pure function, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/document_text.hpp"
#include "server/pages/hit_view.hpp"
#include "server/search/searcher.hpp"
#include "server/search/similar_results.hpp"

namespace pressoir::pages {

// Those who have one role in the text.
struct MinisterGroup {
  std::string title;                    // `S’exprime`, `S’expriment`
  std::vector<MinisterView> ministers;  // at most kMaxListedMinisters
  std::vector<MinisterView> others;     // those behind them, folded away
};

// A text about the same things.
struct SimilarView {
  HitView text;        // without passage
  std::string shared;  // `en commun : pôles, compétitivité`
};

struct DocumentPageView {
  std::string page_title;
  std::vector<search::Fragment> title;
  bool is_title_long = false;  // a sentence rather than a title: set smaller
  Link back;                   // to the results of the query
  std::string byline;  // when, who speaks or signs, where: what a reader wants before the text
  Link date;           // in words; leads to the texts of that day
  std::string machine_date;
  std::string date_provenance;           // `Date sûre, lue dans le titre.`; empty when undated
  std::vector<MinisterGroup> ministers;  // who speaks, who signs, who is named
  std::vector<Link> themes;
  Link type;
  Link source;
  Link government;
  Link address;  // where the text was published; no href unless it is http or https
  std::string first_indexed;
  std::string citation;
  std::vector<Link> citation_files;  // for reference managers
  std::string api_href;
  TextView text;
  std::vector<SimilarView> similar;
};

inline constexpr std::size_t kMaxBylineMinisters = 3;
inline constexpr std::size_t kMaxListedMinisters = 8;
inline constexpr std::size_t kLongTitleBytes = 120;

// Texts that the page names beside its own, and the words said to be in common with each.
inline constexpr std::uint32_t kSimilarTexts = 5;
inline constexpr std::size_t kSharedWords = 4;

// A document and what is shown with it.
struct FoundDocument {
  search::Searcher::DocumentView view;
  std::vector<search::SimilarHit> similar = {};
};

// Errors: those of Searcher::view. Similar texts that cannot be had are left out.
base::Result<FoundDocument> find_document(const std::string& id, const std::string& q,
                                          search::Searcher& searcher);

// Nothing when the text has no such part.
std::optional<DocumentPageView> view_document(const FoundDocument& found, const TextRequest& request,
                                              const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
