#include "server/api/openapi.hpp"

#include <fmt/format.h>

#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "indexer/base/fields.hpp"
#include "indexer/base/json_writer.hpp"
#include "indexer/base/program.hpp"
#include "server/api/field.hpp"
#include "server/query/request_parameters.hpp"

namespace pressoir {

std::span<const base::EmbeddedFile> api_files();  // written by pressoir_embed

namespace api {
namespace {

// Written once, for the description of the whole.
constexpr std::string_view kDescription =
    "Full-text search of the archives of a government's public speech. Everything is GET and "
    "UTF-8; "
    "nothing needs credentials. Counts are exact. Unknown or malformed parameters are refused.";

// JSON Schema types of a single value. Dates are strings with a pattern: `format: date` would
// exclude partial ones.
// A list of words and a value of a facet are strings: commas and slashes are the parser's affair.
std::string_view type_of(query::ParameterKind kind) {
  if (kind == query::ParameterKind::kInteger) return "integer";
  return kind == query::ParameterKind::kBoolean ? "boolean" : "string";
}

void write_default(base::JsonWriter& json, const query::Parameter& parameter) {
  if (parameter.default_value.empty()) return;
  json.key("default");
  switch (parameter.kind) {
    case query::ParameterKind::kInteger:
    case query::ParameterKind::kBoolean:
      json.raw(parameter.default_value);
      break;
    default:
      json.text(parameter.default_value);
  }
}

// A list is one string: its words are separated by commas.
// Only what JSON Schema can express: a day that exists is checked by the parser alone.
void write_restrictions(base::JsonWriter& json, const query::Parameter& parameter) {
  switch (parameter.kind) {
    case query::ParameterKind::kInteger:
      json.key("minimum").integer(parameter.min).key("maximum").integer(parameter.max);
      break;
    case query::ParameterKind::kChoice:
      json.key("enum").begin_array();
      for (const std::string_view choice : parameter.choices) json.text(choice);
      json.end_array();
      break;
    // One string with a pattern rather than an array: generated clients then send the form that the
    // parser reads.
    case query::ParameterKind::kList:
      json.key("pattern").text(
          fmt::format("^(({0})(,({0}))*)?$", fmt::join(parameter.choices, "|")));
      break;
    case query::ParameterKind::kDate:
      json.key("pattern").text("^[0-9]{4}(-[0-9]{2}){0,2}$");
      break;
    case query::ParameterKind::kText:
    case query::ParameterKind::kValue:
      json.key("maxLength").integer(parameter.max);
      break;
    case query::ParameterKind::kBoolean:
      break;
  }
}

void write_value_schema(base::JsonWriter& json, const query::Parameter& parameter) {
  json.begin_object();
  json.key("type").text(type_of(parameter.kind));
  write_restrictions(json, parameter);
  write_default(json, parameter);
  json.end_object();
}

// A repeatable parameter is an array in the default style: `theme=a&theme=b`.
void write_parameter(base::JsonWriter& json, const query::Parameter& parameter) {
  json.begin_object();
  json.key("name").text(parameter.name);
  json.key("in").text("query");
  json.key("description").text(parameter.meaning);
  json.key("schema");
  if (parameter.repeatable) {
    json.begin_object().key("type").text("array").key("items");
    write_value_schema(json, parameter);
    if (parameter.max_values != 0) json.key("maxItems").integer(parameter.max_values);
    json.end_object();
  } else {
    write_value_schema(json, parameter);
  }
  json.end_object();
}

// The name between the braces of a pattern: every pattern has one argument at most.
std::string_view argument_of(const Endpoint& endpoint) {
  const auto open = endpoint.pattern.find('{');
  if (open == std::string_view::npos) return "";
  return endpoint.pattern.substr(open + 1, endpoint.pattern.find('}') - open - 1);
}

void write_parameters(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key("parameters").begin_array();
  if (const auto name = argument_of(endpoint); !name.empty()) {
    json.begin_object();
    json.key("name").text(name).key("in").text("path").key("required").boolean(true);
    json.key("schema").begin_object().key("type").text("string").end_object();
    json.end_object();
  }
  if (endpoint.parameters != nullptr) {
    for (const query::Parameter& parameter : endpoint.parameters())
      write_parameter(json, parameter);
  }
  json.end_array();
}

// An empty schema allows anything: text formats are not described.
void write_schema_of(base::JsonWriter& json, std::string_view schema) {
  json.key("schema").begin_object();
  if (!schema.empty()) json.key("$ref").text(fmt::format("#/components/schemas/{}", schema));
  json.end_object();
}

// Without content: 304, and whatever has no body.
void write_answer(base::JsonWriter& json, std::string_view status, std::string_view description,
                  std::span<const Answer> answers) {
  json.key(status).begin_object();
  json.key("description").text(description);
  if (!answers.empty()) {
    json.key("content").begin_object();
    for (const Answer& answer : answers) {
      json.key(answer.media_type).begin_object();
      write_schema_of(json, answer.schema);
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
}

// Status ranges rather than codes: problem+json gives the precise kind in `type`.
void write_answers(base::JsonWriter& json, const Endpoint& endpoint) {
  static constexpr Answer kProblems[] = {{"application/problem+json", "Problem"},
                                         {"text/html", ""}};
  // Outside of the API, browsers get a page that says what is wrong.
  const auto problems = std::span(kProblems).first(endpoint.pattern.starts_with("/api/") ? 1 : 2);
  json.key("responses").begin_object();
  write_answer(json, "200", "The answer.", endpoint.answers);
  // Clients that send validators must expect 304.
  if (endpoint.freshness != Freshness::kNone) {
    write_answer(json, "304", "What the client has is still right.", {});
  }
  write_answer(json, "4XX", "The request is wrong; the problem says how.", problems);
  write_answer(json, "5XX", "The server cannot answer now; see Retry-After.", problems);
  json.end_object();
}

std::string_view tag_of(Audience audience) {
  switch (audience) {
    case Audience::kPrograms:
      return "api";
    case Audience::kPeople:
      return "pages";
    case Audience::kOperators:
      return "operation";
  }
  return "";
}

void write_operation(base::JsonWriter& json, const Endpoint& endpoint) {
  json.key(endpoint.pattern).begin_object().key("get").begin_object();
  json.key("operationId").text(endpoint.name);
  json.key("summary").text(endpoint.meaning);
  json.key("tags").begin_array().text(tag_of(endpoint.audience)).end_array();
  write_parameters(json, endpoint);
  write_answers(json, endpoint);
  json.end_object().end_object();
}

// The licence is that of the program; what an archive contains has its own.
void write_info(base::JsonWriter& json) {
  json.key("info").begin_object();
  json.key("title").text("Pressoir");
  json.key("version").text(PRESSOIR_VERSION);
  json.key("description").text(kDescription);
  json.key("license").begin_object();
  json.key("name").text("GPL-2.0-or-later");
  json.key("identifier").text("GPL-2.0-or-later");
  json.end_object().end_object();
}

// Tags group the operations in viewers.
void write_tags(base::JsonWriter& json) {
  json.key("tags").begin_array();
  for (const auto& [name, meaning] :
       {std::pair("api", "For programs."), std::pair("pages", "For people, in French."),
        std::pair("operation", "For those who run the server.")}) {
    json.begin_object().key("name").text(name).key("description").text(meaning).end_object();
  }
  json.end_array();
}

// The JSON Schema of a value of a document, by its type.
// The value itself is not looked at: a default-constructed document has one of each type.
class SchemaWriter {
 public:
  SchemaWriter(base::JsonWriter& json, bool is_nullable, std::string_view meaning)
      : json_(&json), is_nullable_(is_nullable), meaning_(meaning) {}

  void operator()(const std::string&) const {
    begin();
    if (is_nullable_) {
      json_->key("type").begin_array().text("string").text("null").end_array();
    } else {
      json_->key("type").text("string");
    }
    end();
  }
  void operator()(bool) const { write_type("boolean"); }
  void operator()(std::uint32_t) const {
    begin();
    json_->key("type").text("integer").key("minimum").integer(0);
    end();
  }
  void operator()(base::Date) const { write_reference("PartialDate"); }
  void operator()(std::int64_t) const { write_reference("Instant"); }
  template <base::NamedEnum Enum>
  void operator()(Enum) const {
    begin();
    json_->key("type").text("string").key("enum").begin_array();
    for (const std::string_view name : base::kNames<Enum>) json_->text(name);
    json_->end_array();
    end();
  }
  template <typename Item>
  void operator()(const std::vector<Item>&) const {
    begin();
    json_->key("type").text("array").key("items");
    if constexpr (std::is_same_v<Item, std::string>) {
      SchemaWriter(*json_, false, "")(std::string());
    } else {
      SchemaWriter(*json_, false, "").write_reference(base::object_name(Item()));
    }
    end();
  }

  void write_reference(std::string_view name) const {
    begin();
    json_->key("$ref").text(fmt::format("#/components/schemas/{}", name));
    end();
  }

 private:
  void begin() const { json_->begin_object(); }
  void end() const {
    if (!meaning_.empty()) json_->key("description").text(meaning_);
    json_->end_object();
  }
  void write_type(std::string_view type) const {
    begin();
    json_->key("type").text(type);
    end();
  }

  base::JsonWriter* json_;
  bool is_nullable_;
  std::string_view meaning_;
};

void write_schema(base::JsonWriter& json, const base::FieldInfo& field) {
  visit_field(base::Document(), field, SchemaWriter(json, field.is_nullable, field.meaning));
}

// A schema of the objects that a field lists.
template <typename Object>
void write_object_schema(base::JsonWriter& json, const Object& object) {
  json.key(base::object_name(object)).begin_object();
  json.key("type").text("object").key("required").begin_array();
  for_each_member(object,
                  [&](const base::MemberInfo& member, const auto&) { json.text(member.name); });
  json.end_array().key("properties").begin_object();
  for_each_member(object, [&](const base::MemberInfo& member, const auto& value) {
    SchemaWriter(json.key(member.name), member.is_nullable, member.meaning)(value);
  });
  json.end_object().end_object();
}

// Members that `write` adds to an object: `"a":1,"b":2`.
// Without the braces: they take the place of a placeholder among the members of schemas.json.
template <typename Write>
std::string members(Write write) {
  base::JsonWriter json;
  json.begin_object();
  write(json);
  json.end_object();
  std::string object = std::move(json).take();
  return object.substr(1, object.size() - 2);
}

std::string result_members() {
  return members([](base::JsonWriter& json) {
    for (const ResultField& field : kResultFields) {
      if (field.document == nullptr || field.document->field == base::Field::kTitle) continue;
      write_schema(json.key(field.name), *field.document);
    }
  });
}

std::string document_members() {
  return members([](base::JsonWriter& json) {
    for (const base::FieldInfo& field : base::kFields) {
      if (field.in_json) write_schema(json.key(field.name), field);
    }
  });
}

std::string object_members() {
  return members([](base::JsonWriter& json) {
    const auto write = [&]<typename Value>(const Value& value) {
      if constexpr (
          requires { value.front().kind; } || requires { value.front().role; }) {
        write_object_schema(json, typename Value::value_type());
      }
    };
    for (const base::FieldInfo& field : base::kFields) {
      if (field.in_json) visit_field(base::Document(), field, write);
    }
  });
}

// As write_filters() prints them.
std::string filter_members() {
  return members([](base::JsonWriter& json) {
    for (const query::RequestParameter& row : query::request_parameters()) {
      if (row.effect != query::Effect::kFilters) continue;
      const SchemaWriter schema(json.key(row.parameter.name), false, "");
      if (row.parameter.repeatable) {
        schema(std::vector<std::string>());
      } else if (row.parameter.kind == query::ParameterKind::kDate) {
        schema(base::Date());
      } else {
        schema(std::string());
      }
    }
  });
}

std::string facet_members() {
  return members([](base::JsonWriter& json) {
    for (const base::Facet facet : base::kFacets) {
      SchemaWriter(json.key(to_string(facet)), false, "").write_reference("FacetCounts");
    }
  });
}

// schemas.json, with what the table of fields describes in place of each `"@name": {}`.
std::string schemas() {
  std::string text(api_files().front().bytes);
  const std::pair<std::string_view, std::string> parts[] = {
      {"\"@result_fields\": {}", result_members()},
      {"\"@document_fields\": {}", document_members()},
      {"\"@objects\": {}", object_members()},
      {"\"@filters\": {}", filter_members()},
      {"\"@facets\": {}", facet_members()}};
  for (const auto& [placeholder, part] : parts) {
    text.replace(text.find(placeholder), placeholder.size(), part);
  }
  return text;
}

}  // namespace

// The schemas are checked against real answers by the contract tests.
// Made of the tables by which the server routes, parses and writes, so that it cannot describe
// another server; schemas.json has the shapes that no table has.
std::string openapi_json(std::span<const Endpoint> endpoints, std::string_view base_url) {
  base::JsonWriter json;
  json.begin_object();
  json.key("openapi").text("3.1.0");
  write_info(json);
  json.key("servers").begin_array().begin_object();
  json.key("url").text(base_url.empty() ? "/" : base_url);
  json.end_object().end_array();
  // Explicitly none: linters ask for it.
  json.key("security").begin_array().end_array();
  write_tags(json);
  json.key("paths").begin_object();
  for (const Endpoint& endpoint : endpoints) write_operation(json, endpoint);
  json.end_object();
  json.key("components").begin_object().key("schemas").raw(schemas()).end_object();
  json.end_object();
  return std::move(json).take();
}

}  // namespace api
}  // namespace pressoir
