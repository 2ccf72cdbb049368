#include "indexer/index/word_stream.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "indexer/index/compression.hpp"

namespace pressoir::index {
namespace {

// So many words have a rank of one byte: a token is its rank + 1, and 0 says something else.
constexpr std::uint32_t kShortRanks = 127;

void append_number(std::uint32_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

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
  append_number(static_cast<std::uint32_t>(first), out);
  append_number(static_cast<std::uint32_t>(second), out);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

std::uint32_t WordStreamWriter::add(std::uint32_t position, std::string_view exact) {
  key_.assign(exact);
  const auto [entry, is_new] =
      numbers_.try_emplace(key_, static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back({entry->first, 0});
  ++words_[entry->second].tokens;
  tokens_.push_back({position, entry->second});
  return entry->second;
}

std::string WordStreamWriter::take() {
  std::string stream;
  if (!words_.empty()) {
    const std::vector<std::uint32_t> by_rank = rank();
    const std::string words = compress(encode_words(by_rank), Effort::kLess);
    append_number(static_cast<std::uint32_t>(words_.size()), stream);
    append_number(static_cast<std::uint32_t>(words.size()), stream);
    stream += words;
    encode_tokens(by_rank, stream);
  }
  numbers_.clear();
  words_.clear();
  tokens_.clear();
  return stream;
}

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
    if (token.position > last) {
      const std::uint32_t gap = token.position - last - 1;
      if (gap > 0) {
        out += '\0';
        append_number(gap << 1 | 1, out);
      }
      last = token.position;
    } else {
      out += '\0';
      append_number((last - token.position) << 1, out);
    }
    append_number(rank_of[token.word] + 1, out);
  }
}

std::optional<WordStreamReader> WordStreamReader::open(std::string_view stream) {
  WordStreamReader reader;
  if (stream.empty()) return reader;
  Cursor in(stream);
  reader.distinct_ = in.number();
  auto words = decompress(in.bytes(in.number()), kMaxWordBytes);
  if (!words) return std::nullopt;
  reader.words_ = *std::move(words);
  reader.tokens_ = in.left();
  // A word takes two bytes at least, so that damage cannot make a caller fill memory.
  if (!in.ok() || reader.distinct_ > reader.words_.size() / 2) return std::nullopt;
  return reader;
}

std::uint32_t WordStreamReader::Cursor::fail() {
  ok_ = false;
  left_ = {};
  return 0;
}

std::uint32_t WordStreamReader::Cursor::long_number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 35 && !left_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value <= UINT32_MAX ? static_cast<std::uint32_t>(value) : fail();
  }
  return fail();
}

std::string_view WordStreamReader::Cursor::bytes(std::size_t count) {
  if (count > left_.size()) fail();
  const std::string_view taken = left_.substr(0, count);
  left_.remove_prefix(taken.size());
  return taken;
}

bool WordStreamReader::read_word(Cursor& in, WordBuffer& word) {
  const std::string_view byte = in.bytes(1);
  const unsigned lengths = byte.empty() ? 0 : static_cast<unsigned char>(byte.front());
  std::size_t shared = lengths & 0xF;
  std::size_t rest = lengths >> 4;
  if (lengths == kLong) {
    shared = in.number();
    rest = in.number();
  }
  const std::string_view letters = in.bytes(rest);
  if (!in.ok() || shared > word.bytes) return false;
  if (shared + letters.size() > word.exact.size()) return false;
  std::memcpy(word.exact.data() + shared, letters.data(), letters.size());
  word.bytes = shared + letters.size();
  return word.bytes > 0;
}

}  // namespace pressoir::index
