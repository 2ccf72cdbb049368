#include "server/pages/document_view.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using base::Document;

std::string_view words_of(base::DateSource source) {
  switch (source) {
    case base::DateSource::kNone:
      return "";
    case base::DateSource::kGiven:
      return "donnée avec le texte";
    case base::DateSource::kJsonLd:
      return "lue dans les données structurées de la page";
    case base::DateSource::kMeta:
      return "lue dans les métadonnées de la page";
    case base::DateSource::kTitle:
      return "lue dans le titre";
    case base::DateSource::kTimeElement:
      return "lue dans le balisage de la page";
    case base::DateSource::kVisibleLine:
      return "lue sur la page";
    case base::DateSource::kDateline:
      return "lue en tête du texte";
    case base::DateSource::kUrl:
      return "lue dans l’adresse";
  }
  return "";
}

std::string_view words_of(base::Confidence confidence) {
  switch (confidence) {
    case base::Confidence::kNone:
      return "Date";
    case base::Confidence::kLow:
      return "Date incertaine";
    case base::Confidence::kMedium:
      return "Date probable";
    case base::Confidence::kHigh:
      return "Date sûre";
  }
  return "";
}

std::string date_provenance(const Document& document) {
  const std::string_view where = words_of(document.date_source);
  if (!document.date || where.empty()) return "";
  std::string text(words_of(document.date_confidence));
  text += document.date_confidence == base::Confidence::kNone ? " " : ", ";
  text.append(where) += ".";
  if (document.date_conflict) text += " La page porte aussi une autre date.";
  return text;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// Who speaks or signs, « title », where, when, address: what a footnote needs.
std::string citation(const Document& document) {
  std::string text;
  for (const base::Minister& minister : document.ministers) {
    if (minister.role != base::Role::kMentioned) text += minister.name + ", ";
  }
  text += in_guillemets(document.title.empty() ? std::string(kNoTitle) : document.title);
  if (!document.source.empty()) text += ", " + document.source;
  text += ", " + (document.date ? in_words(document.date) : std::string("sans date"));
  if (!document.url.empty()) text += ", " + document.url;
  return text + ".";
}

std::string byline(const Document& document) {
  std::string text = document.date ? in_words(document.date) : std::string("sans date");
  std::size_t count = 0;
  for (const base::Minister& minister : document.ministers) {
    if (minister.role == base::Role::kMentioned || ++count > kMaxBylineMinisters) continue;
    text += " · " + minister.name;
    if (!minister.office.empty()) text += ", " + minister.office;
  }
  if (count > kMaxBylineMinisters) {
    text += " et " + counted(count - kMaxBylineMinisters, {"autre", "autres"});
  }
  if (!document.source.empty()) text += " · " + document.source;
  return text;
}

struct RoleWords {
  base::Role role;
  Noun noun;
};
constexpr RoleWords kRoles[] = {
    {base::Role::kSpeaker, {"S’exprime", "S’expriment"}},
    {base::Role::kAuthor, {"Signe", "Signent"}},
    {base::Role::kMentioned, {"Personne nommée", "Personnes nommées"}},
};

std::vector<MinisterGroup> minister_groups(const Document& document) {
  std::vector<MinisterGroup> groups;
  for (const auto& [role, noun] : kRoles) {
    MinisterGroup group;
    for (const base::Minister& minister : document.ministers) {
      if (minister.role != role) continue;
      auto& list = group.ministers.size() < kMaxListedMinisters ? group.ministers : group.others;
      list.push_back(minister_view(minister));
    }
    if (group.ministers.empty()) continue;
    group.title = group.ministers.size() < 2 ? noun.singular : noun.plural;
    groups.push_back(std::move(group));
  }
  return groups;
}

Link back_link(const std::string& q) {
  if (q.empty()) return {"Rechercher dans l’archive", "/"};
  return {"Résultats pour " + in_guillemets(q), search_href(with_query({}, q))};
}

Link value_link(search::Facet facet, const std::string& value) {
  return {value, value.empty() ? "" : texts_with(facet, value)};
}

void add_date(DocumentPageView& view, const Document& document) {
  view.machine_date = base::to_string(document.date);
  if (document.date) {
    view.date = {in_words(document.date),
                 search_href(with_dates({}, document.date, document.date))};
  } else {
    view.date = {"sans date", ""};
  }
  view.date_provenance = date_provenance(document);
}

Link government_link(const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  if (id.empty()) return {};
  const gazetteer::Government* government = gazetteer.government(id);
  return {government == nullptr ? id : government->name, government_href(id)};
}

void add_addresses(DocumentPageView& view, const std::string& id) {
  view.api_href = "/api/v1/documents/" + percent_encode(id);
  view.citation_files = {{"RIS", view.api_href + ".ris"},
                         {"BibTeX", view.api_href + ".bib"},
                         {"CSL-JSON", view.api_href + ".csl.json"}};
}

SimilarView similar_view(const search::SimilarHit& similar) {
  SimilarView view{hit_view(similar.hit, ""), "en commun" + std::string(kNoBreakSpace) + ": "};
  // The words that it shares are not what the reader asked for.
  for (search::Fragment& fragment : view.text.title) fragment.match = false;
  const std::size_t count = std::min(similar.shared.size(), kSharedWords);
  for (std::size_t i = 0; i < count; ++i) {
    view.shared.append(i == 0 ? "" : ", ").append(similar.shared[i]);
  }
  return view;
}

}  // namespace

base::Result<FoundDocument> find_document(const std::string& id, const std::string& q,
                                          search::Searcher& searcher) {
  auto view = searcher.view(id, q);
  if (!view) return view.error();
  FoundDocument found{*std::move(view)};
  search::SimilarRequest request{id, kSimilarTexts};
  request.with_snippets = false;
  if (auto similar = searcher.similar(request)) found.similar = std::move(similar->hits);
  return found;
}

std::optional<DocumentPageView> view_document(const FoundDocument& found, const TextRequest& request,
                                              const gazetteer::Gazetteer& gazetteer) {
  auto text = view_text(found.view, request);
  if (!text) return std::nullopt;
  const Document& document = found.view.document;
  DocumentPageView view;
  view.text = *std::move(text);
  view.title = title_or_default(found.view.title);
  for (const search::Fragment& fragment : view.title) view.page_title += fragment.text;
  view.is_title_long = view.page_title.size() > kLongTitleBytes;
  const std::string part = view.text.parts.empty() ? ""
                                                   : "partie " + number(request.part) + " sur " +
                                                         number(view.text.parts.size());
  view.page_title += (part.empty() ? "" : " (" + part + ")") + " – Pressoir";
  view.back = back_link(request.q);
  view.byline = byline(document) + (part.empty() ? "" : " · " + part);
  add_date(view, document);
  view.ministers = minister_groups(document);
  view.themes = theme_links(document, " (déduit du texte)");
  view.type = value_link(search::Facet::kType, document.type);
  view.source = value_link(search::Facet::kSource, document.source);
  view.government = government_link(document.government, gazetteer);
  view.address = {document.url, is_web_address(document.url) ? document.url : ""};
  if (document.first_indexed != 0) view.first_indexed = instant_in_words(document.first_indexed);
  view.citation = citation(document);
  add_addresses(view, document.id);
  for (const search::SimilarHit& similar : found.similar) {
    view.similar.push_back(similar_view(similar));
  }
  return view;
}

}  // namespace pressoir::pages
