#include "server/pages/pages.hpp"

#include <utility>

#include "server/pages/fill.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/pages/templates.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// What a page has besides the template in its middle.
struct Frame {
  Head head;
  const search::ArchiveSummary& archive;
};

// The layout with the template `file` in its middle, whose variables `fill` sets.
template <typename Fill>
std::string expand(const Templates& templates, const Frame& frame, const char* file, Fill fill) {
  TemplateDictionary page(file);
  fill_layout(frame.head, frame.archive, page);
  fill(add_main(page, file));
  return templates.expand(page);
}

}  // namespace

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
  // Without any parameter, not only without conditions: page 2 of everything is a search.
  if (links::parameters(answer.asked).empty()) {
    const HomeView home = view_home(answer, archive, gazetteer_);
    // The home page and lists of people are for search engines; what anyone may have typed is not.
    return expand(*templates_, {{std::string(kHomeTitle), true, links::feed_hrefs({})}, archive},
                  "home.tpl", [&](TemplateDictionary& main) { fill_home(home, main); });
  }
  const SearchView view = view_search(answer, gazetteer_);
  return expand(*templates_, {{view.page_title, false, view.feeds}, archive}, "search.tpl",
                [&](TemplateDictionary& main) { fill_search(view, main); });
}

std::string Pages::values_page(const ValueListRequest& request,
                               const search::SearchResults& results,
                               const search::ArchiveSummary& archive) const {
  const ValueListView view = view_value_list(request, results, gazetteer_);
  return expand(*templates_, {{page_title(view.title)}, archive}, "values.tpl",
                [&](TemplateDictionary& main) { fill_value_list(view, main); });
}

std::string Pages::directory_page(base::Facet facet, const search::SearchResults& results,
                                  const search::ArchiveSummary& archive) const {
  const ValueListView view = view_directory(facet, results, gazetteer_);
  return expand(*templates_, {{page_title(view.title), true}, archive}, "directory.tpl",
                [&](TemplateDictionary& main) { fill_directory(view, main); });
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
  if (!view) return "";  // the caller answers 404
  return expand(*templates_, {{page_title(view->name), true, view->feeds}, archive}, "portrait.tpl",
                [&](TemplateDictionary& main) { fill_portrait(*view, main); });
}

std::string Pages::comparison_page(const ComparisonAnswer& answer,
                                   const search::ArchiveSummary& archive) const {
  const ComparisonView view = view_comparison(answer, gazetteer_);
  // Only the empty form is for search engines.
  return expand(*templates_, {{view.page_title, answer.asked.queries.empty()}, archive},
                "comparison.tpl", [&](TemplateDictionary& main) { fill_comparison(view, main); });
}

// Not within the layout: the file must make sense where it is pasted.
std::string Pages::comparison_picture(const ComparisonAnswer& answer,
                                      const std::string& root) const {
  TemplateDictionary picture("picture");
  fill_comparison_picture(view_comparison(answer, gazetteer_, root), picture);
  return templates_->expand(picture, "picture.tpl");
}

// The rules are the examples of the home page, all of them.
std::string Pages::help_page(const search::ArchiveSummary& archive) const {
  return expand(*templates_, {{page_title(kHelpTitle), true}, archive}, "help.tpl",
                [](TemplateDictionary& main) {
                  fill_box({}, main);
                  fill_examples(examples(), main);
                });
}

std::string Pages::document_page(const FoundDocument& found, const TextRequest& request,
                                 const search::ArchiveSummary& archive) const {
  const auto view = view_document(found, request, gazetteer_);
  if (!view) return "";
  return expand(*templates_, {{view->page_title, true}, archive}, "document.tpl",
                [&](TemplateDictionary& main) { fill_document(*view, main); });
}

// Not for search engines, whatever its status.
std::string Pages::problem_page(const Problem& problem,
                                const search::ArchiveSummary& archive) const {
  return expand(*templates_, {{page_title(problem.title)}, archive}, "problem.tpl",
                [&](TemplateDictionary& main) { fill_problem(problem, main); });
}

std::string Pages::api_page(const ApiView& view, const search::ArchiveSummary& archive) const {
  return expand(*templates_, {{page_title(kApiTitle), true}, archive}, "api.tpl",
                [&](TemplateDictionary& main) { fill_api(view, main); });
}

const Pages::Asset* Pages::asset(std::string_view name) const {
  return templates_->asset(name);
}

}  // namespace pressoir::pages
