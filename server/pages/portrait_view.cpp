#include "server/pages/portrait_view.hpp"

#include <algorithm>
#include <utility>

#include "server/links/filters.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::pages {
namespace {

using base::Facet;

// Values of each related facet: an overview, whose rest is a search away.
constexpr std::size_t kRelated = 6;

// Empty for an office outside a government (the presidents of the Republic).
links::Link government_link(const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  const gazetteer::Government* government = gazetteer.government(id);
  if (government == nullptr) return {};
  return {government_beside(*government), links::government_href(id)};
}

// From the gazetteer, so also of someone without a text here.
void add_offices(PortraitView& view, const std::string& person,
                 const gazetteer::Gazetteer& gazetteer) {
  view.rows_title = kOffices;
  for (const gazetteer::Office& office : gazetteer.offices_of(person)) {
    view.rows.push_back({wording::period_in_words(office.first_day, office.last_day),
                         {office.title, ""},
                         government_link(office.government, gazetteer)});
  }
}

// The members of a government, with their offices in it: one row an office.
void add_members(PortraitView& view, const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  view.rows_title = kMembers;
  std::vector<const gazetteer::Office*> offices;
  for (const gazetteer::Office& office : gazetteer.offices()) {
    if (office.government == id) offices.push_back(&office);
  }
  // The prime minister first, then in order of appointment.
  const auto is_lower = [](const gazetteer::Office* office) {
    return office->lineage != "premier-ministre";
  };
  std::stable_sort(offices.begin(), offices.end(), [&](const auto* a, const auto* b) {
    return std::pair(is_lower(a), a->first_day) < std::pair(is_lower(b), b->first_day);
  });
  for (const gazetteer::Office* office : offices) {
    const gazetteer::Person* person = gazetteer.person(office->person);
    const std::string name = person == nullptr ? office->person : person->name;
    view.rows.push_back({wording::period_in_words(office->first_day, office->last_day),
                         {name, links::minister_href(office->person)},
                         {office->title, ""}});
  }
}

// Empty when neither gazetteer nor archive knows the value.
std::string name_in(const PortraitRequest& request, const SearchAnswer& answer,
                    const gazetteer::Gazetteer& gazetteer) {
  if (request.facet == Facet::kMinister) {
    if (const auto* person = gazetteer.person(request.value)) return person->name;
  }
  if (request.facet == Facet::kGovernment) {
    if (const auto* government = gazetteer.government(request.value)) return government->name;
  }
  // A person whom only a record names is not in the gazetteer, but has texts.
  return answer.results.total == 0 ? ""
                                   : links::name_of(request.facet, request.value, answer.results);
}

// What the texts are about, who is in them and of which kind they are.
void add_related(PortraitView& view, const PortraitRequest& request, const SearchAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer) {
  for (FacetView& facet : facet_views(answer.asked, answer.results, gazetteer)) {
    const bool is_wanted = facet.id == "theme" || facet.id == "minister" || facet.id == "type";
    if (!is_wanted || facet.id == base::to_string(request.facet)) continue;
    if (facet.entries.size() > kRelated) facet.entries.resize(kRelated);
    view.related.push_back(std::move(facet));
  }
}

// Each word is a search for it in these texts.
void add_words(PortraitView& view, const related::DistinctiveWords& found,
               const query::SearchRequest& texts) {
  if (found.words.empty()) return;
  for (const related::DistinctiveWord& word : found.words) {
    view.words.push_back(
        {word.written, links::search_href(links::with_query(texts, word.written))});
  }
  view.words_note = distinctive_in_words(found);
}

}  // namespace

query::SearchRequest portrait_search(const PortraitRequest& request) {
  return links::with_toggled({}, request.facet, request.value);
}

related::DistinctiveRequest portrait_words(const PortraitRequest& request,
                                           const gazetteer::Gazetteer& gazetteer) {
  related::DistinctiveRequest words{portrait_search(request), "", request.value};
  words.search.facets = {};
  words.search.date_facet = false;
  if (request.facet != Facet::kMinister) return words;
  // That a minister of Health speaks of health is no news: the words of the offices are excluded.
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
  view.kind = wording::words_of(request.facet).title;
  view.name = name_in(request, answer, gazetteer);
  if (view.name.empty()) return std::nullopt;
  view.summary = portrait_summary(answer.results, request.facet == Facet::kGovernment
                                                      ? gazetteer.government(request.value)
                                                      : nullptr);
  if (request.facet == Facet::kMinister) add_offices(view, request.value, gazetteer);
  if (request.facet == Facet::kGovernment) add_members(view, request.value, gazetteer);
  const auto& dates = answer.results.dates;
  if (dates && !dates->buckets.empty()) {
    view.timeline = view_timeline(answer.asked, *dates, gazetteer);
  }
  add_related(view, request, answer, gazetteer);
  add_words(view, found.words, answer.asked);
  view.hits = hit_views(answer.results.hits, "");
  view.kept = kept_parameters(answer.asked);
  view.search_href = links::search_href(answer.asked);
  view.feeds = links::feed_hrefs(answer.asked);
  return view;
}

}  // namespace pressoir::pages
