#include "indexer/index/document_codec.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "indexer/index/compression.hpp"
#include "tests/unit/index/make_document.hpp"

namespace pressoir::index {
namespace {

constexpr unsigned kSeed = 1998;

std::string random_string(std::mt19937& random) {
  std::string text(random() % (random() % 10 == 0 ? 300 : 20), '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}

base::Date random_date(std::mt19937& random) {
  const base::Date day = base::date_from_days(static_cast<std::int32_t>(random() % 30'000));
  switch (random() % 4) {
    case 0:
      return {};
    case 1:
      return {day.year, 0, 0};
    case 2:
      return {day.year, day.month, 0};
    default:
      return day;
  }
}

base::Document random_document(std::mt19937& random) {
  base::Document document;
  document.url = random_string(random);
  document.id = base::document_id(document.url);
  document.title = random_string(random);
  document.date = random_date(random);
  document.date_source = static_cast<base::DateSource>(random() % 9);
  document.date_confidence = static_cast<base::Confidence>(random() % 4);
  document.date_conflict = random() % 2 == 0;
  document.type = random_string(random);
  document.source = random_string(random);
  document.government = random_string(random);
  document.first_indexed = static_cast<std::int64_t>(random()) - 1'000'000;
  for (auto i = random() % 4; i > 0; --i) {
    document.ministers.push_back({random_string(random), random_string(random),
                                  random_string(random), static_cast<base::Role>(random() % 3),
                                  random_string(random),
                                  static_cast<base::MinisterEvidence>(random() % 7)});
    document.others.push_back(document.ministers.back());
    document.themes.push_back(random_string(random));
    document.theme_labels.push_back(random_string(random));
  }
  std::uint32_t begin = 0;
  for (auto i = random() % 5; i > 0; --i) {
    const auto end = static_cast<std::uint32_t>(begin + random() % 200);
    document.blocks.push_back({static_cast<base::BlockKind>(random() % 6), begin, end});
    begin = end + 1;
  }
  document.text.assign(begin, 'x');
  return document;
}

TEST(DocumentCodec, GivesBackWhatItTook) {
  const base::Document document = make_full_document();
  EXPECT_EQ(decode_document(encode_document(document)).value(), document);
}

TEST(DocumentCodec, GivesBackRandomDocuments) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const base::Document document = random_document(random);
    const auto decoded = decode_document(encode_document(document));
    ASSERT_TRUE(decoded) << "seed " << kSeed << ", document " << i;
    ASSERT_EQ(*decoded, document) << "seed " << kSeed << ", document " << i;
  }
}

TEST(DocumentCodec, GivesBackAnEmptyDocument) {
  base::Document document;
  document.id = base::document_id("");
  EXPECT_EQ(decode_document(encode_document(document)).value(), document);
}

TEST(DocumentCodec, LeavesOutTextOnRequest) {
  base::Document expected = make_full_document();
  const std::string data = encode_document(expected);
  expected.text.clear();
  expected.blocks.clear();
  EXPECT_EQ(decode_document(data, DecodeText::kNo).value(), expected);
}

TEST(DocumentCodec, RefusesTruncatedBytes) {
  const std::string data = encode_document(make_full_document());
  for (std::size_t size = 0; size < data.size(); ++size) {
    const auto decoded = decode_document(data.substr(0, size));
    ASSERT_FALSE(decoded) << size;
    EXPECT_EQ(decoded.error().code, base::Errc::kIndexCorrupt);
    static_cast<void>(decode_document(data.substr(0, size), DecodeText::kNo));
  }
}

TEST(DocumentCodec, RefusesBytesBehindTheEnd) {
  EXPECT_FALSE(decode_document(encode_document(make_full_document()) + "x"));
}

TEST(DocumentCodec, RefusesAnotherFormat) {
  std::string data = encode_document(make_full_document());
  data.front() = '\x7f';
  EXPECT_FALSE(decode_document(data));
  EXPECT_FALSE(decode_document("<html>"));
}

// The data of a document as it is before its parts are packed.
struct Parts {
  std::string head;
  std::string text;
};

std::string pack(const Parts& parts) {
  const std::string head = compress(parts.head);
  std::string data = encode_document({}).substr(0, 1);  // the format
  std::size_t size = head.size();
  for (; size >= 0x80; size >>= 7) data += static_cast<char>(size | 0x80);
  data += static_cast<char>(size);
  return data + head + compress(parts.text);
}

Parts unpack(const std::string& data) {
  std::size_t size = 0;
  std::size_t at = 1;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(data[at++]);
    size |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  const std::string_view left = std::string_view(data).substr(at);
  return {decompress(left.substr(0, size), 1 << 20).value(),
          decompress(left.substr(size), 1 << 20).value()};
}

void damage(std::string& bytes, std::mt19937& random) {
  for (auto changes = random() % 4; changes > 0; --changes) {
    bytes[random() % bytes.size()] = static_cast<char>(random());
  }
}

TEST(DocumentCodec, PacksItsPartsEachForItself) {
  const std::string data = encode_document(make_full_document());
  EXPECT_EQ(pack(unpack(data)), data);
}

// Whatever stands in a damaged index, what is decoded can be used: blocks lie within the text.
TEST(DocumentCodec, DecodesDamageToUsableDocumentsOrNotAtAll) {
  std::mt19937 random(kSeed);
  const Parts parts = unpack(encode_document(make_full_document()));
  for (int i = 0; i < 20'000; ++i) {
    Parts damaged = parts;
    damage(damaged.head, random);
    damage(damaged.text, random);
    std::string data = pack(damaged);
    if (i % 4 == 0) damage(data, random);
    const auto decoded = decode_document(data);
    if (!decoded) continue;
    std::uint32_t end = 0;
    for (const base::Block& block : decoded->blocks) {
      ASSERT_LE(end, block.begin) << "seed " << kSeed << ", change " << i;
      ASSERT_LE(block.begin, block.end);
      ASSERT_LE(block.end, decoded->text.size()) << "seed " << kSeed << ", change " << i;
      end = block.end;
    }
  }
}

TEST(DocumentCodec, RefusesCountsThatItsBytesCannotHold) {
  Parts parts;
  parts.head.append(9, '\0');        // every field before the ministers, empty
  parts.head += "\xFF\xFF\x3F";      // 1,048,575 ministers…
  parts.head.append(1 << 20, '\0');  // …of one byte each
  EXPECT_FALSE(decode_document(pack(parts)));
  parts.head.resize(9);
  parts.head.append(6, '\0');  // no ministers, no themes, never indexed, no others
  parts.text.append(2, '\0');  // no blocks, no text
  EXPECT_TRUE(decode_document(pack(parts)));
}

}  // namespace
}  // namespace pressoir::index
