#include "server/api/api_description.hpp"

#include <fmt/format.h>

#include <string>

#include "server/api/routes.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::api {
namespace {

std::string values_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case ParameterKind::kText:
    case ParameterKind::kValue:
      return fmt::format("texte, {} octets au plus", wording::number(parameter.max));
    case ParameterKind::kDate:
      return "2012, 2012-12 ou 2012-12-05";
    case ParameterKind::kInteger:
      return fmt::format("{} à {}", parameter.min, parameter.max);
    case ParameterKind::kChoice:
    case ParameterKind::kList:
      return fmt::format("{}", fmt::join(parameter.choices, ", "));
    case ParameterKind::kBoolean:
      return "true, false";
  }
  return "";
}

pages::ApiParameterView view_of(const Parameter& parameter) {
  // The default of a list is nearly all of it: its words stand beside.
  const bool is_list = parameter.kind == ParameterKind::kList;
  return {std::string(parameter.name), values_of(parameter),
          is_list ? "" : std::string(parameter.default_value), std::string(parameter.french),
          parameter.repeatable};
}

// The pattern with its argument put in, and the query string; empty when there is no argument.
std::string example_of(const Route& route, std::string_view document_id) {
  const auto open = route.pattern.find('{');
  if (open == std::string_view::npos) return fmt::format("{}{}", route.pattern, route.example);
  const std::string_view argument =
      route.pattern.substr(open).starts_with("{id}") ? document_id : "minister";
  if (argument.empty() || route.audience != Audience::kPrograms) return "";
  return fmt::format("{}{}{}{}", route.pattern.substr(0, open), argument,
                     route.pattern.substr(route.pattern.find('}') + 1), route.example);
}

pages::ApiEndpointView view_of(const Route& route, std::string_view document_id) {
  pages::ApiEndpointView view;
  view.path = route.pattern;
  view.meaning = route.french;
  for (const Answer& answer : route.answers) {
    if (answer.media_type == "*/*") continue;
    view.answers += view.answers.empty() ? "" : ", ";
    view.answers += answer.media_type;
  }
  view.example = example_of(route, document_id);
  if (route.parameters == nullptr) return view;
  for (const Parameter& parameter : route.parameters()) {
    view.parameters.push_back(view_of(parameter));
  }
  return view;
}

}  // namespace

pages::ApiView describe_api(std::string_view document_id) {
  pages::ApiView view{
      {{"Pour les programmes", {}}, {"Pour les lecteurs", {}}, {"Pour qui tient le serveur", {}}}};
  for (const Route& route : routes()) {
    auto& group = view.groups[static_cast<std::size_t>(route.audience)];
    group.endpoints.push_back(view_of(route, document_id));
  }
  return view;
}

}  // namespace pressoir::api
