// The fields of a search result that `fields=` chooses from. Plain values.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace pressoir::api {

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

inline constexpr std::size_t kFieldCount = 19;

// Indexed by Field, and in the order of the JSON.
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

// Everything but the text.
inline constexpr std::string_view kDefaultFields =
    "id,url,title,date,date_source,date_confidence,date_conflict,type,source,government,"
    "ministers,themes,themes_inferred,theme_labels,first_indexed,snippet,form,score";

// Of a document that is exported: what it is, not how it answers a query.
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

class FieldSet {
 public:
  bool has(Field field) const noexcept { return bits_.test(static_cast<std::size_t>(field)); }
  void add(Field field) noexcept { bits_.set(static_cast<std::size_t>(field)); }
  bool operator==(const FieldSet&) const = default;

 private:
  std::bitset<kFieldCount> bits_;
};

}  // namespace pressoir::api
