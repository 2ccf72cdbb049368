#include "server/http/content_coding.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <variant>

#include "server/app/header_fields.hpp"

namespace pressoir::http {
namespace {

constexpr std::size_t kMinBytes = 1024;
// Between the speed of level 1 and the size of level 9: measured on answers of the sample.
constexpr int kGzipLevel = 5;
constexpr int kGzipWindow = 15 + 16;  // zlib: 16 selects the gzip format instead of zlib's own
constexpr int kGzipMemory = 8;        // zlib's default
// Quality 5 and above model contexts, which pays for files that are compressed once, not for
// answers.
constexpr int kBrotliQuality = 4;
constexpr int kBrotliWindow = 18;  // bits: 256 KB, about the length of an answer
constexpr std::size_t kStepBytes = 16u << 10;

struct EndDeflate {
  void operator()(z_stream* stream) const noexcept {
    deflateEnd(stream);
    delete stream;
  }
};
using Deflate = std::unique_ptr<z_stream, EndDeflate>;

struct EndBrotli {
  void operator()(BrotliEncoderState* state) const noexcept { BrotliEncoderDestroyInstance(state); }
};
using Brotli = std::unique_ptr<BrotliEncoderState, EndBrotli>;

// Only memory can fail here.
Deflate make_deflate() {
  auto stream = std::make_unique<z_stream>();
  if (deflateInit2(stream.get(), kGzipLevel, Z_DEFLATED, kGzipWindow, kGzipMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  return Deflate(stream.release());
}

Brotli make_brotli() {
  Brotli state(BrotliEncoderCreateInstance(nullptr, nullptr, nullptr));
  if (state == nullptr) throw std::bad_alloc();
  BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_QUALITY, kBrotliQuality);
  BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_LGWIN, kBrotliWindow);
  return state;
}

// zlib's interface takes no const input, but does not write to it.
std::string deflated(z_stream& stream, std::string_view piece, bool is_last) {
  std::string encoded;
  std::array<char, kStepBytes> step;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
  stream.avail_in = static_cast<uInt>(piece.size());
  // Until deflate leaves room in the buffer: then all output is taken.
  do {
    stream.next_out = reinterpret_cast<Bytef*>(step.data());
    stream.avail_out = static_cast<uInt>(step.size());
    deflate(&stream, is_last ? Z_FINISH : Z_SYNC_FLUSH);
    encoded.append(step.data(), step.size() - stream.avail_out);
  } while (stream.avail_out == 0);
  return encoded;
}

std::string brotlied(BrotliEncoderState* state, std::string_view piece, bool is_last) {
  std::string encoded;
  auto left = piece.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(piece.data());
  // A flush costs some bytes, but a client must not wait for the next piece to read this one.
  const auto operation = is_last ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_FLUSH;
  do {
    std::size_t no_room = 0;
    if (!BrotliEncoderCompressStream(state, operation, &left, &next, &no_room, nullptr, nullptr)) {
      throw std::runtime_error("brotli cannot encode");
    }
    std::size_t bytes = 0;
    const std::uint8_t* out = BrotliEncoderTakeOutput(state, &bytes);
    encoded.append(reinterpret_cast<const char*>(out), bytes);
  } while (left > 0 || BrotliEncoderHasMoreOutput(state));
  return encoded;
}

// Fonts and pixel images are compressed already.
bool is_compressible(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.starts_with("application/") ||
         content_type.starts_with("image/svg");
}

// A stream, encoded as it is sent. A piece that cuts the body leaves the coding unfinished, too.
// Encoding happens in next(), that is on a worker.
class EncodedStream final : public app::BodyStream {
 public:
  EncodedStream(std::unique_ptr<app::BodyStream> plain, Coding coding)
      : plain_(std::move(plain)), encoder_(coding) {}

  Piece next() override {
    Piece piece = plain_->next();
    piece.bytes = encoder_.encode(piece.bytes, piece.state == State::kWhole);
    return piece;
  }

 private:
  std::unique_ptr<app::BodyStream> plain_;
  Encoder encoder_;
};

// 304 has Vary as well: caches select the stored response by it (RFC 9110, section 15.4.5).
void add_vary(std::vector<app::Header>& headers) {
  const auto vary = std::find_if(headers.begin(), headers.end(),
                                 [](const app::Header& header) { return header.name == "Vary"; });
  if (vary == headers.end()) {
    headers.push_back({"Vary", "Accept-Encoding"});
  } else {
    vary->value += ", Accept-Encoding";
  }
}

}  // namespace

struct Encoder::State {
  std::variant<std::monostate, Deflate, Brotli> codec;
};

Encoder::Encoder(Coding coding) : state_(std::make_unique<State>()) {
  if (coding == Coding::kGzip) state_->codec = make_deflate();
  if (coding == Coding::kBrotli) state_->codec = make_brotli();
}
Encoder::~Encoder() = default;
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;

std::string Encoder::encode(std::string_view piece, bool is_last) {
  if (auto* gzip = std::get_if<Deflate>(&state_->codec)) return deflated(**gzip, piece, is_last);
  if (auto* brotli = std::get_if<Brotli>(&state_->codec)) {
    return brotlied(brotli->get(), piece, is_last);
  }
  return std::string(piece);
}

std::string_view to_string(Coding coding) noexcept {
  constexpr std::array<std::string_view, 3> kNames = {"identity", "gzip", "br"};
  return kNames[static_cast<std::size_t>(coding)];
}

// Brotli first: of equal qualities the first wins, and it compresses best.
Coding choose_coding(std::string_view accept_encoding) noexcept {
  Coding best = Coding::kIdentity;
  unsigned best_quality = 0;
  for (const Coding coding : {Coding::kBrotli, Coding::kGzip, Coding::kIdentity}) {
    // Identity is acceptable unless it is excluded; unnamed, it must not win over a named coding.
    const bool is_unnamed = coding == Coding::kIdentity && best_quality > 0 &&
                            accept_encoding.find("identity") == std::string_view::npos;
    const unsigned quality = app::coding_quality(accept_encoding, to_string(coding));
    if (quality <= best_quality || is_unnamed) continue;
    best = coding;
    best_quality = quality;
  }
  return best;
}

// Vary even when nothing is encoded: another client may get it encoded.
app::Response in_preferred_coding(const app::Request& request, app::Response response) {
  const bool is_unchanged = response.status == 304;
  if (!is_unchanged && !is_compressible(response.content_type)) return response;
  add_vary(response.headers);
  const bool is_short = response.stream == nullptr && response.body.size() < kMinBytes;
  const Coding coding = choose_coding(request.accept_encoding);
  if (is_unchanged || is_short || coding == Coding::kIdentity) return response;
  response.headers.push_back({"Content-Encoding", std::string(to_string(coding))});
  if (response.stream != nullptr) {
    response.stream = std::make_unique<EncodedStream>(std::move(response.stream), coding);
  } else {
    response.body = Encoder(coding).encode(response.body, true);
  }
  return response;
}

}  // namespace pressoir::http
