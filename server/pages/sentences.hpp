// Every French word that pages compose: counts, notes, labels, titles and explanations, made of
// plain data. Nothing else in this module has French in it; what never varies is in the templates
// of web/.
//
// Results are UTF-8 with the spaces of wording::with_french_spaces, not escaped for HTML. Quoted
// data (titles, queries, names) is inserted as it is. All functions are pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/timeline/bars.hpp"
#include "server/query/request.hpp"
#include "server/related/distinctive_words.hpp"
#include "server/search/results.hpp"
#include "server/search/searcher.hpp"
#include "server/search/trends.hpp"
#include "server/wording/query_sentences.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::pages {

// ---- Every page

inline constexpr std::string_view kHomeTitle = "Pressoir, archives de la parole publique";
inline constexpr std::string_view kHelpTitle = "Aide";
inline constexpr std::string_view kApiTitle = "Interface de programmation";
inline constexpr std::string_view kComparisonTitle = "Comparer dans le temps";

// The title of a page in the browser: `Aide – Pressoir`.
std::string page_title(std::string_view what);

// `1 234 textes, de 1998 à 2024`: what the archive contains, on every page.
std::string archive_in_words(const search::ArchiveSummary& archive);

// Labels of the search box: everywhere, and where it searches within the texts of `name`.
inline constexpr std::string_view kBoxLabel = "Rechercher dans les archives";
std::string box_label_within(std::string_view name);

// `3 autres`; after a list `et 3 autres`.
std::string others(std::uint64_t count);
std::string and_others(std::uint64_t count);

// The years of two dates: `de 1998 à 2024`, `de 2012` when they are one.
std::string years_in_words(base::Date first, base::Date last);

// ---- One text, in a list or on its page

// After a theme that the page does not name: on a list, and on the text's own page.
inline constexpr std::string_view kInferred = " (déduit)";
inline constexpr std::string_view kInferredFromText = " (déduit du texte)";

// `5 décembre 2012`; `sans date`.
std::string date_or_undated(base::Date date);

// `Date sûre, lue dans le titre.`: where the date comes from and how sure it is. Empty for a text
// without date.
std::string date_provenance(const base::Document& document);

// Who speaks or signs, « title », site, date, address: what a footnote needs, on one line.
std::string citation(const base::Document& document);

// Date, speakers and authors with their offices, site. At most kMaxBylineMinisters people are
// named.
std::string byline(const base::Document& document);
inline constexpr std::size_t kMaxBylineMinisters = 3;

// Above the people of one role: `S’exprime`, `S’expriment`.
std::string_view title_of(base::Role role, std::size_t people) noexcept;

// `partie 2 sur 3`, of a long text.
std::string part_in_words(std::size_t part, std::size_t parts);

// `3 paragraphes contiennent des mots cherchés`, and the links to them.
std::string matches_in_words(std::size_t paragraphs);
inline constexpr std::string_view kOnlyMatch = "le lire";
inline constexpr std::string_view kFirstMatch = "premier";
inline constexpr std::string_view kLastMatch = "dernier";

// `Le même texte à 2 autres adresses`.
std::string siblings_in_words(std::uint64_t count);
// One of those: its site, else its address, and its date.
std::string sibling_in_words(const search::Sibling& sibling);

// `en commun : pôles, compétitivité`: the terms that a similar text shares, the first kSharedWords.
std::string shared_in_words(const std::vector<std::string>& words);
inline constexpr std::size_t kSharedWords = 4;

// Back to the results of a query; to the home page without one.
std::string back_in_words(const std::string& q);

// ---- Facets and filters

// The years of a government, `de 2012 à 2014`.
std::string term_in_years(const gazetteer::Government& government);

// `Filtres`, `Filtres (2 actifs)`.
std::string filters_in_words(std::size_t active);

// Ways in which the values of a long facet are grouped, and the groups that have no name.
enum class Grouping { kNone, kLetter, kGovernment, kLineage };
std::string_view words_of(Grouping grouping) noexcept;
inline constexpr std::string_view kByLineage = "par ministère";
inline constexpr std::string_view kByGovernment = "par gouvernement";
inline constexpr std::string_view kOtherLetters = "Autres";
inline constexpr std::string_view kOutsideLists = "Hors de ces listes";

// Why not all of `total` values are on the page.
std::string cut_in_words(std::size_t shown, std::size_t total);

// ---- Time

// `par année`, and `Année` above a column of years.
std::string_view interval_in_words(query::Interval interval) noexcept;
std::string_view column_of(query::Interval interval) noexcept;
inline constexpr std::string_view kUsualInterval = "échelle usuelle";
inline constexpr std::string_view kIntervalByDates = "selon les dates";
inline constexpr std::string_view kWholePeriod = "toute la période";

// `2012 : 143 textes`.
std::string bar_in_words(const timeline::Bar& bar);

// `Nombre de textes par année, de 1998 à 2024`; of curves `Part des textes de l’archive, par …`.
std::string timeline_in_words(const timeline::Drawing& drawing);
std::string curves_in_words(const timeline::Drawing& axis);

// `12 textes sans date`; of curves, where a year is not enough for months, `… sans date précise`.
std::string undated_in_words(std::uint64_t count);
std::string imprecise_in_words(std::uint64_t count);

// `Gouvernement Ayrault II, du 21 juin 2012 au 31 mars 2014`; beside an office `gouvernement …`.
std::string government_term(const gazetteer::Government& government);
std::string government_beside(const gazetteer::Government& government);

// ---- Results of a search

// Above the list: `143 textes`. Of the whole page: the query and the same.
std::string results_title(std::uint64_t total);
std::string search_title(const std::string& q, std::uint64_t total);
std::string search_heading(const std::string& q);

std::string_view words_of(query::Sort sort) noexcept;

// How the query was read, with capital, full stop and French spaces; empty when there is nothing to
// tell. And that sentence of a query that is read word for word, which need not be shown.
std::string read_as_sentence(const query::QueryOutline& read_as);
std::string read_word_for_word(const std::string& q);

// Other ways to read the query.
inline constexpr std::string_view kAllWords = "Tous ces mots";
inline constexpr std::string_view kAnyWord = "L’un de ces mots";
inline constexpr std::string_view kUsualMatch = "Recherche ordinaire";
inline constexpr std::string_view kExactPhrase = "Exactement cette suite de mots";
inline constexpr std::string_view kWithoutFamily = "Sans les mots de la même famille";
// `Aussi les mots de la même famille : 12 textes de plus`.
std::string more_by_family_in_words(std::uint64_t texts);

// Texts that appear several times: how many different ones, and the way to the other list.
std::string different_in_words(std::uint64_t texts);
inline constexpr std::string_view kExpand = "Montrer aussi les textes identiques";
inline constexpr std::string_view kCollapse = "Regrouper les textes identiques";

inline constexpr std::string_view kCompare = "comparer dans le temps";
inline constexpr std::string_view kCsv = "Tableau CSV";
inline constexpr std::string_view kJsonLines = "JSON Lines";
inline constexpr std::string_view kJsonOfPage = "Cette page en JSON";

// ---- Searches that find nothing

inline constexpr std::string_view kPastTheEnd = "La liste s’arrête avant cette page.";
inline constexpr std::string_view kFirstPage = "Revenir à la première page";
inline constexpr std::string_view kEverything = "Tous les textes de l’archive";
inline constexpr std::string_view kWithAnyWord = "Avec l’un des mots seulement";
inline constexpr std::string_view kWithFamily = "Avec les mots de la même famille";
inline constexpr std::string_view kWithoutFilters = "Sans aucun filtre";

// What is known about such a search.
struct DeadEndCause {
  bool has_query = false;
  std::size_t parts = 0;             // words and phrases of the query
  std::vector<std::string> absent;   // those of them that no document contains
  std::vector<std::string> filters;  // names of all filters that are on
  // Filters that alone exclude everything: without one of them something is found.
  std::vector<std::string> culprits;
  bool found_without_filters = false;
};

// Sentences that say which filters or words are the cause.
std::string dead_end_in_words(const DeadEndCause& cause);

// `Sans « forêt »`; with what it finds, `Sans « forêt » : 12 textes`.
std::string without_part(const std::string& part);
std::string way_out_in_words(const std::string& what, std::uint64_t total);

// ---- Pages of people, themes and governments

inline constexpr std::string_view kOffices = "Fonctions";
inline constexpr std::string_view kMembers = "Membres";

// `1 243 textes dans l’archive, de 2012 à 2014`; `government` (may be null) adds its term.
std::string portrait_summary(const search::SearchResults& results,
                             const gazetteer::Government* government);

// Which texts the distinctive words are of, and how many of them were read.
std::string distinctive_in_words(const related::DistinctiveWords& found);

// ---- Comparisons

// In the place of a query that is empty.
inline constexpr std::string_view kEveryText = "tous les textes";
inline constexpr std::string_view kNothingDated =
    "Aucun texte daté ne répond à ces filtres et à ces dates.";
inline constexpr std::string_view kSvg = "Image SVG";
inline constexpr std::string_view kJson = "JSON";

// `3,4 %`; empty when there are no documents to have a share of.
std::string share_in_words(std::uint64_t count, std::uint64_t documents);

// `1 234 textes, 3,4 %`.
std::string total_in_words(std::uint64_t count, std::uint64_t documents);

// `2012 : industrie 3,4 %; emploi 5,0 %`. `shares`: a query and its share each.
std::string shares_in_words(const std::string& period, const std::vector<std::string>& shares);

// Why the drawing has longer periods than the reader chose; how many periods are not drawn.
std::string lengthened_in_words(query::Interval chosen);
std::string skipped_in_words(std::size_t periods);

// Below the picture: `Pressoir, 1 234 textes, état 17-…`.
std::string picture_source(const search::Trends& trends);

// ---- Home and help

inline constexpr std::string_view kTextsFact = "Textes";
inline constexpr std::string_view kPeriodFact = "Période";
inline constexpr std::string_view kSitesFact = "Sites";
inline constexpr std::string_view kUpdatedFact = "Dernière récolte";

// `1998–2024`.
std::string years_range(base::Date first, base::Date last);

// A query for each rule of the query language, the most useful first.
struct QueryRule {
  std::string_view q;
  std::string_view meaning;  // `les deux mots, sous toutes leurs formes`
};
std::span<const QueryRule> query_rules() noexcept;

}  // namespace pressoir::pages
