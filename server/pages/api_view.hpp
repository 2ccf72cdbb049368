// What the page `/api` shows: the interface for programs, described in French. Plain data, UTF-8.
#pragma once

#include <string>
#include <vector>

namespace pressoir::pages {

struct ApiParameterView {
  std::string name;
  std::string values;         // what it takes: `0 à 100`, `year, month, day`
  std::string default_value;  // empty: none
  std::string meaning;
  bool is_repeatable = false;
};

struct ApiEndpointView {
  std::string path;     // `/api/v1/documents/{id}`
  std::string meaning;  // a sentence
  std::string answers;  // media types
  std::string example;  // an address that answers; empty: there is none to show
  std::vector<ApiParameterView> parameters;
};

struct ApiGroupView {
  std::string title;
  std::vector<ApiEndpointView> endpoints;
};

struct ApiView {
  std::vector<ApiGroupView> groups;
};

}  // namespace pressoir::pages
