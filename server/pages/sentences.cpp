#include "server/pages/sentences.hpp"

#include <algorithm>
#include <array>

#include "server/wording/terms.hpp"

namespace pressoir::pages {
namespace {

using base::Facet;
using query::Interval;
using wording::counted;
using wording::in_guillemets;
using wording::in_words;
using wording::kNoBreakSpace;
using wording::number;
using wording::period_in_words;

// ` :` with its no-break space, and what follows.
std::string colon(std::string_view text) {
  return std::string(kNoBreakSpace).append(": ").append(text);
}

// `« a », « b » et « c »`.
std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " et " : ", ";
    text += in_guillemets(parts[i]);
  }
  return text;
}

struct IntervalWords {
  std::string_view by;
  std::string_view column;
};
// Indexed by Interval.
constexpr std::array<IntervalWords, 3> kIntervalWords = {{
    {"par année", "Année"},
    {"par mois", "Mois"},
    {"par jour", "Jour"},
}};

constexpr QueryRule kQueryRules[] = {
    {"pôles compétitivité", "les deux mots, sous toutes leurs formes"},
    {"\"conseil des ministres\"", "ces mots exactement, l’un derrière l’autre"},
    {"retraites -loi", "le premier mot, sans le second"},
    {"ministre:montebourg industrie", "ce mot dans les textes d’une personne"},
    {"loi OU décret", "l’un des deux mots, ou les deux"},
    {"emploi ET (jeunes OU apprentis)", "des parenthèses pour grouper"},
    {"emploi PROCHE/5 jeunes", "les deux mots à cinq mots l’un de l’autre au plus"},
    {"compét*", "tout mot qui commence ainsi, dès trois lettres"},
    {"=pêche", "le mot tel qu’il est écrit, accents compris"},
    {"titre:industrie", "un mot du titre"},
    {"theme:industrie", "les textes d’un thème"},
    {"type:discours retraites", "un mot dans les textes d’un type"},
    {"date:2012-05..2014-03", "les textes de mai 2012 à mars 2014"},
};

// After "Date sûre, " and the like.
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

// A date that a record gives has no confidence: nobody inferred it.
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

// Nothing when the filters are not the cause, or when it is not known.
std::string explain_filters(const DeadEndCause& cause) {
  if (cause.filters.empty() || !cause.found_without_filters) return "";
  // One filter is named; several are named only when one of them is the cause.
  if (cause.filters.size() == 1) {
    return (cause.has_query ? "L’archive a des textes pour ces mots, mais aucun avec le filtre "
                            : "Aucun texte de l’archive ne répond au filtre ") +
           in_guillemets(cause.filters.front()) + ".";
  }
  const std::string text = cause.has_query
                               ? "L’archive a des textes pour ces mots, mais pas avec ces filtres."
                               : "Aucun texte ne répond à tous ces filtres à la fois.";
  if (cause.culprits.size() == 1) {
    return text + " Celui qui les écarte tous" + colon(in_guillemets(cause.culprits.front())) + ".";
  }
  return cause.culprits.empty() ? text : text + " Il suffit d’en retirer un.";
}

}  // namespace

// The name of the site comes last: a browser's tab shows the beginning.
std::string page_title(std::string_view what) {
  return std::string(what) + " – Pressoir";
}

std::string archive_in_words(const search::ArchiveSummary& archive) {
  const std::string text = archive.documents == 0 ? "Aucun texte" : counted(archive.documents);
  if (!archive.first_date || !archive.last_date) return text;
  return text + ", " + years_in_words(archive.first_date, archive.last_date);
}

std::string box_label_within(std::string_view name) {
  return "Rechercher dans ces textes" + colon(name);
}

std::string others(std::uint64_t count) {
  return counted(count, {"autre", "autres"});
}

std::string and_others(std::uint64_t count) {
  return "et " + others(count);
}

std::string years_in_words(base::Date first, base::Date last) {
  const base::Date from{first.year, 0, 0};
  const base::Date to{last.year, 0, 0};
  return from == to ? "de " + in_words(from) : period_in_words(from, to);
}

std::string date_or_undated(base::Date date) {
  return date ? in_words(date) : "sans date";
}

std::string date_provenance(const base::Document& document) {
  const std::string_view where = words_of(document.date_source);
  if (!document.date || where.empty()) return "";
  std::string text(words_of(document.date_confidence));
  text += document.date_confidence == base::Confidence::kNone ? " " : ", ";
  text.append(where) += ".";
  // The page may name the day of an event beside its own.
  if (document.date_conflict) text += " La page porte aussi une autre date.";
  return text;
}

std::string citation(const base::Document& document) {
  std::string text;
  // People who are only named are no authors.
  for (const base::Minister& minister : document.ministers) {
    if (minister.role != base::Role::kMentioned) text += minister.name + ", ";
  }
  text += in_guillemets(document.title.empty() ? wording::kNoTitle : document.title);
  if (!document.source.empty()) text += ", " + document.source;
  text += ", " + date_or_undated(document.date);
  if (!document.url.empty()) text += ", " + document.url;
  return text + ".";
}

std::string byline(const base::Document& document) {
  std::string text = date_or_undated(document.date);
  std::size_t count = 0;
  for (const base::Minister& minister : document.ministers) {
    if (minister.role == base::Role::kMentioned || ++count > kMaxBylineMinisters) continue;
    text += " · " + minister.name;
    if (!minister.office.empty()) text += ", " + minister.office;
  }
  if (count > kMaxBylineMinisters) text += " " + and_others(count - kMaxBylineMinisters);
  if (!document.source.empty()) text += " · " + document.source;
  return text;
}

// Verbs for those who act, a noun for those who are named.
std::string_view title_of(base::Role role, std::size_t people) noexcept {
  const bool is_one = people < 2;
  switch (role) {
    case base::Role::kSpeaker:
      return is_one ? "S’exprime" : "S’expriment";
    case base::Role::kAuthor:
      return is_one ? "Signe" : "Signent";
    case base::Role::kMentioned:
      return is_one ? "Ministre nommé" : "Ministres nommés";
  }
  return "";
}

std::string part_in_words(std::size_t part, std::size_t parts) {
  return "partie " + number(part) + " sur " + number(parts);
}

std::string matches_in_words(std::size_t paragraphs) {
  return counted(paragraphs, {"paragraphe contient", "paragraphes contiennent"}) +
         " des mots cherchés";
}

std::string siblings_in_words(std::uint64_t count) {
  return "Le même texte à " + counted(count, {"autre adresse", "autres adresses"});
}

// Most texts have a site; the address is a long name for a link.
std::string sibling_in_words(const search::Sibling& sibling) {
  const std::string& where = sibling.source.empty() ? sibling.url : sibling.source;
  return sibling.date ? where + ", " + in_words(sibling.date) : where;
}

std::string shared_in_words(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < std::min(words.size(), kSharedWords); ++i) {
    list.append(i == 0 ? "" : ", ").append(words[i]);
  }
  return "en commun" + colon(list);
}

std::string back_in_words(const std::string& q) {
  return q.empty() ? "Rechercher dans l’archive" : "Résultats pour " + in_guillemets(q);
}

// A government in office has no last day: `depuis 2024`.
std::string term_in_years(const gazetteer::Government& government) {
  const base::Date last{government.last_day.year, 0, 0};
  return period_in_words({government.first_day.year, 0, 0}, last);
}

// On a phone this line is all of the filters until it is opened.
std::string filters_in_words(std::size_t active) {
  return active == 0 ? "Filtres" : "Filtres (" + counted(active, {"actif", "actifs"}) + ")";
}

std::string_view words_of(Grouping grouping) noexcept {
  switch (grouping) {
    case Grouping::kLetter:
      return "par ordre alphabétique";
    case Grouping::kGovernment:
      return "par dernier gouvernement";
    case Grouping::kLineage:
      return "par dernier ministère";
    case Grouping::kNone:
      break;
  }
  return "par nombre de textes";
}

// Feminine: "valeurs" is understood.
std::string cut_in_words(std::size_t shown, std::size_t total) {
  return "Les " + number(shown) + " premières de " + number(total) + " sont montrées" +
         colon("cherchez un mot pour voir les autres.");
}

std::string_view interval_in_words(Interval interval) noexcept {
  return kIntervalWords[static_cast<std::size_t>(interval)].by;
}

std::string_view column_of(Interval interval) noexcept {
  return kIntervalWords[static_cast<std::size_t>(interval)].column;
}

// The accessible name of the bar, hence whole: screen readers do not read the drawing around it.
std::string bar_in_words(const timeline::Bar& bar) {
  return period_in_words(bar.from, bar.to) + colon(counted(bar.count));
}

std::string timeline_in_words(const timeline::Drawing& drawing) {
  return "Nombre de textes " + std::string(interval_in_words(drawing.interval)) + ", " +
         period_in_words(drawing.bars.front().from, drawing.bars.back().to);
}

std::string curves_in_words(const timeline::Drawing& axis) {
  return "Part des textes de l’archive, " + std::string(interval_in_words(axis.interval)) + ", " +
         period_in_words(axis.bars.front().from, axis.bars.back().to);
}

std::string undated_in_words(std::uint64_t count) {
  return counted(count) + " sans date";
}

// A text of 2012 has no place among months.
std::string imprecise_in_words(std::uint64_t count) {
  return undated_in_words(count) + " précise";
}

// The accessible name of a government below the bars, whose visible name may be left out.
std::string government_term(const gazetteer::Government& government) {
  return "Gouvernement " + government.name + ", " +
         period_in_words(government.first_day, government.last_day);
}

std::string government_beside(const gazetteer::Government& government) {
  return "gouvernement " + government.name;
}

std::string results_title(std::uint64_t total) {
  return total == 0 ? "Aucun texte ne répond à cette recherche" : counted(total);
}

// Shorter than the title of the list: it is the name of a tab.
std::string search_title(const std::string& q, std::uint64_t total) {
  const std::string found = total == 0 ? "Aucun texte" : counted(total);
  return page_title(q.empty() ? found : q + " – " + found);
}

std::string search_heading(const std::string& q) {
  return q.empty() ? "Textes de l’archive" : "Recherche " + in_guillemets(q);
}

std::string_view words_of(query::Sort sort) noexcept {
  switch (sort) {
    case query::Sort::kRelevance:
      return "les plus pertinents";
    case query::Sort::kNewest:
      return "récents";
    case query::Sort::kOldest:
      return "anciens";
    case query::Sort::kFirstIndexed:
      return "récemment ajoutés";
  }
  return "";
}

std::string read_as_sentence(const query::QueryOutline& read_as) {
  const std::string text = wording::describe(read_as);
  return text.empty() ? "" : wording::with_french_spaces(text) + ".";
}

std::string read_word_for_word(const std::string& q) {
  return "Textes contenant " + in_guillemets(q) + ".";
}

std::string different_in_words(std::uint64_t texts) {
  return counted(texts, {"différent", "différents"});
}

// Filters are blamed before words: an absent word is not the cause when dropping a filter helps.
// With neither, the words exist but never together, or the query has operators and is not taken
// apart.
std::string dead_end_in_words(const DeadEndCause& cause) {
  std::string text = explain_filters(cause);
  if (!cause.absent.empty()) {
    text += text.empty() ? "Aucun" : " Et aucun";
    text += " texte de l’archive ne contient " + enumerated(cause.absent) + ".";
  }
  if (!text.empty()) return text;
  return cause.parts > 1
             ? "Chacun de ces mots se trouve dans l’archive, mais aucun texte ne les réunit."
             : "Aucun texte de l’archive ne répond à cette recherche.";
}

std::string without_part(const std::string& part) {
  return "Sans " + in_guillemets(part);
}

std::string more_by_family_in_words(std::uint64_t texts) {
  return "Aussi les mots de la même famille" + colon(counted(texts) + " de plus");
}

std::string way_out_in_words(const std::string& what, std::uint64_t total) {
  return what + colon(counted(total));
}

// The years are those of the texts, the term is that of the government.
std::string portrait_summary(const search::SearchResults& results,
                             const gazetteer::Government* government) {
  std::string text = counted(results.total) + " dans l’archive";
  if (results.dates && !results.dates->buckets.empty()) {
    const auto& buckets = results.dates->buckets;
    text += ", " + years_in_words(buckets.front().start, buckets.back().start);
  }
  if (government == nullptr) return text;
  return "En fonction " + period_in_words(government->first_day, government->last_day) + " · " +
         text;
}

std::string distinctive_in_words(const related::DistinctiveWords& found) {
  // "Au moins deux fois" is the least ratio that Searcher::distinctive_words returns.
  const std::string text = "Au moins deux fois plus fréquents dans " +
                           std::string(found.is_spoken ? "ses prises de parole" : "ces textes") +
                           " que dans l’ensemble de l’archive";
  if (found.compared == found.total) return text;
  // Of a large set only a sample is read; the sentence must not claim more.
  return text + ", d’après " + counted(found.compared) + " sur " + number(found.total);
}

std::string share_in_words(std::uint64_t count, std::uint64_t documents) {
  if (documents == 0) return "";
  return wording::percentage(static_cast<double>(count) / static_cast<double>(documents));
}

std::string total_in_words(std::uint64_t count, std::uint64_t documents) {
  const std::string share = share_in_words(count, documents);
  return share.empty() ? counted(count) : counted(count) + ", " + share;
}

// The accessible name of a period in the drawing of curves.
std::string shares_in_words(const std::string& period, const std::vector<std::string>& shares) {
  std::string list;
  for (const std::string& share : shares) {
    if (!list.empty()) list.append(wording::kNarrowNoBreakSpace).append("; ");
    list += share;
  }
  return period + colon(list.empty() ? "aucun texte" : list);
}

// Only for an interval that the reader chose: a default that suits the dates is no news.
std::string lengthened_in_words(Interval chosen) {
  return "trop de périodes pour un dessin " + std::string(interval_in_words(chosen));
}

std::string skipped_in_words(std::size_t periods) {
  return counted(periods, {"période de trop peu de textes, qui n’est pas dessinée",
                           "périodes de trop peu de textes, qui ne sont pas dessinées"});
}

std::string picture_source(const search::Trends& trends) {
  return "Pressoir, " + counted(trends.documents) + ", état " + trends.revision;
}

// An en dash without spaces, as between numbers.
std::string years_range(base::Date first, base::Date last) {
  return std::to_string(first.year) + "–" + std::to_string(last.year);
}

std::span<const QueryRule> query_rules() noexcept {
  return kQueryRules;
}

}  // namespace pressoir::pages
