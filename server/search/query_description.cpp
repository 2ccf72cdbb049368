#include "server/search/query_description.hpp"

#include <algorithm>
#include <string_view>

namespace pressoir::search {
namespace {

using Kind = Query::Kind;

constexpr std::size_t kMaxNotes = 8;

std::string join(const std::vector<std::string>& items, std::string_view last_link) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last_link : std::string_view(", ");
    text += items[i];
  }
  return text;
}

std::string quoted(const std::string& text) {
  return "« " + text + " »";
}

bool narrows(const Query& node) {
  return node.kind == Kind::kFacet || node.kind == Kind::kDates;
}

std::string_view facet_name(Facet facet) {
  switch (facet) {
    case Facet::kMinister:
      return "ministre";
    case Facet::kTheme:
      return "thème";
    case Facet::kType:
      return "type";
    case Facet::kSource:
      return "source";
    case Facet::kGovernment:
      return "gouvernement";
    case Facet::kLineage:
      return "ministère";
  }
  return "";
}

std::string describe_dates(const Query& node) {
  const std::string from = base::to_string(node.from);
  const std::string to = base::to_string(node.to);
  if (from == to) return "datés de " + from;
  if (from.empty()) return "datés au plus tard de " + to;
  if (to.empty()) return "datés au plus tôt de " + from;
  return "datés de " + from + " à " + to;
}

std::string describe_facet(const Query& node) {
  const std::string name = std::string(facet_name(node.facet)) + " " + quoted(node.surface);
  return node.values.empty() ? name + " (inconnu ici)" : name;
}

// What a text contains, or is.
class Describer {
 public:
  // `depth` is that of the parser's parentheses.
  std::string describe(const Query& node, bool is_nested) const {
    switch (node.kind) {
      case Kind::kEverything:
        return "tous les textes";
      case Kind::kFacet:
        return describe_facet(node);
      case Kind::kDates:
        return describe_dates(node);
      case Kind::kNear:
        return describe(node.children[0], true) + " à " + std::to_string(node.distance) +
               (node.distance == 1 ? " mot de " : " mots au plus de ") +
               describe(node.children[1], true);
      case Kind::kEither:
        return describe(node.children.front(), is_nested);
      case Kind::kAtLeast:
        return describe_at_least(node, is_nested);
      case Kind::kExcept:
        return describe_except(node, is_nested);
      default:
        return describe_leaf(node);
    }
  }

  std::string describe_except(const Query& node, bool is_nested) const {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      names.push_back(describe(node.children[i], true));
    }
    const Query& wanted = node.children.front();
    std::string text = wanted.kind == Kind::kEverything ? "" : describe(wanted, true) + " ";
    text += "sans " + join(names, " ni ");
    return is_nested ? "(" + text + ")" : text;
  }

 private:
  static std::string describe_leaf(const Query& node) {
    std::string text = quoted(node.surface);
    if (node.kind == Kind::kPrefix) text = "un mot commençant par " + text;
    if (node.kind == Kind::kExact) text += " écrit ainsi";
    if (node.in_title) text += " dans le titre";
    return text;
  }

  std::string describe_at_least(const Query& node, bool is_nested) const {
    std::vector<std::string> names;
    for (const Query& child : node.children) names.push_back(describe(child, true));
    const bool is_all = node.least >= names.size();
    std::string text = join(names, node.least == 1 && !is_all ? " ou " : " et ");
    if (!is_all && node.least > 1) {
      text = "au moins " + std::to_string(node.least) + " des " + std::to_string(names.size()) +
             " mots " + text;
    }
    return is_nested ? "(" + text + ")" : text;
  }
};

// The sentence: what is contained first, then what narrows it.
std::string sentence(const Query& query) {
  const Describer describer;
  if (query.kind == Kind::kExcept) return "Textes " + std::string(
      query.children.front().kind == Kind::kEverything ? "" : "contenant ") +
      describer.describe(query, false);
  if (narrows(query)) return "Textes : " + describer.describe(query, false);
  const bool is_all = query.kind == Kind::kAtLeast && query.least == query.children.size();
  const auto has_conditions = [&] {
    return std::any_of(query.children.begin(), query.children.end(), narrows);
  };
  if (!is_all || !has_conditions()) return "Textes contenant " + describer.describe(query, false);
  std::vector<std::string> contents;
  std::vector<std::string> conditions;
  for (const Query& child : query.children) {
    (narrows(child) ? conditions : contents).push_back(describer.describe(child, true));
  }
  std::string text = contents.empty() ? "Textes : " : "Textes contenant " + join(contents, " et ");
  if (!contents.empty()) text += " ; ";
  return text + join(conditions, ", ");
}

}  // namespace

std::string describe(const Query& query, const std::vector<std::string>& notes) {
  std::string text;
  if (query.kind != Kind::kEverything) text = sentence(query);
  if (notes.empty()) return text;
  std::vector<std::string> told_once;
  for (const std::string& note : notes) {
    const bool is_new = std::find(told_once.begin(), told_once.end(), note) == told_once.end();
    if (is_new && told_once.size() < kMaxNotes) told_once.push_back(note);
  }
  std::string told;
  for (const std::string& note : told_once) told += (told.empty() ? "" : " ; ") + note;
  return text.empty() ? "Tous les textes (" + told + ")" : text + " (" + told + ")";
}

}  // namespace pressoir::search
