// The table of fields: what a document has, described once. Whatever reads, stores, filters or
// shows documents field by field is made of it: the stored form and the value slots
// (indexer/index), records of JSON Lines (indexer/sources), JSON, CSV, feeds and OpenAPI schemas,
// the facets, their filters and columns.
//
// To add a field: a member of Document, or a function of its stored head, a row here, and what sets
// the member (extract::Extractor). With a facet: a value of Facet, and the words of its filter for
// people in query/request_parameters.cpp, wording/query_sentences.cpp and pages/sentences; it then
// is a filter, a column and a list of counts everywhere. A stored row makes a new index format by
// itself (index::kSchemaVersion). A type of value that no field has yet also needs its form in each
// visitor of Access: document_codec, document_terms, document_json, record, export_rows, openapi.
//
// Everything is constexpr and may be used from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/base/document.hpp"

namespace pressoir::base {

// The rows of the table, in its order, which is that of JSON, CSV and `fields=`.
enum class Field : std::uint8_t {
  kId,
  kUrl,
  kTitle,
  kDate,
  kDateSource,
  kDateConfidence,
  kDateConflict,
  kType,
  kSource,
  kGovernment,
  kMinisters,
  kPersons,
  kThemes,
  kThemesInferred,
  kThemeLabels,
  kFirstIndexed,
  kText,
  kBlocks,
  kLineages,
  kOthers,
};

// The fields by whose values results are filtered and counted, in the order in which answers and
// pages list them. Dates are counted too, but by period, and have no row here.
enum class Facet : std::uint8_t {
  kMinister,
  kPerson,
  kTheme,
  kType,
  kSource,
  kGovernment,
  kLineage
};
inline constexpr std::size_t kFacetCount = 7;

// Where the value is: the type of the member is the type of the field. A function computes a field
// from others; it is never stored or read from a record.
using Access =
    std::variant<std::string Document::*, bool Document::*, Date Document::*,
                 DateSource Document::*, Confidence Document::*,
                 std::uint32_t Document::*,  // a count
                 std::int64_t Document::*,   // an instant: seconds since 1970-01-01T00:00:00Z
                 std::vector<std::string> Document::*, std::vector<Minister> Document::*,
                 std::vector<Block> Document::*, std::vector<std::string> (*)(const Document&),
                 std::vector<Person> (*)(const Document&)>;

// Where the field is in the stored document. Within a part, fields follow the order of the table.
enum class Stored : std::uint8_t {
  kNo,    // computed from other fields
  kHead,  // decoded for every result
  kBody,  // decoded only when a text is needed
};

// How the field is counted and filtered.
struct FacetInfo {
  Facet facet;
  std::string_view name;  // of the parameter, of `facets=` and in JSON: `minister`
  // English sentences on the filter and on its exclusion, for /openapi.json.
  std::string_view meaning;
  std::string_view exclusion;
  bool is_tree = false;  // a value `a/b` also counts for `a`
};

inline constexpr unsigned kNoSlot = ~0u;

struct FieldInfo {
  Field field;
  std::string_view name;  // in JSON, CSV, `fields=` and records
  Access access;
  bool is_nullable = false;       // in JSON an empty text is null
  std::string_view meaning = {};  // English, for /openapi.json; empty: the name says it
  Stored stored = Stored::kHead;
  bool in_records = true;   // a record may give it; else the key is accepted and ignored
  bool in_json = true;      // of a whole document
  bool in_csv = true;       // may be chosen by `fields=`, in results and exports
  bool in_feeds = false;    // in the `_pressoir` object of JSON feeds
  unsigned slot = kNoSlot;  // of Xapian's values; see indexer/index/FORMAT.md
  std::optional<FacetInfo> facet = {};
};

inline constexpr std::array kFields = {
    FieldInfo{.field = Field::kId,
              .name = "id",
              .access = &Document::id,
              .stored = Stored::kNo,  // document_id(url)
              .in_records = false,
              .in_feeds = true,
              .slot = 6},
    FieldInfo{.field = Field::kUrl, .name = "url", .access = &Document::url},
    FieldInfo{.field = Field::kTitle, .name = "title", .access = &Document::title},
    FieldInfo{.field = Field::kDate,
              .name = "date",
              .access = &Document::date,
              .in_feeds = true,
              .slot = 0},
    FieldInfo{.field = Field::kDateSource, .name = "date_source", .access = &Document::date_source},
    FieldInfo{.field = Field::kDateConfidence,
              .name = "date_confidence",
              .access = &Document::date_confidence},
    FieldInfo{
        .field = Field::kDateConflict, .name = "date_conflict", .access = &Document::date_conflict},
    FieldInfo{.field = Field::kType,
              .name = "type",
              .access = &Document::type,
              .is_nullable = true,
              .in_feeds = true,
              .slot = 3,
              .facet = FacetInfo{.facet = Facet::kType,
                                 .name = "type",
                                 .meaning = "Type of document, as `communiqué`.",
                                 .exclusion = "Excludes this type."}},
    FieldInfo{.field = Field::kSource,
              .name = "source",
              .access = &Document::source,
              .is_nullable = true,
              .in_feeds = true,
              .slot = 4,
              .facet = FacetInfo{.facet = Facet::kSource,
                                 .name = "source",
                                 .meaning = "Site the document comes from.",
                                 .exclusion = "Excludes this site."}},
    FieldInfo{.field = Field::kGovernment,
              .name = "government",
              .access = &Document::government,
              .is_nullable = true,
              .in_records = false,
              .slot = 5,
              .facet = FacetInfo{.facet = Facet::kGovernment,
                                 .name = "government",
                                 .meaning = "Government in office on the document's date, as "
                                            "`ayrault-2`.",
                                 .exclusion = "Excludes this government."}},
    FieldInfo{.field = Field::kMinisters,
              .name = "ministers",
              .access = &Document::ministers,
              .slot = 1,
              .facet = FacetInfo{.facet = Facet::kMinister,
                                 .name = "minister",
                                 .meaning = "Id of a person in office on the document's date, as "
                                            "`arnaud-montebourg`; `none`: documents without a "
                                            "minister.",
                                 .exclusion = "Excludes documents of this person."}},
    FieldInfo{.field = Field::kPersons,
              .name = "persons",
              .access = &persons_of,
              .meaning = "Everybody recognised, ministers first.",
              .stored = Stored::kNo,
              .slot = 12,
              .facet = FacetInfo{.facet = Facet::kPerson,
                                 .name = "person",
                                 .meaning = "Id of anybody recognised, in office or not, as "
                                            "`arnaud-montebourg`; `none`: documents that name "
                                            "nobody.",
                                 .exclusion = "Excludes documents that name this person."}},
    FieldInfo{.field = Field::kThemes,
              .name = "themes",
              .access = &Document::themes,
              .slot = 2,
              .facet = FacetInfo{.facet = Facet::kTheme,
                                 .name = "theme",
                                 .meaning = "Theme path, as `Industrie/Compétitivité`, with "
                                            "everything below it.",
                                 .exclusion = "Excludes this theme and everything below it.",
                                 .is_tree = true}},
    FieldInfo{.field = Field::kThemesInferred,
              .name = "themes_inferred",
              .access = &Document::themes_inferred},
    FieldInfo{
        .field = Field::kThemeLabels, .name = "theme_labels", .access = &Document::theme_labels},
    FieldInfo{.field = Field::kFirstIndexed,
              .name = "first_indexed",
              .access = &Document::first_indexed,
              .in_records = false,
              .slot = 7},
    FieldInfo{.field = Field::kText,
              .name = "text",
              .access = &Document::text,
              .meaning = "Its blocks, separated by line feeds.",
              .stored = Stored::kBody},
    FieldInfo{.field = Field::kBlocks,
              .name = "blocks",
              .access = &Document::blocks,
              .stored = Stored::kBody,
              .in_records = false,
              .in_csv = false},
    FieldInfo{.field = Field::kLineages,
              .name = "lineages",
              .access = &lineages_of,
              .stored = Stored::kNo,
              .in_json = false,
              .in_csv = false,
              .slot = 9,
              .facet = FacetInfo{.facet = Facet::kLineage,
                                 .name = "lineage",
                                 .meaning = "Ministry through all its names, as `industrie`.",
                                 .exclusion = "Excludes documents of this ministry."}},
    FieldInfo{.field = Field::kOthers,
              .name = "others",
              .access = &Document::others,
              .in_json = false,
              .in_csv = false},
};

constexpr const FieldInfo& info(Field field) noexcept {
  return kFields[static_cast<std::size_t>(field)];
}

// The row of a facet.
constexpr const FieldInfo& info(Facet facet) noexcept {
  for (const FieldInfo& row : kFields) {
    if (row.facet && row.facet->facet == facet) return row;
  }
  return kFields.front();  // not reached: the assertion below finds every facet
}

// `minister`, `theme`, `type`…
constexpr std::string_view to_string(Facet facet) noexcept {
  return info(facet).facet->name;
}

inline constexpr std::array<Facet, kFacetCount> kFacets = [] {
  std::array<Facet, kFacetCount> facets{};
  for (std::size_t i = 0; i < kFacetCount; ++i) facets[i] = static_cast<Facet>(i);
  return facets;
}();

// Whether rows, slots and facets are complete and each is used once.
consteval bool is_sound_table() {
  std::size_t facets = 0;
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
    if (kFields[i].facet) ++facets;
    for (std::size_t j = 0; j < i; ++j) {
      if (kFields[i].name == kFields[j].name) return false;
      if (kFields[i].slot != kNoSlot && kFields[i].slot == kFields[j].slot) return false;
    }
  }
  for (const Facet facet : kFacets) {
    if (!info(facet).facet || info(facet).facet->facet != facet || info(facet).slot == kNoSlot) {
      return false;
    }
  }
  return facets == kFacetCount;
}
static_assert(is_sound_table());

// Calls `visit(value)` with the value of the field; what `visit` returns for every type of value
// must have one type. A computed value lives until the call returns.
template <typename Visit>
auto visit_field(const Document& document, const FieldInfo& field, Visit&& visit) {
  return std::visit(
      [&](auto access) {
        if constexpr (std::is_member_object_pointer_v<decltype(access)>) {
          return visit(document.*access);
        } else {
          return visit(access(document));
        }
      },
      field.access);
}

// The same for writing; computed fields are skipped, and the result is then value-initialised.
template <typename Visit>
auto visit_field(Document& document, const FieldInfo& field, Visit&& visit) {
  using Returned = decltype(visit(document.title));
  return std::visit(
      [&](auto access) -> Returned {
        if constexpr (std::is_member_object_pointer_v<decltype(access)>) {
          return visit(document.*access);
        } else {
          return Returned();
        }
      },
      field.access);
}

// Names joined by commas, as lists of parameters are written: `id,url,title`.
template <const auto& kNames>
inline constexpr auto kJoinedChars = [] {
  constexpr std::size_t kSize = [] {
    std::size_t size = kNames.size() - 1;
    for (const std::string_view name : kNames) size += name.size();
    return size;
  }();
  std::array<char, kSize> chars{};
  auto out = chars.begin();
  for (const std::string_view name : kNames) {
    if (out != chars.begin()) *out++ = ',';
    out = std::copy(name.begin(), name.end(), out);
  }
  return chars;
}();
template <const auto& kNames>
inline constexpr std::string_view kJoined{kJoinedChars<kNames>.data(), kJoinedChars<kNames>.size()};

// The members of the objects that some fields list, described as fields are.
struct MemberInfo {
  std::string_view name;
  bool is_nullable = false;       // in JSON an empty text is null
  bool in_records = true;         // else the key is accepted and ignored
  std::string_view meaning = {};  // English, for /openapi.json
};

// Calls `visit(member_info, member)` for each member, in the order of JSON and of the stored
// document. `Minister` and `Block` may be const.
template <typename Person, typename Visit>
requires std::is_same_v<std::remove_const_t<Person>, Minister>
void for_each_member(Person& minister, Visit&& visit) {
  visit(MemberInfo{"id"}, minister.id);
  visit(MemberInfo{"name"}, minister.name);
  visit(
      MemberInfo{.name = "office", .is_nullable = true, .meaning = "Held on the document's date."},
      minister.office);
  visit(MemberInfo{.name = "lineage", .is_nullable = true, .in_records = false}, minister.lineage);
  visit(MemberInfo{"role"}, minister.role);
  visit(MemberInfo{"evidence"}, minister.evidence);
}

template <typename Someone, typename Visit>
requires std::is_same_v<std::remove_const_t<Someone>, Person>
void for_each_member(Someone& person, Visit&& visit) {
  visit(MemberInfo{"id"}, person.id);
  visit(MemberInfo{"name"}, person.name);
  visit(MemberInfo{.name = "in_office", .meaning = "On the document's date."}, person.in_office);
  visit(
      MemberInfo{.name = "office", .is_nullable = true, .meaning = "Held on the document's date."},
      person.office);
  visit(MemberInfo{.name = "lineage", .is_nullable = true}, person.lineage);
  visit(MemberInfo{"role"}, person.role);
  visit(MemberInfo{"evidence"}, person.evidence);
}

template <typename Run, typename Visit>
requires std::is_same_v<std::remove_const_t<Run>, Block>
void for_each_member(Run& block, Visit&& visit) {
  visit(MemberInfo{"kind"}, block.kind);
  visit(MemberInfo{"start"}, block.begin);
  visit(MemberInfo{"end"}, block.end);
}

// Whether a value of a field lists people.
template <typename Value>
inline constexpr bool kListsPeople = requires(const Value& value) {
  value.front().lineage;
};

// Calls `visit(person)` for each person that a field lists; one that two fields list, twice.
template <typename Visit>
void for_each_person(const Document& document, Visit&& visit) {
  const auto visit_people = [&]<typename Value>(const Value& people) {
    if constexpr (kListsPeople<Value>) std::ranges::for_each(people, visit);
  };
  for (const FieldInfo& field : kFields) visit_field(document, field, visit_people);
}

// The names of these objects' schemas in /openapi.json.
constexpr std::string_view object_name(const Minister&) {
  return "Minister";
}
constexpr std::string_view object_name(const Person&) {
  return "Person";
}
constexpr std::string_view object_name(const Block&) {
  return "Block";
}

}  // namespace pressoir::base
