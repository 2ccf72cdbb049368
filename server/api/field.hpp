// The fields of a document that `fields=` chooses from: their names in JSON, which are the columns
// of CSV too, and sets of them. Plain values, any thread.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace pressoir::api {

// In the order of the JSON.
enum class Field {
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
  kThemes,
  kThemesInferred,
  kThemeLabels,
  kFirstIndexed,
  kSnippet,
  kForm,
  kScore,
  kText,
};

// Of the enumerators above.
inline constexpr std::size_t kFieldCount = 19;

// Indexed by Field.
inline constexpr std::array<std::string_view, kFieldCount> kFieldNames = {"id",
                                                                          "url",
                                                                          "title",
                                                                          "date",
                                                                          "date_source",
                                                                          "date_confidence",
                                                                          "date_conflict",
                                                                          "type",
                                                                          "source",
                                                                          "government",
                                                                          "ministers",
                                                                          "themes",
                                                                          "themes_inferred",
                                                                          "theme_labels",
                                                                          "first_indexed",
                                                                          "snippet",
                                                                          "form",
                                                                          "score",
                                                                          "text"};

// What a search returns by default: everything but the text, which is long.
inline constexpr std::string_view kDefaultFields =
    "id,url,title,date,date_source,date_confidence,date_conflict,type,source,government,"
    "ministers,themes,themes_inferred,theme_labels,first_indexed,snippet,form,score";

// What an export may have: the document's own fields, without those that depend on a query
// (`snippet`, `form`, `score`). The text is among the defaults: an export is a copy of the
// documents.
inline constexpr std::array<std::string_view, 16> kExportFieldNames = {"id",
                                                                       "url",
                                                                       "title",
                                                                       "date",
                                                                       "date_source",
                                                                       "date_confidence",
                                                                       "date_conflict",
                                                                       "type",
                                                                       "source",
                                                                       "government",
                                                                       "ministers",
                                                                       "themes",
                                                                       "themes_inferred",
                                                                       "theme_labels",
                                                                       "first_indexed",
                                                                       "text"};
inline constexpr std::string_view kExportFields =
    "id,url,title,date,date_source,date_confidence,date_conflict,type,source,government,"
    "ministers,themes,themes_inferred,theme_labels,first_indexed,text";

// A choice of fields.
class FieldSet {
 public:
  bool has(Field field) const noexcept { return bits_.test(static_cast<std::size_t>(field)); }
  void add(Field field) noexcept { bits_.set(static_cast<std::size_t>(field)); }
  bool operator==(const FieldSet&) const = default;

 private:
  std::bitset<kFieldCount> bits_;
};

}  // namespace pressoir::api
