#include "indexer/index/compression.hpp"

#include <zstd.h>

#include <memory>
#include <new>

namespace pressoir::index {
namespace {

int level_of(Effort effort) {
  return effort == Effort::kLess ? 1 : 3;
}

// zstd's contexts are C objects: deleters for unique_ptr.
struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

template <typename Context>
Context* checked(Context* context) {
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

}  // namespace

// The frame has the size of what was packed, which decompress() trusts only up to its limit.
std::string compress(std::string_view bytes, Effort effort) {
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(checked(ZSTD_createCCtx()));
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), packed.data(), packed.size(),
                                             bytes.data(), bytes.size(), level_of(effort));
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the only way to fail with enough room
  packed.resize(size);
  return packed;
}

std::optional<std::string> decompress(std::string_view packed, std::size_t max_bytes) {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(checked(ZSTD_createDCtx()));
  // The size is in the frame, as ZSTD_compressCCtx writes it; a stream without one is not ours.
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > max_bytes) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const std::size_t written =
      ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(written) != 0 || written != bytes.size()) return std::nullopt;
  return bytes;
}

}  // namespace pressoir::index
