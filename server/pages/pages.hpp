// Answers as HTML pages in French, for people. A page is made in two steps: a view_…() function
// turns an answer and the gazetteer into plain data, its words and addresses; a fill_…() function
// puts that into a template of web/, which escapes it.
//
//   auto pages = Pages::load("").value();
//   std::string html = pages->search_page(*answer_search(request, searcher), searcher.summary());
//
// Pages are complete without JavaScript and have no inline styles or scripts: they work under
// `default-src 'none'` with styles, scripts, images and connections from 'self'.
//
// Any number of threads may call a const Pages.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/pages/comparison.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/portrait_view.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/value_list.hpp"
#include "server/search/results.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

class Templates;

// The page `/api`, which describes the interface for programs in French. Made by server/api from
// its tables of routes and parameters.
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

class Pages {
 public:
  // Templates, styles, scripts and icon of the program. A file of `override_folder` (empty: none)
  // replaces ours of the same name. Errors: those of Templates::load and Gazetteer::load.
  static base::Result<std::unique_ptr<Pages>> load(const std::string& override_folder);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  // In each of these `archive` is what the foot of every page shows.

  // `/`: the results of a search; the home page for a request without parameters.
  std::string search_page(const SearchAnswer& answer, const search::ArchiveSummary& archive) const;

  // `/valeurs`: all values of a facet, to choose several. `results`: of
  // search::only_values.
  std::string values_page(const ValueListRequest& request, const search::SearchResults& results,
                          const search::ArchiveSummary& archive) const;

  // `/ministres`, `/gouvernements`, `/themes`. `results`: of search::only_values
  // of an empty request.
  std::string directory_page(base::Facet facet, const search::SearchResults& results,
                             const search::ArchiveSummary& archive) const;

  // `/ministres/{id}`, `/gouvernements/{id}`, `/themes?theme=…`.
  // Empty when neither the gazetteer nor the archive knows the value.
  std::string portrait_page(const PortraitRequest& request, const PortraitAnswer& answer,
                            const search::ArchiveSummary& archive) const;
  // Errors: those of Searcher::search and Searcher::distinctive_words.
  base::Result<PortraitAnswer> answer_portrait(const PortraitRequest& request,
                                               search::Searcher& searcher) const;

  // `/comparer`: queries as curves. The picture is the same as an SVG file that stands alone; its
  // links begin with `root` (`https://archives.exemple.fr`).
  std::string comparison_page(const ComparisonAnswer& answer,
                              const search::ArchiveSummary& archive) const;
  std::string comparison_picture(const ComparisonAnswer& answer, const std::string& root) const;

  // `/aide`.
  std::string help_page(const search::ArchiveSummary& archive) const;

  // `/documents/{id}?q=…&part=…`: one document, in parts when it is long. Empty when it has no such
  // part.
  std::string document_page(const FoundDocument& found, const TextRequest& request,
                            const search::ArchiveSummary& archive) const;

  // An error, in French, with the search box as a way on. `status` is the response's.
  struct Problem {
    unsigned status = 500;
    std::string title;
    std::string detail;
    std::string q = {};  // what the box of the search keeps
  };
  std::string problem_page(const Problem& problem, const search::ArchiveSummary& archive) const;

  // `/api`.
  std::string api_page(const ApiView& view, const search::ArchiveSummary& archive) const;

  // A file that pages refer to below `/static/`: `pressoir.css`, `embed.js`. nullptr when there is
  // none of that name. Lives as long as this object.
  struct Asset {
    std::string_view content_type;
    std::string_view bytes;
  };
  const Asset* asset(std::string_view name) const;

 private:
  Pages(std::unique_ptr<Templates> templates, const gazetteer::Gazetteer& gazetteer);

  std::unique_ptr<Templates> templates_;
  const gazetteer::Gazetteer& gazetteer_;  // that of the program
};

}  // namespace pressoir::pages
