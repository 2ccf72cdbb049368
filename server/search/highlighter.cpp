#include "server/search/highlighter.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pressoir::search {
namespace {

constexpr std::uint32_t kPassageBytes = 280;  // aimed at
constexpr std::uint32_t kLeadBytes = 80;      // searched before the first match for a good start
constexpr std::string_view kEllipsis = "…";
const std::string kStemMark = "\x01";  // in no folded form

struct Range {
  std::uint32_t begin;
  std::uint32_t end;
};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

// The tokens from `first` on say the phrase: the end of its last word, 0 if they do not.
std::uint32_t phrase_end(std::span<const text::Token> tokens, std::size_t first,
                         const std::vector<QueryWord>& words) {
  std::uint32_t position = tokens[first].position;
  std::size_t found = 0;
  for (std::size_t i = first; i < tokens.size() && found < words.size(); ++i) {
    if (tokens[i].is_compound) continue;
    if (tokens[i].position != position || tokens[i].folded != words[found].folded) return 0;
    ++position;
    if (++found == words.size()) return tokens[i].end;
  }
  return 0;
}

void add_fragment(std::string_view text, bool match, std::vector<Fragment>& fragments) {
  if (text.empty()) return;
  if (!fragments.empty() && fragments.back().match == match) {
    fragments.back().text += text;
  } else {
    fragments.push_back({std::string(text), match});
  }
}

bool ends_sentence(char c) {
  return c == '.' || c == '!' || c == '?' || c == '\n';
}

// Where a passage whose first match begins at `match` starts: after the end of a sentence, else
// after a blank, at most kLeadBytes before.
std::uint32_t good_start(std::string_view text, std::uint32_t match) {
  const std::uint32_t floor = match > kLeadBytes ? match - kLeadBytes : 0;
  if (floor == 0) return 0;
  for (std::uint32_t i = match; i > floor; --i) {
    if (is_space(text[i - 1]) && i >= 2 && (text[i - 1] == '\n' || ends_sentence(text[i - 2]))) {
      return i;
    }
  }
  std::uint32_t start = floor;
  while (start < match && !is_space(text[start - 1])) ++start;
  return start;
}

// Where a passage that starts at `start` ends: at the end of a sentence close to the aimed size,
// else before a blank.
std::uint32_t good_end(std::string_view text, std::uint32_t start, std::uint32_t least) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size - start <= kPassageBytes + 40) return size;
  const std::uint32_t aim = std::max(least, start + kPassageBytes);
  if (aim >= size) return size;
  for (std::uint32_t i = aim; i > std::max(least, start + 160); --i) {
    if (ends_sentence(text[i - 1]) && is_space(text[i])) return i;
  }
  std::uint32_t end = aim;
  while (end > least && !is_space(text[end])) --end;
  if (end <= least) {
    end = least;
    while (end < size && is_continuation(text[end])) ++end;
  }
  return end;
}

}  // namespace

Highlighter::Highlighter(const Query& query, text::Analyzer& analyzer)
    : leaves_(positive_leaves(query)), analyzer_(analyzer) {
  for (std::uint32_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    const QueryWord& first = leaves_[leaf]->words.front();
    leaves_by_form_[first.folded].push_back(leaf);
    if (leaves_[leaf]->kind != Query::Kind::kWord) continue;
    leaves_by_form_[kStemMark + first.stem].push_back(leaf);
    for (const std::string& stem : first.other_stems) {
      leaves_by_form_[kStemMark + stem].push_back(leaf);
    }
  }
}

void Highlighter::add_matches(std::span<const text::Token> tokens, std::size_t at,
                              std::string_view form, std::vector<Match>& matches) const {
  const auto found = leaves_by_form_.find(std::string(form));
  if (found == leaves_by_form_.end()) return;
  const text::Token& token = tokens[at];
  for (const std::uint32_t leaf : found->second) {
    std::uint32_t end = token.end;
    if (leaves_[leaf]->kind == Query::Kind::kPhrase) {
      end = token.is_compound ? 0 : phrase_end(tokens, at, leaves_[leaf]->words);
    }
    if (end != 0) matches.push_back({token.begin, end, leaf});
  }
}

std::vector<Highlighter::Match> Highlighter::find_matches(std::string_view text) {
  std::vector<Match> matches;
  if (leaves_.empty()) return matches;
  const auto tokens = analyzer_.analyze(text);
  std::string stem;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_matches(tokens, i, tokens[i].folded, matches);
    stem.assign(kStemMark).append(tokens[i].stem);
    add_matches(tokens, i, stem, matches);
  }
  const auto comes_first = [](const Match& a, const Match& b) {
    return std::tuple(a.begin, b.end, a.leaf) < std::tuple(b.begin, a.end, b.leaf);
  };
  const auto is_same = [](const Match& a, const Match& b) {
    return a.begin == b.begin && a.leaf == b.leaf;
  };
  std::sort(matches.begin(), matches.end(), comes_first);
  matches.erase(std::unique(matches.begin(), matches.end(), is_same), matches.end());
  return matches;
}

std::vector<Fragment> Highlighter::mark(std::string_view text) {
  std::vector<Fragment> fragments;
  std::uint32_t done = 0;
  for (const Match& match : find_matches(text)) {
    if (match.end <= done) continue;
    const std::uint32_t begin = std::max(done, match.begin);
    add_fragment(text.substr(done, begin - done), false, fragments);
    add_fragment(text.substr(begin, match.end - begin), true, fragments);
    done = match.end;
  }
  add_fragment(text.substr(done), false, fragments);
  return fragments;
}

std::vector<Fragment> Highlighter::passage(std::string_view text) {
  const std::vector<Match> matches = find_matches(text);
  // The window of matches with the most different words, the shortest of those.
  Range best{0, 0};
  std::size_t best_words = 0;
  std::vector<std::uint32_t> seen(leaves_.size());
  std::size_t words = 0;
  for (std::size_t first = 0, last = 0; first < matches.size(); ++first) {
    for (; last < matches.size() && matches[last].end - matches[first].begin <= kPassageBytes - 40;
         ++last) {
      words += seen[matches[last].leaf]++ == 0;
    }
    if (last == first) continue;  // a single match longer than a passage
    const Range window{matches[first].begin, matches[last - 1].end};
    if (words > best_words) {
      best = window;
      best_words = words;
    }
    words -= --seen[matches[first].leaf] == 0;
  }
  const std::uint32_t start = best_words == 0 ? 0 : good_start(text, best.begin);
  const std::uint32_t end = good_end(text, start, std::min(best.end, start + kPassageBytes + 40));
  std::vector<Fragment> fragments = mark(text.substr(start, end - start));
  if (fragments.empty()) return fragments;
  const bool starts_inside =
      start > 0 && text[start - 1] != '\n' && (start < 2 || !ends_sentence(text[start - 2]));
  if (starts_inside) fragments.insert(fragments.begin(), {std::string(kEllipsis), false});
  if (end < text.size() && text[end] != '\n' && !ends_sentence(text[end - 1])) {
    add_fragment(kEllipsis, false, fragments);
  }
  return fragments;
}

}  // namespace pressoir::search
