#include "server/pages/dead_end.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/facet_view.hpp"
#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::SearchRequest;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxParts = 8;
constexpr std::size_t kMaxFilters = 8;
constexpr std::string_view kOperators[] = {"ET",  "OU", "SAUF", "PROCHE",
                                           "AND", "OR", "NOT",  "NEAR"};

bool is_operator(std::string_view part) {
  return std::any_of(std::begin(kOperators), std::end(kOperators), [&](std::string_view word) {
    return part == word || (part.starts_with(word) && part.substr(word.size()).starts_with('/'));
  });
}

// Counts what a request finds, as long as there is time.
class Counter {
 public:
  explicit Counter(search::Searcher& searcher)
      : searcher_(searcher), end_(Clock::now() + kDeadEndTime) {}

  // 1 when it is not known: nothing is then said to be missing.
  std::uint64_t count(SearchRequest request) {
    if (Clock::now() > end_) return kUnknown;
    request.count = 0;
    request.start = 0;
    request.facets = {};
    request.date_facet = false;
    request.with_snippets = false;
    const auto results = searcher_.search(request);
    return results ? results->total : kUnknown;
  }

  static constexpr std::uint64_t kUnknown = UINT64_MAX;

 private:
  search::Searcher& searcher_;
  Clock::time_point end_;
};

std::string without_part(const std::vector<std::string>& parts, std::size_t left_out) {
  std::string q;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == left_out) continue;
    if (!q.empty()) q += ' ';
    q += parts[i];
  }
  return q;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " et " : ", ";
    text += in_guillemets(parts[i]);
  }
  return text;
}

class Explanation {
 public:
  Explanation(const SearchRequest& request, const search::SearchResults& results,
              search::Searcher& searcher)
      : request_(request), tags_(filter_tags(request, results)), counter_(searcher) {}

  DeadEnd make() && {
    try_filters();
    try_parts();
    try_wider();
    explain_filters();
    explain_words();
    return std::move(dead_end_);
  }

 private:
  bool add(std::string text, SearchRequest request) {
    const std::uint64_t total = counter_.count(request);
    if (total == 0 || total == Counter::kUnknown) return false;
    request.start = 0;
    dead_end_.ways_out.push_back({std::move(text), std::move(request), total});
    return true;
  }

  void try_filters() {
    const std::size_t count = std::min(tags_.size(), kMaxFilters);
    for (std::size_t i = 0; i < count; ++i) {
      if (add(tags_[i].without, tags_[i].rest)) culprits_.push_back(tags_[i].text);
    }
    if (!tags_.empty()) found_without_filters_ = counter_.count(without_filters(request_));
  }

  void try_parts() {
    parts_ = parts_of(request_.q);
    if (parts_.size() > kMaxParts) parts_.clear();
    for (const std::string& part : parts_) {
      if (part.starts_with('-')) continue;
      if (counter_.count(with_query(without_filters(request_), part)) == 0) absent_.push_back(part);
    }
    for (std::size_t i = 0; i < parts_.size() && parts_.size() > 1; ++i) {
      add("Sans " + in_guillemets(parts_[i]), with_query(request_, without_part(parts_, i)));
    }
    std::stable_sort(dead_end_.ways_out.begin(), dead_end_.ways_out.end(),
                     [](const WayOut& a, const WayOut& b) { return a.total > b.total; });
  }

  // What gives up more than one thing comes last.
  void try_wider() {
    if (parts_.size() > 1 && request_.match != search::MatchMode::kAny) {
      add("Avec l’un des mots seulement", with_match(request_, search::MatchMode::kAny));
    }
    if (tags_.size() > 1) add("Sans aucun filtre", without_filters(request_));
  }

  void explain_filters() {
    if (tags_.empty() || found_without_filters_ == 0) return;
    std::string& text = dead_end_.explanation;
    if (tags_.size() == 1) {
      text = (request_.q.empty()
                  ? "Aucun texte de l’archive ne répond au filtre "
                  : "L’archive a des textes pour ces mots, mais aucun avec le filtre ") +
             in_guillemets(tags_.front().text) + ".";
      return;
    }
    text = request_.q.empty() ? "Aucun texte ne répond à tous ces filtres à la fois."
                              : "L’archive a des textes pour ces mots, mais pas avec ces filtres.";
    if (culprits_.size() == 1) {
      text += " Celui qui les écarte tous" + std::string(kNoBreakSpace) + ": " +
              in_guillemets(culprits_.front()) + ".";
    } else if (culprits_.size() > 1) {
      text += " Il suffit d’en retirer un.";
    }
  }

  void explain_words() {
    std::string& text = dead_end_.explanation;
    if (!absent_.empty()) {
      text += text.empty() ? "Aucun" : " Et aucun";
      text += " texte de l’archive ne contient " + listed(absent_) + ".";
    }
    if (!text.empty()) return;
    text = parts_.size() > 1
               ? "Chacun de ces mots se trouve dans l’archive, mais aucun texte ne les réunit."
               : "Aucun texte de l’archive ne répond à cette recherche.";
  }

  const SearchRequest& request_;
  std::vector<FilterTag> tags_;
  Counter counter_;
  DeadEnd dead_end_;
  std::vector<std::string> parts_;
  std::vector<std::string> absent_;
  std::vector<std::string> culprits_;
  std::uint64_t found_without_filters_ = 0;
};

}  // namespace

std::vector<std::string> parts_of(const std::string& q) {
  std::vector<std::string> parts;
  std::string part;
  bool is_quoted = false;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::exchange(part, {}));
  };
  for (const char c : q) {
    if (c == '(' || c == ')') return {};
    if (c == '"') is_quoted = !is_quoted;
    if (c == ' ' && !is_quoted) {
      finish();
    } else {
      part += c;
    }
  }
  finish();
  const bool has_operator = std::any_of(parts.begin(), parts.end(), is_operator);
  return has_operator || q.find("«") != std::string::npos ? std::vector<std::string>() : parts;
}

DeadEnd explain_dead_end(const SearchRequest& request, const search::SearchResults& results,
                         search::Searcher& searcher) {
  return Explanation(request, results, searcher).make();
}

}  // namespace pressoir::pages
