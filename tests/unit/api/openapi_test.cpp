#include "server/api/openapi.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <set>
#include <string>
#include <vector>

#include "server/api/field.hpp"
#include "server/app/handlers.hpp"

namespace pressoir::api {
namespace {

namespace json = boost::json;

std::vector<Endpoint> endpoints() {
  return {app::routes().begin(), app::routes().end()};
}

json::object described() {
  return json::parse(openapi_json(endpoints(), "https://archives.exemple.fr")).as_object();
}

std::set<std::string> names_of_parameters(const json::value& operation, std::string_view place) {
  std::set<std::string> names;
  for (const json::value& parameter : operation.at("parameters").as_array()) {
    if (parameter.at("in").as_string() != place) continue;
    names.insert(std::string(parameter.at("name").as_string()));
  }
  return names;
}

TEST(OpenApi, HasEachRouteAndNoOther) {
  const json::object paths = described().at("paths").as_object();

  std::set<std::string> written;
  for (const auto& path : paths) written.insert(path.key());
  std::set<std::string> routed;
  for (const Endpoint& route : endpoints()) routed.insert(std::string(route.pattern));

  EXPECT_EQ(written, routed);
}

TEST(OpenApi, HasEachParameterOfEachRouteAndNoOther) {
  const json::object paths = described().at("paths").as_object();

  for (const Endpoint& route : endpoints()) {
    std::set<std::string> known;
    if (route.parameters != nullptr) {
      for (const query::Parameter& parameter : route.parameters()) known.emplace(parameter.name);
    }
    const json::value& operation = paths.at(route.pattern).at("get");
    EXPECT_EQ(names_of_parameters(operation, "query"), known) << route.pattern;
    const bool has_argument = route.pattern.find('{') != std::string_view::npos;
    EXPECT_EQ(names_of_parameters(operation, "path").size(), has_argument ? 1U : 0U);
  }
}

TEST(OpenApi, NamesOnlySchemasThatItHas) {
  const json::object document = described();
  const json::object& schemas = document.at("components").at("schemas").as_object();

  for (const Endpoint& route : endpoints()) {
    for (const Answer& answer : route.answers) {
      EXPECT_TRUE(answer.schema.empty() || schemas.contains(answer.schema)) << answer.schema;
    }
  }
  const json::object& result = schemas.at("Result").at("properties").as_object();
  for (const std::string_view field : kFieldNames) EXPECT_TRUE(result.contains(field)) << field;
  const json::object& document_schema = schemas.at("Document").at("properties").as_object();
  for (const std::string_view field : kExportFieldNames) {
    EXPECT_TRUE(document_schema.contains(field)) << field;
  }
  EXPECT_TRUE(document_schema.contains("blocks"));
  for (const auto& schema : schemas) EXPECT_FALSE(schema.key().starts_with('@')) << schema.key();
}

}  // namespace
}  // namespace pressoir::api
