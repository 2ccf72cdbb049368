// The path of a page in its site, as the page shows it, and the short lines among which it is found
// when no element has its name. Pure functions, any thread.
//
// Newer sites mark a breadcrumb by a class, a label or microdata; older ones write
// `Accueil > Presse > Communiqués` into a table cell or between two line breaks. Both give the same
// labels, of which themes and type are read.
#pragma once

#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

inline constexpr std::size_t kMaxShortLineBytes = 600;

struct Line {
  html::NodeId begin = 0;  // the nodes of the line are [begin, end)
  html::NodeId end = 0;
  std::string text;  // as plain() gives it; at most kMaxShortLineBytes before that
};

// In the order of the page; longer lines and what is not shown are left out.
std::vector<Line> read_short_lines(const html::HtmlTree& tree);

struct Breadcrumb {
  html::NodeId begin = 0;  // its nodes are [begin, end); 0 when there is none
  html::NodeId end = 0;
  std::vector<std::string> labels;
};

// The first element that is a breadcrumb by its label (`Fil d’Ariane`), class or text (`Vous êtes
// ici`, `Accueil > …`), with its labels as written: links that run together are told apart,
// separators (› > » / →) left out.
Breadcrumb find_breadcrumb(const html::HtmlTree& tree, const std::vector<Line>& lines);

// The labels without the home page at the start and the page's own title at the end.
std::vector<std::string> strip_breadcrumb(std::vector<std::string> labels, std::string_view title);

}  // namespace pressoir::extract::content
