#include "indexer/text/acronyms.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "indexer/base/utf8.hpp"

namespace pressoir::text {
namespace {

// Bytes read on each side of a parenthesis: longer than any expansion, and what keeps a hostile
// text of parentheses linear.
constexpr std::size_t kMaxSideBytes = 256;
constexpr std::size_t kMaxMarkedBytes = 40;  // `ci-après dénommé « CNI »`

// Where an expansion cannot continue: ends of sentences and clauses, quotations, parentheses.
constexpr std::array<std::string_view, 15> kLimits = {"\n", "\r",  "(", ")", ";", ":", "!", "?",
                                                      ". ", " - ", "«", "“", "–", "—", "•"};

struct AlignedWord {
  std::string_view folded;
  bool is_stopword = false;
};

// Costs of an alignment: the higher, the less the pair is believed. A stop word that gives a letter
// is common (`Agence de l’environnement…`, ADEME); a full word that gives none is the surest sign
// that the letters meet the words by chance.
constexpr int kStopwordLetter = 1;
constexpr int kSeveralLetters = 2;
constexpr int kSkippedWord = 3;
constexpr int kImpossible = 1000;
constexpr std::size_t kMaxLettersOfAWord = 4;

// Chance makes two letters meet two words easily, and nine never.
int highest_cost(std::size_t letters, bool strict) {
  const int length = static_cast<int>(letters);
  const int cost = length < 4 ? length - 2 : length - 1;
  return strict ? cost - 3 : cost;
}

// costs[j]: the least cost of giving the letters from j on by the words after the current one.
using Costs = std::array<int, kMaxAcronymLetters + 1>;

// The least cost when `word` gives at least the letter at `at`.
int giving_cost(const AlignedWord& word, std::string_view letters, std::size_t at,
                const Costs& behind) {
  int best = kImpossible;
  const std::size_t most = word.is_stopword ? 1 : kMaxLettersOfAWord;
  for (std::size_t given = 1; given <= most && at + given <= letters.size(); ++given) {
    if (!word.folded.starts_with(letters.substr(at, given))) break;
    const int cost = word.is_stopword ? kStopwordLetter : given > 1 ? kSeveralLetters : 0;
    best = std::min(best, cost + behind[at + given]);
  }
  return best;
}

// The first word of the best expansion that ends with the last of `words` (at most
// kMaxExpansionWords are looked at); nothing when no expansion is convincing. `letters` are a to z,
// 2 to kMaxAcronymLetters. Of equally good expansions the shortest. A `strict` search allows less.
//
// Letters are given in order by the words' beginnings. The first and the last word are no stop
// words and give at least one. One letter from a full word costs nothing; a stop word that gives
// one (`Agence de l’environnement et de la maîtrise de l’énergie`, ADEME), a word that gives more
// (`Mission interministérielle de vigilance et de lutte…`, MIVILUDES) and a full word that gives
// none cost more and more; long acronyms may cost more than short ones.
std::optional<std::size_t> align_acronym(std::string_view letters,
                                         std::span<const AlignedWord> words, bool strict) {
  if (words.empty() || words.back().is_stopword) return std::nullopt;
  std::optional<std::size_t> best;
  int best_cost = highest_cost(letters.size(), strict) + 1;
  Costs behind;
  behind.fill(kImpossible);
  behind[letters.size()] = 0;
  const std::size_t least = words.size() - std::min(words.size(), kMaxExpansionWords);
  for (std::size_t i = words.size(); i-- > least;) {
    const AlignedWord& word = words[i];
    const bool is_last = i + 1 == words.size();
    Costs costs;
    costs.fill(kImpossible);
    for (std::size_t at = 0; at < letters.size(); ++at) {
      const int skipping = is_last ? kImpossible : (word.is_stopword ? 0 : kSkippedWord);
      costs[at] = std::min(giving_cost(word, letters, at, behind), skipping + behind[at]);
    }
    if (!word.is_stopword && !is_last) {
      if (const int cost = giving_cost(word, letters, 0, behind); cost < best_cost) {
        best_cost = cost;
        best = i;
      }
    }
    behind = costs;
  }
  return best;
}

struct Acronym {
  std::string folded;
  std::string letters;  // folded without `&`
  bool strict = false;  // written as a word, `Insee`: the writing itself proves nothing
};

// By ICU: acronyms have accents (`ÉNA`).
std::size_t count_capitals(std::string_view surface) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < surface.size();) {
    const auto character = next_character(surface, i);
    capitals += character && u_isupper(static_cast<UChar32>(*character)) ? 1 : 0;
  }
  return capitals;
}

std::optional<Acronym> read_acronym(const Token& token, std::string_view text) {
  constexpr std::size_t kLeastWordLetters = 4;
  Acronym acronym{std::string(token.folded), std::string(token.folded), false};
  std::erase(acronym.letters, '&');
  const std::size_t size = acronym.letters.size();
  const bool is_latin = std::ranges::all_of(acronym.letters, base::is_ascii_letter);
  if (!is_latin || size < 2 || size > kMaxAcronymLetters) return std::nullopt;
  const std::string_view surface = text.substr(token.begin, token.end - token.begin);
  const std::size_t capitals = count_capitals(surface);
  // `Insee` is an acronym written as a word; `Le` and `Par` at the head of a sentence are none.
  if (capitals == 0 || (capitals == 1 && size < kLeastWordLetters)) return std::nullopt;
  acronym.strict = capitals == 1;
  return acronym;
}

// `CNI`, `« CNI »`, `ci-après dénommé CNI`.
std::optional<Acronym> read_marked_acronym(std::string_view inside, Analyzer& analyzer) {
  if (inside.size() > kMaxMarkedBytes || count_capitals(inside) == 0) return std::nullopt;
  const auto tokens = analyzer.analyze(inside);
  if (tokens.empty()) return std::nullopt;
  const auto is_mark = [](const Token& token) {
    return token.is_stopword || token.folded == "apres" || token.folded == "ciapres" ||
           token.folded.starts_with("dit") || token.folded.starts_with("denomme");
  };
  if (!std::all_of(tokens.begin(), tokens.end() - 1, is_mark)) return std::nullopt;
  return read_acronym(tokens.back(), inside);
}

// The acronym right before a parenthesis: `le CNI `.
std::optional<Acronym> read_acronym_at_end(std::string_view before, Analyzer& analyzer) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  before.remove_prefix(std::min(before.rfind(' ') + 1, before.size()));
  if (before.size() > kMaxMarkedBytes || count_capitals(before) == 0) return std::nullopt;
  const auto tokens = analyzer.analyze(before);
  if (tokens.size() != 1) return std::nullopt;
  return read_acronym(tokens.front(), before);
}

// What follows the last limit of `side`, and what precedes the first.
std::string_view after_last_limit(std::string_view side) {
  std::size_t begin = 0;
  for (const std::string_view limit : kLimits) {
    const std::size_t at = side.rfind(limit);
    if (at != std::string_view::npos) begin = std::max(begin, at + limit.size());
  }
  return side.substr(begin);
}
std::string_view before_first_limit(std::string_view side) {
  std::size_t end = side.size();
  for (const std::string_view limit : kLimits) end = std::min(end, side.find(limit));
  return side.substr(0, end);
}

// The only stop words within names of institutions; any other one shows a sentence: `que`, `votre`…
constexpr std::array<std::string_view, 31> kConnectingWords = {
    "a",    "au",  "autre", "autres", "aux",   "avant",  "avec", "d",   "dans", "de",   "des",
    "du",   "en",  "entre", "et",     "la",    "le",     "les",  "ou",  "par",  "pour", "sans",
    "sous", "sur", "tous",  "tout",   "toute", "toutes", "un",   "une", "vers"};

// A name, not a piece of a sentence (`valider les acquis`) and not the second half of a name
// (`[centre de] coordination et de contrôle`).
bool is_name(std::span<const AlignedWord> words) {
  constexpr std::array<std::string_view, 5> kArticles = {"la", "le", "les", "un", "une"};
  constexpr std::array<std::string_view, 3> kPrepositions = {"de", "des", "du"};
  if (base::is_one_of(words[1].folded, kArticles)) return false;
  const bool is_half = words.size() > 2 && words[1].folded == "et" &&
                       base::is_one_of(words[2].folded, kPrepositions);
  return !is_half && std::ranges::all_of(words, [](const AlignedWord& word) {
    return !word.is_stopword || base::is_one_of(word.folded, kConnectingWords);
  });
}

// True when a full word leads straight into `first`, so that the name begins before it:
// `[complément de libre] choix du mode de garde (CMG)`. A capital begins a name: `option
// Prélèvement…`.
bool goes_on(std::string_view text, const Token& before, const Token& first) {
  const std::string_view gap = text.substr(before.end, first.begin - before.end);
  if (gap == "-") return true;
  return gap == " " && !before.is_stopword &&
         count_capitals(text.substr(first.begin, first.end - first.begin)) == 0;
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t') {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

class Finder {
 public:
  explicit Finder(Analyzer& analyzer) : analyzer_(analyzer) {}

  // Reads one parenthesis: the text before it, on its line, and the text inside it.
  void read(std::string_view before, std::string_view inside) {
    if (const auto acronym = read_marked_acronym(inside, analyzer_)) {
      expand(*acronym, after_last_limit(before), false);
    } else if (const auto leading = read_acronym_at_end(before, analyzer_)) {
      const std::string_view whole = before_first_limit(inside);
      // `CNI (Conseil national de l’industrie, installé en 2010)`: what follows a comma is a
      // remark.
      if (!expand(*leading, whole, true)) {
        expand(*leading, whole.substr(0, whole.find(',')), true);
      }
    }
  }

  std::vector<AcronymDefinition> take() {
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  // Adds the definition when the end of `side` (`whole`: all of it but articles) expands the
  // acronym.
  bool expand(const Acronym& acronym, std::string_view side, bool whole) {
    tokens_.clear();
    words_.clear();
    for (const Token& token : analyzer_.analyze(side)) {
      if (token.is_compound) continue;
      tokens_.push_back(token);
      words_.push_back({token.folded, token.is_stopword});
    }
    const auto first = align_acronym(acronym.letters, words_, acronym.strict);
    if (!first || !is_name(std::span(words_).subspan(*first))) return false;
    const auto is_stopword = [](const Token& token) { return token.is_stopword; };
    const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(*first);
    if (whole && !std::all_of(tokens_.begin(), begin, is_stopword)) return false;
    if (begin != tokens_.begin() && goes_on(side, *(begin - 1), *begin)) return false;
    add(acronym, side, {begin, tokens_.end()});
    return true;
  }

  void add(const Acronym& acronym, std::string_view side, std::span<const Token> tokens) {
    AcronymDefinition definition{acronym.folded, {}, {}};
    for (const Token& token : tokens) {
      if (!definition.expansion.empty()) definition.expansion += ' ';
      definition.expansion += token.folded;
    }
    const std::uint32_t begin = tokens.front().begin;
    definition.surface = with_single_blanks(side.substr(begin, tokens.back().end - begin));
    found_.push_back(std::move(definition));
  }

  Analyzer& analyzer_;
  std::vector<Token> tokens_;
  std::vector<AlignedWord> words_;
  std::vector<AcronymDefinition> found_;
};

// The last kMaxSideBytes of a text, from the beginning of a word on.
std::string_view last_words(std::string_view text) {
  if (text.size() <= kMaxSideBytes) return text;
  text.remove_prefix(text.size() - kMaxSideBytes);
  return text.substr(std::min(text.find(' '), text.size()));
}

}  // namespace

std::vector<AcronymDefinition> find_acronyms(std::string_view text, Analyzer& analyzer) {
  Finder finder(analyzer);
  std::size_t after_last = 0;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::string_view rest = text.substr(open + 1, kMaxSideBytes);
    const std::size_t close = rest.find_first_of("()\n");
    if (close != std::string_view::npos && rest[close] == ')') {
      // From the last parenthesis on: no byte is read twice for `before`.
      finder.read(last_words(text.substr(after_last, open - after_last)), rest.substr(0, close));
    }
    after_last = open + 1;
  }
  return finder.take();
}

}  // namespace pressoir::text
