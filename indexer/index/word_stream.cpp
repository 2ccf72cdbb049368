#include "indexer/index/word_stream.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "indexer/base/bytes.hpp"
#include "indexer/index/compression.hpp"

namespace pressoir::index {
namespace {

// So many words have a rank of one byte: a token is its rank + 1, and 0 says something else.
constexpr std::uint32_t kShortRanks = 127;

// More is damage: a page has at most some ten megabytes.
constexpr std::size_t kMaxWordBytes = std::size_t{1} << 28;

// Two lengths below this take four bits each of one byte. All bits set say that they follow.
constexpr std::uint32_t kShortLength = 15;
constexpr unsigned char kLong = 0xFF;

void append_lengths(std::size_t first, std::size_t second, std::string& out) {
  if (first < kShortLength && second < kShortLength) {
    out += static_cast<char>(first | second << 4);
    return;
  }
  out += static_cast<char>(kLong);
  base::put_varint(first, out);
  base::put_varint(second, out);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

// The key is a member, so that a word that is known costs no allocation.
std::uint32_t WordStreamWriter::add(std::uint32_t position, std::string_view exact) {
  key_.assign(exact);
  const auto [entry, is_new] =
      numbers_.try_emplace(key_, static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back({entry->first, 0});
  ++words_[entry->second].tokens;
  tokens_.push_back({position, entry->second});
  return entry->second;
}

// The parts in the order in which a reader needs them: words are unpacked, tokens stay a view.
std::string WordStreamWriter::take() {
  std::string stream;
  if (!words_.empty()) {
    const std::vector<std::uint32_t> by_rank = rank();
    const std::string words = compress(encode_words(by_rank), Effort::kLess);
    base::put_varint(words_.size(), stream);
    base::put_string(words, stream);
    encode_tokens(by_rank, stream);
  }
  numbers_.clear();
  words_.clear();
  tokens_.clear();
  return stream;
}

// The 127 most frequent words first, so that their tokens take one byte; both parts sorted by bytes
// for front coding. Equal frequencies are ordered by bytes too: equal documents have equal streams.
std::vector<std::uint32_t> WordStreamWriter::rank() const {
  std::vector<std::uint32_t> by_rank(words_.size());
  std::iota(by_rank.begin(), by_rank.end(), 0);
  const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
    return words_[a].exact < words_[b].exact;
  };
  auto others = by_rank.begin();
  if (by_rank.size() > kShortRanks) {
    others += kShortRanks;
    std::nth_element(by_rank.begin(), others, by_rank.end(), [&](std::uint32_t a, std::uint32_t b) {
      return words_[a].tokens != words_[b].tokens ? words_[a].tokens > words_[b].tokens
                                                  : is_before(a, b);
    });
    std::sort(by_rank.begin(), others, is_before);
  }
  std::sort(others, by_rank.end(), is_before);
  return by_rank;
}

// Front coding: sorted words share their beginnings with the one before.
std::string WordStreamWriter::encode_words(const std::vector<std::uint32_t>& by_rank) const {
  std::string out;
  std::string_view before;
  for (const std::uint32_t number : by_rank) {
    const std::string_view exact = words_[number].exact;
    const std::size_t shared = common_prefix(before, exact);
    append_lengths(shared, exact.size() - shared, out);
    out += exact.substr(shared);
    before = exact;
  }
  return out;
}

void WordStreamWriter::encode_tokens(const std::vector<std::uint32_t>& by_rank,
                                     std::string& out) const {
  std::vector<std::uint32_t> rank_of(by_rank.size());
  for (std::uint32_t rank = 0; rank < by_rank.size(); ++rank) rank_of[by_rank[rank]] = rank;
  std::uint32_t last = 0;
  for (const Token& token : tokens_) {
    // Forward steps move the reference; a compound, which comes after its parts with the position
    // of the first, steps back and leaves it.
    if (token.position > last) {
      const std::uint32_t gap = token.position - last - 1;
      if (gap > 0) {
        out += '\0';
        base::put_varint(gap << 1 | 1, out);
      }
      last = token.position;
    } else {
      out += '\0';
      base::put_varint((last - token.position) << 1, out);
    }
    base::put_varint(rank_of[token.word] + 1, out);
  }
}

std::optional<WordStreamReader> WordStreamReader::open(std::string_view stream) {
  WordStreamReader reader;
  if (stream.empty()) return reader;
  base::VarintReader in(stream);
  reader.distinct_ = in.number32();
  auto words = decompress(in.string(), kMaxWordBytes);
  if (!words) return std::nullopt;
  reader.words_ = *std::move(words);
  reader.tokens_ = in.left();
  // A word takes two bytes at least, so that damage cannot make a caller fill memory.
  if (!in.ok() || reader.distinct_ > reader.words_.size() / 2) return std::nullopt;
  return reader;
}

bool WordStreamReader::read_word(base::VarintReader& in, WordBuffer& word) {
  const std::string_view byte = in.bytes(1);
  const unsigned lengths = byte.empty() ? 0 : static_cast<unsigned char>(byte.front());
  std::size_t shared = lengths & 0xF;
  std::size_t rest = lengths >> 4;
  if (lengths == kLong) {
    shared = in.number();
    rest = in.number();
  }
  const std::string_view letters = in.bytes(rest);
  // Checked before copying: damaged lengths must not write outside of the buffer.
  if (!in.ok() || shared > word.bytes) return false;
  if (shared + letters.size() > word.exact.size()) return false;
  std::memcpy(word.exact.data() + shared, letters.data(), letters.size());
  word.bytes = shared + letters.size();
  return word.bytes > 0;
}

}  // namespace pressoir::index
