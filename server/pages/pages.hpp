// Answers as HTML pages in French, for people. What is shown is worked out as plain data (the
// `…_view` files), then filled into the templates of web/, which escape it. Pages are whole without
// JavaScript and hold nothing inline: they work under `default-src 'none'` with styles, scripts,
// images and connections from 'self'.
//
// Any number of threads may call a const Pages.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "server/pages/api_view.hpp"
#include "server/pages/comparison_request.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/portrait_view.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/value_list.hpp"
#include "server/search/request.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

class Templates;

class Pages {
 public:
  // Templates, style and icon of the program; a file of `override_folder` (empty: none) takes the
  // place of ours of the same name. kNotFound: no such folder. kBadConfig names the file there that
  // cannot be used.
  static base::Result<std::unique_ptr<Pages>> load(const std::string& override_folder);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  // `/`: the results of a search; the home page when nothing was asked.
  std::string search_page(const SearchAnswer& answer, const search::ArchiveSummary& archive) const;

  // `/valeurs`: all values of a facet, to choose several. `results`: of all_values.
  std::string values_page(const ValueListRequest& request, const search::SearchResults& results,
                          const search::ArchiveSummary& archive) const;

  // `/ministres`, `/gouvernements`, `/themes`. `results`: of all_values of an empty request.
  std::string directory_page(search::Facet facet, const search::SearchResults& results,
                             const search::ArchiveSummary& archive) const;

  // `/ministres/{id}`, `/gouvernements/{id}`, `/themes?theme=…`.
  // Empty when neither the gazetteer nor the archive knows the value.
  std::string portrait_page(const PortraitRequest& request, const PortraitAnswer& answer,
                            const search::ArchiveSummary& archive) const;
  base::Result<PortraitAnswer> answer_portrait(const PortraitRequest& request,
                                               search::Searcher& searcher) const;

  // `/comparer`: queries as curves; the same as an SVG file that stands alone, whose links begin
  // with `root` (`https://archives.exemple.fr`).
  std::string comparison_page(const ComparisonAnswer& answer,
                              const search::ArchiveSummary& archive) const;
  std::string comparison_picture(const ComparisonAnswer& answer, const std::string& root) const;

  // `/aide`.
  std::string help_page(const search::ArchiveSummary& archive) const;

  // `/documents/{id}?q=…&part=…`: one document, in parts when it is long. Empty when it has no such
  // part.
  std::string document_page(const FoundDocument& found, const TextRequest& request,
                            const search::ArchiveSummary& archive) const;

  // What went wrong, in French, with a way on.
  struct Problem {
    unsigned status = 500;
    std::string title;
    std::string detail;
  };
  std::string problem_page(const Problem& problem, const search::ArchiveSummary& archive) const;

  // `/api`: the interface for programs.
  std::string api_page(const ApiView& view, const search::ArchiveSummary& archive) const;

  // A file that pages refer to below `/static/`: `pressoir.css`, `embed.js`. nullptr when there
  // is none of that name. Lives as long as this object.
  struct Asset {
    std::string_view content_type;
    std::string_view bytes;
  };
  const Asset* asset(std::string_view name) const;

 private:
  Pages(std::unique_ptr<Templates> templates, gazetteer::Gazetteer gazetteer);

  std::unique_ptr<Templates> templates_;
  gazetteer::Gazetteer gazetteer_;
};

}  // namespace pressoir::pages
