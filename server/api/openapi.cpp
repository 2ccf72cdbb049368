#include "server/api/openapi.hpp"

#include <fmt/format.h>

#include <span>
#include <utility>

#include "indexer/base/program.hpp"
#include "server/api/json_writer.hpp"
#include "server/api/routes.hpp"

namespace pressoir {

std::span<const base::EmbeddedFile> api_files();  // written by pressoir_embed

namespace api {
namespace {

constexpr std::string_view kDescription =
    "Full-text search of the archives of a government's public speech. Everything is GET and "
    "UTF-8; "
    "nothing needs credentials. Counts are exact. Unknown or malformed parameters are refused.";

std::string_view type_of(ParameterKind kind) {
  if (kind == ParameterKind::kInteger) return "integer";
  return kind == ParameterKind::kBoolean ? "boolean" : "string";
}

void write_default(JsonWriter& json, const Parameter& parameter) {
  if (parameter.default_value.empty()) return;
  json.key("default");
  switch (parameter.kind) {
    case ParameterKind::kInteger:
    case ParameterKind::kBoolean:
      json.raw(parameter.default_value);
      break;
    default:
      json.text(parameter.default_value);
  }
}

// A list is one string: its words are separated by commas.
void write_restrictions(JsonWriter& json, const Parameter& parameter) {
  switch (parameter.kind) {
    case ParameterKind::kInteger:
      json.key("minimum").integer(parameter.min).key("maximum").integer(parameter.max);
      break;
    case ParameterKind::kChoice:
      json.key("enum").begin_array();
      for (const std::string_view choice : parameter.choices) json.text(choice);
      json.end_array();
      break;
    case ParameterKind::kList:
      json.key("pattern").text(
          fmt::format("^(({0})(,({0}))*)?$", fmt::join(parameter.choices, "|")));
      break;
    case ParameterKind::kDate:
      json.key("pattern").text("^[0-9]{4}(-[0-9]{2}){0,2}$");
      break;
    case ParameterKind::kText:
    case ParameterKind::kValue:
      json.key("maxLength").integer(parameter.max);
      break;
    case ParameterKind::kBoolean:
      break;
  }
}

void write_value_schema(JsonWriter& json, const Parameter& parameter) {
  json.begin_object();
  json.key("type").text(type_of(parameter.kind));
  write_restrictions(json, parameter);
  write_default(json, parameter);
  json.end_object();
}

void write_parameter(JsonWriter& json, const Parameter& parameter) {
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

std::string_view argument_of(const Route& route) {
  const auto open = route.pattern.find('{');
  if (open == std::string_view::npos) return "";
  return route.pattern.substr(open + 1, route.pattern.find('}') - open - 1);
}

void write_parameters(JsonWriter& json, const Route& route) {
  json.key("parameters").begin_array();
  if (const auto name = argument_of(route); !name.empty()) {
    json.begin_object();
    json.key("name").text(name).key("in").text("path").key("required").boolean(true);
    json.key("schema").begin_object().key("type").text("string").end_object();
    json.end_object();
  }
  if (route.parameters != nullptr) {
    for (const Parameter& parameter : route.parameters()) write_parameter(json, parameter);
  }
  json.end_array();
}

void write_schema_of(JsonWriter& json, std::string_view schema) {
  json.key("schema").begin_object();
  if (!schema.empty()) json.key("$ref").text(fmt::format("#/components/schemas/{}", schema));
  json.end_object();
}

void write_answer(JsonWriter& json, std::string_view status, std::string_view description,
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

void write_answers(JsonWriter& json, const Route& route) {
  static constexpr Answer kProblems[] = {{"application/problem+json", "Problem"},
                                         {"text/html", ""}};
  // Outside of the API, browsers get a page that says what is wrong.
  const auto problems = std::span(kProblems).first(route.pattern.starts_with("/api/") ? 1 : 2);
  json.key("responses").begin_object();
  write_answer(json, "200", "The answer.", route.answers);
  if (route.freshness != Freshness::kNone) {
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

void write_operation(JsonWriter& json, const Route& route) {
  json.key(route.pattern).begin_object().key("get").begin_object();
  json.key("operationId").text(route.name);
  json.key("summary").text(route.meaning);
  json.key("tags").begin_array().text(tag_of(route.audience)).end_array();
  write_parameters(json, route);
  write_answers(json, route);
  json.end_object().end_object();
}

void write_info(JsonWriter& json) {
  json.key("info").begin_object();
  json.key("title").text("Pressoir");
  json.key("version").text(PRESSOIR_VERSION);
  json.key("description").text(kDescription);
  json.key("license").begin_object();
  json.key("name").text("GPL-2.0-or-later");
  json.key("identifier").text("GPL-2.0-or-later");
  json.end_object().end_object();
}

void write_tags(JsonWriter& json) {
  json.key("tags").begin_array();
  for (const auto& [name, meaning] :
       {std::pair("api", "For programs."), std::pair("pages", "For people, in French."),
        std::pair("operation", "For those who run the server.")}) {
    json.begin_object().key("name").text(name).key("description").text(meaning).end_object();
  }
  json.end_array();
}

}  // namespace

std::string openapi_json(std::string_view base_url) {
  JsonWriter json;
  json.begin_object();
  json.key("openapi").text("3.1.0");
  write_info(json);
  json.key("servers").begin_array().begin_object();
  json.key("url").text(base_url.empty() ? "/" : base_url);
  json.end_object().end_array();
  json.key("security").begin_array().end_array();
  write_tags(json);
  json.key("paths").begin_object();
  for (const Route& route : routes()) write_operation(json, route);
  json.end_object();
  json.key("components").begin_object().key("schemas").raw(api_files().front().bytes).end_object();
  json.end_object();
  return std::move(json).take();
}

}  // namespace api
}  // namespace pressoir
