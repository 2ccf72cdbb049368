#include "server/pages/portrait_view.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::Facet;

constexpr std::size_t kRelated = 6;  // values of a facet

Link government_link(const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  const gazetteer::Government* government = gazetteer.government(id);
  if (government == nullptr) return {};
  return {"gouvernement " + government->name, government_href(id)};
}

void add_offices(PortraitView& view, const std::string& person,
                 const gazetteer::Gazetteer& gazetteer) {
  view.rows_title = "Fonctions";
  for (const gazetteer::Office& office : gazetteer.offices_of(person)) {
    view.rows.push_back({period_in_words(office.first_day, office.last_day),
                         {office.title, ""},
                         government_link(office.government, gazetteer)});
  }
}

void add_members(PortraitView& view, const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  view.rows_title = "Membres";
  std::vector<const gazetteer::Office*> offices;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    if (office.government == id) offices.push_back(&office);
  }
  const auto is_lower = [](const gazetteer::Office* office) {
    return office->lineage != "premier-ministre";
  };
  std::stable_sort(offices.begin(), offices.end(), [&](const auto* a, const auto* b) {
    return std::pair(is_lower(a), a->first_day) < std::pair(is_lower(b), b->first_day);
  });
  for (const gazetteer::Office* office : offices) {
    const gazetteer::Person* person = gazetteer.person(office->person);
    const std::string name = person == nullptr ? office->person : person->name;
    view.rows.push_back({period_in_words(office->first_day, office->last_day),
                         {name, minister_href(office->person)},
                         {office->title, ""}});
  }
}

std::string name_in(const PortraitRequest& request, const SearchAnswer& answer,
                    const gazetteer::Gazetteer& gazetteer) {
  if (request.facet == Facet::kMinister) {
    if (const auto* person = gazetteer.person(request.value)) return person->name;
  }
  if (request.facet == Facet::kGovernment) {
    if (const auto* government = gazetteer.government(request.value)) return government->name;
  }
  return answer.results.total == 0 ? "" : name_of(request.facet, request.value, answer.results);
}

std::string summary_of(const PortraitRequest& request, const SearchAnswer& answer,
                       const gazetteer::Gazetteer& gazetteer) {
  std::string text = counted(answer.results.total) + " dans l’archive";
  if (answer.results.dates && !answer.results.dates->buckets.empty()) {
    const auto& buckets = answer.results.dates->buckets;
    const base::Date first{buckets.front().start.year, 0, 0};
    const base::Date last{buckets.back().start.year, 0, 0};
    text += ", " + (first == last ? "de " + in_words(first) : period_in_words(first, last));
  }
  if (request.facet != Facet::kGovernment) return text;
  const gazetteer::Government* government = gazetteer.government(request.value);
  if (government == nullptr) return text;
  return "En fonction " + period_in_words(government->first_day, government->last_day) + " · " +
         text;
}

void add_related(PortraitView& view, const PortraitRequest& request, const SearchAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer) {
  for (FacetView& facet : facet_views(answer.asked, answer.results, gazetteer)) {
    const bool is_wanted = facet.id == "theme" || facet.id == "minister" || facet.id == "type";
    if (!is_wanted || facet.id == search::to_string(request.facet)) continue;
    if (facet.entries.size() > kRelated) facet.entries.resize(kRelated);
    view.related.push_back(std::move(facet));
  }
}

void add_words(PortraitView& view, const search::DistinctiveWords& found,
               const search::SearchRequest& texts) {
  if (found.words.empty()) return;
  for (const search::DistinctiveWord& word : found.words) {
    view.words.push_back({word.written, search_href(with_query(texts, word.written))});
  }
  view.words_note = "Au moins deux fois plus fréquents dans " +
                    std::string(found.is_spoken ? "ses prises de parole" : "ces textes") +
                    " que dans l’ensemble de l’archive";
  if (found.compared == found.total) return;
  view.words_note += ", d’après " + counted(found.compared) + " sur " + number(found.total);
}

}  // namespace

search::SearchRequest portrait_search(const PortraitRequest& request) {
  return with_toggled({}, request.facet, request.value);
}

search::DistinctiveRequest portrait_words(const PortraitRequest& request,
                                          const gazetteer::Gazetteer& gazetteer) {
  search::DistinctiveRequest words{portrait_search(request), "", request.value};
  words.search.facets = {};
  words.search.date_facet = false;
  if (request.facet != Facet::kMinister) return words;
  // That a minister of Health speaks of health is no news.
  words.speaker = request.value;
  for (const gazetteer::Office& office : gazetteer.offices_of(request.value)) {
    words.left_out += ' ' + office.title;
  }
  return words;
}

std::optional<PortraitView> view_portrait(const PortraitRequest& request,
                                          const PortraitAnswer& found,
                                          const gazetteer::Gazetteer& gazetteer) {
  const SearchAnswer& answer = found.texts;
  PortraitView view;
  view.kind = title_of(request.facet);
  view.name = name_in(request, answer, gazetteer);
  if (view.name.empty()) return std::nullopt;
  view.summary = summary_of(request, answer, gazetteer);
  if (request.facet == Facet::kMinister) add_offices(view, request.value, gazetteer);
  if (request.facet == Facet::kGovernment) add_members(view, request.value, gazetteer);
  const auto& dates = answer.results.dates;
  if (dates && !dates->buckets.empty()) {
    view.timeline = view_timeline(answer.asked, *dates, gazetteer);
  }
  add_related(view, request, answer, gazetteer);
  add_words(view, found.words, answer.asked);
  for (const search::Hit& hit : answer.results.hits) view.hits.push_back(hit_view(hit, ""));
  view.kept = kept_parameters(answer.asked);
  view.search_href = search_href(answer.asked);
  view.feeds = feed_hrefs(answer.asked);
  return view;
}

}  // namespace pressoir::pages
