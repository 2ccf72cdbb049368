// Any bytes as a query: it is read or refused, and what it marks in a text leaves the text as it
// is. The first byte chooses the mode.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "server/query/query_parser.hpp"
#include "server/search/snippet/highlighter.hpp"
#include "server/wording/query_sentences.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using pressoir::fuzz::require;
using pressoir::query::kMaxQueryBytes;
using pressoir::query::MatchMode;
using pressoir::query::parse_query;
using pressoir::query::positive_leaves;
using pressoir::query::Query;
using pressoir::search::snippet::Fragment;
using pressoir::search::snippet::Highlighter;
using pressoir::store::QueryWord;

constexpr std::string_view kText =
    "Les pôles de compétitivité, usines à produits d’avenir.\n"
    "Le porte-parole du C.N.I. a présenté aujourd’hui l’œuvre de l’industrie française : "
    "10\u202F000\u00A0euros pour la R&D. « Un rendez-vous », dit M. Montebourg le 5 décembre 2012. "
    "La presqu’île, les prud’hommes et l’e\u0301te\u0301 y sont ; a b c d, a b c, a b, a a a.";

std::string plain(const std::vector<Fragment>& fragments) {
  std::string text;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    require(!fragments[i].text.empty(), "no fragment is empty");
    require(i == 0 || fragments[i].match != fragments[i - 1].match, "fragments take turns");
    text += fragments[i].text;
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static pressoir::text::Analyzer analyzer;
  if (size == 0) return 0;
  const auto mode = static_cast<MatchMode>(data[0] % 3);
  const std::string_view q(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto parsed = parse_query(q, mode, analyzer);
  if (!parsed) {
    require(q.size() > kMaxQueryBytes || !pressoir::base::is_valid_utf8(q),
            "only long queries and bad bytes are refused");
    return 0;
  }
  const std::string told = pressoir::wording::describe(pressoir::query::outline(*parsed));
  require(pressoir::base::is_valid_utf8(told), "what was read is told in UTF-8");
  for (const Query* leaf : positive_leaves(parsed->query)) {
    require(!leaf->words.empty(), "a leaf has words");
    for (const QueryWord& word : leaf->words) {
      require(!word.exact.empty() && !word.folded.empty() && !word.lemmas.empty() &&
                  !word.forms.empty(),
              "a word has all its forms");
    }
  }
  Highlighter highlighter(parsed->query, analyzer);
  require(plain(highlighter.mark(kText)) == kText, "the fragments are the text");
  require(!plain(highlighter.snippet(kText)).empty(), "a text has a snippet");
  return 0;
}
