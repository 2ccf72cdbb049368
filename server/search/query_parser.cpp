#include "server/search/query_parser.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/base/utf8.hpp"

namespace pressoir::search {
namespace {

// A stretch of the query between blanks or inside quotation marks.
struct Chunk {
  std::string_view text;
  bool is_phrase = false;
  bool is_excluded = false;
};

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr Quotes kQuotes[] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}};

// Nothing when no quotation opens at the start of `text`, or none closes it.
const Quotes* quotes_at(std::string_view text) {
  for (const Quotes& quotes : kQuotes) {
    if (text.starts_with(quotes.open) &&
        text.find(quotes.close, quotes.open.size()) != std::string_view::npos) {
      return &quotes;
    }
  }
  return nullptr;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::vector<Chunk> split_chunks(std::string_view text) {
  std::vector<Chunk> chunks;
  while (!text.empty()) {
    if (is_blank(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    Chunk chunk;
    if (text.front() == '-' && text.size() > 1 && !is_blank(text[1])) {
      chunk.is_excluded = true;
      text.remove_prefix(1);
    }
    std::size_t end = 0;
    if (const Quotes* quotes = quotes_at(text)) {
      chunk.is_phrase = true;
      end = text.find(quotes->close, quotes->open.size());
      chunk.text = text.substr(quotes->open.size(), end - quotes->open.size());
      end += quotes->close.size();
    } else {
      while (end < text.size() && !is_blank(text[end]) &&
             (end == 0 || !quotes_at(text.substr(end)))) {
        ++end;
      }
      chunk.text = text.substr(0, end);
    }
    text.remove_prefix(end);
    chunks.push_back(chunk);
  }
  return chunks;
}

QueryWord to_word(const text::Token& token) {
  return {std::string(token.exact),
          std::string(token.folded),
          std::string(token.stem),
          {},
          token.is_stopword};
}

Query word_node(QueryWord word, std::string_view surface) {
  Query node;
  node.kind = Query::Kind::kWord;
  node.surface = surface;
  node.words.push_back(std::move(word));
  return node;
}

Query at_least(std::size_t least, std::vector<Query> children) {
  if (children.size() == 1) return std::move(children.front());
  Query node;
  node.kind = Query::Kind::kAtLeast;
  node.least = least;
  node.children = std::move(children);
  return node;
}

Query phrase_node(std::vector<QueryWord> words, std::string_view surface) {
  if (words.size() == 1) return word_node(std::move(words.front()), surface);
  Query node;
  node.kind = Query::Kind::kPhrase;
  node.surface = surface;
  node.words = std::move(words);
  return node;
}

// The words of a text as a phrase, without those of compounds as a whole; nothing without words.
void add_phrase(std::string_view text, text::Analyzer& analyzer, std::vector<Query>& nodes) {
  std::vector<QueryWord> words;
  std::size_t end = 0;
  for (const text::Token& token : analyzer.analyze(text)) {
    if (token.is_compound || words.size() == kMaxQueryWords) continue;
    words.push_back(to_word(token));
    end = token.end;
  }
  if (!words.empty()) nodes.push_back(phrase_node(std::move(words), text.substr(0, end)));
}

// The words of an unquoted chunk, each a node. A compound (`porte-parole`) is the phrase of its
// parts, which are the words just read, or the joined word.
void add_words(std::string_view text, text::Analyzer& analyzer, std::vector<Query>& nodes) {
  const std::size_t before = nodes.size();
  std::vector<std::uint32_t> positions;  // of the words that are nodes from `before` on
  for (const text::Token& token : analyzer.analyze(text)) {
    const std::string_view surface = text.substr(token.begin, token.end - token.begin);
    Query node = word_node(to_word(token), surface);
    if (token.is_compound) {
      const auto first = std::lower_bound(positions.begin(), positions.end(), token.position);
      const std::size_t kept = before + static_cast<std::size_t>(first - positions.begin());
      std::vector<QueryWord> parts;
      for (std::size_t i = kept; i < nodes.size(); ++i) {
        parts.push_back(std::move(nodes[i].words.front()));
      }
      nodes.resize(kept);
      positions.erase(first, positions.end());
      std::vector<Query> forms;
      forms.push_back(phrase_node(std::move(parts), surface));
      forms.push_back(std::move(node));
      node = at_least(1, std::move(forms));
    }
    nodes.push_back(std::move(node));
    positions.push_back(token.position);
  }
}

bool is_stopword_node(const Query& node) {
  return node.kind == Query::Kind::kWord && node.words.front().is_stopword;
}

// How many of `words` a document must hold: all of one or two; of more, a third and at least two,
// so that a long question still finds the texts that answer it.
std::size_t required_words(MatchMode match, std::size_t words) {
  switch (match) {
    case MatchMode::kAll:
      return words;
    case MatchMode::kAny:
      return 1;
    case MatchMode::kAuto:
      break;
  }
  return words <= 2 ? words : std::max<std::size_t>(2, (words + 2) / 3);
}

void drop_stopwords(std::vector<Query>& nodes) {
  if (std::all_of(nodes.begin(), nodes.end(), is_stopword_node)) return;
  std::erase_if(nodes, is_stopword_node);
}

std::string describe_node(const Query& node) {
  if (node.kind == Query::Kind::kAtLeast) return describe_node(node.children.back());
  return "« " + node.surface + " »";
}

std::string join(const std::vector<std::string>& items, std::string_view last_link) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? std::string(last_link) : std::string(", ");
    text += items[i];
  }
  return text;
}

std::string describe(const std::vector<Query>& wanted, std::size_t least,
                     const std::vector<Query>& excluded) {
  std::vector<std::string> names;
  for (const Query& node : wanted) names.push_back(describe_node(node));
  std::string text = "Textes";
  if (names.size() == 1 || (!names.empty() && least == names.size())) {
    text += " contenant " + join(names, " et ");
  } else if (!names.empty() && least == 1) {
    text += " contenant " + join(names, " ou ");
  } else if (!names.empty()) {
    text += " contenant au moins " + std::to_string(least) + " des " +
            std::to_string(names.size()) + " mots " + join(names, " et ");
  }
  names.clear();
  for (const Query& node : excluded) names.push_back(describe_node(node));
  if (!names.empty()) text += " sans " + join(names, " ni ");
  return text;
}

}  // namespace

base::Result<ParsedQuery> parse_query(std::string_view text, MatchMode match,
                                      text::Analyzer& analyzer) {
  if (text.size() > kMaxQueryBytes) {
    return base::Error{base::Errc::kBadQuery, "the query is longer than 40,000 bytes"};
  }
  if (!base::is_valid_utf8(text)) {
    return base::Error{base::Errc::kBadQuery, "the query is not UTF-8"};
  }
  std::vector<Query> wanted;
  std::vector<Query> excluded;
  for (const Chunk& chunk : split_chunks(text)) {
    std::vector<Query>& nodes = chunk.is_excluded ? excluded : wanted;
    if (nodes.size() >= kMaxQueryWords) break;
    if (chunk.is_phrase || chunk.is_excluded) {
      add_phrase(chunk.text, analyzer, nodes);
    } else {
      add_words(chunk.text, analyzer, nodes);
    }
  }
  drop_stopwords(wanted);
  ParsedQuery parsed;
  if (wanted.empty() && excluded.empty()) return parsed;
  const std::size_t least = required_words(match, wanted.size());
  parsed.read_as = describe(wanted, least, excluded);
  if (!wanted.empty()) parsed.query = at_least(least, std::move(wanted));
  if (!excluded.empty()) {
    excluded.insert(excluded.begin(), std::move(parsed.query));
    parsed.query = Query{Query::Kind::kExcept, {}, {}, std::move(excluded), 0};
  }
  return parsed;
}

}  // namespace pressoir::search
