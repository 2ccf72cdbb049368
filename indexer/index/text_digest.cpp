#include "indexer/index/text_digest.hpp"

#include <boost/uuid/detail/sha1.hpp>
#include <cstdint>

namespace pressoir::index {

std::string TextDigest::take() {
  if (words_ == 0) return "";
  // A text that begins with the words of another's title is not that other one.
  if (words_ < kFewWords) text_.append(1, '\n').append(title_);
  boost::uuids::detail::sha1 hash;
  hash.process_bytes(text_.data(), text_.size());
  boost::uuids::detail::sha1::digest_type words;
  hash.get_digest(words);
  std::string digest;
  for (std::size_t i = 0; i < kTextDigestBytes; ++i) {
    digest += static_cast<char>(words[i / 4] >> (8 * (3 - i % 4)) & 0xFF);
  }
  return digest;
}

}  // namespace pressoir::index
