#include "server/search/query_parser.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "indexer/base/utf8.hpp"

namespace pressoir::search {
namespace {

// A stretch of the query: what stands in quotation marks, behind a `-`, or between such stretches.
struct Chunk {
  std::string_view text;
  bool is_phrase = false;
  bool is_excluded = false;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Cuts a query into chunks in one pass, whatever stands in it.
class ChunkReader {
 public:
  explicit ChunkReader(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < kQuotes.size(); ++i) last_close_[i] = text.rfind(kQuotes[i].close);
  }

  std::vector<Chunk> read() {
    std::size_t begin = 0;  // of the plain words that are being read
    for (std::size_t i = 0; i < text_.size();) {
      const bool is_excluded = excludes_at(i, begin);
      const Quotes* quotes = quotes_at(i + is_excluded);
      if (!is_excluded && quotes == nullptr) {
        ++i;
        continue;
      }
      add_words(begin, i);
      begin = i = quotes != nullptr ? add_phrase(i + is_excluded, *quotes, is_excluded)
                                    : add_excluded_word(i + is_excluded);
    }
    add_words(begin, text_.size());
    return std::move(chunks_);
  }

 private:
  struct Quotes {
    std::string_view open;
    std::string_view close;
  };
  static constexpr std::array<Quotes, 3> kQuotes = {{{"\"", "\""}, {"«", "»"}, {"“", "”"}}};

  // A `-` that starts a word and is not alone.
  bool excludes_at(std::size_t i, std::size_t begin) const {
    return text_[i] == '-' && (i == begin || is_blank(text_[i - 1])) && i + 1 < text_.size() &&
           !is_blank(text_[i + 1]);
  }

  // Nothing when no quotation opens at `i`, or none closes it.
  const Quotes* quotes_at(std::size_t i) const {
    for (std::size_t kind = 0; kind < kQuotes.size(); ++kind) {
      const Quotes& quotes = kQuotes[kind];
      const bool is_closed = last_close_[kind] != std::string_view::npos &&
                             last_close_[kind] >= i + quotes.open.size();
      if (is_closed && text_.substr(i).starts_with(quotes.open)) return &quotes;
    }
    return nullptr;
  }

  void add_words(std::size_t begin, std::size_t end) {
    if (begin < end) chunks_.push_back({text_.substr(begin, end - begin), false, false});
  }

  // Each returns where the chunk ends.
  std::size_t add_phrase(std::size_t begin, const Quotes& quotes, bool is_excluded) {
    begin += quotes.open.size();
    const std::size_t end = text_.find(quotes.close, begin);
    chunks_.push_back({text_.substr(begin, end - begin), true, is_excluded});
    return end + quotes.close.size();
  }
  std::size_t add_excluded_word(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && !is_blank(text_[end]) && quotes_at(end) == nullptr) ++end;
    chunks_.push_back({text_.substr(begin, end - begin), false, true});
    return end;
  }

  std::string_view text_;
  std::array<std::size_t, kQuotes.size()> last_close_{};
  std::vector<Chunk> chunks_;
};

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
  Query node;
  node.kind = Query::Kind::kPhrase;
  node.surface = surface;
  node.words = std::move(words);
  return node;
}

// Makes nodes of chunks, as many words as a query may have.
class NodeReader {
 public:
  explicit NodeReader(text::Analyzer& analyzer) : analyzer_(analyzer) {}

  void read(const Chunk& chunk) {
    if (chunk.is_phrase || chunk.is_excluded) {
      add_phrase(chunk);
    } else {
      add_words(chunk.text);
    }
  }

  std::vector<Query> wanted;
  std::vector<Query> excluded;

 private:
  // The words of a chunk one behind the other, without those of compounds as a whole. A single word
  // in quotation marks is meant as it is written, an excluded one without in all its forms.
  void add_phrase(const Chunk& chunk) {
    std::vector<QueryWord> words;
    std::size_t end = 0;
    for (const text::Token& token : analyzer_.analyze(chunk.text)) {
      if (token.is_compound || words_left_ == 0) continue;
      --words_left_;
      words.push_back(to_word(token));
      end = token.end;
    }
    if (words.empty()) return;
    const std::string_view surface = chunk.text.substr(0, end);
    std::vector<Query>& nodes = chunk.is_excluded ? excluded : wanted;
    nodes.push_back(words.size() == 1 && !chunk.is_phrase
                        ? word_node(std::move(words.front()), surface)
                        : phrase_node(std::move(words), surface));
  }

  // The words of plain text, each a node.
  void add_words(std::string_view text) {
    std::vector<Query> nodes;
    std::vector<std::uint32_t> positions;  // of the words that are nodes
    for (const text::Token& token : analyzer_.analyze(text)) {
      if (words_left_ == 0) break;
      const std::string_view surface = text.substr(token.begin, token.end - token.begin);
      Query node = word_node(to_word(token), surface);
      if (token.is_compound) {
        const auto part = std::lower_bound(positions.begin(), positions.end(), token.position);
        const auto first = nodes.begin() + (part - positions.begin());
        node = compound_node(
            std::vector(std::make_move_iterator(first), std::make_move_iterator(nodes.end())),
            std::move(node));
        nodes.erase(first, nodes.end());
        positions.erase(part, positions.end());
      } else {
        --words_left_;
      }
      nodes.push_back(std::move(node));
      positions.push_back(token.position);
    }
    std::move(nodes.begin(), nodes.end(), std::back_inserter(wanted));
  }

  // `porte-parole`: the phrase of its parts, or the joined word.
  static Query compound_node(std::vector<Query> parts, Query whole) {
    std::vector<Query> forms;
    if (parts.size() == 1) {
      forms.push_back(std::move(parts.front()));
    } else {
      std::vector<QueryWord> words;
      for (Query& part : parts) words.push_back(std::move(part.words.front()));
      forms.push_back(phrase_node(std::move(words), whole.surface));
    }
    forms.push_back(std::move(whole));
    return at_least(1, std::move(forms));
  }

  text::Analyzer& analyzer_;
  std::size_t words_left_ = kMaxQueryWords;
};

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
  NodeReader reader(analyzer);
  for (const Chunk& chunk : ChunkReader(text).read()) reader.read(chunk);
  std::vector<Query> wanted = std::move(reader.wanted);
  std::vector<Query> excluded = std::move(reader.excluded);
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
