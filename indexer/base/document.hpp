// The document: one published text, as it is indexed and as it is answered. Plain data; every
// string is UTF-8, NFC. Safe to share between threads as long as nobody changes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::base {

// Where a document's date was read, in the order in which a source is believed.
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

// How surely a value was read. kHigh: the page says it explicitly. kMedium: one reading of the
// page, nothing contradicts it. kLow: a guess, or sources that contradict each other.
enum class Confidence { kNone, kLow, kMedium, kHigh };

enum class Role { kMentioned, kAuthor, kSpeaker };

// Where a minister was read in the role given: the place that says it best.
enum class MinisterEvidence {
  kGiven,   // a record of JSON Lines gave the person
  kTitle,   // by name in the title
  kByline,  // `<meta name="author">`, `Par Fleur Pellerin`, `Intervenant(s) : …`, a letterhead
  kTranscript,  // before a turn of a transcript: `M. Arnaud Montebourg. – …`
  kSignature,   // under the end of the text
  kText,        // by name in the text
  kOffice,      // never by name: by a title of office alone, which the date resolves
  kLineage,  // the same by an older or other name of the ministry: `le ministre de l’Industrie` of
             // 2012
};

// A person of the document with the office held on its date.
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

// A run of Document::text, in bytes: [begin, end). Blocks follow each other in reading order and do
// not overlap; one `\n` stands between them, so that every block starts on a line of its own.
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
  bool date_conflict = false;  // another source of the page names another date
  std::string type;            // `communiqué`, `discours`, `article`…; empty when unknown
  std::string source;          // the site: the host of the url unless a record gave another
  std::string government;      // in office on the date: `ayrault-2`; empty when unknown
  std::vector<Minister> ministers;
  std::vector<std::string> themes;        // paths: `Industrie/Compétitivité`
  bool themes_inferred = false;           // read from the words of the text, not from the page
  std::vector<std::string> theme_labels;  // what the page itself calls its themes
  std::string text;                       // blocks separated by `\n`
  std::vector<Block> blocks;
  std::int64_t first_indexed = 0;  // seconds since 1970-01-01T00:00:00Z; 0 before it is indexed

  bool operator==(const Document&) const = default;
};

// Names used in JSON, reports and logs: `json_ld`, `high`, `speaker`, `list_item`.
std::string_view to_string(DateSource source) noexcept;
std::string_view to_string(Confidence confidence) noexcept;
std::string_view to_string(Role role) noexcept;
std::string_view to_string(MinisterEvidence evidence) noexcept;
std::string_view to_string(BlockKind kind) noexcept;

// The inverse of to_string(Role); kMentioned for any other word.
Role role_from_string(std::string_view word) noexcept;

// The lineages of whose text it is: of those in office who speak or sign; when none does, of all
// whom it names. So a speech of the interior minister that greets the prime minister is one of the
// interior alone, and an article that reports on two ministers is one of both. In order, each once.
std::vector<std::string> lineages_of(const Document& document);

}  // namespace pressoir::base
