// The page of a minister, a theme or a government: who, which offices and when, texts over time,
// the latest. Plain data and pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/link.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/timeline_view.hpp"

namespace pressoir::pages {

// An office of a person, or a member of a government.
struct PortraitRow {
  std::string period;  // `du 16 mai 2012 au 1er avril 2014`
  Link what;
  Link beside;  // the government of an office; empty otherwise
};

struct PortraitView {
  std::string kind;     // `Ministre`
  std::string name;     // `Arnaud Montebourg`
  std::string summary;  // `1 243 textes, de 2012 à 2014`
  std::string rows_title;
  std::vector<PortraitRow> rows;  // oldest first
  std::optional<TimelineView> timeline;
  std::vector<FacetView> related;  // at most two facets
  std::vector<HitView> hits;
  std::vector<Parameter> kept;  // what the search form adds
  std::string search_href;      // all of the texts
  FeedHrefs feeds;              // of them
};

struct PortraitRequest {
  search::Facet facet = search::Facet::kMinister;
  std::string value;
};

// The texts of the value, newest first.
search::SearchRequest portrait_search(const PortraitRequest& request);

// Nothing when neither the gazetteer nor the archive knows the value. `answer`: to portrait_search.
std::optional<PortraitView> view_portrait(const PortraitRequest& request,
                                          const SearchAnswer& answer,
                                          const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
