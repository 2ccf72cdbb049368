#include "indexer/sources/record.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "indexer/base/fields.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::sources {
namespace {

namespace json = boost::json;
using base::Errc;
using base::Error;
using base::Result;

constexpr std::size_t kShownBytes = 80;

Error bad_record(std::string message) {
  return {Errc::kBadRecord, std::move(message)};
}

std::string_view name_of(json::kind kind) {
  switch (kind) {
    case json::kind::null:
      return "null";
    case json::kind::bool_:
      return "true or false";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
      return "a number";
    case json::kind::string:
      return "a string";
    case json::kind::array:
      return "an array";
    case json::kind::object:
      return "an object";
  }
  return "something else";
}

Error wrong_type(std::string_view key, std::string_view expected, const json::value& value) {
  return bad_record("\"" + std::string(key) + "\" must be " + std::string(expected) + ", not " +
                    std::string(name_of(value.kind())));
}

// A key and its value.
struct Entry {
  std::string_view key;
  const json::value& value;
};

Result<std::string> read_string(const Entry& entry) {
  if (const json::string* text = entry.value.if_string()) return std::string(*text);
  return wrong_type(entry.key, "a string", entry.value);
}

Result<base::Date> read_date(const Entry& entry) {
  const Result<std::string> given = read_string(entry);
  if (!given) return given.error();
  if (given->empty()) return base::Date{};
  std::string_view day = *given;
  if (day.size() > 10 && (day[10] == 'T' || day[10] == ' ')) day = day.substr(0, 10);
  const std::optional<base::Date> date = base::parse_date(day);
  if (date) return *date;
  return bad_record("\"" + std::string(entry.key) +
                    "\" must be a day, a month or a year (2012-12-05, 2012-12, 2012), not \"" +
                    printable(*given, kShownBytes) + "\"");
}

template <base::NamedEnum Enum>
Result<Enum> read_name(const Entry& entry) {
  const Result<std::string> name = read_string(entry);
  if (!name) return name.error();
  const auto& names = base::kNames<Enum>;
  const auto known = std::find(names.begin(), names.end(), *name);
  if (known != names.end()) return static_cast<Enum>(known - names.begin());
  std::string choices;
  for (const std::string_view choice : names) {
    choices += (choices.empty() ? "" : ", ") + std::string(choice);
  }
  return bad_record("\"" + std::string(entry.key) + "\" must be one of " + choices + ", not \"" +
                    printable(*name, kShownBytes) + "\"");
}

// `"auteur", "chapô"`: the keys of an object that `is_key` does not know; empty when there are
// none.
template <typename IsKey>
std::string unknown_keys(const json::object& object, IsKey is_key) {
  std::string unknown;
  for (const auto& entry : object) {
    const std::string_view name = entry.key();
    if (is_key(name)) continue;
    if (unknown.size() > 4 * kShownBytes) return unknown + ", …";
    unknown += (unknown.empty() ? "\"" : ", \"") + printable(name, kShownBytes) + "\"";
  }
  return unknown;
}

Result<base::Minister> read_minister(const Entry& entry);

// Writes the value of an entry into a field or a member, by its type.
class ValueReader {
 public:
  explicit ValueReader(const Entry& entry) : entry_(entry) {}

  Result<void> operator()(std::string& text) const { return assign(text, read_string(entry_)); }
  Result<void> operator()(base::Date& date) const { return assign(date, read_date(entry_)); }
  Result<void> operator()(bool& flag) const {
    const bool* given = entry_.value.if_bool();
    if (given == nullptr) return wrong_type(entry_.key, "true or false", entry_.value);
    flag = *given;
    return {};
  }
  template <base::NamedEnum Enum>
  Result<void> operator()(Enum& value) const {
    return assign(value, read_name<Enum>(entry_));
  }
  Result<void> operator()(std::vector<std::string>& texts) const {
    return read_list(texts, "an array of strings", read_string);
  }
  Result<void> operator()(std::vector<base::Minister>& ministers) const {
    return read_list(ministers, "an array", read_minister);
  }
  // Instants and blocks: the table has them not `in_records`, they are worked out anew.
  template <typename Other>
  Result<void> operator()(Other&) const {
    return {};
  }

 private:
  template <typename Value>
  static Result<void> assign(Value& value, Result<Value> read) {
    if (!read) return read.error();
    value = std::move(*read);
    return {};
  }

  template <typename Item>
  Result<void> read_list(std::vector<Item>& items, std::string_view expected,
                         Result<Item> (*read)(const Entry&)) const {
    const json::array* values = entry_.value.if_array();
    if (values == nullptr) return wrong_type(entry_.key, expected, entry_.value);
    const std::string key = std::string(entry_.key) + "[]";
    for (const json::value& value : *values) {
      Result<Item> item = read({key, value});
      if (!item) return item.error();
      items.push_back(std::move(*item));
    }
    return {};
  }

  Entry entry_;
};

// The value of a key; nullptr when it is absent or null, which is the same.
const json::value* find_value(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool is_minister_key(std::string_view name) {
  bool is_key = false;
  base::Minister any;
  for_each_member(any,
                  [&](const base::MemberInfo& member, auto&) { is_key |= member.name == name; });
  return is_key;
}

// A name alone, or an object.
Result<base::Minister> read_minister(const Entry& entry) {
  base::Minister minister;
  if (const json::string* name = entry.value.if_string()) {
    minister.name = *name;
  } else if (const json::object* object = entry.value.if_object()) {
    Result<void> read;
    for_each_member(minister, [&](const base::MemberInfo& member, auto& value) {
      const json::value* given = find_value(*object, member.name);
      if (read && given != nullptr && member.in_records) {
        read = ValueReader({member.name, *given})(value);
      }
    });
    if (!read) return read.error();
  } else {
    return wrong_type(entry.key, "a name or an object", entry.value);
  }
  if (minister.name.empty() && minister.id.empty()) {
    return bad_record("\"" + std::string(entry.key) + "\" must give a name or an id");
  }
  return minister;
}

// Keys of records that are no fields of documents: `html` is what a document is extracted from,
// `versions` is accepted because `pressoir-index extract` may print it.
bool is_record_key(std::string_view name) {
  if (name == "html" || name == "captured" || name == "versions") return true;
  return std::any_of(base::kFields.begin(), base::kFields.end(), [&](const base::FieldInfo& field) {
    return field.in_json && field.name == name;
  });
}

// Keys of ministers that are not known, of the first that has any.
std::string unknown_minister_keys(const json::object& record) {
  const json::value* value = record.if_contains("ministers");
  const json::array* ministers = value == nullptr ? nullptr : value->if_array();
  if (ministers == nullptr) return {};
  for (const json::value& minister : *ministers) {
    if (!minister.is_object()) continue;
    std::string keys = unknown_keys(minister.as_object(), is_minister_key);
    if (!keys.empty()) return keys;
  }
  return {};
}

Error unknown_key_error(const std::string& keys, std::string_view where) {
  return {Errc::kUnknownKey, "has " + std::string(where) + "keys that no document has: " + keys +
                                 " (--ignore-unknown passes over them)"};
}

Result<void> check_keys(const json::object& record) {
  const std::string keys = unknown_keys(record, is_record_key);
  if (!keys.empty()) return unknown_key_error(keys, "");
  const std::string minister_keys = unknown_minister_keys(record);
  if (!minister_keys.empty()) return unknown_key_error(minister_keys, "in \"ministers\" ");
  return {};
}

Result<Record> read_record(const json::object& object) {
  Record record;
  for (const base::FieldInfo& field : base::kFields) {
    const json::value* value = field.in_json ? find_value(object, field.name) : nullptr;
    if (value == nullptr || !field.in_records) continue;
    const Result<void> read =
        visit_field(record.document, field, ValueReader({field.name, *value}));
    if (!read) return read.error();
  }
  if (const json::value* captured = find_value(object, "captured")) {
    const Result<void> read = ValueReader({"captured", *captured})(record.captured);
    if (!read) return read.error();
  }
  if (const json::value* html = find_value(object, "html")) {
    const Result<void> read = ValueReader({"html", *html})(record.html);
    if (!read) return read.error();
  }
  return record;
}

Result<json::value> parse_json(std::string_view line) {
  json::stream_parser parser;
  json::error_code code;
  const std::size_t taken = parser.write_some(line.data(), line.size(), code);
  if (!code) parser.finish(code);
  if (!code && line.find_first_not_of(" \t\r", taken) != std::string_view::npos) {
    code = json::error::extra_data;
  }
  if (code) {
    return bad_record("is not JSON: " + code.message() + " near byte " + std::to_string(taken + 1));
  }
  return parser.release();
}

// A date is believed as given unless the record says where it was read; provenance without a date
// says nothing.
void settle_provenance(base::Document& document) {
  if (!document.date) {
    document.date_source = base::DateSource::kNone;
    document.date_confidence = base::Confidence::kNone;
    document.date_conflict = false;
  } else if (document.date_source == base::DateSource::kNone) {
    document.date_source = base::DateSource::kGiven;
    document.date_confidence = base::Confidence::kHigh;
  }
}

}  // namespace

Result<Record> parse_record(std::string_view line, bool ignore_unknown) {
  const Result<json::value> value = parse_json(line);
  if (!value) return value.error();
  const json::object* object = value->if_object();
  if (object == nullptr)
    return bad_record("must be a JSON object, not " + std::string(name_of(value->kind())));
  if (!ignore_unknown) {
    if (Result<void> checked = check_keys(*object); !checked) return checked.error();
  }
  Result<Record> record = read_record(*object);
  if (!record) return record;
  const base::Document& document = record->document;
  if (document.url.empty()) return bad_record("has no \"url\"");
  if (document.text.empty() && document.title.empty() && record->html.empty()) {
    return bad_record("has none of \"text\", \"html\" and \"title\"");
  }
  settle_provenance(record->document);
  return record;
}

}  // namespace pressoir::sources
