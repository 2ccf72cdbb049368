// The home page before it is HTML: what the archive holds, its latest texts, how to ask. Plain data
// and a pure function, any thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/pages/facet_view.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/timeline_view.hpp"

namespace pressoir::pages {

struct Example {
  Link query;
  std::string meaning;  // `les deux mots, sous toutes leurs formes`
};

struct HomeView {
  std::vector<std::pair<std::string, std::string>> facts;  // `Textes`, `148 212`
  std::optional<TimelineView> timeline;
  std::vector<HitView> hits;
  std::vector<Example> examples;
  std::vector<FacetEntry> sources;
};

// `answer`: to a request that asks nothing.
HomeView view_home(const SearchAnswer& answer, const search::ArchiveSummary& archive,
                   const gazetteer::Gazetteer& gazetteer);

// One example a rule of the query language: on the home page the first few, on the help page all.
std::vector<Example> examples();

}  // namespace pressoir::pages
