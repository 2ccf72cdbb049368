#include "server/query/query_description.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/french_date.hpp"

namespace pressoir::query {
namespace {

using Kind = Query::Kind;

constexpr std::size_t kMaxListed = 12;  // items of one list
constexpr std::size_t kMaxNamed = 40;   // words, phrases and conditions in all

// A part of the sentence that begins with `Textes`.
struct Part {
  enum class Form {
    kContent,  // what a text contains: `« pôles »`
    kCondition,  // what a text is: `publiés en 2012`, `contenant « pôles » ou du thème Industrie`
  };
  enum class Link { kNone, kAnd, kOr, kOther };  // between the items of which the text is made

  Form form = Form::kContent;
  std::string text;
  Link link = Link::kNone;
};

using Form = Part::Form;
using Link = Part::Link;

std::string describe_dates(const Query& node) {
  if (node.from != node.to) return "publiés " + base::period_in_words(node.from, node.to);
  return (node.from.day != 0 ? "publiés le " : "publiés en ") + base::in_words(node.from);
}

std::string_view relation_of(base::Facet facet) {
  switch (facet) {
    case base::Facet::kMinister:
      return "où figure ";
    case base::Facet::kTheme:
      return "du thème ";
    case base::Facet::kType:
      return "de type ";
    case base::Facet::kSource:
      return "de la source ";
    case base::Facet::kGovernment:
      return "du gouvernement ";
    case base::Facet::kLineage:
      return "du ministère ";
  }
  return "";
}

std::string describe_facet(const Query& node) {
  const std::string text = std::string(relation_of(node.facet)) + quoted(node.surface);
  return node.values.empty() ? text + " (inconnu ici)" : text;
}

std::string describe_leaf(const Query& node) {
  std::string text = quoted(node.surface);
  if (node.kind == Kind::kPrefix) text = "un mot commençant par " + text;
  if (node.kind == Kind::kExact) text += " écrit ainsi";
  if (node.in_title) text += " dans le titre";
  return text;
}

std::string as_condition(const Part& part) {
  return part.form == Form::kContent ? "contenant " + part.text : part.text;
}

std::string nested(const Part& part, const std::string& text) {
  return part.link == Link::kNone ? text : "(" + text + ")";
}

bool are_plain_words(const std::vector<Query>& nodes) {
  return std::all_of(nodes.begin(), nodes.end(),
                     [](const Query& node) { return node.kind == Kind::kWord; });
}

// True for `all of` and for `any of`.
bool is_linked(const Query& node, Link link) {
  if (node.kind != Kind::kAtLeast) return false;
  return link == Link::kAnd ? node.least >= node.children.size()
                            : link == Link::kOr && node.least == 1;
}

// The items of a list and, in their place, those of the lists in it that are linked alike.
std::vector<const Query*> items_of(const Query& list, Link link) {
  std::vector<const Query*> items;
  std::vector<const Query*> open = {&list};
  while (!open.empty()) {
    const Query* node = open.back();
    open.pop_back();
    if (node->kind == Kind::kEither) node = &node->children.front();
    if (node != &list && !is_linked(*node, link)) {
      items.push_back(node);
      continue;
    }
    for (auto child = node->children.rbegin(); child != node->children.rend(); ++child) {
      open.push_back(&*child);
    }
  }
  return items;
}

class Describer {
 public:
  // `depth` of the tree is that of the parser's parentheses.
  Part describe(const Query& node) {
    switch (node.kind) {
      case Kind::kEverything:
        return {Form::kCondition, "de l’archive", Link::kNone};
      case Kind::kFacet:
        return named({Form::kCondition, describe_facet(node), Link::kNone});
      case Kind::kDates:
        return named({Form::kCondition, describe_dates(node), Link::kNone});
      case Kind::kNear:
        return describe_near(node);
      case Kind::kEither:
        return describe(node.children.front());
      case Kind::kAtLeast:
        return describe_at_least(node);
      case Kind::kExcept:
        return describe_except(node);
      default:
        return named({Form::kContent, describe_leaf(node), Link::kNone});
    }
  }

 private:
  struct List {
    std::vector<Part> parts;   // each once
    std::size_t left_out = 0;  // nodes that are not named
  };

  Part named(Part part) {
    if (names_left_ > 0) --names_left_;
    return part;
  }

  List describe_all(const std::vector<const Query*>& nodes) {
    List list;
    for (const Query* node : nodes) {
      if (list.parts.size() == kMaxListed || names_left_ == 0) {
        ++list.left_out;
        continue;
      }
      Part part = describe(*node);
      const auto is_same = [&](const Part& other) { return other.text == part.text; };
      if (std::none_of(list.parts.begin(), list.parts.end(), is_same)) {
        list.parts.push_back(std::move(part));
      }
    }
    return list;
  }

  static std::string joined(std::vector<std::string> items, std::size_t left_out,
                            std::string_view last_link) {
    if (left_out == 1) items.push_back("un autre");
    if (left_out > 1) items.push_back(std::to_string(left_out) + " autres");
    return join(items, last_link);
  }

  Part describe_near(const Query& node) {
    const std::string left = describe(node.children[0]).text;
    const std::string right = describe(node.children[1]).text;
    const std::string distance = std::to_string(node.distance);
    return {
        Form::kContent,
        left + " à " + distance + (node.distance == 1 ? " mot de " : " mots au plus de ") + right,
        Link::kNone};
  }

  Part describe_at_least(const Query& node) {
    const std::size_t size = node.children.size();
    const bool is_all = node.least >= size;
    const Link link = is_all ? Link::kAnd : node.least == 1 ? Link::kOr : Link::kOther;
    const List list = describe_all(items_of(node, link));
    if (list.parts.size() == 1 && list.left_out == 0) return list.parts.front();
    const bool has_conditions =
        std::any_of(list.parts.begin(), list.parts.end(),
                    [](const Part& part) { return part.form == Form::kCondition; });
    if (is_all && has_conditions) return all_conditions(list);
    std::vector<std::string> items;
    for (const Part& part : list.parts) {
      items.push_back(nested(part, has_conditions ? as_condition(part) : part.text));
    }
    std::string text = joined(std::move(items), list.left_out, link == Link::kOr ? " ou " : " et ");
    if (link == Link::kOther) {
      text = "au moins " + std::to_string(node.least) + " des " + std::to_string(size) +
             (are_plain_words(node.children) ? " mots " : " termes ") + text;
    }
    return {has_conditions ? Form::kCondition : Form::kContent, std::move(text), link};
  }

  // What is contained first, then what narrows it.
  static Part all_conditions(const List& list) {
    std::vector<std::string> contents;
    std::vector<std::string> conditions;
    for (const Part& part : list.parts) {
      auto& items = part.form == Form::kContent ? contents : conditions;
      items.push_back(nested(part, part.text));
    }
    if (!contents.empty()) {
      conditions.insert(conditions.begin(), "contenant " + join(contents, " et "));
    }
    return {Form::kCondition, joined(std::move(conditions), list.left_out, ", "), Link::kAnd};
  }

  Part describe_except(const Query& node) {
    std::vector<const Query*> unwanted;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Query& child = node.children[i];
      const auto items = is_linked(child, Link::kOr) ? items_of(child, Link::kOr)
                                                     : std::vector<const Query*>{&child};
      unwanted.insert(unwanted.end(), items.begin(), items.end());
    }
    const Query& wanted = node.children.front();
    std::string text;
    Form form = Form::kCondition;
    if (wanted.kind != Kind::kEverything) {
      const Part part = describe(wanted);
      form = part.form;
      text = part.link == Link::kAnd ? part.text : nested(part, part.text);
      text += part.link == Link::kNone ? " " : ", ";
    }
    return {form, text + describe_unwanted(unwanted), Link::kOther};
  }

  std::string describe_unwanted(const std::vector<const Query*>& nodes) {
    const List list = describe_all(nodes);
    std::vector<std::string> contents;
    std::vector<std::string> conditions;
    for (const Part& part : list.parts) {
      auto& items = part.form == Form::kContent ? contents : conditions;
      items.push_back(nested(part, part.text));
    }
    if (conditions.empty()) return "sans " + joined(contents, list.left_out, " ni ");
    const std::string text = "sauf ceux " + joined(conditions, list.left_out, " ou ");
    return contents.empty() ? text : "sans " + join(contents, " ni ") + ", " + text;
  }

  std::size_t names_left_ = kMaxNamed;
};

}  // namespace

std::string describe(const Query& query, const Notes& notes) {
  const bool is_everything = query.kind == Kind::kEverything;
  std::string text = is_everything ? "" : "Textes " + as_condition(Describer().describe(query));
  if (notes.empty()) return text;
  return (is_everything ? "Tous les textes" : text) + " (" + notes.text() + ")";
}

}  // namespace pressoir::query
