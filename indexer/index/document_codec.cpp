#include "indexer/index/document_codec.hpp"

#include <cstdint>
#include <limits>

#include "indexer/base/url.hpp"
#include "indexer/index/compression.hpp"

namespace pressoir::index {
namespace {

using base::BlockKind;
using base::Confidence;
using base::Date;
using base::DateSource;
using base::Document;
using base::Role;

constexpr char kFormat = '\x04';

// More is damage: a page has at most some ten megabytes.
constexpr std::size_t kMaxPartBytes = std::size_t{1} << 28;

class Encoder {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void string(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void byte(char value) { bytes_ += value; }
  void bytes(std::string_view value) { bytes_ += value; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what Encoder wrote; after the first damage everything reads as empty and ok() is false.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : left_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (left_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  // A number that is at most `most`.
  std::uint64_t number_up_to(std::uint64_t most) {
    const std::uint64_t value = number();
    return value <= most ? value : fail();
  }
  template <typename Enum>
  Enum enumerator(Enum last) {
    return static_cast<Enum>(number_up_to(static_cast<std::uint64_t>(last)));
  }
  // Of the bytes that are decoded.
  std::string_view view() {
    const std::uint64_t size = number_up_to(left_.size());
    if (size > left_.size()) return {};
    const std::string_view value = left_.substr(0, size);
    left_.remove_prefix(size);
    return value;
  }
  std::string string() { return std::string(view()); }
  // A count of things that take at least so many bytes each, so that damage cannot fill memory.
  std::uint64_t count(std::size_t least_bytes) { return number_up_to(left_.size() / least_bytes); }

  // Damage that only the caller can see.
  void require(bool sound) {
    if (!sound) fail();
  }

  bool ok() const { return ok_; }
  bool at_end() const { return left_.empty(); }
  std::string_view left() const { return left_; }

 private:
  std::uint64_t fail() {
    ok_ = false;
    left_ = {};
    return 0;
  }

  std::string_view left_;
  bool ok_ = true;
};

void encode_texts(const std::vector<std::string>& texts, Encoder& out) {
  out.number(texts.size());
  for (const std::string& text : texts) out.string(text);
}

void decode_texts(Decoder& in, std::vector<std::string>& texts) {
  texts.resize(in.count(1));
  for (std::string& text : texts) text = in.string();
}

void encode_lists(const Document& document, Encoder& out) {
  out.number(document.ministers.size());
  for (const base::Minister& minister : document.ministers) {
    out.string(minister.id);
    out.string(minister.name);
    out.string(minister.office);
    out.string(minister.lineage);
    out.number(static_cast<std::uint64_t>(minister.role));
    out.number(static_cast<std::uint64_t>(minister.evidence));
  }
  encode_texts(document.themes, out);
  out.number(document.themes_inferred ? 1 : 0);
  encode_texts(document.theme_labels, out);
}

void decode_lists(Decoder& in, Document& document) {
  document.ministers.resize(in.count(6));
  for (base::Minister& minister : document.ministers) {
    minister.id = in.string();
    minister.name = in.string();
    minister.office = in.string();
    minister.lineage = in.string();
    minister.role = in.enumerator(Role::kSpeaker);
    minister.evidence = in.enumerator(base::MinisterEvidence::kLineage);
  }
  decode_texts(in, document.themes);
  document.themes_inferred = in.number_up_to(1) == 1;
  decode_texts(in, document.theme_labels);
}

// What is stored of a document, packed. Empty when it is damaged.
struct Parts {
  std::string_view head;
  std::string_view text;
};

Parts parts_of(std::string_view data) {
  if (data.empty() || data.front() != kFormat) return {};
  Decoder in(data.substr(1));
  const std::string_view head = in.view();
  return {head, in.left()};
}

base::Error damaged() {
  return {base::Errc::kIndexCorrupt,
          "a document's stored data cannot be read: restore the index from a backup or build it "
          "again"};
}

std::string encode_text(const Document& document) {
  Encoder out;
  out.number(document.blocks.size());
  std::uint32_t end = 0;
  for (const base::Block& block : document.blocks) {
    out.number(static_cast<std::uint64_t>(block.kind));
    out.number(block.begin - end);
    out.number(block.end - block.begin);
    end = block.end;
  }
  out.string(document.text);
  return out.take();
}

void decode_text(Decoder& in, Document& document) {
  document.blocks.resize(in.count(3));
  std::uint64_t end = 0;
  for (base::Block& block : document.blocks) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    block.kind = in.enumerator(BlockKind::kTurn);
    const std::uint64_t begin = end + in.number_up_to(kMost);
    end = begin + in.number_up_to(kMost);
    block.begin = static_cast<std::uint32_t>(begin);
    block.end = static_cast<std::uint32_t>(end);
  }
  document.text = in.string();
  in.require(end <= document.text.size());
}

}  // namespace

std::string encode_document(const Document& document) {
  Encoder head;
  head.string(document.url);
  head.string(document.title);
  head.string(base::to_string(document.date));
  head.number(static_cast<std::uint64_t>(document.date_source));
  head.number(static_cast<std::uint64_t>(document.date_confidence));
  head.number(document.date_conflict ? 1 : 0);
  head.string(document.type);
  head.string(document.source);
  head.string(document.government);
  head.number(static_cast<std::uint64_t>(document.first_indexed));
  encode_lists(document, head);
  Encoder out;
  out.byte(kFormat);
  out.string(compress(head.take()));
  out.bytes(compress(encode_text(document)));
  return out.take();
}

std::string unpack_head(std::string_view data) {
  const Parts parts = parts_of(data);
  return decompress(parts.head, kMaxPartBytes).value_or("");
}

base::Result<Document> decode_head(std::string_view head) {
  Decoder in(head);
  Document document;
  document.url = in.string();
  document.id = base::document_id(document.url);
  document.title = in.string();
  document.date = base::parse_date(in.string()).value_or(Date{});
  document.date_source = in.enumerator(DateSource::kUrl);
  document.date_confidence = in.enumerator(Confidence::kHigh);
  document.date_conflict = in.number_up_to(1) == 1;
  document.type = in.string();
  document.source = in.string();
  document.government = in.string();
  document.first_indexed = static_cast<std::int64_t>(in.number());
  decode_lists(in, document);
  if (!in.ok() || !in.at_end()) return damaged();
  return document;
}

base::Result<Document> decode_document(std::string_view data, DecodeText text) {
  auto document = decode_head(unpack_head(data));
  if (!document || text == DecodeText::kNo) return document;
  const auto tail = decompress(parts_of(data).text, kMaxPartBytes);
  if (!tail) return damaged();
  Decoder body(*tail);
  decode_text(body, *document);
  if (!body.ok() || !body.at_end()) return damaged();
  return document;
}

}  // namespace pressoir::index
