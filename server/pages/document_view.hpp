// A document as a reader sees it, before it is HTML: as a result in a list (HitView) and on a page
// of its own (DocumentPageView), where its text is cut into parts when it is long. Plain data.
// find_document() asks the searcher; all other functions are pure, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "server/links/link.hpp"
#include "server/search/results.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

struct MinisterView {
  links::Link name;    // leads to the person's page
  std::string office;  // empty when unknown
};

// People named in a list before the others are only counted.
inline constexpr std::size_t kMaxMinistersOfHit = 2;

// One result of a list.
struct HitView {
  std::string href;                              // of the document's page
  std::vector<search::snippet::Fragment> title;  // never empty
  std::vector<search::snippet::Fragment> passage;
  std::string date;  // in words, or that there is none
  // `2012-12-05`, for `<time datetime>`; empty without date.
  std::string machine_date;
  std::string type;
  // Speakers first, then authors; at most kMaxMinistersOfHit.
  std::vector<MinisterView> ministers;
  std::string other_ministers;  // `et 3 autres`; empty when all are listed
  std::vector<links::Link> themes;
  std::string source;
  // `Le même texte à 2 autres adresses`, and links to some; empty when there is no other.
  std::string siblings;
  std::vector<links::Link> sibling_links;
};

// `q`: the query, so that the document's page marks its words.
HitView hit_view(const search::Hit& hit, const std::string& q);
std::vector<HitView> hit_views(const std::vector<search::Hit>& hits, const std::string& q);

// A block of the text.
struct BlockView {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<search::snippet::Fragment> text;
  // Number of the match among all blocks with a match, from 1; 0 for a block without.
  std::size_t passage = 0;
  // To the next and the previous block with a match, in whichever part it is; may be empty.
  std::string next_href;
  std::string previous_href;
};

// Consecutive blocks of one kind: the items of a list, the cells of a table.
struct BlockGroup {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::vector<BlockView> blocks;
};

// Most bytes of a part, but for its last block. A sitting of a day is a megabyte; parts of one text
// have about the same size.
inline constexpr std::size_t kPartBytes = 36'000;

// The text, or the part of it that the request names.
struct TextView {
  std::vector<BlockGroup> groups;
  // `3 paragraphes contiennent des mots cherchés`, with links to the first and the last of them,
  // counted over all parts; empty without any.
  std::string passages;
  std::size_t passage_count = 0;
  std::vector<links::Link> passage_links;
  // `1`, `2`…; the shown one without href. Empty when the text is whole.
  std::vector<links::Link> parts;
  std::string next_part_href;  // empty on the last part
};

// People who have one role in the text.
struct MinisterGroup {
  std::string title;  // `S’exprime`, `S’expriment`
  // At most kMaxListedMinisters; the others are in a list that opens.
  std::vector<MinisterView> ministers;
  std::vector<MinisterView> others;
};

// A text about the same things.
struct SimilarView {
  HitView text;        // without passage and without marks
  std::string shared;  // `en commun : pôles, compétitivité`
};

// Everything that the page `/documents/{id}` shows.
struct DocumentPageView {
  std::string page_title;
  std::vector<search::snippet::Fragment> title;
  bool is_title_long = false;  // a sentence rather than a title: in smaller type
  links::Link back;            // to the results of the query
  // When, who speaks or signs, where: what a reader wants to know before the text.
  std::string byline;
  links::Link date;  // leads to the texts of that day
  std::string machine_date;
  std::string date_provenance;  // `Date sûre, lue dans le titre.`; empty without date
  std::vector<MinisterGroup> ministers;
  std::vector<links::Link> themes;
  links::Link type;
  links::Link source;
  links::Link government;
  // Where the text was published; no href unless it is http or https.
  links::Link address;
  std::string first_indexed;
  std::string citation;
  std::vector<links::Link> citation_files;  // for reference managers
  std::string api_href;
  TextView text;
  std::vector<SimilarView> similar;
};

inline constexpr std::size_t kMaxListedMinisters = 8;
inline constexpr std::size_t kLongTitleBytes = 120;
inline constexpr std::uint32_t kSimilarTexts = 5;

// The parameters of the page.
struct TextRequest {
  std::string q;         // its words are marked; empty: none
  std::size_t part = 1;  // counted from 1
};

// A document and what is shown with it.
struct FoundDocument {
  search::Searcher::DocumentView view;
  std::vector<search::SimilarHit> similar = {};
};

// Errors: those of Searcher::view. When similar texts cannot be found, the page has none.
base::Result<FoundDocument> find_document(const std::string& id, const std::string& q,
                                          search::Searcher& searcher);

// Nothing when the text has no such part.
std::optional<DocumentPageView> view_document(const FoundDocument& found,
                                              const TextRequest& request,
                                              const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
