#include "server/pages/pages.hpp"

#include <utility>

#include "server/pages/fill.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/pages/templates.hpp"

namespace pressoir::pages {

base::Result<std::unique_ptr<Pages>> Pages::load(const std::string& override_folder) {
  auto templates = Templates::load(override_folder);
  if (!templates) return templates.error();
  // Built into the program, as the templates are.
  const auto gazetteer = gazetteer::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  return std::unique_ptr<Pages>(new Pages(*std::move(templates), **gazetteer));
}

Pages::Pages(std::unique_ptr<Templates> templates, const gazetteer::Gazetteer& gazetteer)
    : templates_(std::move(templates)), gazetteer_(gazetteer) {}
Pages::~Pages() = default;

std::string Pages::search_page(const SearchAnswer& answer,
                               const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("search");
  // Without any parameter, not only without conditions: page 2 of everything is a search.
  if (parameters(answer.asked).empty()) {
    const HomeView home = view_home(answer, archive, gazetteer_);
    // The home page and lists of people are for search engines; what anyone may have typed is not.
    fill_layout({std::string(kHomeTitle), true, feed_hrefs({})}, archive, page);
    fill_home(home, add_main(page, "home.tpl"));
  } else {
    const SearchView view = view_search(answer, gazetteer_);
    fill_layout({view.page_title, false, view.feeds}, archive, page);
    fill_search(view, add_main(page, "search.tpl"));
  }
  return templates_->expand(page);
}

std::string Pages::values_page(const ValueListRequest& request,
                               const search::SearchResults& results,
                               const search::ArchiveSummary& archive) const {
  const ValueListView view = view_value_list(request, results, gazetteer_);
  ctemplate::TemplateDictionary page("values");
  fill_layout({page_title(view.title)}, archive, page);
  fill_value_list(view, add_main(page, "values.tpl"));
  return templates_->expand(page);
}

std::string Pages::directory_page(base::Facet facet, const search::SearchResults& results,
                                  const search::ArchiveSummary& archive) const {
  const ValueListView view = view_directory(facet, results, gazetteer_);
  ctemplate::TemplateDictionary page("directory");
  fill_layout({page_title(view.title), true}, archive, page);
  fill_directory(view, add_main(page, "directory.tpl"));
  return templates_->expand(page);
}

base::Result<PortraitAnswer> Pages::answer_portrait(const PortraitRequest& request,
                                                    search::Searcher& searcher) const {
  auto texts = answer_search(portrait_search(request), searcher);
  if (!texts) return texts.error();
  auto words = searcher.distinctive_words(portrait_words(request, gazetteer_));
  if (!words) return words.error();
  return PortraitAnswer{*std::move(texts), *std::move(words)};
}

std::string Pages::portrait_page(const PortraitRequest& request, const PortraitAnswer& answer,
                                 const search::ArchiveSummary& archive) const {
  const auto view = view_portrait(request, answer, gazetteer_);
  // The caller answers 404.
  if (!view) return "";
  ctemplate::TemplateDictionary page("portrait");
  fill_layout({page_title(view->name), true, view->feeds}, archive, page);
  fill_portrait(*view, add_main(page, "portrait.tpl"));
  return templates_->expand(page);
}

std::string Pages::comparison_page(const ComparisonAnswer& answer,
                                   const search::ArchiveSummary& archive) const {
  const ComparisonView view = view_comparison(answer, gazetteer_);
  ctemplate::TemplateDictionary page("comparison");
  // Only the empty form is for search engines.
  fill_layout({view.page_title, answer.asked.queries.empty()}, archive, page);
  fill_comparison(view, add_main(page, "comparison.tpl"));
  return templates_->expand(page);
}

// Not within the layout: the file must make sense where it is pasted.
std::string Pages::comparison_picture(const ComparisonAnswer& answer,
                                      const std::string& root) const {
  const ComparisonView view = view_comparison(answer, gazetteer_, root);
  ctemplate::TemplateDictionary picture("picture");
  fill_comparison_picture(view, picture);
  return templates_->expand(picture, "picture.tpl");
}

// The rules are the examples of the home page, all of them.
std::string Pages::help_page(const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("help");
  fill_layout({page_title(kHelpTitle), true}, archive, page);
  ctemplate::TemplateDictionary& main = add_main(page, "help.tpl");
  fill_box({}, main);
  fill_examples(examples(), main);
  return templates_->expand(page);
}

std::string Pages::document_page(const FoundDocument& found, const TextRequest& request,
                                 const search::ArchiveSummary& archive) const {
  const auto view = view_document(found, request, gazetteer_);
  if (!view) return "";
  ctemplate::TemplateDictionary page("document");
  fill_layout({view->page_title, true}, archive, page);
  fill_document(*view, add_main(page, "document.tpl"));
  return templates_->expand(page);
}

// Not for search engines, whatever its status.
std::string Pages::problem_page(const Problem& problem,
                                const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("problem");
  fill_layout({page_title(problem.title)}, archive, page);
  fill_problem(problem, add_main(page, "problem.tpl"));
  return templates_->expand(page);
}

std::string Pages::api_page(const ApiView& view, const search::ArchiveSummary& archive) const {
  ctemplate::TemplateDictionary page("api");
  fill_layout({page_title(kApiTitle), true}, archive, page);
  fill_api(view, add_main(page, "api.tpl"));
  return templates_->expand(page);
}

const Pages::Asset* Pages::asset(std::string_view name) const {
  return templates_->asset(name);
}

}  // namespace pressoir::pages
