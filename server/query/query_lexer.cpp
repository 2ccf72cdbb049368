#include "server/query/query_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "indexer/text/fold.hpp"

namespace pressoir::query {
namespace {

using Kind = Lexeme::Kind;

// Farther apart, two words of a press page seldom belong together.
constexpr std::uint32_t kMaxDistance = 100;  // words

constexpr std::array<QueryField, 7> kFields = {{
    {"titre", QueryField::Kind::kTitle},
    {"date", QueryField::Kind::kDate},
    {"ministre", QueryField::Kind::kFacet, base::Facet::kMinister},
    {"personne", QueryField::Kind::kFacet, base::Facet::kPerson},
    {"theme", QueryField::Kind::kFacet, base::Facet::kTheme},
    {"source", QueryField::Kind::kFacet, base::Facet::kSource},
    {"type", QueryField::Kind::kFacet, base::Facet::kType},
}};

// Longer words before a colon are not folded, only to find that they name no field.
constexpr std::size_t kMaxFieldBytes = 16;

// French typography puts these before `:` and inside of « ».
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202F";

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Quotes, 3> kQuotes = {{{"\"", "\""}, {"«", "»"}, {"“", "”"}}};

// The bytes of the blank at the start of `text`, 0 when there is none. Control characters come with
// text that is pasted.
std::size_t blank_size(std::string_view text) {
  const char c = text.front();
  if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') return 1;
  for (const std::string_view blank : {kNoBreakSpace, kNarrowNoBreakSpace}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::optional<Lexeme> read_operator(std::string_view word) {
  if (word == "ET" || word == "AND") return Lexeme{Kind::kAnd, word, 0};
  if (word == "OU" || word == "OR") return Lexeme{Kind::kOr, word, 0};
  if (word == "SAUF" || word == "NOT") return Lexeme{Kind::kNot, word, 0};
  for (const std::string_view name : {"PROCHE/", "NEAR/"}) {
    if (!word.starts_with(name)) continue;
    const std::string_view digits = word.substr(name.size());
    std::uint32_t distance = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), distance);
    const bool is_whole = read.ec == std::errc() && read.ptr == digits.end();
    if (is_whole && distance >= 1 && distance <= kMaxDistance) {
      return Lexeme{Kind::kNear, word, distance};
    }
  }
  return std::nullopt;
}

// `PROCHE` and `PROCHE/0`, which are no operators.
bool is_bare_near(std::string_view word) {
  return word == "PROCHE" || word.starts_with("PROCHE/") || word.starts_with("NEAR/");
}

// Bytes from 0x80 on are parts of letters, except in the signs that were recognised before.
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  Lexer(std::string_view text, Notes& notes) : text_(text), notes_(notes) {
    // Where each kind of quotation is closed last: an opening sign after that is alone. Searching
    // from each opening sign would be quadratic in a query of quotation marks.
    for (std::size_t i = 0; i < kQuotes.size(); ++i) last_close_[i] = text.rfind(kQuotes[i].close);
    // In a sentence of capitals (titles of laws are pasted so) ET is no operator; in `PME OU TPE`
    // it is.
    const bool has_small =
        std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    has_operators_ = has_small || std::count(text.begin(), text.end(), ' ') < 3;
  }

  std::vector<Lexeme> lex() {
    while (at_ < text_.size()) {
      if (const std::size_t blank = blank_size(rest())) {
        at_ += blank;
        is_start_ = true;
      } else if (!read_sign()) {
        read_plain();
      }
    }
    end_words(text_.size());
    return std::move(lexemes_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  // Ends the plain words before `end`, if any are being read.
  void end_words(std::size_t end) {
    if (has_words_) lexemes_.push_back({Kind::kWords, text_.substr(words_, end - words_), 0});
    has_words_ = false;
  }

  void add(Kind kind, std::string_view text, std::size_t size, std::uint32_t distance = 0) {
    end_words(at_);
    lexemes_.push_back({kind, text, distance});
    at_ += size;
    is_start_ = true;
  }

  // Reads what is syntax anywhere (quotations, closing parentheses) or at the start of a word.
  bool read_sign() {
    const char c = text_[at_];
    // `ministre(s)` opens nothing.
    if ((c == '(' && is_start_) || c == ')') {
      add(c == '(' ? Kind::kOpen : Kind::kClose, rest().substr(0, 1), 1);
      return true;
    }
    if (read_quotes()) return true;
    note_lone_quote();
    return is_start_ && (read_minus() || read_word_sign(true));
  }

  // Null when no quotation opens at `at`, or it is not closed.
  const Quotes* quotes_at(std::size_t at) const {
    for (std::size_t i = 0; i < kQuotes.size(); ++i) {
      const std::size_t begin = at + kQuotes[i].open.size();
      const bool is_closed = last_close_[i] != std::string_view::npos && last_close_[i] >= begin;
      if (is_closed && text_.substr(at).starts_with(kQuotes[i].open)) return &kQuotes[i];
    }
    return nullptr;
  }

  // A quotation is one lexeme, its marks excluded, whatever is inside.
  bool read_quotes() {
    const Quotes* quotes = quotes_at(at_);
    if (quotes == nullptr) return false;
    const std::size_t begin = at_ + quotes->open.size();
    const std::size_t end = text_.find(quotes->close, begin);
    add(Kind::kPhrase, text_.substr(begin, end - begin), end + quotes->close.size() - at_);
    return true;
  }

  void note_lone_quote() {
    for (const Quotes& quotes : kQuotes) {
      if (rest().starts_with(quotes.open) || rest().starts_with(quotes.close)) {
        notes_.add({NoteKind::kUnpairedQuote});
      }
    }
  }

  // Only directly before a word: ` - ` between blanks is a dash.
  bool read_minus() {
    const bool precedes_word = at_ + 1 < text_.size() && blank_size(text_.substr(at_ + 1)) == 0;
    if (text_[at_] != '-' || !precedes_word) return false;
    add(Kind::kMinus, rest().substr(0, 1), 1);
    if (text_[at_] != '-') read_operand(true);
    return true;
  }

  // What `-` or a field applies to: a group, a quotation, a sign, or a single word.
  void read_operand(bool may_be_field) {
    if (text_[at_] == '(' || read_quotes() || read_word_sign(may_be_field)) return;
    const std::string_view word = word_here();
    if (!word.empty()) add(Kind::kWords, word, word.size());
  }

  // From here to a blank, a parenthesis or a quotation.
  std::string_view word_here() const {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != '(' && text_[end] != ')' &&
           quotes_at(end) == nullptr && blank_size(text_.substr(end)) == 0) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  // `=mot`, `mot*`, `titre:`, `ET`: signs that begin or end a word.
  bool read_word_sign(bool may_be_field) {
    const std::string_view word = word_here();
    const auto found = has_operators_ ? read_operator(word) : std::nullopt;
    if (found) {
      add(found->kind, word, word.size(), found->distance);
      return true;
    }
    if (word.size() > 1 && word.front() == '=' && is_word_byte(word[1])) {
      add(Kind::kExact, word.substr(1), word.size());
      return true;
    }
    if (may_be_field && read_field(word)) return true;
    if (word.ends_with('*') && std::any_of(word.begin(), word.end(), is_word_byte) &&
        word.find('*') == word.size() - 1) {
      add(Kind::kPrefix, word.substr(0, word.size() - 1), word.size());
      return true;
    }
    note_no_syntax(word);
    return false;
  }

  // A known name and a colon, with the operand that directly follows.
  bool read_field(std::string_view word) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos || !has_value(colon)) return false;
    const std::string_view name = word.substr(0, colon);
    if (!find_field(name)) {
      note_unknown_field(name, word.substr(colon + 1));
      return false;
    }
    add(Kind::kField, name, colon + 1);
    if (text_[at_] == '-') {
      const std::string value(word.substr(colon + 2));
      // The field is searched for the word all the same.
      notes_.add({NoteKind::kMisplacedMinus, "-" + std::string(name) + ":" + value});
    }
    read_operand(false);
    return true;
  }

  // `auteur:dupont` is probably meant as a field; `https://…` and `10:30` are not.
  void note_unknown_field(std::string_view name, std::string_view value) {
    const auto is_letter = [](char c) { return is_word_byte(c) && !(c >= '0' && c <= '9'); };
    const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), is_letter);
    if (!is_name || value.starts_with('/')) return;
    notes_.add({NoteKind::kUnknownField, std::string(name) + ":"});
  }

  // What was probably meant as syntax; the reader is told that it had no effect.
  void note_no_syntax(std::string_view word) {
    const std::size_t star = word.find('*');
    const bool has_letters = std::any_of(word.begin(), word.end(), is_word_byte);
    if (star != std::string_view::npos && has_letters) {
      notes_.add({NoteKind::kStarInsideWord, std::string(word)});
    } else if (word == "=" && at_ + 1 < text_.size() && quotes_at(at_ + 1) != nullptr) {
      notes_.add({NoteKind::kExactPhrase});
    } else if (has_operators_ && is_bare_near(word)) {
      notes_.add({.kind = NoteKind::kNearWithoutDistance,
                  .text = std::string(word),
                  .limit = kMaxDistance});
    }
  }

  // True when something directly follows the colon: `Date : demain` is prose.
  bool has_value(std::size_t colon) const {
    const std::size_t next = at_ + colon + 1;
    return next < text_.size() && blank_size(text_.substr(next)) == 0;
  }

  void read_plain() {
    if (!has_words_) words_ = at_;
    has_words_ = true;
    is_start_ = false;
    ++at_;
  }

  std::string_view text_;
  Notes& notes_;
  std::array<std::size_t, kQuotes.size()> last_close_{};
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;  // where the plain words that are being read begin
  bool has_words_ = false;
  bool is_start_ = true;  // a word may start here
  bool has_operators_ = true;
};

// Without the parentheses that have no partner or are nested deeper than kMaxQueryDepth: the
// recursive parser relies on it. A stack, not recursion: a query may be 40,000 parentheses.
std::vector<Lexeme> balanced(std::vector<Lexeme> lexemes, Notes& notes) {
  std::vector<bool> is_dropped(lexemes.size());
  std::vector<std::size_t> open;  // of the parentheses that wait for their partner
  bool has_alone = false;
  bool has_deep = false;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (lexemes[i].kind == Lexeme::Kind::kOpen) {
      open.push_back(i);
    } else if (lexemes[i].kind == Lexeme::Kind::kClose && open.empty()) {
      is_dropped[i] = has_alone = true;
    } else if (lexemes[i].kind == Lexeme::Kind::kClose) {
      if (open.size() > kMaxQueryDepth) is_dropped[open.back()] = is_dropped[i] = has_deep = true;
      open.pop_back();
    }
  }
  for (const std::size_t i : open) is_dropped[i] = has_alone = true;
  if (has_alone) notes.add({NoteKind::kUnpairedParenthesis});
  if (has_deep) notes.add({.kind = NoteKind::kDeepParentheses, .limit = kMaxQueryDepth});
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (!is_dropped[i]) lexemes[kept++] = lexemes[i];
  }
  lexemes.resize(kept);
  return lexemes;
}

}  // namespace

std::optional<QueryField> find_field(std::string_view name) {
  if (name.size() > kMaxFieldBytes) return std::nullopt;
  const std::string folded = text::fold(name);
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(),
                   [&](const QueryField& field) { return field.name == folded; });
  return found == kFields.end() ? std::nullopt : std::optional(*found);
}

std::vector<Lexeme> lex_query(std::string_view text, Notes& notes) {
  return balanced(Lexer(text, notes).lex(), notes);
}

}  // namespace pressoir::query
