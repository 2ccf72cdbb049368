#include "server/wording/query_sentences.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "server/wording/typography.hpp"

namespace pressoir::wording {
namespace {

using query::Note;
using query::NoteKind;
using query::Query;
using Kind = Query::Kind;

// Bounds on what is named: items of one list; words, phrases and conditions in all. A pasted page
// must not come back as a sentence of a page.
constexpr std::size_t kMaxListed = 12;
constexpr std::size_t kMaxNamed = 40;

// An office may have had more holders than a sentence can name.
constexpr std::size_t kMaxNamedHolders = 3;

// Notes have excerpts already; of what else was typed see quoted_excerpt.
std::string in_guillemets(const std::string& text) {
  return "« " + text + " »";
}

std::string quoted_excerpt(std::string_view text) {
  return in_guillemets(query::excerpt(text));
}

// `a, b et c`, where `last_link` is ` et `.
std::string join(const std::vector<std::string>& items, std::string_view last_link) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last_link : std::string_view(", ");
    text += items[i];
  }
  return text;
}

// A part of the sentence that begins with `Textes`. What it is decides how it is joined to others:
// contents share one `contenant`, conditions follow each other.
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

// One day or month is `le` or `en`, a period has its own words.
std::string describe_dates(const Query& node) {
  if (node.from != node.to) return "publiés " + period_in_words(node.from, node.to);
  return (node.from.day != 0 ? "publiés le " : "publiés en ") + in_words(node.from);
}

std::string_view relation_of(base::Facet facet) {
  switch (facet) {
    case base::Facet::kMinister:
      return "où figure ";
    case base::Facet::kPerson:
      return "qui citent ";
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
  const std::string text = std::string(relation_of(node.facet)) + quoted_excerpt(node.surface);
  // A name that no document has finds nothing: the reader learns that it is the name's fault.
  return node.values.empty() ? text + " (inconnu ici)" : text;
}

std::string describe_leaf(const Query& node) {
  std::string text = quoted_excerpt(node.surface);
  if (node.kind == Kind::kPrefix) text = "un mot commençant par " + text;
  if (node.kind == Kind::kExact) text += " écrit ainsi";
  if (node.in_title) text += " dans le titre";
  return text;
}

std::string as_condition(const Part& part) {
  return part.form == Form::kContent ? "contenant " + part.text : part.text;
}

// Parentheses keep `a et (b ou c)` apart from `(a et b) ou c`.
std::string nested(const Part& part, const std::string& text) {
  return part.link == Link::kNone ? text : "(" + text + ")";
}

// `au moins 2 des 3 mots` when they are words, `termes` when one is a phrase or a condition.
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
    // Of alternatives only what was typed is named; the others are in a note.
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

// Describes one query; counts what it has named. Recursion is as deep as the parser's parentheses
// (query::kMaxQueryDepth).
class Describer {
 public:
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

  // What was left out is counted, so that a sentence never claims to be complete when it is not.
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
    // `all of` and `any of` one child are the same; its description alone is returned below.
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

  // What is contained first, then what narrows it, whatever the order in which it was typed.
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

  // What is excluded follows the rest: `contenant « a », sans « b » ni « c »`.
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

  // Contents are negated by `sans … ni`, conditions by `sauf ceux … ou`.
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

// `2012-2014`, `en 2012`, `depuis 2012`.
std::string years(const query::OfficeHolder::Term& term) {
  const std::string from = std::to_string(term.first_day.year);
  if (!term.last_day) return "depuis " + from;
  const std::string to = std::to_string(term.last_day.year);
  return from == to ? "en " + from : from + "-" + to;
}

std::string describe_holders(const Note& note) {
  if (note.holders.size() > kMaxNamedHolders) {
    return "de ses " + std::to_string(note.holders.size()) + " titulaires, chacun en son temps";
  }
  std::vector<std::string> names;
  for (const query::OfficeHolder& holder : note.holders) {
    std::string terms;
    for (const auto& term : holder.terms) terms += (terms.empty() ? "" : ", ") + years(term);
    names.push_back(holder.name + " (" + terms + ")");
  }
  return "où figure " + join(names, " ou ");
}

// Between guillemets, as everything that was typed or that is searched for.
std::string describe_names(const Note& note) {
  std::vector<std::string> names;
  for (const std::string& name : note.names) names.push_back(in_guillemets(name));
  return join(names, ", ");
}

// What happened, and what to do about it.
std::string describe_prefix(const Note& note) {
  const std::string why = note.limit == 0 ? "trop de mots avec les autres débuts de mots"
                                          : "plus de " + std::to_string(note.limit) + " mots";
  return why + ", lu comme un mot entier ; ajoutez des lettres";
}

}  // namespace

std::string describe(const query::QueryOutline& outline) {
  // Without words there is no sentence, unless a note says why the words typed are none.
  const bool is_everything = outline.query.kind == Kind::kEverything;
  std::string text =
      is_everything ? "" : "Textes " + as_condition(Describer().describe(outline.query));
  if (outline.notes.empty()) return text;
  return (is_everything ? "Tous les textes" : text) + " (" + describe(outline.notes) + ")";
}

std::string describe(const Note& note) {
  const std::string text = in_guillemets(note.text);
  const std::string limit = std::to_string(note.limit);
  switch (note.kind) {
    case NoteKind::kUnpairedQuote:
      return "un guillemet sans paire est ignoré";
    case NoteKind::kUnpairedParenthesis:
      return "une parenthèse sans paire est ignorée";
    case NoteKind::kDeepParentheses:
      return "les parenthèses sont lues sur " + limit + " niveaux";
    case NoteKind::kMisplacedMinus:
      return "pour exclure, écrivez " + text;
    case NoteKind::kStarInsideWord:
      return text + " : l’astérisque ne vaut qu’à la fin d’un mot";
    case NoteKind::kStarIgnored:
      return text + " est lu sans l’astérisque : il faut un seul mot d’au moins trois lettres";
    case NoteKind::kExactPhrase:
      return "« = » ne porte que sur un mot : une phrase est déjà cherchée telle quelle";
    case NoteKind::kNearWithoutDistance:
      return text + " est lu comme un mot : écrivez PROCHE/5, de 1 à " + limit;
    case NoteKind::kNearOfOther:
      return text + " ne relie que deux mots ou phrases";
    case NoteKind::kExactInNear:
      return text + " est lu sans le signe « = »";
    case NoteKind::kLoneOperator:
      return text + " n’a pas deux termes à relier";
    case NoteKind::kUnknownField:
      return text + " n’est pas un champ (titre, ministre, personne, thème, source, type, date)";
    case NoteKind::kFieldWithoutValue:
      return text + " n’a pas de valeur";
    case NoteKind::kFieldReadAsWords:
      return text + " est lu comme des mots";
    case NoteKind::kReversedPeriod:
      return "la période " + text + " est lue à l’endroit";
    case NoteKind::kNoWord:
      return text + " ne contient aucun mot";
    case NoteKind::kTooLong:
      return "seuls les " + limit + " premiers mots et " + std::to_string(note.phrase_limit) +
             " phrases sont lus";
    case NoteKind::kPrefixOfTooManyWords:
      return text + " : " + describe_prefix(note);
    case NoteKind::kRespelled:
      return text + " est lu " + describe_names(note);
    case NoteKind::kOtherNames:
    case NoteKind::kFamily:
      return text + " : aussi " + describe_names(note);
    case NoteKind::kHolders:
      return text + " : aussi les textes " + describe_holders(note);
  }
  return "";
}

std::string describe(const query::Notes& notes) {
  std::string text;
  for (const Note& note : notes.list()) text += (text.empty() ? "" : " ; ") + describe(note);
  if (notes.dropped() == 1) text += " ; et une autre remarque";
  if (notes.dropped() > 1) text += " ; et " + std::to_string(notes.dropped()) + " autres remarques";
  return text;
}

}  // namespace pressoir::wording
