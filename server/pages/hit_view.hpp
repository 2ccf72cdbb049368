// What is said of a document wherever it is shown: its title, people, themes and date. Plain data
// and pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "server/search/request.hpp"

namespace pressoir::pages {

// A word of a page that leads somewhere.
struct Link {
  std::string text;
  std::string href;  // empty: where the reader is already
};

struct MinisterView {
  Link name;           // leads to the person's page
  std::string office;  // empty when unknown
};

struct HitView {
  std::string href;                     // of the document's page
  std::vector<search::Fragment> title;  // never empty
  std::vector<search::Fragment> passage;
  std::string date;          // in words; `sans date`
  std::string machine_date;  // `2012-12-05`; empty when there is none
  std::string type;
  std::vector<MinisterView> ministers;  // who speaks or signs first; at most kMaxMinistersOfHit
  std::string other_ministers;          // `et 3 autres`; empty when all are listed
  std::vector<Link> themes;
  std::string source;
  std::string siblings;             // `le même texte à 2 autres adresses`; empty when alone
  std::vector<Link> sibling_links;  // those that are listed: their sources and dates
};

inline constexpr std::size_t kMaxMinistersOfHit = 2;

// `q` is passed on to the document's page, which marks its words.
HitView hit_view(const search::Hit& hit, const std::string& q);

MinisterView minister_view(const base::Minister& minister);

// Who speaks, then who signs, then who is named; each in the document's order.
std::vector<MinisterView> minister_views(const base::Document& document);

// `Industrie › Compétitivité`, each leading to the theme's page; `mark` stands behind those that
// were not named by the page but inferred.
std::vector<Link> theme_links(const base::Document& document, std::string_view mark);

// The texts that have the value, whatever their words.
std::string texts_with(search::Facet facet, const std::string& value);

// What stands in the place of a title that is not there.
inline constexpr std::string_view kNoTitle = "Texte sans titre";

// `title`, or words that say that there is none.
std::vector<search::Fragment> title_or_default(std::vector<search::Fragment> title);

}  // namespace pressoir::pages
