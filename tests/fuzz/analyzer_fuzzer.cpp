// Any bytes: tokens are in order, on character limits; terms are short and valid; a word as written
// has its three forms when it stands alone, and a folded word is its own.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/text/analyzer.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using pressoir::fuzz::require;
using pressoir::text::Analyzer;
using pressoir::text::Token;

struct Forms {
  std::string exact;
  std::string folded;
  std::string lemmas;
  std::string stem;
  bool operator==(const Forms&) const = default;
};

Forms forms_of(const Token& token) {
  return {std::string(token.exact), std::string(token.folded), std::string(token.lemmas),
          std::string(token.stem)};
}

bool is_character_limit(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_term(std::string_view term) {
  require(!term.empty(), "a term is not empty");
  require(term.size() <= pressoir::text::kMaxTermBytes, "a term is at most 64 bytes long");
  require(pressoir::base::is_valid_utf8(term), "a term is UTF-8");
}

void check_place(const Token& token, std::string_view text, std::uint32_t last_end) {
  require(token.begin < token.end && token.end <= text.size(), "a token lies within the text");
  require(token.end >= last_end, "tokens are in the order in which they end");
  require(token.is_compound || token.begin >= last_end, "words do not overlap");
  if (!pressoir::base::is_valid_utf8(text)) return;
  require(is_character_limit(text, token.begin) && is_character_limit(text, token.end),
          "offsets are on character limits");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer analyzer{pressoir::text::Depth::kStems};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<Forms> words;
  std::uint32_t last_end = 0;
  for (const Token& token : analyzer.analyze(text)) {
    check_place(token, text, last_end);
    check_term(token.exact);
    check_term(token.folded);
    check_term(token.stem);
    require(!token.lemmas.empty() && pressoir::base::is_valid_utf8(token.lemmas),
            "lemmas are UTF-8");
    words.push_back(forms_of(token));
    last_end = token.end;
  }
  for (const Forms& word : words) {
    const auto exact = analyzer.analyze(word.exact);
    require(exact.size() == 1 && forms_of(exact[0]) == word, "a word alone has the same forms");
    const Analyzer::Forms forms = analyzer.forms_of(word.exact);
    require(forms.folded == word.folded && forms.lemmas == word.lemmas && forms.stem == word.stem,
            "the forms are functions of the exact one");
    const auto folded = analyzer.analyze(word.folded);
    require(folded.size() == 1 && folded[0].folded == word.folded,
            "a folded word is its own analysis");
  }
  const std::string folded = pressoir::text::fold(text);
  require(pressoir::text::fold(folded) == folded, "folded text folds to itself");
  return 0;
}
