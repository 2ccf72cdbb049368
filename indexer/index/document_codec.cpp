#include "indexer/index/document_codec.hpp"

#include <cstdint>
#include <limits>

#include "indexer/base/bytes.hpp"
#include "indexer/base/fields.hpp"
#include "indexer/base/url.hpp"
#include "indexer/index/compression.hpp"

namespace pressoir::index {
namespace {

using base::Date;
using base::Document;
using base::put_string;
using base::put_varint;
using base::Stored;
using base::VarintReader;

// The first byte of the data: another form of it gets another number, besides the schema version.
constexpr char kFormat = '\x04';

// A page has at most some ten megabytes: a larger size is damage.
constexpr std::size_t kMaxPartBytes = std::size_t{1} << 28;

// Writes one value, by its type.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(&out) {}

  void operator()(const std::string& text) const { put_string(text, *out_); }
  void operator()(bool value) const { put_varint(value ? 1 : 0, *out_); }
  // As text, which partial dates have too.
  void operator()(Date date) const { put_string(base::to_string(date), *out_); }
  void operator()(std::uint32_t count) const { put_varint(count, *out_); }
  void operator()(std::int64_t value) const {
    put_varint(static_cast<std::uint64_t>(value), *out_);
  }
  template <base::NamedEnum Enum>
  void operator()(Enum value) const {
    put_varint(static_cast<std::uint64_t>(value), *out_);
  }
  // Gaps and lengths, which mostly take a byte each.
  void operator()(const std::vector<base::Block>& blocks) const {
    put_varint(blocks.size(), *out_);
    std::uint32_t end = 0;
    for (const base::Block& block : blocks) {
      (*this)(block.kind);
      put_varint(block.begin - end, *out_);
      put_varint(block.end - block.begin, *out_);
      end = block.end;
    }
  }
  template <typename Item>
  void operator()(const std::vector<Item>& items) const {
    put_varint(items.size(), *out_);
    for (const Item& item : items) put_item(item);
  }

 private:
  void put_item(const std::string& text) const { put_string(text, *out_); }
  template <typename Object>
  void put_item(const Object& object) const {
    for_each_member(object,
                    [this](const base::MemberInfo&, const auto& member) { (*this)(member); });
  }

  std::string* out_;
};

// Reads what Encoder wrote into a value of the same type.
class Decoder {
 public:
  explicit Decoder(VarintReader& in) : in_(&in) {}

  void operator()(std::string& text) const { text = in_->string(); }
  void operator()(bool& value) const { value = in_->number(1) == 1; }
  void operator()(Date& date) const { date = base::parse_date(in_->string()).value_or(Date{}); }
  void operator()(std::uint32_t& count) const {
    count = static_cast<std::uint32_t>(in_->number(std::numeric_limits<std::uint32_t>::max()));
  }
  void operator()(std::int64_t& value) const { value = static_cast<std::int64_t>(in_->number()); }
  template <base::NamedEnum Enum>
  void operator()(Enum& value) const {
    value = static_cast<Enum>(in_->number(base::kNames<Enum>.size() - 1));
  }
  void operator()(std::vector<base::Block>& blocks) const {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    blocks.resize(in_->count(3));
    std::uint64_t end = 0;
    for (base::Block& block : blocks) {
      (*this)(block.kind);
      const std::uint64_t begin = end + in_->number(kMost);
      end = begin + in_->number(kMost);
      if (end > kMost) in_->fail();
      block.begin = static_cast<std::uint32_t>(begin);
      block.end = static_cast<std::uint32_t>(end);
    }
  }
  template <typename Item>
  void operator()(std::vector<Item>& items) const {
    // A size that the rest cannot have is damage: it must not allocate.
    items.resize(in_->count(1));  // every item takes one byte at least
    for (Item& item : items) take_item(item);
  }

 private:
  void take_item(std::string& text) const { text = in_->string(); }
  template <typename Object>
  void take_item(Object& object) const {
    for_each_member(object, [this](const base::MemberInfo&, auto& member) { (*this)(member); });
  }

  VarintReader* in_;
};

// What is stored of a document, packed. Empty when it is damaged.
struct Parts {
  std::string_view head;
  std::string_view text;
};

// Views of `data`: nothing is copied before it is decompressed.
Parts parts_of(std::string_view data) {
  if (data.empty() || data.front() != kFormat) return {};
  VarintReader in(data.substr(1));
  const std::string_view head = in.string();
  return {head, in.left()};
}

base::Error damaged() {
  return {base::Errc::kIndexCorrupt,
          "a document's stored data cannot be read: restore the index from a backup or build it "
          "again"};
}

std::string encode_head(const Document& document) {
  std::string head;
  for (const base::FieldInfo& field : base::kFields) {
    if (field.stored == Stored::kHead) visit_field(document, field, Encoder(head));
  }
  return head;
}

}  // namespace

// Head and body are compressed apart: a list of results decompresses no text.
std::string encode_document(const Document& document) {
  std::string out(1, kFormat);
  put_string(compress(encode_head(document)), out);
  std::string body;
  const Encoder encode(body);
  encode(document.blocks);
  encode(document.text);
  out += compress(body);
  return out;
}

std::string unpack_head(std::string_view data) {
  const Parts parts = parts_of(data);
  return decompress(parts.head, kMaxPartBytes).value_or("");
}

base::Result<Document> decode_head(std::string_view head) {
  VarintReader in(head);
  Document document;
  for (const base::FieldInfo& field : base::kFields) {
    if (field.stored == Stored::kHead) visit_field(document, field, Decoder(in));
  }
  document.id = base::document_id(document.url);
  if (!in.ok() || !in.at_end()) return damaged();
  return document;
}

base::Result<Document> decode_document(std::string_view data, DecodeText text) {
  auto document = decode_head(unpack_head(data));
  if (!document || text == DecodeText::kNo) return document;
  const auto body = decompress(parts_of(data).text, kMaxPartBytes);
  if (!body) return damaged();
  VarintReader in(*body);
  const Decoder decode(in);
  decode(document->blocks);
  decode(document->text);
  const bool fits =
      document->blocks.empty() || document->blocks.back().end <= document->text.size();
  if (!in.ok() || !in.at_end() || !fits) return damaged();
  return document;
}

}  // namespace pressoir::index
