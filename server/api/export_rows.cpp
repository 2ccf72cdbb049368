#include "server/api/export_rows.hpp"

#include <utility>

#include "indexer/base/document_json.hpp"
#include "indexer/base/fields.hpp"

namespace pressoir::api {
namespace {

// One value as the text of a cell, by its type.
struct CellText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(base::Date date) const { return base::to_string(date); }
  std::string operator()(std::uint32_t count) const { return std::to_string(count); }
  std::string operator()(std::int64_t instant) const {
    return instant == 0 ? "" : base::instant_to_string(instant);
  }
  template <base::NamedEnum Enum>
  std::string operator()(Enum value) const {
    return std::string(to_string(value));
  }
  template <typename Item>
  std::string operator()(const std::vector<Item>& items) const {
    std::string list;
    for (const Item& item : items) {
      if (!list.empty()) list += "; ";
      list += name_of(item);
    }
    return list;
  }

 private:
  static std::string_view name_of(const std::string& text) { return text; }
  static std::string_view name_of(const base::Block& block) { return to_string(block.kind); }
  template <typename Person>
  static std::string_view name_of(const Person& person) {
    return person.name;
  }
};

// Exports have no fields of hits: the parameter does not take them.
template <typename Value>
std::string row(const FieldSet& fields, char separator, Value value) {
  std::string line;
  bool is_first = true;  // not line.empty(): the first value may be empty
  fields.for_each([&](const ResultField& field) {
    if (!std::exchange(is_first, false)) line += separator;
    line += csv_cell(value(*field.document), separator);
  });
  return line + "\r\n";
}

}  // namespace

// Cells without special characters stay unquoted: exports are read by people, too.
std::string csv_cell(std::string_view value, char separator) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";
  const bool is_formula = !value.empty() && kFormulaStarts.find(value[0]) != std::string_view::npos;
  const bool is_plain = value.find(separator) == std::string_view::npos &&
                        value.find_first_of("\"\r\n") == std::string_view::npos;
  if (!is_formula && is_plain) {
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

std::string csv_header(const FieldSet& fields, char separator) {
  return row(fields, separator, [](const base::FieldInfo& field) { return field.name; });
}

std::string to_csv_row(const base::Document& document, const FieldSet& fields, char separator) {
  return row(fields, separator, [&](const base::FieldInfo& field) {
    return visit_field(document, field, CellText());
  });
}

std::string to_json_line(const base::Document& document, const FieldSet& fields) {
  base::JsonWriter json;
  json.begin_object();
  fields.for_each([&](const ResultField& field) {
    json.key(field.name);
    base::write_field(json, document, *field.document);
  });
  json.end_object();
  return std::move(json).take() + '\n';
}

}  // namespace pressoir::api
