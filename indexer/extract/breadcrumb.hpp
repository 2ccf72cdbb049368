// The path of a page in its site, as the page shows it. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"

namespace pressoir::extract {

struct Breadcrumb {
  NodeId node = 0;  // the element that holds it; 0 when there is none
  std::vector<std::string> labels;
};

// The first element that is a breadcrumb by its label (`Fil d’Ariane`), class or text (`Vous êtes
// ici`, `Accueil > …`), with its labels as written: links that run together are told apart,
// separators (› > » / →) left out.
Breadcrumb find_breadcrumb(const HtmlTree& tree);

// The labels without the home page at the start and the page's own title at the end.
std::vector<std::string> strip_breadcrumb(std::vector<std::string> labels, std::string_view title);

}  // namespace pressoir::extract
