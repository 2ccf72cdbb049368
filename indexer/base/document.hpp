// The document: one published text, as the extractor makes it, the index stores it and the API
// returns it. fields.hpp describes its members for whatever handles them one by one. Plain data;
// every string is UTF-8, NFC. May be shared between threads while nobody changes it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::base {

// Where a document's date was found, the most trusted source first.
enum class DateSource {
  kNone,         // the document is undated
  kGiven,        // a record of JSON Lines gave it
  kJsonLd,       // datePublished of JSON-LD
  kMeta,         // a <meta> of Dublin Core, Open Graph, article:…
  kTitle,        // the title: `… - 05/12/2012`, `Déclaration …, à Paris le 5 décembre 2012`
  kTimeElement,  // <time datetime>
  kVisibleLine,  // a line of its own: `Publié le 5 décembre 2012`
  kDateline,     // the dateline of the text: `Paris, le 5 décembre 2012`
  kUrl,          // the address: `/2012/12/05/`
};

// How sure a value is. kHigh: the page states it. kMedium: inferred, nothing contradicts it. kLow:
// a guess, or sources that contradict each other.
enum class Confidence { kNone, kLow, kMedium, kHigh };

// What a person does in the document; of several roles the last in this order wins.
enum class Role { kMentioned, kAuthor, kSpeaker };

// Where in the document a minister was recognised in the role given, the best evidence first.
enum class MinisterEvidence {
  kGiven,   // a record of JSON Lines gave the person
  kTitle,   // by name in the title
  kByline,  // `<meta name="author">`, `Par Fleur Pellerin`, `Intervenant(s) : …`, a letterhead
  kTranscript,  // as the speaker of a turn of a transcript: `M. Arnaud Montebourg. – …`
  kSignature,   // under the end of the text
  kText,        // by name in the text
  kOffice,      // never by name: by a title of office alone, resolved by the date
  kLineage,  // the same by an older or other name of the ministry: `le ministre de l’Industrie` of
             // 2012
};

// A person named in the document, with the office held on its date.
struct Minister {
  std::string id;      // folded name: `arnaud-montebourg`
  std::string name;    // `Arnaud Montebourg`
  std::string office;  // `ministre du Redressement productif`; empty when unknown
  Role role = Role::kMentioned;
  std::string lineage = {};  // of the office: `industrie`; empty when unknown
  MinisterEvidence evidence = MinisterEvidence::kGiven;

  bool operator==(const Minister&) const = default;
};

enum class BlockKind {
  kParagraph,
  kHeading,
  kListItem,
  kTableCell,
  kCaption,
  kQuote,
  kTurn,  // of a transcript: begins with the name of who speaks
};

// The names of an enumeration's values, indexed by value: those of JSON, reports, logs and the
// OpenAPI schemas (`json_ld`, `high`, `speaker`, `list_item`). They are part of the public API.
template <typename Enum>
inline constexpr std::array<std::string_view, 0> kNames{};
template <>
inline constexpr std::array<std::string_view, 9> kNames<DateSource> = {
    "none", "given", "json_ld", "meta", "title", "time_element", "visible_line", "dateline", "url"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<Confidence> = {"none", "low", "medium",
                                                                       "high"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<Role> = {"mentioned", "author", "speaker"};
template <>
inline constexpr std::array<std::string_view, 8> kNames<MinisterEvidence> = {
    "given", "title", "byline", "transcript", "signature", "text", "office", "lineage"};
template <>
inline constexpr std::array<std::string_view, 7> kNames<BlockKind> = {
    "paragraph", "heading", "list_item", "table_cell", "caption", "quote", "turn"};

template <typename Enum>
concept NamedEnum = std::is_enum_v<Enum> && !kNames<Enum>.empty();

template <NamedEnum Enum>
constexpr std::string_view to_string(Enum value) noexcept {
  return kNames<Enum>[static_cast<std::size_t>(value)];
}

// A part of Document::text, in bytes: [begin, end). Blocks are in reading order and do not overlap;
// one `\n` separates them, so that every block starts on a line of its own.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Block&) const = default;
};

struct Document {
  std::string id;  // document_id(url): 16 characters, stable across re-indexing
  std::string url;
  std::string title;
  Date date;  // of publication; may be partial or absent
  DateSource date_source = DateSource::kNone;
  Confidence date_confidence = Confidence::kNone;
  bool date_conflict = false;  // another source on the page gives another date
  std::string type;            // `communiqué`, `discours`, `article`…; empty when unknown
  std::string source;          // the site: the host of the url unless a record gave another
  std::string government;      // in office on the date: `ayrault-2`; empty when unknown
  std::vector<Minister> ministers;        // in office on the date, or given by a record
  std::vector<Minister> others;           // recognised besides: no minister on the date, or undated
  std::vector<std::string> themes;        // paths: `Industrie/Compétitivité`
  bool themes_inferred = false;           // classified from the words, not stated by the page
  std::vector<std::string> theme_labels;  // the page's own keywords for its themes
  std::string text;                       // blocks separated by `\n`
  std::vector<Block> blocks;
  std::int64_t first_indexed = 0;  // seconds since 1970-01-01T00:00:00Z; 0 before it is indexed

  bool operator==(const Document&) const = default;
};

// The ministries (lineages) that the document comes from: those of the ministers who speak or sign;
// when none does, those of all whom it names. So a speech of the interior minister that greets the
// prime minister belongs to the interior alone, and an article on two ministers to both. In order
// of appearance, each once. Behind the facet `lineage`.
std::vector<std::string> lineages_of(const Document& document);

// Anybody recognised in a document.
struct Person : Minister {
  bool in_office = false;  // on the document's date; of a partial date on one of its days
};

// Ministers, then others. A minister whom a record gives was in office when an office is known.
inline std::vector<Person> persons_of(const Document& document) {
  std::vector<Person> persons;
  for (const Minister& minister : document.ministers) {
    const bool is_given = minister.evidence == MinisterEvidence::kGiven;
    persons.push_back({minister, !is_given || !minister.office.empty()});
  }
  for (const Minister& other : document.others) {
    persons.push_back({other, !other.office.empty()});
  }
  return persons;
}

}  // namespace pressoir::base
