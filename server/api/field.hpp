// The fields of a search result, which `fields=` chooses from: those of its document that the table
// of fields has `in_csv`, and those that say how it matches the query. Exports offer the former
// alone. Everything is constexpr; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

#include "indexer/base/fields.hpp"

namespace pressoir::api {

// How a result matches the query.
inline constexpr std::array<std::string_view, 3> kHitFieldNames = {"snippet", "form", "score"};

inline constexpr std::size_t kDocumentFieldCount = static_cast<std::size_t>(
    std::count_if(base::kFields.begin(), base::kFields.end(),
                  [](const base::FieldInfo& field) { return field.in_csv; }));
inline constexpr std::size_t kFieldCount = kDocumentFieldCount + kHitFieldNames.size();

struct ResultField {
  std::string_view name;
  const base::FieldInfo* document = nullptr;  // absent: one of kHitFieldNames
};

// In the order of the JSON: the text, which is long, comes last.
inline constexpr std::array<ResultField, kFieldCount> kResultFields = [] {
  std::array<ResultField, kFieldCount> fields{};
  auto out = fields.begin();
  for (const base::FieldInfo& field : base::kFields) {
    if (field.field == base::Field::kText) {
      for (const std::string_view name : kHitFieldNames) *out++ = {name};
    }
    if (field.in_csv) *out++ = {field.name, &field};
  }
  return fields;
}();

inline constexpr std::array<std::string_view, kFieldCount> kFieldNames = [] {
  std::array<std::string_view, kFieldCount> names{};
  std::transform(kResultFields.begin(), kResultFields.end(), names.begin(),
                 [](const ResultField& field) { return field.name; });
  return names;
}();
static_assert(kFieldNames.back() == "text");

// Of a document that is exported.
inline constexpr std::array<std::string_view, kDocumentFieldCount> kExportFieldNames = [] {
  std::array<std::string_view, kDocumentFieldCount> names{};
  auto out = names.begin();
  for (const base::FieldInfo& field : base::kFields) {
    if (field.in_csv) *out++ = field.name;
  }
  return names;
}();

// Values of `fields=`: by default, results have everything but the text, exports everything.
inline constexpr std::string_view kAllFields = base::kJoined<kFieldNames>;
inline constexpr std::string_view kDefaultFields =
    kAllFields.substr(0, kAllFields.size() - std::string_view(",text").size());
inline constexpr std::string_view kExportFields = base::kJoined<kExportFieldNames>;

// The place of a field among kResultFields; kFieldCount for another name.
constexpr std::size_t place_of(std::string_view name) noexcept {
  return static_cast<std::size_t>(std::find(kFieldNames.begin(), kFieldNames.end(), name) -
                                  kFieldNames.begin());
}

// The fields chosen, by name.
class FieldSet {
 public:
  bool has(std::string_view name) const { return bits_.test(place_of(name)); }
  void add(std::string_view name) { bits_.set(place_of(name)); }
  bool operator==(const FieldSet&) const = default;

  // Calls `visit(field)` for each, in the order of kResultFields.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t place = 0; place < kFieldCount; ++place) {
      if (bits_.test(place)) visit(kResultFields[place]);
    }
  }

 private:
  std::bitset<kFieldCount> bits_;
};

}  // namespace pressoir::api
