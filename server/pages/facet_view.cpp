#include "server/pages/facet_view.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::Facet;
using search::FacetCounts;
using search::FacetValue;
using search::SearchRequest;
using search::SearchResults;

struct FacetWords {
  std::string_view title;
  std::string_view none;
};

// Indexed by Facet.
constexpr std::array<FacetWords, search::kFacetCount> kWords = {{
    {"Ministre", "Sans ministre"},
    {"Thème", "Sans thème"},
    {"Type", "Sans type"},
    {"Source", "Sans source"},
    {"Gouvernement", "Sans gouvernement"},
    {"Ministère", "Sans ministère"},
}};

const FacetWords& words_of(Facet facet) {
  return kWords[static_cast<std::size_t>(facet)];
}

constexpr std::uint32_t kGreatestSize = 1000;
constexpr std::uint32_t kGrowth = 5;

bool is_selected(const SearchRequest& request, Facet facet, std::string_view value) {
  const auto& chosen = request.filter(facet).any_of;
  return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

// A theme is named by its last segment where its parent stands above it in the list, and by its
// whole path where it does not.
class ThemeNames {
 public:
  explicit ThemeNames(const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) listed_.insert(value.value);
  }

  void name(const FacetValue& value, FacetEntry& entry) const {
    std::string_view parent = value.value;
    std::size_t cut = parent.rfind('/');
    const bool has_parent = cut != std::string_view::npos && is_listed(parent.substr(0, cut));
    if (!has_parent) entry.label = theme_in_words(value.value);
    for (; cut != std::string_view::npos; cut = parent.rfind('/')) {
      parent = parent.substr(0, cut);
      if (!is_listed(parent)) break;
      ++entry.depth;
    }
  }

 private:
  bool is_listed(std::string_view path) const { return listed_.contains(std::string(path)); }

  std::unordered_set<std::string> listed_;
};

void add_entries(FacetView& view, Facet facet, const FacetCounts& counts,
                 const SearchRequest& request) {
  const ThemeNames themes(counts.values);
  for (const FacetValue& value : counts.values) {
    FacetEntry entry{
        value.label,    search_href(with_toggled(request, facet, value.value)), value.count, 0, 0,
        value.selected,
    };
    if (facet == Facet::kTheme) themes.name(value, entry);
    view.entries.push_back(std::move(entry));
  }
  const bool none_selected = is_selected(request, facet, search::kNoValue);
  if (counts.none == 0 && !none_selected) return;
  view.entries.push_back({std::string(words_of(facet).none),
                          search_href(with_toggled(request, facet, std::string(search::kNoValue))),
                          counts.none, 0, 0, none_selected});
}

void measure(std::vector<FacetEntry>& entries) {
  std::uint64_t greatest = 1;
  for (const FacetEntry& entry : entries) greatest = std::max(greatest, entry.count);
  for (FacetEntry& entry : entries) {
    entry.share = 100.0 * static_cast<double>(entry.count) / static_cast<double>(greatest);
  }
}

void add_size_links(FacetView& view, const FacetCounts& counts, const SearchRequest& request) {
  const auto listed = static_cast<std::uint64_t>(
      std::count_if(counts.values.begin(), counts.values.end(),
                    [](const FacetValue& value) { return value.count != 0; }));
  if (counts.distinct > listed && request.facet_size < kGreatestSize) {
    view.others = counts.distinct - listed;
    const std::uint32_t size = std::min(request.facet_size * kGrowth, kGreatestSize);
    view.more_href = search_href(with_facet_size(request, size));
  }
  const std::uint32_t usual = SearchRequest{}.facet_size;
  if (request.facet_size > usual && listed > usual) {
    view.fewer_href = search_href(with_facet_size(request, usual));
  }
}

// The name of a value: as the facet lists it, else as a document of the results has it, else bare.
std::string name_of(Facet facet, const std::string& value, const SearchResults& results) {
  if (value == search::kNoValue) {
    std::string none(words_of(facet).none);
    none.front() = 's';
    return none;
  }
  if (facet == Facet::kTheme) return theme_in_words(value);
  if (const auto& counts = results.facets[static_cast<std::size_t>(facet)]) {
    for (const FacetValue& listed : counts->values) {
      if (listed.value == value) return listed.label;
    }
  }
  return value;
}

}  // namespace

std::vector<FacetView> facet_views(const SearchRequest& request, const SearchResults& results) {
  std::vector<FacetView> views;
  for (const Facet facet : search::kFacets) {
    const auto& counts = results.facets[static_cast<std::size_t>(facet)];
    if (!counts) continue;
    FacetView view{
        std::string(search::to_string(facet)), std::string(words_of(facet).title), {}, 0, "", ""};
    add_entries(view, facet, *counts, request);
    if (view.entries.empty()) continue;
    measure(view.entries);
    add_size_links(view, *counts, request);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<FilterTag> filter_tags(const SearchRequest& request, const SearchResults& results) {
  std::vector<FilterTag> tags;
  for (const Facet facet : search::kFacets) {
    const search::FacetFilter& filter = request.filter(facet);
    for (const std::string& value : filter.any_of) {
      const std::string name = name_of(facet, value, results);
      tags.push_back({name, "sans le filtre " + in_guillemets(name),
                      search_href(with_toggled(request, facet, value))});
    }
    for (const std::string& value : filter.none_of) {
      const std::string name = name_of(facet, value, results);
      tags.push_back({"sauf " + name, "sans exclure " + in_guillemets(name),
                      search_href(without_exclusion(request, facet, value))});
    }
  }
  if (request.from || request.to) {
    tags.push_back({period_in_words(request.from, request.to), "sans limite de dates",
                    search_href(with_dates(request, {}, {}))});
  }
  return tags;
}

}  // namespace pressoir::pages
