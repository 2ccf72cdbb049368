#include "indexer/extract/facts/page_facts.hpp"

#include "indexer/extract/html/plain_text.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace pressoir::extract::facts {
namespace {

namespace json = boost::json;

// Limits against hostile pages.
constexpr std::size_t kMaxScriptBytes = 1 << 20;
constexpr std::size_t kMaxBreadcrumb = 16;
constexpr std::size_t kMaxAuthors = 16;

// The string of a member, or the first of a list of them; empty for anything else.
std::string string_of(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value != nullptr && value->is_array() && !value->get_array().empty()) {
    value = &value->get_array().front();
  }
  if (value == nullptr || !value->is_string()) return {};
  return html::plain(value->get_string());
}

// `@type` may be a list: `["Article", "NewsArticle"]`.
std::vector<std::string> types_of(const json::object& object) {
  std::vector<std::string> types;
  const json::value* value = object.if_contains("@type");
  if (value != nullptr && value->is_array()) {
    for (const json::value& item : value->get_array()) {
      if (item.is_string()) types.emplace_back(item.get_string());
    }
  } else if (value != nullptr && value->is_string()) {
    types.emplace_back(value->get_string());
  }
  return types;
}

// Some sites write numbers as strings; without positions the order of the list stays.
std::int64_t position_of(const json::object& item) {
  const json::value* position = item.if_contains("position");
  if (position == nullptr) return 0;
  if (position->is_int64()) return position->get_int64();
  if (position->is_string()) return std::atoll(position->get_string().c_str());
  return 0;
}

// schema.org allows the name on the list item or on the page it points to, and sites do either.
std::string name_of(const json::object& item) {
  std::string name = string_of(item, "name");
  const json::value* target = item.if_contains("item");
  if (name.empty() && target != nullptr && target->is_object()) {
    name = string_of(target->get_object(), "name");
  }
  return name;
}

std::vector<std::string> breadcrumb_of(const json::object& object) {
  const json::value* list = object.if_contains("itemListElement");
  if (list == nullptr || !list->is_array()) return {};
  std::vector<std::pair<std::int64_t, std::string>> items;
  for (const json::value& item : list->get_array()) {
    if (!item.is_object() || items.size() == kMaxBreadcrumb) continue;
    items.emplace_back(position_of(item.get_object()), name_of(item.get_object()));
  }
  std::ranges::stable_sort(items, {}, &std::pair<std::int64_t, std::string>::first);
  std::vector<std::string> names;
  for (auto& item : items) {
    if (!item.second.empty()) names.push_back(std::move(item.second));
  }
  return names;
}

// One of `author`: a name or a Person; an Organization is not a person.
void add_author(const json::value& author, std::vector<std::string>& authors) {
  std::string name;
  if (author.is_string()) name = html::plain(author.get_string());
  if (const json::object* object = author.if_object()) {
    const std::vector<std::string> types = types_of(*object);
    const bool is_person = types.empty() || std::ranges::find(types, "Person") != types.end();
    if (is_person) name = string_of(*object, "name");
  }
  const bool is_new = std::ranges::find(authors, name) == authors.end();
  if (!name.empty() && is_new && authors.size() < kMaxAuthors) authors.push_back(std::move(name));
}

void read_authors(const json::object& object, std::vector<std::string>& authors) {
  const json::value* author = object.if_contains("author");
  if (author == nullptr) return;
  const json::array* list = author->if_array();
  if (list == nullptr) return add_author(*author, authors);
  for (const json::value& one : *list) add_author(one, authors);
}

// The first of each kind is the page's own: related articles follow it.
void read_object(const json::object& object, JsonLd& out) {
  for (const std::string& type : types_of(object)) {
    if (type == "BreadcrumbList" && out.breadcrumb.empty()) out.breadcrumb = breadcrumb_of(object);
    if (type == "WebSite" && out.site_name.empty()) out.site_name = string_of(object, "name");
    out.types.push_back(type);
  }
  read_authors(object, out.authors);
  if (out.headline.empty()) out.headline = string_of(object, "headline");
  if (out.section.empty()) out.section = string_of(object, "articleSection");
}

// An object, a list of objects, or an object with a `@graph` of them.
void read_value(const json::value& root, JsonLd& out) {
  std::vector<const json::value*> waiting = {&root};
  while (!waiting.empty()) {
    const json::value& value = *waiting.back();
    waiting.pop_back();
    const json::array* list = value.if_array();
    if (const json::object* object = value.if_object()) {
      read_object(*object, out);
      const json::value* graph = object->if_contains("@graph");
      const json::value* breadcrumb = object->if_contains("breadcrumb");
      if (breadcrumb != nullptr && breadcrumb->is_object()) waiting.push_back(breadcrumb);
      if (graph != nullptr) list = graph->if_array();
    }
    if (list == nullptr) continue;
    for (auto item = list->rbegin(); item != list->rend(); ++item) waiting.push_back(&*item);
  }
}

}  // namespace

// The first headline and section count: those that follow are of related articles.
JsonLd read_json_ld(const std::vector<std::string>& scripts) {
  JsonLd out;
  for (const std::string& script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    boost::system::error_code error;
    const json::value value = json::parse(script, error);
    if (!error) read_value(value, out);
  }
  return out;
}

}  // namespace pressoir::extract::facts
