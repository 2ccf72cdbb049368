#include "tests/bench/query_file.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text/fold.hpp"

namespace pressoir::bench {
namespace {

using base::Facet;
using query::SearchRequest;

enum Column { kClass, kOperator, kWords, kFilter, kValue, kFrom, kTo, kSort, kColumns };
using Row = std::array<std::string_view, kColumns>;

std::optional<Row> split(std::string_view line) {
  Row row;
  for (std::string_view& column : row) {
    const std::size_t end = line.find('\t');
    const bool is_last = &column == &row.back();
    if ((end == std::string_view::npos) != is_last) return std::nullopt;
    column = line.substr(0, end);
    line.remove_prefix(is_last ? line.size() : end + 1);
  }
  return row;
}

std::string theme_path(std::string_view label) {
  constexpr std::string_view kStep = " › ";
  std::string path(label);
  for (auto at = path.find(kStep); at != std::string::npos; at = path.find(kStep)) {
    path.replace(at, kStep.size(), "/");
  }
  return path;
}

std::optional<std::pair<Facet, std::string>> read_filter(const Row& row) {
  if (row[kFilter] == "minister") return std::pair{Facet::kMinister, text::slug(row[kValue])};
  if (row[kFilter] == "theme") return std::pair{Facet::kTheme, theme_path(row[kValue])};
  return std::nullopt;
}

std::optional<SearchRequest> read_request(const Row& row) {
  SearchRequest request;
  request.q = row[kWords];
  if (row[kOperator] == "PHRASE") request.q = "\"" + request.q + "\"";
  request.match = row[kOperator] == "OR" ? query::MatchMode::kAny : query::MatchMode::kAll;
  if (!row[kFilter].empty()) {
    auto filter = read_filter(row);
    if (!filter) return std::nullopt;
    request.filters[static_cast<std::size_t>(filter->first)].any_of = {std::move(filter->second)};
  }
  const auto read_day = [](std::string_view text, base::Date& day) {
    const auto read = base::parse_date(text);
    if (read) day = *read;
    return text.empty() || read;
  };
  if (!read_day(row[kFrom], request.from) || !read_day(row[kTo], request.to)) return std::nullopt;
  if (!row[kSort].empty()) request.sort = query::Sort::kNewest;
  request.facets = {};
  request.facets[static_cast<std::size_t>(Facet::kMinister)] = true;
  request.facets[static_cast<std::size_t>(Facet::kTheme)] = true;
  request.with_snippets = false;
  return request;
}

}  // namespace

base::Result<std::vector<NamedQuery>> read_queries(std::istream& in) {
  std::vector<NamedQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    const auto row = split(line);
    auto request = row ? read_request(*row) : std::nullopt;
    if (!request) {
      return base::Error{base::Errc::kBadParameter,
                         "line " + std::to_string(number) + " of the queries cannot be read"};
    }
    queries.push_back({std::string((*row)[kClass]), *std::move(request)});
  }
  return queries;
}

}  // namespace pressoir::bench
