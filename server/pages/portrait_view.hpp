// The page of a minister, a theme or a government: who, which offices and when, texts over time,
// the latest texts. Plain data and pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/links/link.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/facet_view.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/timeline_view.hpp"
#include "server/related/distinctive_words.hpp"

namespace pressoir::pages {

// An office of a person, or a member of a government.
struct PortraitRow {
  // `du 16 mai 2012 au 1er avril 2014`.
  std::string period;
  // The office, or the member.
  links::Link what;
  // The government of an office, the office of a member; may be empty.
  links::Link beside;
};

struct PortraitView {
  // `Ministre`.
  std::string kind;
  // `Arnaud Montebourg`.
  std::string name;
  // `1 243 textes dans l’archive, de 2012 à 2014`.
  std::string summary;
  std::string rows_title;
  // The oldest first.
  std::vector<PortraitRow> rows;
  std::optional<TimelineView> timeline;
  // At most two facets.
  std::vector<FacetView> related;
  // Terms that are frequent here and not elsewhere, each a search for it in these texts; empty when
  // no word distinguishes the texts. The note says which texts they are of.
  std::vector<links::Link> words;
  std::string words_note;
  std::vector<HitView> hits;
  // Hidden fields of the search form.
  std::vector<links::Parameter> kept;
  // All of the texts, as a search.
  std::string search_href;
  links::FeedHrefs feeds;
};

// A value of kMinister, kGovernment or kTheme.
struct PortraitRequest {
  base::Facet facet = base::Facet::kMinister;
  std::string value;
};

// The texts of the value, newest first.
query::SearchRequest portrait_search(const PortraitRequest& request);

// The request for their distinctive words: terms that the rest of the archive has less of.
related::DistinctiveRequest portrait_words(const PortraitRequest& request,
                                           const gazetteer::Gazetteer& gazetteer);

struct PortraitAnswer {
  // Of portrait_search.
  SearchAnswer texts;
  // Of portrait_words.
  related::DistinctiveWords words;
};

// Nothing when neither the gazetteer nor the archive knows the value.
std::optional<PortraitView> view_portrait(const PortraitRequest& request,
                                          const PortraitAnswer& answer,
                                          const gazetteer::Gazetteer& gazetteer);

}  // namespace pressoir::pages
