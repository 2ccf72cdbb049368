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
#include "server/search/distinctive_results.hpp"

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
  std::string words_note;          // which texts the words are of, and how many were read
  std::vector<Link> words;  // each searches the word within the texts; none when nothing stands out
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

// What is asked for the words of its texts that the archive as a whole has less of.
search::DistinctiveRequest portrait_words(const PortraitRequest& request,
                                          const gazetteer::Gazetteer& gazetteer);

// What the page shows, besides who or what it is about.
struct PortraitAnswer {
  SearchAnswer texts;              // to portrait_search
  search::DistinctiveWords words;  // to portrait_words
};

// Nothing when neither the gazetteer nor the archive knows the value.
std::optional<PortraitView> view_portrait(const PortraitRequest& request,
                                          const PortraitAnswer& answer,
                                          const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
