#include "server/query/query_parser.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/base/date.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "server/query/query_lexer.hpp"
#include "server/query/word_reader.hpp"

namespace pressoir::query {
namespace {

using LexemeKind = Lexeme::Kind;

// The first child and none of the others.
Query except(Query wanted, std::vector<Query> unwanted) {
  Query node;
  node.kind = Query::Kind::kExcept;
  node.children = std::move(unwanted);
  node.children.insert(node.children.begin(), std::move(wanted));
  return node;
}

// `2012`, `2012-05..2014-03`, `2012-05..`, `..2014`. A period typed backwards is read forwards.
std::optional<Query> read_dates(std::string_view text, Notes& notes) {
  const std::size_t dots = text.find("..");
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = dots == std::string_view::npos ? text : text.substr(dots + 2);
  const auto from = base::parse_date(first);
  const auto to = base::parse_date(last);
  if ((!from && !first.empty()) || (!to && !last.empty()) || (!from && !to)) return std::nullopt;
  Query node;
  node.kind = Query::Kind::kDates;
  node.surface = text;
  node.from = from.value_or(base::Date());
  node.to = to.value_or(base::Date());
  if (from && to && base::first_day(node.from) > base::last_day(node.to)) {
    std::swap(node.from, node.to);
    notes.add({NoteKind::kReversedPeriod, std::string(text)});
  }
  return node;
}

// Stop words and question words match nearly every document.
bool is_ignored_word(const Query& node) {
  if (node.kind != Query::Kind::kWord) return false;
  const store::QueryWord& word = node.words.front();
  return word.is_stopword || is_question_word(word.folded);
}

// Removes stop words and question words. The words after them remember what stood before: `conseil
// national de l’industrie` may still be found by its whole name.
void drop_ignored_words(std::vector<Query>& words) {
  std::vector<std::string> left_out;
  std::string before;
  for (Query& word : words) {
    before += word.before;
    if (is_ignored_word(word)) {
      left_out.push_back(word.words.front().folded);
      before += word.surface;
    } else {
      if (!word.words.empty()) word.words.front().left_out_before = left_out;
      word.before = std::exchange(before, {});
      left_out.clear();
    }
  }
  std::erase_if(words, is_ignored_word);
}

// A repeated word adds no condition, but would raise the number of words that a document must
// contain.
void drop_repeated(std::vector<Query>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    const auto is_same = [&](const Query& other) {
      if (other.kind != word->kind || other.children != word->children) return false;
      return word->words.empty() || (other.words.front().exact == word->words.front().exact &&
                                     other.words.front().lemmas == word->words.front().lemmas);
    };
    words.erase(std::remove_if(word + 1, words.end(), is_same), words.end());
  }
}

// Quadratic, but in the parts of one list, of which there are kMaxQueryWords at most.
void drop_equal(std::vector<Query>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto after = items.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    items.erase(std::remove(after, items.end(), items[i]), items.end());
  }
}

// Recursive descent over the lexemes; the depth is that of balanced parentheses, kMaxQueryDepth at
// most. Precedence, from the weakest: OU; ET and SAUF; words side by side.
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, MatchMode match, WordReader& words, ParsedQuery& parsed)
      : lexemes_(std::move(lexemes)), match_(match), words_(words), notes_(parsed.notes) {}

  std::optional<Query> read_alternatives() {
    std::vector<Query> alternatives;
    auto first = read_conjunction();
    if (first) alternatives.push_back(*std::move(first));
    while (next_is(LexemeKind::kOr)) {
      const Lexeme sign = lexemes_[at_++];
      auto other = read_conjunction();
      if (alternatives.empty() || !other) note_operator(sign);
      if (other) alternatives.push_back(*std::move(other));
    }
    if (alternatives.empty()) return std::nullopt;
    drop_equal(alternatives);
    return at_least(1, std::move(alternatives));
  }

 private:
  // Items side by side: explicit conditions (phrases, fields, groups), plain words, exclusions.
  struct List {
    std::vector<Query> explicit_items;
    std::vector<Query> words;
    std::vector<Query> excluded;
  };

  bool next_is(LexemeKind kind) const {
    return at_ < lexemes_.size() && lexemes_[at_].kind == kind;
  }

  void note_operator(const Lexeme& sign) {
    notes_.add({NoteKind::kLoneOperator, std::string(sign.text)});
  }

  // Lists related by ET, AND, SAUF and NOT.
  std::optional<Query> read_conjunction() {
    std::vector<Query> wanted;
    std::vector<Query> unwanted;
    auto first = read_list();
    if (first) wanted.push_back(*std::move(first));
    while (next_is(LexemeKind::kAnd) || next_is(LexemeKind::kNot)) {
      const Lexeme sign = lexemes_[at_++];
      const bool is_not = sign.kind == LexemeKind::kNot || next_is(LexemeKind::kNot);
      if (is_not && next_is(LexemeKind::kNot)) ++at_;  // `ET SAUF`
      auto other = read_list();
      // `loi ET` and `ET loi` are read without the operator.
      if (!other || (!is_not && wanted.empty())) note_operator(sign);
      if (other) (is_not ? unwanted : wanted).push_back(*std::move(other));
    }
    if (wanted.empty() && unwanted.empty()) return std::nullopt;
    // An exclusion alone applies to all documents.
    Query node = wanted.empty() ? Query{} : all_of(std::move(wanted));
    return unwanted.empty() ? std::move(node) : except(std::move(node), std::move(unwanted));
  }

  std::optional<Query> read_list() {
    List list;
    while (at_ < lexemes_.size()) {
      const LexemeKind kind = lexemes_[at_].kind;
      if (kind == LexemeKind::kAnd || kind == LexemeKind::kOr || kind == LexemeKind::kNot ||
          kind == LexemeKind::kClose) {
        break;
      }
      read_item(list);
    }
    return finish(std::move(list));
  }

  // Plain words may be several in one lexeme; everything else is one item.
  void read_item(List& list) {
    const Lexeme lexeme = lexemes_[at_++];
    switch (lexeme.kind) {
      case LexemeKind::kWords:
        for (Query& word : words_.words(lexeme.text)) list.words.push_back(std::move(word));
        return;
      case LexemeKind::kMinus:
        read_exclusion(list);
        return;
      case LexemeKind::kNear:
        read_near(lexeme, list);
        return;
      default:
        if (auto item = read_unit(lexeme)) list.explicit_items.push_back(*std::move(item));
    }
  }

  // A unit other than plain words. The lexeme is consumed already.
  std::optional<Query> read_unit(const Lexeme& lexeme) {
    switch (lexeme.kind) {
      case LexemeKind::kWords:
        return words_.unit(lexeme.text);
      case LexemeKind::kPhrase:
        return words_.phrase(lexeme.text);
      case LexemeKind::kExact:
        return words_.exact(lexeme.text);
      case LexemeKind::kPrefix:
        return read_prefix(lexeme);
      case LexemeKind::kField:
        return read_field(lexeme);
      case LexemeKind::kOpen: {
        auto group = read_alternatives();
        if (next_is(LexemeKind::kClose)) ++at_;
        return group;
      }
      default:
        return std::nullopt;
    }
  }

  // What is too short for a prefix is read as a word.
  std::optional<Query> read_prefix(const Lexeme& lexeme) {
    if (auto prefix = words_.prefix(lexeme.text)) return prefix;
    notes_.add({NoteKind::kStarIgnored, std::string(lexeme.text) + "*"});
    return words_.unit(lexeme.text);
  }

  // After a minus: the next unit, whatever it is.
  void read_exclusion(List& list) {
    while (next_is(LexemeKind::kMinus)) ++at_;  // `--mot`
    if (at_ == lexemes_.size() || next_is(LexemeKind::kClose)) return;
    const Lexeme lexeme = lexemes_[at_++];
    if (auto item = read_unit(lexeme)) list.excluded.push_back(*std::move(item));
  }

  std::optional<Query> read_field(const Lexeme& field_name) {
    const QueryField field = *find_field(field_name.text);
    if (at_ == lexemes_.size()) return std::nullopt;
    const Lexeme value = lexemes_[at_++];
    // A field applied to a group or a prefix is the group or the prefix, with a note.
    const bool is_text = value.kind == LexemeKind::kWords || value.kind == LexemeKind::kPhrase;
    if (is_text && text::slug(value.text).empty()) {
      notes_.add({NoteKind::kFieldWithoutValue, std::string(field_name.text) + ":"});
      return std::nullopt;
    }
    if (field.kind == QueryField::Kind::kTitle) {
      auto item = read_unit(value);
      // A group may be restricted as well: `titre:(a OU b)`.
      if (item) restrict_to_title(*item);
      return item;
    }
    if (is_text) {
      auto condition = field.kind == QueryField::Kind::kDate ? read_dates(value.text, notes_)
                                                             : facet_node(field.facet, value.text);
      // A condition costs about as much as a word: thousands of `date:` would not be free.
      if (condition) return words_.take_word() ? std::move(condition) : std::nullopt;
    }
    notes_.add({NoteKind::kFieldReadAsWords,
                std::string(field_name.text) + ":" + std::string(value.text)});
    return read_unit(value);
  }

  // `ministre:pellerin`: what the name means is found by query::expand.
  static std::optional<Query> facet_node(base::Facet facet, std::string_view typed) {
    Query node;
    node.kind = Query::Kind::kFacet;
    node.facet = facet;
    node.surface = typed;
    return node;
  }

  // `a PROCHE/5 b`: relates the last word or phrase before it to the first one after.
  void read_near(const Lexeme& sign, List& list) {
    std::vector<Query> rest;
    if (next_is(LexemeKind::kWords)) {
      rest = words_.words(lexemes_[at_++].text);
    } else if (next_is(LexemeKind::kPhrase) || next_is(LexemeKind::kExact)) {
      const Lexeme lexeme = lexemes_[at_++];
      if (auto item = read_unit(lexeme)) rest.push_back(*std::move(item));
    }
    const bool is_one_more = nears_left_ == 0;
    auto left = rest.empty() || is_one_more ? std::nullopt : take_left_of_near(list);
    if (left) {
      // Further ones are read as words side by side.
      --nears_left_;
      Query near;
      near.kind = Query::Kind::kNear;
      near.surface = sign.text;
      near.distance = sign.distance;
      near.children = {near_side(*std::move(left)), near_side(std::move(rest.front()))};
      rest.erase(rest.begin());
      list.explicit_items.push_back(std::move(near));
    } else {
      notes_.add({NoteKind::kNearOfOther, std::string(sign.text)});
    }
    std::move(rest.begin(), rest.end(), std::back_inserter(list.words));
  }

  // Positions are known for words in any form only: `=mot` is read as `mot`, `porte-parole` as its
  // parts.
  Query near_side(Query side) {
    if (side.kind == Query::Kind::kEither) return Query(std::move(side.children.front()));
    if (side.kind != Query::Kind::kExact) return side;
    side.kind = Query::Kind::kWord;
    notes_.add({NoteKind::kExactInNear, "=" + side.surface});
    return side;
  }

  // The left side: a word or a phrase, or the right side of another PROCHE (`a PROCHE/5 b PROCHE/5
  // c` relates b twice).
  std::optional<Query> take_left_of_near(List& list) {
    if (at_ >= 3 && lexemes_[at_ - 3].kind == LexemeKind::kWords && !list.words.empty()) {
      Query left = std::move(list.words.back());
      list.words.pop_back();
      return left;
    }
    if (list.explicit_items.empty()) return std::nullopt;
    Query& last = list.explicit_items.back();
    // Copied: the other PROCHE keeps its right side.
    if (last.kind == Query::Kind::kNear) return last.children.back();
    if (last.kind != Query::Kind::kPhrase && last.kind != Query::Kind::kExact) return std::nullopt;
    Query left = std::move(last);
    list.explicit_items.pop_back();
    return left;
  }

  // A list as one node: all explicit items, and as many of the words as the mode requires. A list
  // of stop words alone keeps them.
  std::optional<Query> finish(List list) const {
    const bool has_ignored_words_only =
        list.explicit_items.empty() &&
        std::all_of(list.words.begin(), list.words.end(), is_ignored_word);
    if (!has_ignored_words_only) drop_ignored_words(list.words);
    drop_repeated(list.words);
    drop_equal(list.explicit_items);
    drop_equal(list.excluded);
    std::vector<Query> wanted = std::move(list.explicit_items);
    if (match_ == MatchMode::kAny) {
      std::move(list.words.begin(), list.words.end(), std::back_inserter(wanted));
    } else if (!list.words.empty()) {
      wanted.push_back(some_of(std::move(list.words)));
    }
    if (wanted.empty() && list.excluded.empty()) return std::nullopt;
    Query node = wanted.empty()              ? Query{}
                 : match_ == MatchMode::kAny ? any_of(std::move(wanted))
                                             : all_of(std::move(wanted));
    return list.excluded.empty() ? std::move(node)
                                 : except(std::move(node), std::move(list.excluded));
  }

  // Facets and dates narrow what is found by words, in every mode.
  static Query any_of(std::vector<Query> items) {
    std::vector<Query> conditions;
    std::vector<Query> words;
    for (Query& item : items) {
      const bool narrows = item.kind == Query::Kind::kFacet || item.kind == Query::Kind::kDates;
      (narrows ? conditions : words).push_back(std::move(item));
    }
    if (!words.empty()) conditions.push_back(at_least(1, std::move(words)));
    return all_of(std::move(conditions));
  }

  Query some_of(std::vector<Query> words) const {
    const std::size_t count = words.size();
    if (match_ == MatchMode::kAll) return all_of(std::move(words));
    Query node = at_least(count <= 2 ? count : (count + 1) / 2, std::move(words));
    node.may_relax = count > 1;
    return node;
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t nears_left_ = kMaxQueryPhrases;  // their positions are read as those of phrases
  MatchMode match_;
  WordReader& words_;
  Notes& notes_;
};

// Only the first of alternatives, which was typed: notes name the others.
Query outline_of(const Query& query) {
  Query outline;
  outline.kind = query.kind;
  outline.surface = query.surface;
  outline.in_title = query.in_title;
  outline.least = query.least;
  outline.distance = query.distance;
  outline.facet = query.facet;
  outline.values = query.values;
  outline.from = query.from;
  outline.to = query.to;
  const bool has_alternatives = query.kind == Query::Kind::kEither;
  const std::size_t count = has_alternatives ? 1 : query.children.size();
  outline.children.reserve(count);
  for (std::size_t i = 0; i < count; ++i) outline.children.push_back(outline_of(query.children[i]));
  return outline;
}

}  // namespace

QueryOutline outline(const ParsedQuery& parsed) {
  return {outline_of(parsed.query), parsed.notes};
}

base::Result<ParsedQuery> parse_query(std::string_view text, MatchMode match,
                                      text::Analyzer& analyzer) {
  // Before anything that is linear in the text.
  if (text.size() > kMaxQueryBytes) {
    return base::Error{base::Errc::kBadQuery, "the query is longer than 40,000 bytes"};
  }
  if (!base::is_valid_utf8(text)) {
    return base::Error{base::Errc::kBadQuery, "the query is not UTF-8"};
  }
  ParsedQuery parsed;
  WordReader words(analyzer, kMaxQueryWords);
  std::vector<Lexeme> lexemes = lex_query(text, parsed.notes);
  // An empty query selects all documents and needs no note.
  const bool is_blank = lexemes.empty();
  if (auto query = Parser(std::move(lexemes), match, words, parsed).read_alternatives()) {
    parsed.query = *std::move(query);
  } else if (!is_blank && parsed.notes.empty()) {
    parsed.notes.add({NoteKind::kNoWord, std::string(text)});
  }
  if (words.has_left_out()) {
    parsed.notes.add(
        {.kind = NoteKind::kTooLong, .limit = kMaxQueryWords, .phrase_limit = kMaxQueryPhrases});
  }
  return parsed;
}

}  // namespace pressoir::query
