// What texts that say the same have in common: a digest of their words. Used by one thread at a
// time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressoir::index {

// A text of fewer words says too little alone (`Télécharger le communiqué`): the title counts too.
inline constexpr std::size_t kFewWords = 20;

inline constexpr std::size_t kTextDigestBytes = 10;

// Takes the words of one document, folded, so that capitals, accents, punctuation, spaces and how a
// page cuts its paragraphs do not count.
class TextDigest {
 public:
  void add_title_word(std::string_view folded) { title_.append(folded) += '\n'; }
  void add_word(std::string_view folded) {
    text_.append(folded) += '\n';
    ++words_;
  }

  // The first kTextDigestBytes of the SHA-1 of the words, so that nobody makes a text pass for
  // another; empty when the text has no words.
  std::string take();

 private:
  std::string title_;
  std::string text_;
  std::size_t words_ = 0;
};

}  // namespace pressoir::index
