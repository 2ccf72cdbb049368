#include "server/search/snippet/highlighter.hpp"

#include <algorithm>
#include <tuple>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"
#include "server/search/snippet/fragments.hpp"

namespace pressoir::search::snippet {
namespace {

// Sizes of a snippet, in characters. The widest window with the longest lead is no longer than the
// most.
constexpr std::uint32_t kAim = 280;    // aimed at
constexpr std::uint32_t kLeast = 160;  // when the text is that long
constexpr std::uint32_t kMost = 318;   // without the ellipses
constexpr std::uint32_t kLead = 80;    // searched before the first match for a good start
constexpr std::uint32_t kWindow = kMost - kLead;
constexpr std::string_view kEllipsis = "…";
// Keys of one hash table for three kinds of forms: a question of fifty words then costs no more
// than one of two. Control characters occur in no form.
const std::string kLemmaMark = "\x01";
const std::string kExactMark = "\x02";

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

// The offset `characters` after `at`, or before it; the end or the start of a shorter text. Offsets
// always fall between two characters of UTF-8.
std::uint32_t forward(std::string_view text, std::uint32_t at, std::uint32_t characters) {
  while (at < text.size() && characters > 0) {
    do ++at;
    while (at < text.size() && base::is_utf8_continuation(text[at]));
    --characters;
  }
  return at;
}

std::uint32_t backward(std::string_view text, std::uint32_t at, std::uint32_t characters) {
  while (at > 0 && characters > 0) {
    do --at;
    while (at > 0 && base::is_utf8_continuation(text[at]));
    --characters;
  }
  return at;
}

MatchForm form_of(const text::Token& token, const store::QueryWord& asked) {
  if (asked.is_family) return MatchForm::kFamily;
  if (token.exact == asked.exact) return MatchForm::kExact;
  return token.folded == asked.folded ? MatchForm::kFolded : MatchForm::kLemma;
}

struct PhraseMatch {
  std::uint32_t end = 0;  // of its last word; 0 when the tokens are not the phrase
  MatchForm form = MatchForm::kExact;
};

// Matches the phrase with the tokens from `first` on. A joined compound (`porteparole`) shares its
// position with its parts and is skipped: phrases are made of the parts.
PhraseMatch match_phrase(std::span<const text::Token> tokens, std::size_t first,
                         const std::vector<store::QueryWord>& words) {
  std::uint32_t position = tokens[first].position;
  std::size_t found = 0;
  PhraseMatch match;
  for (std::size_t i = first; i < tokens.size() && found < words.size(); ++i) {
    if (tokens[i].is_compound) continue;
    if (tokens[i].position != position || !store::is_selected(words[found].forms, tokens[i])) {
      return {};
    }
    match.form = std::max(match.form, form_of(tokens[i], words[found]));
    match.end = tokens[i].end;
    ++position;
    ++found;
  }
  return found == words.size() ? match : PhraseMatch{};
}

// True when a sentence ends before `end`. The dot of `M. Montebourg` or of `C.N.I.` follows a
// single capital and does not end one; a line does, because each block of a page is a line.
bool is_sentence_end(std::string_view text, std::size_t end) {
  if (end == 0) return false;
  const char c = text[end - 1];
  if (c != '.') return c == '!' || c == '?' || c == '\n';
  const auto is_letter = [](char l) { return (l >= 'A' && l <= 'Z') || (l >= 'a' && l <= 'z'); };
  const bool is_initial =
      end >= 2 && text[end - 2] >= 'A' && text[end - 2] <= 'Z' &&
      (end == 2 || !(is_letter(text[end - 3]) || base::is_utf8_continuation(text[end - 3])));
  return !is_initial;
}

bool starts_sentence(std::string_view text, std::size_t start) {
  return start == 0 || text[start - 1] == '\n' ||
         (text[start - 1] == ' ' && is_sentence_end(text, start - 1));
}

// The start of a snippet whose first match begins at `match`: the start of a sentence, else of a
// word, at most kLead characters before the match.
std::uint32_t good_start(std::string_view text, std::uint32_t match) {
  const std::uint32_t floor = backward(text, match, kLead);
  if (floor == 0) return 0;
  for (std::uint32_t i = match; i > floor; --i) {
    if (starts_sentence(text, i)) return i;
  }
  std::uint32_t start = floor;
  while (start < match && !is_space(text[start - 1])) ++start;
  return start;
}

// The end of a snippet that starts at `start`: the end of a sentence close to the aimed size, else
// of a word, else between two characters (a text without blanks is cut all the same); not before
// `least`, where its last match ends.
std::uint32_t good_end(std::string_view text, std::uint32_t start, std::uint32_t least) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (forward(text, start, kMost) == size) return size;
  const std::uint32_t aim = std::max(least, forward(text, start, kAim));
  if (aim >= size) return size;
  const std::uint32_t floor = std::max(least, forward(text, start, kLeast));
  for (std::uint32_t i = aim; i > floor; --i) {
    if (is_sentence_end(text, i) && is_space(text[i])) return i;
  }
  for (std::uint32_t i = aim; i >= floor; --i) {
    if (is_space(text[i])) return i;
  }
  return aim;
}

}  // namespace

Highlighter::Highlighter(const query::Query& query, text::Analyzer& analyzer)
    : leaves_(query::positive_leaves(query)), analyzer_(analyzer) {
  for (std::uint32_t leaf = 0; leaf < leaves_.size(); ++leaf) index_leaf(leaf);
}

void Highlighter::index_leaf(std::uint32_t leaf) {
  const query::Query& query = *leaves_[leaf];
  const store::QueryWord& first = query.words.front();
  switch (query.kind) {
    case query::Query::Kind::kPhrase: {
      std::string phrase;
      for (const store::QueryWord& word : query.words) phrase += word.forms + ' ';
      // A query that repeats a phrase would otherwise match each place as often.
      if (!phrases_.insert(phrase).second) return;
      for (const std::string_view item : text::split_lemmas(first.forms)) {
        const bool is_folded = item.starts_with('~');
        phrases_by_first_word_[is_folded ? std::string(item.substr(1))
                                         : kLemmaMark + std::string(item)]
            .push_back(leaf);
      }
      return;
    }
    case query::Query::Kind::kPrefix:
      prefixes_.emplace_back(text::fold(query.surface), leaf);
      return;
    case query::Query::Kind::kExact:
      word_by_form_.try_emplace(kExactMark + first.exact, leaf);
      return;
    default:
      break;
  }
  // The first leaf with a form keeps it: of a repeated word one match is enough.
  for (const std::string_view item : text::split_lemmas(first.forms)) {
    if (item.starts_with('-')) {
      left_out_.emplace(leaf, item.substr(1));
    } else if (item.starts_with('~')) {
      word_by_form_.try_emplace(std::string(item.substr(1)), leaf);
    } else if (item.starts_with('=')) {
      word_by_form_.try_emplace(kExactMark + std::string(item.substr(1)), leaf);
    } else {
      word_by_form_.try_emplace(kLemmaMark + std::string(item), leaf);
    }
  }
}

void Highlighter::add_word_matches(const text::Token& token, std::vector<Match>& matches) const {
  const auto add = [&](const std::string& form) {
    const auto word = word_by_form_.find(form);
    if (word == word_by_form_.end()) return;
    const std::uint32_t leaf = word->second;
    if (left_out_.contains({leaf, std::string(token.exact)})) return;
    const MatchForm how = form_of(token, leaves_[leaf]->words.front());
    matches.push_back({token.begin, token.end, leaf, how});
  };
  add(std::string(token.folded));
  add(kExactMark + std::string(token.exact));
  for (const std::string_view lemma : text::split_lemmas(token.lemmas)) {
    add(kLemmaMark + std::string(lemma));
  }
  for (const auto& [prefix, leaf] : prefixes_) {
    if (token.folded.starts_with(prefix)) {
      matches.push_back({token.begin, token.end, leaf, MatchForm::kExact});
    }
  }
}

void Highlighter::add_matches(std::span<const text::Token> tokens, std::size_t at,
                              std::vector<Match>& matches) const {
  const text::Token& token = tokens[at];
  add_word_matches(token, matches);
  if (token.is_compound || phrases_.empty()) return;
  const auto add_phrases = [&](const std::string& form) {
    const auto phrases = phrases_by_first_word_.find(form);
    if (phrases == phrases_by_first_word_.end()) return;
    for (const std::uint32_t leaf : phrases->second) {
      const PhraseMatch match = match_phrase(tokens, at, leaves_[leaf]->words);
      if (match.end != 0) matches.push_back({token.begin, match.end, leaf, match.form});
    }
  };
  add_phrases(std::string(token.folded));
  for (const std::string_view lemma : text::split_lemmas(token.lemmas)) {
    add_phrases(kLemmaMark + std::string(lemma));
  }
}

std::vector<Highlighter::Match> Highlighter::find_matches(std::string_view text, Part part) {
  std::vector<Match> matches;
  if (leaves_.empty()) return matches;
  const auto tokens = analyzer_.analyze(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) add_matches(tokens, i, matches);
  if (part == Part::kText) {
    std::erase_if(matches, [&](const Match& match) { return leaves_[match.leaf]->in_title; });
  }
  const auto comes_first = [](const Match& a, const Match& b) {
    return std::tuple(a.begin, b.end, a.form, a.leaf) < std::tuple(b.begin, a.end, b.form, b.leaf);
  };
  const auto is_same = [](const Match& a, const Match& b) {
    return a.begin == b.begin && a.end == b.end && a.leaf == b.leaf;
  };
  std::sort(matches.begin(), matches.end(), comes_first);
  matches.erase(std::unique(matches.begin(), matches.end(), is_same), matches.end());
  return matches;
}

std::vector<Fragment> Highlighter::cut(std::string_view text, Range range,
                                       const std::vector<Match>& matches) {
  std::vector<Fragment> fragments;
  std::uint32_t done = range.begin;
  for (const Match& match : matches) {
    if (match.begin < range.begin || match.end <= done) continue;
    if (match.begin >= range.end) break;
    const std::uint32_t begin = std::max(done, match.begin);
    const std::uint32_t end = std::min(range.end, match.end);
    add_fragment(fragments, text.substr(done, begin - done), false);
    add_fragment(fragments, text.substr(begin, end - begin), true, match.form);
    done = end;
  }
  add_fragment(fragments, text.substr(done, range.end - done), false);
  return fragments;
}

std::vector<Fragment> Highlighter::mark(std::string_view text, Part part) {
  return cut(text, {0, static_cast<std::uint32_t>(text.size())}, find_matches(text, part));
}

// The window of at most kWindow bytes with the most different leaves of the query, the first of
// equal ones; empty without matches. Two pointers over the matches, which are sorted: a text of
// megabytes that repeats a word is still linear. Bytes instead of characters make it a little
// narrower.
Highlighter::Range Highlighter::best_window(const std::vector<Match>& matches) const {
  Range best;
  std::size_t best_words = 0;
  std::vector<std::uint32_t> seen(leaves_.size());
  std::size_t words = 0;
  for (std::size_t first = 0, last = 0; first < matches.size(); ++first) {
    for (; last < matches.size() && matches[last].end - matches[first].begin <= kWindow; ++last) {
      words += seen[matches[last].leaf]++ == 0;
    }
    if (last == first) {  // a single match longer than the window: a phrase over many blanks
      if (best_words == 0) best = {matches[first].begin, matches[first].begin};
      ++last;
      continue;
    }
    if (words > best_words) {
      best = {matches[first].begin, matches[last - 1].end};
      best_words = words;
    }
    words -= --seen[matches[first].leaf] == 0;
  }
  return best;
}

std::vector<Fragment> Highlighter::snippet(std::string_view text) {
  const std::vector<Match> matches = find_matches(text, Part::kText);
  const Range window = best_window(matches);
  const auto size = static_cast<std::uint32_t>(text.size());
  Range range{good_start(text, window.begin), size};
  // A match in the last line would leave the snippet short: it begins earlier instead.
  if (forward(text, range.begin, kLeast) == size) {
    range.begin = std::min(range.begin, good_start(text, backward(text, size, kAim - kLead)));
  }
  range.end = good_end(text, range.begin, window.end);
  std::vector<Fragment> fragments = cut(text, range, matches);
  if (fragments.empty()) return fragments;
  if (!starts_sentence(text, range.begin)) {
    // The ellipsis is not part of a match.
    if (fragments.front().match) fragments.insert(fragments.begin(), Fragment{});
    fragments.front().text.insert(0, kEllipsis);
  }
  if (range.end < size && text[range.end] != '\n' && !is_sentence_end(text, range.end)) {
    add_fragment(fragments, kEllipsis, false);
  }
  return fragments;
}

}  // namespace pressoir::search::snippet
