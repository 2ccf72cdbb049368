#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

void fill_parameter(const ApiParameterView& view, TemplateDictionary& row) {
  row.SetValue("NAME", view.name);
  row.SetValue("VALUES", view.values);
  row.SetValueAndShowSection("DEFAULT", view.default_value, "HAS_DEFAULT");
  row.SetValue("MEANING", with_french_spaces(view.meaning));
  if (view.is_repeatable) row.ShowSection("REPEATABLE");
}

void fill_endpoint(const ApiEndpointView& view, TemplateDictionary& endpoint) {
  endpoint.SetValue("PATH", view.path);
  endpoint.SetValue("MEANING", with_french_spaces(view.meaning));
  endpoint.SetValueAndShowSection("ANSWERS", view.answers, "HAS_ANSWERS");
  endpoint.SetValueAndShowSection("EXAMPLE", view.example, "HAS_EXAMPLE");
  if (view.parameters.empty()) return;
  TemplateDictionary& table = *endpoint.AddSectionDictionary("PARAMETERS");
  for (const ApiParameterView& parameter : view.parameters) {
    fill_parameter(parameter, *table.AddSectionDictionary("PARAMETER"));
  }
}

}  // namespace

void fill_api(const ApiView& view, TemplateDictionary& main) {
  for (const ApiGroupView& group : view.groups) {
    TemplateDictionary& section = *main.AddSectionDictionary("GROUP");
    section.SetValue("TITLE", group.title);
    for (const ApiEndpointView& endpoint : group.endpoints) {
      fill_endpoint(endpoint, *section.AddSectionDictionary("ENDPOINT"));
    }
  }
}

}  // namespace pressoir::pages
