#include "server/pages/pages.hpp"

#include <utility>

#include "server/pages/document_view.hpp"
#include "server/pages/fill.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/templates.hpp"

namespace pressoir::pages {

base::Result<std::unique_ptr<Pages>> Pages::load(const std::string& override_folder) {
  auto templates = Templates::load(override_folder);
  if (!templates) return templates.error();
  return std::unique_ptr<Pages>(new Pages(*std::move(templates)));
}

Pages::Pages(std::unique_ptr<Templates> templates) : templates_(std::move(templates)) {}
Pages::~Pages() = default;

std::string Pages::search_page(const search::SearchRequest& request,
                               const search::SearchResults& results,
                               const search::ArchiveSummary& archive) const {
  const SearchView view = view_search(request, results);
  ctemplate::TemplateDictionary page("search");
  fill_layout(view.page_title, archive, page);
  fill_search(view, add_main(page, "search.tpl"));
  return templates_->expand(page);
}

std::string Pages::document_page(const search::Searcher::DocumentView& found, const std::string& q,
                                 const search::ArchiveSummary& archive) const {
  const DocumentPageView view = view_document(found, q);
  ctemplate::TemplateDictionary page("document");
  fill_layout(view.page_title, archive, page);
  fill_document(view, add_main(page, "document.tpl"));
  return templates_->expand(page);
}

std::string Pages::problem_page(const Problem& problem,
                                const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("problem");
  fill_layout(problem.title + " – Pressoir", archive, page);
  fill_problem(problem, add_main(page, "problem.tpl"));
  return templates_->expand(page);
}

std::string Pages::api_page(const ApiView& view, const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("api");
  fill_layout("Interface de programmation – Pressoir", archive, page);
  fill_api(view, add_main(page, "api.tpl"));
  return templates_->expand(page);
}

const Pages::Asset* Pages::asset(std::string_view name) const {
  return templates_->asset(name);
}

}  // namespace pressoir::pages
