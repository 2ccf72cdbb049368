#include "server/http/content_coding.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <string>

namespace pressoir::http {
namespace {

const std::string kText = [] {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "Le Conseil des ministres n° " + std::to_string(i) + ", ";
  return text;
}();

std::string gunzipped(const std::string& bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(4 << 20, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int end = inflate(&stream, Z_SYNC_FLUSH);
  text.resize(text.size() - stream.avail_out);
  inflateEnd(&stream);
  return end == Z_STREAM_END || end == Z_OK ? text : "(damaged)";
}

std::string unbrotlied(const std::string& bytes) {
  std::string text(4 << 20, '\0');
  std::size_t size = text.size();
  const auto end =
      BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size, reinterpret_cast<std::uint8_t*>(text.data()));
  return end == BROTLI_DECODER_RESULT_SUCCESS ? text.substr(0, size) : "(damaged)";
}

std::string header(const app::Response& response, std::string_view name) {
  for (const app::Header& each : response.headers) {
    if (each.name == name) return each.value;
  }
  return "";
}

app::Response coded(const std::string& accept_encoding, app::Response response) {
  app::Request request;
  request.accept_encoding = accept_encoding;
  return in_preferred_coding(request, std::move(response));
}

TEST(ChooseCoding, FollowsTheQualities) {
  const struct {
    const char* header;
    Coding coding;
  } kRows[] = {
      {"", Coding::kIdentity},
      {"gzip", Coding::kGzip},
      {"gzip, deflate, br", Coding::kBrotli},
      {"gzip;q=1.0, br;q=0.5", Coding::kGzip},
      {"br;q=0, gzip;q=0.1", Coding::kGzip},
      {"identity, gzip;q=0.5", Coding::kIdentity},
      {"identity;q=0.5, gzip;q=0.9", Coding::kGzip},
      {"*", Coding::kBrotli},
      {"*;q=0", Coding::kIdentity},
      {"gzip;q=0", Coding::kIdentity},
      {"zstd", Coding::kIdentity},
  };
  for (const auto& row : kRows) EXPECT_EQ(choose_coding(row.header), row.coding) << row.header;
}

TEST(Encoder, EncodesWhatCanBeDecoded) {
  EXPECT_EQ(gunzipped(Encoder(Coding::kGzip).encode(kText, true)), kText);
  EXPECT_EQ(unbrotlied(Encoder(Coding::kBrotli).encode(kText, true)), kText);
  EXPECT_EQ(gunzipped(Encoder(Coding::kGzip).encode("", true)), "");
  EXPECT_EQ(unbrotlied(Encoder(Coding::kBrotli).encode("", true)), "");
}

TEST(Encoder, PiecesMakeOneBody) {
  for (const Coding coding : {Coding::kIdentity, Coding::kGzip, Coding::kBrotli}) {
    Encoder encoder(coding);
    std::string bytes;
    for (std::size_t i = 0; i < kText.size(); i += 1'000) {
      bytes += encoder.encode(std::string_view(kText).substr(i, 1'000), false);
    }
    bytes += encoder.encode("", true);

    const std::string text = coding == Coding::kGzip     ? gunzipped(bytes)
                             : coding == Coding::kBrotli ? unbrotlied(bytes)
                                                         : bytes;
    EXPECT_EQ(text, kText) << to_string(coding);
  }
}

TEST(Encoder, WhatWasSentCanBeReadBeforeTheEnd) {
  EXPECT_EQ(gunzipped(Encoder(Coding::kGzip).encode(kText, false)), kText);
}

TEST(InPreferredCoding, SaysWhatItDid) {
  const auto response = coded("gzip", {200, "application/json", {{"Vary", "Accept"}}, kText});

  EXPECT_EQ(header(response, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(response, "Vary"), "Accept, Accept-Encoding");
  EXPECT_EQ(gunzipped(response.body), kText);
}

TEST(InPreferredCoding, LeavesWhatGainsNothing) {
  const auto small = coded("gzip", {200, "application/json", {}, "{}"});
  const auto image = coded("gzip", {200, "image/png", {}, kText});
  const auto plain = coded("", {200, "text/html", {}, kText});

  EXPECT_EQ(small.body, "{}");
  EXPECT_EQ(header(small, "Vary"), "Accept-Encoding");
  EXPECT_EQ(image.body, kText);
  EXPECT_EQ(header(image, "Vary"), "");
  EXPECT_EQ(plain.body, kText);
  EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace pressoir::http
