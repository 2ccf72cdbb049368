// The path of a page in its site, as the page shows it. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/lines.hpp"

namespace pressoir::extract {

struct Breadcrumb {
  NodeId begin = 0;  // its nodes are [begin, end); 0 when there is none
  NodeId end = 0;
  std::vector<std::string> labels;
};

// The first element that is a breadcrumb by its label (`Fil d’Ariane`), class or text (`Vous êtes
// ici`, `Accueil > …`), with its labels as written: links that run together are told apart,
// separators (› > » / →) left out.
Breadcrumb find_breadcrumb(const HtmlTree& tree, const std::vector<Line>& lines);

// The labels without the home page at the start and the page's own title at the end.
std::vector<std::string> strip_breadcrumb(std::vector<std::string> labels, std::string_view title);

}  // namespace pressoir::extract
