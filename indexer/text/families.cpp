#include "indexer/text/families.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <vector>

#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"
#include "indexer/text/lexicon/lexicon.hpp"
#include "indexer/text/word_forms.hpp"

namespace pressoir::text {
namespace {

// Shorter roots, and shorter ones that an ending of kEndings leaves, are those of unrelated words:
// `content` and `conte`.
constexpr std::size_t kLeastRoot = 4;      // letters
constexpr std::size_t kLeastOfEnding = 5;  // letters

// What Snowball leaves of derived words, folded; the longest first.
constexpr auto kEndings =
    std::to_array<std::string_view>({"ionn", "anc", "ant", "enc", "ent", "eur", "ial", "ian", "iel",
                                     "ion", "al", "el", "if", "is", "ur", "i", "y"});

// `travaill` of `travailleur` and `travail` of `travail`.
void undouble(std::string& root) {
  const std::size_t size = root.size();
  if (size > kLeastRoot && root[size - 1] == root[size - 2]) root.pop_back();
}

class Families {
 public:
  std::string list_others(std::string_view lemmas) {
    std::set<std::string, std::less<>> others;
    for (const std::string_view lemma : split_lemmas(lemmas)) {
      const std::string_view word = lemma.substr(lemma.starts_with("v:") ? 2 : 0);
      const std::string root = root_of(word);
      if (root.size() < kLeastRoot || lexicon::french().look_up(word).empty()) continue;
      add_members(root, fold(word), others);
    }
    std::string list;
    for (const std::string_view lemma : split_lemmas(lemmas)) others.erase(std::string(lemma));
    for (const std::string& other : others) {
      if (!list.empty()) list += kLemmaSeparator;
      list += other;
    }
    return list;
  }

 private:
  std::string root_of(std::string_view lemma) {
    std::string root = words_.forms(lemma).stem;
    for (bool is_cut = true; is_cut;) {
      const auto* ending = std::ranges::find_if(kEndings, [&](std::string_view one) {
        return root.size() >= kLeastOfEnding + one.size() && root.ends_with(one);
      });
      is_cut = ending != kEndings.end();
      if (is_cut) root.resize(root.size() - ending->size());
    }
    undouble(root);
    return root;
  }

  // Those that begin as the root does, but for its last letter: Snowball changes it in some words
  // (`fréquent` of `fréquence`).
  void add_members(const std::string& root, const std::string& folded,
                   std::set<std::string, std::less<>>& members) {
    const auto differ = std::ranges::mismatch(root, folded).in1;
    const auto alike = static_cast<std::size_t>(differ - root.begin());
    const std::string start = root.substr(0, std::min(alike, root.size() - 1));
    if (start.size() + 1 < kLeastRoot) return;
    for (const lexicon::Reading& reading : lexicon::french().look_up_prefix(start)) {
      if (reading.part == lexicon::Part::kName || root_of(reading.lemma) != root) continue;
      members.insert(reading.part == lexicon::Part::kVerb ? "v:" + reading.lemma : reading.lemma);
    }
  }

  WordFormCache words_{Depth::kStems};
};

}  // namespace

std::string family_of(std::string_view lemmas) {
  return Families().list_others(lemmas);
}

}  // namespace pressoir::text
