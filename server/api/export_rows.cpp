#include "server/api/export_rows.hpp"

#include <utility>

#include "indexer/base/json_writer.hpp"
#include "server/api/search_json.hpp"

namespace pressoir::api {
namespace {

// A comma would collide with the column separator of careless readers; themes contain commas too.
constexpr std::string_view kListSeparator = "; ";

template <typename Range, typename Text>
std::string joined(const Range& items, Text text_of) {
  std::string list;
  for (const auto& item : items) {
    if (!list.empty()) list += kListSeparator;
    list += text_of(item);
  }
  return list;
}

std::string joined(const std::vector<std::string>& texts) {
  return joined(texts, [](const std::string& text) { return text; });
}

// Empty for fields that a document does not have itself.
std::string value_of(const base::Document& document, Field field) {
  switch (field) {
    case Field::kId:
      return document.id;
    case Field::kUrl:
      return document.url;
    case Field::kTitle:
      return document.title;
    case Field::kDate:
      return base::to_string(document.date);
    case Field::kDateSource:
      return std::string(to_string(document.date_source));
    case Field::kDateConfidence:
      return std::string(to_string(document.date_confidence));
    case Field::kDateConflict:
      return document.date_conflict ? "true" : "false";
    case Field::kType:
      return document.type;
    case Field::kSource:
      return document.source;
    case Field::kGovernment:
      return document.government;
    case Field::kMinisters:
      return joined(document.ministers, [](const base::Minister& each) { return each.name; });
    case Field::kThemes:
      return joined(document.themes);
    case Field::kThemesInferred:
      return document.themes_inferred ? "true" : "false";
    case Field::kThemeLabels:
      return joined(document.theme_labels);
    case Field::kFirstIndexed:
      return document.first_indexed == 0 ? "" : base::instant_to_string(document.first_indexed);
    case Field::kText:
      return document.text;
    default:
      return "";
  }
}

// Header and rows are made by the same loop, so that their columns agree.
template <typename Value>
std::string row(const FieldSet& fields, Value value) {
  std::string line;
  bool is_first = true;  // not line.empty(): the first value may be empty
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (!fields.has(static_cast<Field>(i))) continue;
    if (!std::exchange(is_first, false)) line += ',';
    line += csv_cell(value(static_cast<Field>(i)));
  }
  return line + "\r\n";
}

}  // namespace

// Cells without special characters stay unquoted: exports are read by people, too.
std::string csv_cell(std::string_view value) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";
  const bool is_formula = !value.empty() && kFormulaStarts.find(value[0]) != std::string_view::npos;
  if (!is_formula && value.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(value);
  }
  // The apostrophe makes spreadsheets treat the cell as text; they do not show it.
  std::string cell = is_formula ? "\"'" : "\"";
  for (const char c : value) {
    // RFC 4180, section 2.7: a quotation mark is doubled.
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string csv_header(const FieldSet& fields) {
  return row(fields, [](Field field) { return kFieldNames[static_cast<std::size_t>(field)]; });
}

std::string to_csv_row(const base::Document& document, const FieldSet& fields) {
  return row(fields, [&](Field field) { return value_of(document, field); });
}

// Written field by field rather than by document_to_json, which has no choice of fields.
std::string to_json_line(const base::Document& document, const FieldSet& fields) {
  base::JsonWriter json;
  json.begin_object();
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    if (!fields.has(field)) continue;
    json.key(kFieldNames[i]);
    // A result's title is a list of fragments; an exported document has no query.
    if (field == Field::kTitle) {
      json.text(document.title);
    } else {
      write_document_field(json, document, field);
    }
  }
  json.end_object();
  return std::move(json).take() + '\n';
}

}  // namespace pressoir::api
