#include "indexer/extract/content/blocks.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>

namespace pressoir::extract::content {
namespace {

// Reactions name the groups of an assembly, one after the other.
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
    const std::string_view word = base::take_until(words, " ");
    const bool is_sound = base::is_one_of(word, kSounds);
    const bool is_ambiguous = base::is_one_of(word, kAmbiguousSounds);
    const bool is_degree = base::is_one_of(word, kDegrees);
    wording.begins_with_sound = wording.begins_with_sound || (is_begin && is_sound);
    wording.is_only_sounds = wording.is_only_sounds && (is_sound || is_ambiguous || is_degree);
    wording.has_sound = wording.has_sound || is_sound || is_ambiguous;
    wording.has_gesture = wording.has_gesture || base::is_one_of(word, kGestures);
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

using base::BlockKind;

// A letter or an appointment may begin like a turn, once or twice on a page.
constexpr std::size_t kMinTurns = 3;
constexpr std::size_t kMaxSpeakerBytes = 160;  // name and office
constexpr std::size_t kMaxNameWords = 7;
constexpr std::size_t kMaxLabels = 4096;

constexpr auto kCivilities = std::to_array<std::string_view>(
    {"M. ", "Mme ", "MM. ", "Mmes ", "Mlle ", "Un député ", "Une députée ", "Un sénateur ",
     "Une sénatrice ", "Plusieurs députés ", "Plusieurs sénateurs "});
constexpr auto kBareCivilities =
    std::to_array<std::string_view>({"M. ", "Mme ", "MM. ", "Mmes ", "Mlle "});
constexpr auto kQuestionMarks = std::to_array<std::string_view>(
    {"Q. ", "Q - ", "Q – ", "Q : ", "Q: ", "R. ", "R - ", "R – ",
     "R : ", "R: ", "Question : ", "Réponse : ", "Question. ", "Réponse. "});
// What makes a sentence of a name and an office behind a comma.
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"est", "sont", "a", "ont", "était", "étaient", "sera", "seront", "fut", "avait", "présente",
     "présentent", "annonce", "annoncent", "rappelle", "se", "s’est"});
// Small words that are part of a name.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de", "du", "des", "la", "le", "les", "et", "von", "van", "ben", "el", "dit"});

// The first of `starts` with which the text begins; empty when there is none.
std::string_view start_of(std::string_view text, base::WordList starts) {
  const auto found = std::ranges::find_if(
      starts, [text](std::string_view start) { return text.starts_with(start); });
  return found == starts.end() ? std::string_view() : *found;
}

// Capitals of ASCII and of Latin-1: À to Þ.
bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
  return word.starts_with("Œ") || (word[0] == '\xC3' && second >= 0x80 && second <= 0x9E);
}

bool has_small_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] >= 'a' && word[i] <= 'z') return true;
    if (i > 0 && word[i - 1] == '\xC3' && static_cast<unsigned char>(word[i]) >= 0xA0) return true;
  }
  return false;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool is_name_word(std::string_view word) {
  return starts_with_capital(word) || word.starts_with("d’") || word.starts_with("d'") ||
         base::is_one_of(word, kParticles);
}

// Ends in the stop of a sentence, not of an initial: `J.`
bool ends_sentence(std::string_view word) {
  const bool is_initial = word.size() == 2 && starts_with_capital(word);
  return word.ends_with('.') && !is_initial;
}

// The bytes of a speaker's name behind a civility: a name of capitalised words or an office (`le
// président`), up to a comma, a stop or a colon; behind the comma the office, up to a stop or a
// colon. 0 for something else.
std::size_t speaker_bytes(std::string_view text) {
  text = text.substr(0, kMaxSpeakerBytes);
  const bool is_office =
      text.starts_with("le ") || text.starts_with("la ") || text.starts_with("l’");
  const bool is_group = text.starts_with("du ") || text.starts_with("de ");
  bool is_name = true;
  std::size_t words = 1;
  for (std::size_t at = 0; at < text.size(); ++words) {
    const std::string_view word = first_word(text.substr(at));
    at += word.size();
    if (word.ends_with(':') || ends_sentence(word)) return at;
    if (is_name && words > kMaxNameWords) return 0;
    if (is_name && !is_office && !is_group && !is_name_word(word)) return 0;
    if (!is_name && base::is_one_of(word, kVerbs)) return 0;
    if (word.ends_with(',')) is_name = false;
    ++at;
  }
  return 0;
}

// `CÉDRIC O Bonjour.`: two words in capitals or more, and then something else.
std::size_t shouted_name_bytes(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t words = 0; words <= kMaxNameWords && at < text.size();) {
    const std::string_view word = first_word(text.substr(at));
    if (words >= 2 && word == ":") return at + 1;
    if (!starts_with_capital(word)) return 0;
    if (has_small_letter(word)) return words >= 2 ? at - 1 : 0;
    if (++words >= 2 && word.ends_with(':')) return at + word.size();
    at += word.size() + 1;
  }
  return 0;
}

// Takes the civilities out of a label, the second speaker's too: `M. Luc Petit et Mme Élisa Duval.`
std::string without_civilities(std::string_view label) {
  std::string names;
  while (!label.empty()) {
    const std::string_view civility = start_of(label, kBareCivilities);
    label.remove_prefix(civility.size());
    const std::size_t size = std::min(first_word(label).size() + 1, label.size());
    names += label.substr(0, size);
    label.remove_prefix(size);
  }
  return names;
}

// Keeps of a paragraph what was said; empty when that is nothing.
void keep_speech(PageBlock& block, std::size_t label_bytes, std::vector<PageBlock>& left_out) {
  if (label_bytes > 0 && label_bytes < block.text.size()) {
    const std::string_view text = block.text;
    block.text = without_civilities(text.substr(0, label_bytes)) + block.text.substr(label_bytes);
  }
  for (std::string& reaction : take_reactions(block.text)) {
    PageBlock direction = block;
    direction.text = std::move(reaction);
    direction.region = Region::kReaction;
    left_out.push_back(std::move(direction));
  }
}

}  // namespace

bool is_reaction(std::string_view inside) {
  if (inside.size() > kMaxReactionBytes) return false;
  const Wording wording = read_wording(html::folded_words(inside));
  if (wording.has_sound && wording.is_only_sounds) return true;
  return opens_direction(inside) &&
         (wording.begins_with_sound || wording.has_benches || wording.has_gesture);
}

// Parentheses do not nest in minutes: an opening one that meets another is no reaction.
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
  html::trim_plain(kept);
  if (html::folded_words(kept).empty()) kept.clear();
  text = std::move(kept);
  return reactions;
}

// In the order of how sure they are: marks of questions, civilities, names in capitals.
std::size_t turn_label_bytes(std::string_view paragraph) {
  const std::string_view mark = start_of(paragraph, kQuestionMarks);
  if (!mark.empty()) return mark.size() - 1;
  const std::string_view civility = start_of(paragraph, kCivilities);
  if (civility.empty()) return shouted_name_bytes(paragraph);
  const std::size_t name = speaker_bytes(paragraph.substr(civility.size()));
  return name == 0 ? 0 : civility.size() + name;
}

std::vector<std::string> read_turns(std::vector<PageBlock>& blocks,
                                    std::vector<PageBlock>& left_out) {
  std::vector<std::size_t> label_bytes(blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::kParagraph) label_bytes[i] = turn_label_bytes(blocks[i].text);
  }
  const auto others = std::ranges::count(label_bytes, 0u);
  if (blocks.size() - static_cast<std::size_t>(others) < kMinTurns) return {};

  std::vector<std::string> labels;
  std::unordered_set<std::string> known;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (label_bytes[i] > 0) {
      blocks[i].kind = BlockKind::kTurn;
      std::string label = blocks[i].text.substr(0, label_bytes[i]);
      const bool is_new = labels.size() < kMaxLabels && known.insert(label).second;
      if (is_new) labels.push_back(std::move(label));
    }
    if (blocks[i].kind == BlockKind::kTurn || blocks[i].kind == BlockKind::kParagraph) {
      keep_speech(blocks[i], label_bytes[i], left_out);
    }
  }
  std::erase_if(blocks, [](const PageBlock& block) { return block.text.empty(); });
  return labels;
}

}  // namespace pressoir::extract::content
