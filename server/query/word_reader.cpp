#include "server/query/word_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::query {
namespace {

// Interrogatives, and forms of the verbs of asking: can, must, do, want, exist. Not their
// infinitives, which are nouns too: `pouvoir d’achat`, `devoir de mémoire`.
constexpr std::array<std::string_view, 37> kQuestionWords = {
    "combien",    "comment",  "devons", "devrait", "dois",    "doit",    "doivent",  "existe",
    "faire",      "fait",     "faites", "falloir", "faut",    "font",    "lequel",   "laquelle",
    "lesquelles", "lesquels", "ou",     "peut",    "peuvent", "peux",    "pourquoi", "pouvons",
    "puis",       "quand",    "que",    "quel",    "quelle",  "quelles", "quels",    "qui",
    "quoi",       "sert",     "veut",   "veux",    "vouloir"};

// Owns its text: a token's views live until the next call of the analyzer.
store::QueryWord to_word(const text::Token& token) {
  store::QueryWord word;
  word.exact = token.exact;
  word.folded = token.folded;
  word.lemmas = word.forms = token.lemmas;
  word.is_stopword = token.is_stopword;
  return word;
}

// `surface` is what notes and sentences quote: as typed, never as analysed.
Query leaf(Query::Kind kind, std::vector<store::QueryWord> words, std::string_view surface) {
  Query node;
  node.kind = kind;
  node.surface = surface;
  node.words = std::move(words);
  return node;
}

// A token as typed. The last dot of `C.N.I.` belongs to it, which the tokenizer leaves out.
std::string_view surface_of(std::string_view text, const text::Token& token) {
  const bool is_dotted = token.end < text.size() && text[token.end] == '.' &&
                         token.end - token.begin >= 3 && text[token.end - 2] == '.';
  return text.substr(token.begin, token.end - token.begin + (is_dotted ? 1 : 0));
}

// The text between two words, its blanks made single.
std::string between(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank) plain += c;
    if (is_blank && !plain.ends_with(' ')) plain += ' ';
  }
  return plain;
}

// `doit-il`, `reste-t-il`: a verb before its subject is no compound, except in `rendez-vous`.
bool is_inversion(const std::vector<Query>& parts, const Query& whole) {
  constexpr std::array<std::string_view, 10> kSubjects = {"je", "tu",   "il",   "elle", "on",
                                                          "ce", "nous", "vous", "ils",  "elles"};
  const std::vector<store::QueryWord>& last = parts.back().words;
  return !last.empty() && whole.words.front().folded != "rendezvous" &&
         std::find(kSubjects.begin(), kSubjects.end(), last.front().folded) != kSubjects.end();
}

// A part of a compound has the forms of a noun: `chefs-lieux`, `comptes-rendus`.
std::string forms_of_part(const store::QueryWord& word) {
  std::string forms = text::nominal_lemmas(word.lemmas);
  if (!forms.empty()) return forms;
  const std::string folded = "~" + word.folded;
  return folded + text::kLemmaSeparator + folded + 's';
}

// `porte-parole`: the phrase of its parts, or the joined word, as authors write both.
Query compound(std::vector<Query> parts, Query whole) {
  std::vector<store::QueryWord> words;
  for (Query& part : parts) {
    // A part may be a compound itself when it contains a dotted acronym; its own parts come first.
    Query& first = part.words.empty() ? part.children.front() : part;
    std::move(first.words.begin(), first.words.end(), std::back_inserter(words));
  }
  for (store::QueryWord& word : words) word.forms = forms_of_part(word);
  const Query::Kind kind = words.size() == 1 ? Query::Kind::kWord : Query::Kind::kPhrase;
  Query node;
  node.kind = Query::Kind::kEither;
  node.surface = whole.surface;
  node.children.push_back(leaf(kind, std::move(words), whole.surface));
  node.children.push_back(std::move(whole));
  return node;
}

}  // namespace

bool WordReader::take_word() {
  if (left_ == 0) {
    has_left_out_ = true;
    return false;
  }
  --left_;
  return true;
}

std::vector<Query> WordReader::words(std::string_view text) {
  std::vector<Query> nodes;
  std::vector<std::uint32_t> positions;  // of the words that are nodes
  std::size_t done = 0;                  // the end of the word before
  for (const text::Token& token : analyzer_.analyze(text)) {
    Query node = leaf(Query::Kind::kWord, {to_word(token)}, surface_of(text, token));
    if (token.is_compound) {
      const auto part = std::lower_bound(positions.begin(), positions.end(), token.position);
      const auto first = nodes.begin() + (part - positions.begin());
      // The analyzer gives a compound after its parts.
      if (first == nodes.end()) break;  // its parts were too many words
      std::vector<Query> parts(first, nodes.end());
      if (is_inversion(parts, node)) continue;
      // The compound replaces its parts, which were read before it.
      std::string before = std::move(parts.front().before);
      node = compound(std::move(parts), std::move(node));
      node.before = std::move(before);
      nodes.erase(first, nodes.end());
      positions.erase(part, positions.end());
    } else if (!take_word()) {
      break;
    } else {
      node.before = between(text.substr(done, std::max<std::size_t>(token.begin, done) - done));
      done = token.begin + node.surface.size();
    }
    nodes.push_back(std::move(node));
    positions.push_back(token.position);
  }
  return nodes;
}

std::optional<Query> WordReader::phrase(std::string_view text) {
  std::vector<store::QueryWord> words;
  std::size_t begin = 0;
  std::size_t end = 0;
  for (const text::Token& token : analyzer_.analyze(text)) {
    // A phrase has the parts only: positions are theirs.
    if (token.is_compound) continue;
    if (!take_word()) break;
    // The phrase is quoted from its first word to its last, without the marks around them.
    if (words.empty()) begin = token.begin;
    words.push_back(to_word(token));
    words.back().forms = "~" + words.back().folded;
    end = token.begin + surface_of(text, token).size();
  }
  if (words.empty()) return std::nullopt;
  if (words.size() > 1 && phrases_left_-- == 0) {
    // phrases_left_-- has wrapped around.
    phrases_left_ = 0;
    has_left_out_ = true;
    return std::nullopt;
  }
  return leaf(Query::Kind::kPhrase, std::move(words), text.substr(begin, end - begin));
}

std::optional<Query> WordReader::unit(std::string_view text) {
  auto node = phrase(text);
  if (!node) return node;
  if (node->words.size() > 1) {
    for (store::QueryWord& word : node->words) word.forms = forms_of_part(word);
    return node;
  }
  node->kind = Query::Kind::kWord;
  node->words.front().forms = node->words.front().lemmas;
  return node;
}

std::optional<Query> WordReader::exact(std::string_view text) {
  auto node = phrase(text);
  if (node && node->words.size() == 1) node->kind = Query::Kind::kExact;
  return node;
}

std::optional<Query> WordReader::prefix(std::string_view text) {
  const auto tokens = analyzer_.analyze(text);
  if (tokens.size() != 1 || tokens.front().end != text.size()) return std::nullopt;
  const std::string_view letters = tokens.front().exact;
  if (tokens.front().folded.size() < kLeastPrefixLetters || !take_word()) return std::nullopt;
  return leaf(Query::Kind::kPrefix, {}, letters);
}

bool is_question_word(std::string_view folded) noexcept {
  return std::find(kQuestionWords.begin(), kQuestionWords.end(), folded) != kQuestionWords.end();
}

}  // namespace pressoir::query
