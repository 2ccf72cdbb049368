#include "server/query/request_parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

// The table is made while compiling. A row binds one parameter to the members of SearchRequest that
// it sets, by a function for each way a request is used: read from an address, printed into links
// and cache keys, copied. Static assertions prove that every member is listed and that every listed
// member has a row; what is forgotten does not compile.
namespace pressoir::query {
namespace {

using Kind = ParameterKind;
using Words = std::string_view;
using Group = ParameterGroup;

// The words of an enumeration, in the order of its values: a word's place is the value.
template <typename Enum>
constexpr std::array<Words, 0> kWords = {};
template <>
constexpr std::array<Words, 3> kWords<MatchMode> = {"auto", "all", "any"};
template <>
constexpr std::array<Words, 4> kWords<Sort> = {"relevance", "newest", "oldest", "first_indexed"};
template <>
constexpr std::array<Words, 3> kWords<Interval> = {"year", "month", "day"};

template <typename Enum>
constexpr bool has_words(Enum last) {
  return kWords<Enum>.size() == static_cast<std::size_t>(last) + 1;
}
static_assert(has_words(MatchMode::kAny));
static_assert(has_words(Sort::kFirstIndexed));
static_assert(has_words(Interval::kDay));

constexpr Words kDateWord = "date";  // the facet without a value of Facet
constexpr std::array<Words, base::kFacetCount + 1> kFacetWords = [] {
  std::array<Words, base::kFacetCount + 1> words;
  for (const base::Facet facet : base::kFacets)
    words[static_cast<std::size_t>(facet)] = to_string(facet);
  words.back() = kDateWord;
  return words;
}();
constexpr Words kAllFacets = base::kJoined<kFacetWords>;

// Values as text and back; `text` is one that the parameter's kind accepts.
void read_value(std::string_view text, std::string& value) {
  value = text;
}
void read_value(std::string_view text, base::Date& value) {
  value = base::parse_date(text).value_or(base::Date{});
}
void read_value(std::string_view text, bool& value) {
  value = text == "true";
}
void read_value(std::string_view text, std::uint32_t& value) {
  std::from_chars(text.data(), text.data() + text.size(), value);
}
template <typename Enum>
requires std::is_enum_v<Enum>
void read_value(std::string_view text, Enum& value) {
  constexpr auto& words = kWords<Enum>;
  value = static_cast<Enum>(std::find(words.begin(), words.end(), text) - words.begin());
}

std::string print_value(const std::string& value) {
  return value;
}
std::string print_value(base::Date value) {
  return base::to_string(value);
}
std::string print_value(bool value) {
  return value ? "true" : "false";
}
std::string print_value(std::uint32_t value) {
  return std::to_string(value);
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string print_value(Enum value) {
  return std::string(kWords<Enum>[static_cast<std::size_t>(value)]);
}

// The members of SearchRequest, each with a bit.
template <auto... Members>
struct MemberList {
  static constexpr std::size_t kCount = sizeof...(Members);
  static constexpr unsigned kAll = (1U << kCount) - 1;

  // Pointers to members of different types cannot be compared with ==.
  template <auto Member, auto Other>
  static constexpr bool is_same() {
    if constexpr (std::is_same_v<decltype(Member), decltype(Other)>) return Member == Other;
    return false;
  }
  template <auto Member>
  static constexpr unsigned bit() {
    unsigned bit = 0;
    unsigned next = 1;
    ((bit |= is_same<Member, Members>() ? next : 0U, next <<= 1), ...);
    return bit;
  }
};
using Request = SearchRequest;
using RequestMembers = MemberList<&Request::q, &Request::match, &Request::family, &Request::filters,
                                  &Request::from, &Request::to, &Request::sort, &Request::start,
                                  &Request::count, &Request::facets, &Request::date_facet,
                                  &Request::facet_size, &Request::interval, &Request::with_snippets,
                                  &Request::with_text, &Request::collapse, &Request::count_groups>;

// A member that SearchRequest gains stops this from compiling until it is listed here and above;
// the check of kRows below then asks for its row.
[[maybe_unused]] constexpr auto count_members(const Request& request) {
  const auto& [q, match, family, filters, from, to, sort, start, count, facets, date_facet,
               facet_size, interval, with_snippets, with_text, collapse, count_groups] = request;
  return std::tuple_size<decltype(std::tie(q, match, family, filters, from, to, sort, start, count,
                                           facets, date_facet, facet_size, interval, with_snippets,
                                           with_text, collapse, count_groups))>();
}
static_assert(decltype(count_members(std::declval<const Request&>()))::value ==
              RequestMembers::kCount);

// Set by endpoints, not by clients: what is computed of each result, which no cache keeps.
constexpr unsigned kSetByEndpoints = RequestMembers::bit<&Request::with_snippets>() |
                                     RequestMembers::bit<&Request::with_text>() |
                                     RequestMembers::bit<&Request::count_groups>();

// What a row does with a member whose type has a text.
template <auto Member>
constexpr RequestParameter with_member(RequestParameter row) {
  row.members = RequestMembers::bit<Member>();
  row.read = [](std::span<const std::string> values, Request& request) {
    read_value(values.front(), request.*Member);
  };
  row.print = [](const Request& request) -> std::vector<std::string> {
    static const Request kDefaults;
    // Defaults are not printed: addresses stay short, and two forms of one request have one cache
    // key.
    if (request.*Member == kDefaults.*Member) return {};
    return {print_value(request.*Member)};
  };
  row.copy = [](const Request& from, Request& to) { to.*Member = from.*Member; };
  return row;
}

// `not_minister`.
template <base::Facet kFacet>
constexpr auto kExclusionChars = [] {
  constexpr Words kNot = "not_";
  constexpr Words kName = to_string(kFacet);
  std::array<char, kNot.size() + kName.size()> name{};
  std::copy(kName.begin(), kName.end(), std::copy(kNot.begin(), kNot.end(), name.begin()));
  return name;
}();

template <base::Facet kFacet, std::vector<std::string> FacetFilter::*List>
constexpr RequestParameter filter(Group group) {
  const bool includes = group == Group::kInclude;
  constexpr auto kPlace = static_cast<std::size_t>(kFacet);
  constexpr const base::FacetInfo& kInfo = *info(kFacet).facet;
  constexpr auto& kChars = kExclusionChars<kFacet>;
  RequestParameter row{group,
                       Effect::kFilters,
                       InLinks::kYes,
                       {.name = includes ? kInfo.name : Words(kChars.data(), kChars.size()),
                        .kind = Kind::kValue,
                        .repeatable = true,
                        .max = kMaxValueBytes,
                        .meaning = includes ? kInfo.meaning : kInfo.exclusion}};
  row.members = RequestMembers::bit<&Request::filters>();
  row.read = [](std::span<const std::string> values, Request& request) {
    (request.filters[kPlace].*List).assign(values.begin(), values.end());
  };
  row.print = [](const Request& request) { return request.filters[kPlace].*List; };
  row.copy = [](const Request& from, Request& to) {
    to.filters[kPlace].*List = from.filters[kPlace].*List;
  };
  return row;
}

// A facet's exclusion follows its values.
template <std::size_t... kPlaces>
constexpr auto make_filters(std::index_sequence<kPlaces...>) {
  std::array<RequestParameter, 2 * base::kFacetCount> rows{};
  ((rows[2 * kPlaces] = filter<base::kFacets[kPlaces], &FacetFilter::any_of>(Group::kInclude),
    rows[2 * kPlaces + 1] = filter<base::kFacets[kPlaces], &FacetFilter::none_of>(Group::kExclude)),
   ...);
  return rows;
}

// The default depends on the query: an explicit `sort` that equals it is the same request.
constexpr RequestParameter with_sort(RequestParameter row) {
  row.members = RequestMembers::bit<&Request::sort>();
  row.read = [](std::span<const std::string> values, Request& request) {
    read_value(values.front(), request.sort.emplace());
  };
  row.print = [](const Request& request) -> std::vector<std::string> {
    const Sort sort = request.sort.value_or(default_sort(request));
    if (sort == default_sort(request)) return {};
    return {print_value(sort)};
  };
  row.copy = [](const Request& from, Request& to) { to.sort = from.sort; };
  return row;
}

// One list names the facets with values and the histogram.
constexpr RequestParameter with_facets(RequestParameter row) {
  row.members =
      RequestMembers::bit<&Request::facets>() | RequestMembers::bit<&Request::date_facet>();
  row.read = [](std::span<const std::string> values, Request& request) {
    request.facets = {};
    request.date_facet = false;
    for_each_word(values.front(), [&](std::string_view word) {
      if (word == kDateWord) request.date_facet = true;
      for (const base::Facet facet : base::kFacets) {
        if (to_string(facet) == word) request.facets[static_cast<std::size_t>(facet)] = true;
      }
    });
  };
  row.print = [](const Request& request) -> std::vector<std::string> {
    std::string list;
    const auto add = [&](bool is_counted, std::string_view word) {
      if (!is_counted) return;
      list += list.empty() ? "" : ",";
      list += word;
    };
    for (const base::Facet facet : base::kFacets) {
      add(request.facets[static_cast<std::size_t>(facet)], to_string(facet));
    }
    add(request.date_facet, kDateWord);
    if (list == kAllFacets) return {};
    return {std::move(list)};
  };
  row.copy = [](const Request& from, Request& to) {
    to.facets = from.facets;
    to.date_facet = from.date_facet;
  };
  return row;
}

constexpr std::array kQueryRow = {
    with_member<&Request::q>({Group::kQuery,
                              Effect::kMatches,
                              InLinks::kYes,
                              {.name = "q",
                               .max = kMaxQueryBytes,
                               .meaning = "Query in the query language; empty: every document."}})};

constexpr auto kFilterRows = make_filters(std::make_index_sequence<base::kFacetCount>());

constexpr std::array kOtherRows = {
    with_member<&Request::from>(
        {Group::kRange,
         Effect::kFilters,
         InLinks::kYes,
         {.name = "from",
          .kind = Kind::kDate,
          .meaning = "First day, inclusive; a partial date begins with its first day."}}),
    with_member<&Request::to>(
        {Group::kRange,
         Effect::kFilters,
         InLinks::kYes,
         {.name = "to",
          .kind = Kind::kDate,
          .meaning = "Last day, inclusive; a partial date ends with its last day."}}),
    with_member<&Request::match>({Group::kRange,
                                  Effect::kMatches,
                                  InLinks::kYes,
                                  {.name = "match",
                                   .kind = Kind::kChoice,
                                   .choices = kWords<MatchMode>,
                                   .default_value = "auto",
                                   .meaning = "Which of the query's words a document must hold."}}),
    with_member<&Request::family>(
        {Group::kRange,
         Effect::kMatches,
         InLinks::kYes,
         {.name = "family",
          .kind = Kind::kBoolean,
          .default_value = "false",
          .meaning = "Also matches the words derived from those of the query, as réformateur from "
                     "réforme: by relevance after all documents that match without."}}),
    with_sort({Group::kOrder,
               Effect::kOrder,
               InLinks::kYes,
               {.name = "sort",
                .kind = Kind::kChoice,
                .choices = kWords<Sort>,
                .meaning = "Order of the results, ties by id; default: relevance with a query, "
                           "newest without. "
                           "first_indexed: what entered the archive last comes first."}}),
    with_member<&Request::collapse>(
        {Group::kOrder,
         Effect::kPage,
         InLinks::kYes,
         {.name = "collapse",
          .kind = Kind::kBoolean,
          .default_value = "false",
          .meaning = "Gives one result for all documents with the same text: the first of "
                     "them, with its siblings."}}),
    with_member<&Request::start>({Group::kPlace,
                                  Effect::kPage,
                                  InLinks::kYes,
                                  {.name = "start",
                                   .kind = Kind::kInteger,
                                   .max = 1'000'000'000,
                                   .default_value = "0",
                                   .meaning = "Rank of the first item returned, from 0."}}),
    with_member<&Request::count>({Group::kPlace,
                                  Effect::kPage,
                                  InLinks::kYes,
                                  {.name = "count",
                                   .kind = Kind::kInteger,
                                   .max = 100,
                                   .default_value = "10",
                                   .meaning = "Number of items returned at most."}}),
    with_facets({Group::kCounted,
                 Effect::kCounts,
                 InLinks::kNo,
                 {.name = "facets",
                  .kind = Kind::kList,
                  .choices = kFacetWords,
                  .default_value = kAllFacets,
                  .meaning = "Facets counted, separated by commas; empty: none."}}),
    with_member<&Request::facet_size>(
        {Group::kCounted,
         Effect::kCounts,
         InLinks::kYes,
         {.name = "facet_size",
          .kind = Kind::kInteger,
          .min = 1,
          .max = 1'000,
          .default_value = "20",
          .meaning = "Values listed for each facet; selected ones are always listed."}}),
    with_member<&Request::interval>({Group::kInterval,
                                     Effect::kCounts,
                                     InLinks::kYes,
                                     {.name = "interval",
                                      .kind = Kind::kChoice,
                                      .choices = kWords<Interval>,
                                      .default_value = "year",
                                      .meaning = "Period that counts are given for."}}),
};

// In the order of links.
constexpr auto kRows = [] {
  std::array<RequestParameter, 1 + kFilterRows.size() + kOtherRows.size()> rows{};
  auto out = std::copy(kQueryRow.begin(), kQueryRow.end(), rows.begin());
  out = std::copy(kFilterRows.begin(), kFilterRows.end(), out);
  std::copy(kOtherRows.begin(), kOtherRows.end(), out);
  return rows;
}();

constexpr unsigned members_of_rows() {
  unsigned members = 0;
  for (const RequestParameter& row : kRows) members |= row.members;
  return members;
}
static_assert((members_of_rows() | kSetByEndpoints) == RequestMembers::kAll,
              "every member of SearchRequest has a row, or is set by endpoints");

constexpr std::size_t rows_of(Group group) {
  return static_cast<std::size_t>(std::count_if(
      kRows.begin(), kRows.end(), [&](const RequestParameter& row) { return row.group == group; }));
}
static_assert(rows_of(Group::kInclude) == base::kFacetCount &&
                  rows_of(Group::kExclude) == base::kFacetCount,
              "every facet can be filtered by and excluded");

}  // namespace

std::span<const RequestParameter> request_parameters() noexcept {
  return kRows;
}

std::vector<Parameter> parameters_of(std::span<const ParameterGroup> groups) {
  std::vector<Parameter> list;
  for (const ParameterGroup group : groups) {
    for (const RequestParameter& row : kRows) {
      if (row.group == group) list.push_back(row.parameter);
    }
  }
  return list;
}

Sort default_sort(const SearchRequest& request) noexcept {
  return request.q.empty() ? Sort::kNewest : Sort::kRelevance;
}

std::string_view to_string(MatchMode match) noexcept {
  return kWords<MatchMode>[static_cast<std::size_t>(match)];
}

std::string_view to_string(Sort sort) noexcept {
  return kWords<Sort>[static_cast<std::size_t>(sort)];
}

std::string_view to_string(Interval interval) noexcept {
  return kWords<Interval>[static_cast<std::size_t>(interval)];
}

}  // namespace pressoir::query
