#include "indexer/extract/reactions.hpp"

#include "indexer/extract/plain_text.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract {
namespace {

constexpr std::size_t kMaxReactionBytes = 600;

// Words as folded_words() gives them. What a hall does, with anything behind it.
constexpr auto kSounds = std::to_array<std::string_view>({
    "acclamations",  "applaudissement", "applaudissements",
    "approbation",   "approbations",    "brouhaha",
    "claquements",   "exclamation",     "exclamations",
    "hilarite",      "huees",           "interruption",
    "interruptions", "murmures",        "protestation",
    "protestations", "rires",           "rire",
    "sifflets",      "sourire",         "sourires",
    "tumulte",       "vociferations",
});
// What may also be part of a name (`Mouvement des entreprises de France`): alone, with one of the
// words below, or with the benches it comes from.
constexpr auto kAmbiguousSounds = std::to_array<std::string_view>({
    "bruit",
    "bruits",
    "colloques",
    "cris",
    "denegations",
    "mouvement",
    "mouvements",
    "rumeurs",
    "silence",
});
constexpr auto kDegrees = std::to_array<std::string_view>({
    "divers",
    "et",
    "legers",
    "longs",
    "meme",
    "memes",
    "nouveau",
    "nouveaux",
    "nouvelle",
    "nouvelles",
    "prolonge",
    "prolonges",
    "quelques",
    "tres",
    "vif",
    "vifs",
    "vive",
    "vives",
});
constexpr auto kGestures = std::to_array<std::string_view>({
    "acquiesce",
    "acquiescent",
    "applaudissent",
    "applaudit",
    "levent",
    "opine",
    "opinent",
});

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

// Directions begin as sentences do or with what was called; speakers' parentheses seldom.
bool opens_direction(std::string_view inside) {
  const bool is_accented_capital =
      inside.size() > 1 && inside[0] == '\xC3' && static_cast<unsigned char>(inside[1]) < 0x9F;
  return is_accented_capital || (!inside.empty() && inside[0] >= 'A' && inside[0] <= 'Z') ||
         inside.starts_with("«") || inside.starts_with("“") || inside.starts_with('"');
}

// The words of one pair of parentheses, looked at from the first on.
struct Wording {
  bool begins_with_sound = false;  // but for degrees
  bool is_only_sounds = true;      // and degrees
  bool has_sound = false;          // of either kind
  bool has_gesture = false;
  bool has_benches = false;  // `sur … bancs`
};

Wording read_wording(std::string_view words) {
  Wording wording;
  bool is_begin = true;
  bool has_on = false;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    const bool is_sound = is_one_of(word, kSounds);
    const bool is_ambiguous = is_one_of(word, kAmbiguousSounds);
    const bool is_degree = is_one_of(word, kDegrees);
    wording.begins_with_sound = wording.begins_with_sound || (is_begin && is_sound);
    wording.is_only_sounds = wording.is_only_sounds && (is_sound || is_ambiguous || is_degree);
    wording.has_sound = wording.has_sound || is_sound || is_ambiguous;
    wording.has_gesture = wording.has_gesture || is_one_of(word, kGestures);
    wording.has_benches = wording.has_benches || (has_on && word == "bancs");
    has_on = has_on || word == "sur";
    is_begin = is_begin && is_degree;
  }
  return wording;
}

// Joins what stood before a reaction and behind it: `pays. (Sourires.) Je` gives `pays. Je`, and
// `enfant (Exclamations), je` gives `enfant, je`.
void join(std::string& before, std::string_view after) {
  if (before.ends_with(' ')) before.pop_back();
  const bool is_ended = before.ends_with('.') || before.ends_with('!') || before.ends_with('?');
  if (is_ended && after.starts_with('.') && !after.starts_with("..")) after.remove_prefix(1);
  before += after;
}

}  // namespace

bool is_reaction(std::string_view inside) {
  if (inside.size() > kMaxReactionBytes) return false;
  const Wording wording = read_wording(folded_words(inside));
  if (wording.has_sound && wording.is_only_sounds) return true;
  return opens_direction(inside) &&
         (wording.begins_with_sound || wording.has_benches || wording.has_gesture);
}

std::vector<std::string> take_reactions(std::string& text) {
  std::vector<std::string> reactions;
  const std::string_view all = text;
  std::string kept;
  std::size_t from = 0;  // of what is not yet in `kept`
  for (std::size_t open = all.find('('); open != std::string_view::npos;) {
    const std::size_t close = all.find_first_of("()", open + 1);
    if (close == std::string_view::npos) break;
    if (all[close] == ')' && is_reaction(all.substr(open + 1, close - open - 1))) {
      join(kept, all.substr(from, open - from));
      reactions.emplace_back(all.substr(open, close + 1 - open));
      from = close + 1;
    }
    open = all.find('(', close);
  }
  if (reactions.empty()) return reactions;
  join(kept, all.substr(from));
  trim_plain(kept);
  if (folded_words(kept).empty()) kept.clear();
  text = std::move(kept);
  return reactions;
}

}  // namespace pressoir::extract
