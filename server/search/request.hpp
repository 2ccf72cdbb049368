// What is asked of an archive, and what it answers: plain data, UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"

namespace pressoir::search {

// The facets that list values. The date is one too, but counts in periods.
enum class Facet { kMinister, kTheme, kType, kSource, kGovernment, kLineage };
inline constexpr std::size_t kFacetCount = 6;
inline constexpr std::array<Facet, kFacetCount> kFacets = {Facet::kMinister,   Facet::kTheme,
                                                           Facet::kType,       Facet::kSource,
                                                           Facet::kGovernment, Facet::kLineage};

// `minister`, `theme`, `type`, `source`, `government`, `lineage`.
std::string_view to_string(Facet facet) noexcept;

// The value that selects documents without any.
inline constexpr std::string_view kNoValue = "none";

struct FacetFilter {
  std::vector<std::string> any_of;   // a document must have one of these; empty: no condition
  std::vector<std::string> none_of;  // and none of these
};

enum class MatchMode { kAuto, kAll, kAny };
enum class Sort {
  kRelevance,
  kNewest,
  kOldest,
  kFirstIndexed,  // what entered the archive last comes first
};
enum class Interval { kYear, kMonth, kDay };

struct SearchRequest {
  std::string q;  // query language; empty: everything
  MatchMode match = MatchMode::kAuto;
  std::array<FacetFilter, kFacetCount> filters;  // indexed by Facet
  base::Date from;                               // inclusive; partial dates widen; none: open
  base::Date to;
  std::optional<Sort> sort;  // default: relevance with a query, newest without
  std::uint32_t start = 0;   // 0-based rank of the first result
  std::uint32_t count = 10;  // at most 100
  std::array<bool, kFacetCount> facets = {true, true, true, true, true, true};
  bool date_facet = true;
  std::uint32_t facet_size = 20;  // values listed for each facet, 1 to 1,000
  Interval interval = Interval::kYear;
  bool with_snippets = true;
  bool with_text = false;  // results hold the whole text
  bool collapse = false;   // of documents with the same text only the first is a result
  bool count_groups = false;  // without collapse, how many results there would be with it

  const FacetFilter& filter(Facet facet) const { return filters[static_cast<std::size_t>(facet)]; }
};

// How a word of a text is the word that was asked for, best first.
enum class MatchForm {
  kExact,   // as it was typed, but for capitals
  kFolded,  // but for accents
  kStem,    // another form of the word
};

// `exact`, `folded`, `stem`.
std::string_view to_string(MatchForm form) noexcept;

// A piece of text that matched the query, or did not.
struct Fragment {
  std::string text;
  bool match = false;
  MatchForm form = MatchForm::kExact;  // of a match

  bool operator==(const Fragment&) const = default;
};

// Another document with the same text.
struct Sibling {
  std::string id;
  std::string url;
  std::string source;
  base::Date date;
};

inline constexpr std::size_t kMaxListedSiblings = 10;

struct Hit {
  base::Document document;        // without text and blocks unless with_text
  std::vector<Fragment> title;    // the whole title
  std::vector<Fragment> snippet;  // the best passage; empty unless with_snippets
  // The best form in which title and snippet hold a word of the query; none when they hold none.
  std::optional<MatchForm> form;
  double score = 0;  // 0 when not sorted by relevance
  // With collapse: what the document stands for besides itself, of the documents that match.
  std::uint64_t siblings = 0;
  std::vector<Sibling> listed_siblings = {};  // by id; at most kMaxListedSiblings
};

struct FacetValue {
  std::string value;  // what a filter takes
  std::string label;  // what a person reads
  std::uint64_t count = 0;
  bool selected = false;
};

// Exact counts over the documents that match the query and every filter but the facet's own.
struct FacetCounts {
  std::vector<FacetValue> values;  // most frequent first; selected ones always listed. Themes: by
                                   // path, a parent counts each document once
  std::uint64_t distinct = 0;      // values with a count, listed or not
  std::uint64_t other = 0;         // sum of the counts of the values not listed
  std::uint64_t none = 0;          // documents without a value
};

struct DateBucket {
  base::Date start;  // first day of the period
  std::uint64_t count = 0;
};

// Without gaps from the first to the last period that has a document, and over the whole range that
// was asked for. Partial dates count in the periods they name; a period shorter than what is known
// of the date leaves it in `none`. No periods when no document is dated.
struct DateHistogram {
  Interval interval = Interval::kYear;
  std::vector<DateBucket> buckets;
  std::uint64_t none = 0;
};

// An office that the query names: documents in which its holder appears during the term are found
// too.
struct OfficeReading {
  std::string office;    // as the gazetteer writes it: `ministre du Redressement productif`
  std::string person;    // person id: what the minister facet takes
  std::string name;      // of the person
  base::Date first_day;  // of the term
  base::Date last_day;   // inclusive; none while in office
};

// What an acronym of the query stands for, or the acronym of a name in it, as documents of the
// archive explain it.
struct AcronymReading {
  std::string acronym;          // folded: `cni`
  std::string expansion;        // as written: `Conseil national de l’industrie`
  std::uint64_t documents = 0;  // that explain it so
  base::Date first;             // date of the first and the last of them; none when undated
  base::Date last;
  std::vector<std::string> evidence;  // ids of at most five of them, the latest first
};

struct SearchResults {
  std::string read_as;  // how the query was understood, in French; empty for everything
  std::vector<OfficeReading> offices;
  std::vector<AcronymReading> acronyms;
  std::uint64_t total = 0;  // exact; documents, with collapse too
  // How many different texts the documents have, one without words counting as one: with collapse,
  // the number of results. Exact; absent unless asked for.
  std::optional<std::uint64_t> groups;
  std::vector<Hit> hits;
  std::array<std::optional<FacetCounts>, kFacetCount> facets;  // as asked, indexed by Facet
  std::optional<DateHistogram> dates;
  std::optional<std::string> suggestion;  // a better spelling of the query
  std::string revision;                   // of the index that answered
  std::uint64_t documents = 0;            // in the whole archive
  double took_ms = 0;
};

}  // namespace pressoir::search
