#include "indexer/sources/record.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>

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

// A key of a record, its value, and the record that it completes.
struct Entry {
  std::string_view key;
  const json::value& value;
};

Result<std::string> read_string(const Entry& entry) {
  if (const json::string* text = entry.value.if_string()) return std::string(*text);
  return wrong_type(entry.key, "a string", entry.value);
}

Result<void> assign(std::string& field, const Entry& entry) {
  Result<std::string> text = read_string(entry);
  if (!text) return text.error();
  field = std::move(*text);
  return {};
}

Result<void> read_url(const Entry& entry, Record& record) {
  return assign(record.document.url, entry);
}
Result<void> read_title(const Entry& entry, Record& record) {
  return assign(record.document.title, entry);
}
Result<void> read_type(const Entry& entry, Record& record) {
  return assign(record.document.type, entry);
}
Result<void> read_source(const Entry& entry, Record& record) {
  return assign(record.document.source, entry);
}
Result<void> read_text(const Entry& entry, Record& record) {
  return assign(record.document.text, entry);
}
Result<void> read_html(const Entry& entry, Record& record) {
  return assign(record.html, entry);
}

Result<void> read_date(const Entry& entry, Record& record) {
  const Result<std::string> given = read_string(entry);
  if (!given) return given.error();
  if (given->empty()) return {};
  std::string_view day = *given;
  if (day.size() > 10 && (day[10] == 'T' || day[10] == ' ')) day = day.substr(0, 10);
  const std::optional<base::Date> date = base::parse_date(day);
  if (!date) {
    return bad_record(
        "\"date\" must be a day, a month or a year (2012-12-05, 2012-12, 2012), not \"" +
        printable(*given, kShownBytes) + "\"");
  }
  record.document.date = *date;
  return {};
}

// The value whose name is given, of an enumeration that runs from the first to `last`.
template <typename Enum>
Result<Enum> read_name(const Entry& entry, Enum last) {
  const Result<std::string> name = read_string(entry);
  if (!name) return name.error();
  std::string known;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    if (*name == base::to_string(value)) return value;
    known += (i == 0 ? "" : ", ") + std::string(base::to_string(value));
  }
  return bad_record("\"" + std::string(entry.key) + "\" must be one of " + known + ", not \"" +
                    printable(*name, kShownBytes) + "\"");
}

Result<void> read_date_source(const Entry& entry, Record& record) {
  const Result<base::DateSource> source = read_name(entry, base::DateSource::kUrl);
  if (!source) return source.error();
  record.document.date_source = *source;
  return {};
}

Result<void> read_date_confidence(const Entry& entry, Record& record) {
  const Result<base::Confidence> confidence = read_name(entry, base::Confidence::kHigh);
  if (!confidence) return confidence.error();
  record.document.date_confidence = *confidence;
  return {};
}

Result<void> read_date_conflict(const Entry& entry, Record& record) {
  const bool* conflict = entry.value.if_bool();
  if (conflict == nullptr) return wrong_type("date_conflict", "true or false", entry.value);
  record.document.date_conflict = *conflict;
  return {};
}

Result<void> read_strings(const Entry& entry, std::vector<std::string>& strings) {
  const json::array* values = entry.value.if_array();
  if (values == nullptr) return wrong_type(entry.key, "an array of strings", entry.value);
  const std::string item = std::string(entry.key) + "[]";
  for (const json::value& value : *values) {
    Result<std::string> string = read_string({item, value});
    if (!string) return string.error();
    strings.push_back(std::move(*string));
  }
  return {};
}

Result<void> read_themes(const Entry& entry, Record& record) {
  return read_strings(entry, record.document.themes);
}
Result<void> read_theme_labels(const Entry& entry, Record& record) {
  return read_strings(entry, record.document.theme_labels);
}
Result<void> read_themes_inferred(const Entry& entry, Record& record) {
  const bool* is_inferred = entry.value.if_bool();
  if (is_inferred == nullptr) return wrong_type(entry.key, "true or false", entry.value);
  record.document.themes_inferred = *is_inferred;
  return {};
}

// Taken so that what `extract` prints can be added; worked out anew from the rest.
Result<void> pass_over(const Entry&, Record&) {
  return {};
}

template <typename Target>
struct Key {
  std::string_view name;
  Result<void> (*read)(const Entry&, Target&);
};

// What an object says, written into `target`; the keys of `keys` that it does not have are left.
template <typename Target, std::size_t kCount>
Result<void> read_keys(const json::object& object, const std::array<Key<Target>, kCount>& keys,
                       Target& target) {
  for (const Key<Target>& key : keys) {
    const json::value* value = object.if_contains(key.name);
    if (value == nullptr || value->is_null()) continue;
    if (Result<void> read = key.read({key.name, *value}, target); !read) return read;
  }
  return {};
}

// `"auteur", "chapô"`: the keys of an object that `keys` does not hold; empty when there are none.
template <typename Target, std::size_t kCount>
std::string unknown_keys(const json::object& object, const std::array<Key<Target>, kCount>& keys) {
  std::string unknown;
  for (const auto& entry : object) {
    const std::string_view name = entry.key();
    const auto is_name = [name](const Key<Target>& key) { return key.name == name; };
    if (std::any_of(keys.begin(), keys.end(), is_name)) continue;
    if (unknown.size() > 4 * kShownBytes) return unknown + ", …";
    unknown += (unknown.empty() ? "\"" : ", \"") + printable(name, kShownBytes) + "\"";
  }
  return unknown;
}

Error unknown_key_error(const std::string& keys, std::string_view where) {
  return {Errc::kUnknownKey, "has " + std::string(where) + "keys that no document has: " + keys +
                                 " (--ignore-unknown passes over them)"};
}

constexpr std::array<Key<base::Minister>, 6> kMinisterKeys{{
    {"id", [](const Entry& e, base::Minister& minister) { return assign(minister.id, e); }},
    {"name", [](const Entry& e, base::Minister& minister) { return assign(minister.name, e); }},
    {"office", [](const Entry& e, base::Minister& minister) { return assign(minister.office, e); }},
    {"role",
     [](const Entry& e, base::Minister& minister) {
       const Result<base::Role> role = read_name(e, base::Role::kSpeaker);
       if (role) minister.role = *role;
       return role ? Result<void>() : Result<void>(role.error());
     }},
    {"evidence",
     [](const Entry& e, base::Minister& minister) {
       const Result<base::MinisterEvidence> read = read_name(e, base::MinisterEvidence::kLineage);
       if (read) minister.evidence = *read;
       return read ? Result<void>() : Result<void>(read.error());
     }},
    {"lineage", [](const Entry&, base::Minister&) { return Result<void>(); }},
}};

Result<base::Minister> read_minister(const json::value& value) {
  base::Minister minister;
  if (const json::string* name = value.if_string()) {
    minister.name = *name;
  } else if (const json::object* object = value.if_object()) {
    if (Result<void> read = read_keys(*object, kMinisterKeys, minister); !read) return read.error();
  } else {
    return wrong_type("ministers[]", "a name or an object", value);
  }
  if (minister.name.empty() && minister.id.empty()) {
    return bad_record("\"ministers[]\" must give a name or an id");
  }
  return minister;
}

Result<void> read_ministers(const Entry& entry, Record& record) {
  const json::array* ministers = entry.value.if_array();
  if (ministers == nullptr) return wrong_type("ministers", "an array", entry.value);
  for (const json::value& value : *ministers) {
    Result<base::Minister> minister = read_minister(value);
    if (!minister) return minister.error();
    record.document.ministers.push_back(std::move(*minister));
  }
  return {};
}

constexpr std::array<Key<Record>, 19> kRecordKeys{{
    {"url", read_url},
    {"title", read_title},
    {"date", read_date},
    {"type", read_type},
    {"source", read_source},
    {"ministers", read_ministers},
    {"themes", read_themes},
    {"themes_inferred", read_themes_inferred},
    {"theme_labels", read_theme_labels},
    {"text", read_text},
    {"html", read_html},
    {"id", pass_over},
    {"date_source", read_date_source},
    {"date_confidence", read_date_confidence},
    {"date_conflict", read_date_conflict},
    {"government", pass_over},
    {"blocks", pass_over},
    {"first_indexed", pass_over},
    {"versions", pass_over},
}};

// Keys of ministers that are not known, over all of them.
std::string unknown_minister_keys(const json::object& object) {
  const json::value* value = object.if_contains("ministers");
  const json::array* ministers = value == nullptr ? nullptr : value->if_array();
  if (ministers == nullptr) return {};
  for (const json::value& minister : *ministers) {
    if (!minister.is_object()) continue;
    if (std::string keys = unknown_keys(minister.as_object(), kMinisterKeys); !keys.empty()) {
      return keys;
    }
  }
  return {};
}

Result<void> check_keys(const json::object& object) {
  const std::string keys = unknown_keys(object, kRecordKeys);
  if (!keys.empty()) return unknown_key_error(keys, "");
  const std::string minister_keys = unknown_minister_keys(object);
  if (!minister_keys.empty()) return unknown_key_error(minister_keys, "in \"ministers\" ");
  return {};
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
  Record record;
  if (Result<void> read = read_keys(*object, kRecordKeys, record); !read) return read.error();
  if (record.document.url.empty()) return bad_record("has no \"url\"");
  if (record.document.text.empty() && record.document.title.empty() && record.html.empty()) {
    return bad_record("has none of \"text\", \"html\" and \"title\"");
  }
  settle_provenance(record.document);
  return record;
}

}  // namespace pressoir::sources
