#include "indexer/extract/roles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/extract/grammar_words.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract {
namespace {

using base::Role;

constexpr std::size_t kMaxTitleWords = 200;
constexpr std::size_t kTriggerWithin = 6;   // words of a title
constexpr std::size_t kMaxListBytes = 600;  // of a list of speakers

// What a speaker's name follows in a title.
constexpr std::array<std::string_view, 31> kSpoken = {
    "declaration", "declarations", "discours",     "allocution",    "interview",  "interviews",
    "entretien",   "entretiens",   "intervention", "interventions", "conference", "point",
    "message",     "voeux",        "propos",       "audition",      "reponse",    "reponses",
    "extraits",    "toast",        "debat",        "conversation",  "eloge",      "adresse",
    "questions",   "hommage",      "oraison",      "introduction",  "conclusion", "briefing",
    "presentation"};
constexpr std::array<std::string_view, 10> kWritten = {
    "tribune", "tribunes",  "lettre", "article",    "communique",
    "texte",   "editorial", "edito",  "circulaire", "preface"};

// Where the subject or the audience begins. `sur` ends the speakers even before the first.
constexpr std::array<std::string_view, 14> kSubject = {
    "avec",   "lors", "devant",  "concernant", "hommage", "honneur", "pour",
    "contre", "face", "reponse", "adressee",   "propos",  "suite",   "relative"};

std::string folded_word(const TextReading& reading, std::size_t at) {
  const TextWord& word = reading.word(at);
  return text::fold(reading.text().substr(word.begin, word.end - word.begin));
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

struct Trigger {
  std::size_t at = 0;
  Role role = Role::kMentioned;
};

std::optional<Trigger> find_trigger(const TextReading& title) {
  for (std::size_t at = 0; at < std::min(title.size(), kTriggerWithin); ++at) {
    const std::string word = folded_word(title, at);
    if (is_one_of(word, kSpoken)) return Trigger{at, Role::kSpeaker};
    if (is_one_of(word, kWritten)) return Trigger{at, Role::kAuthor};
  }
  return std::nullopt;
}

// The word at which the speakers of a title end.
std::size_t end_of_speakers(const TextReading& title, std::size_t from, std::size_t first_speaker) {
  for (std::size_t at = from + 1; at < std::min(title.size(), kMaxTitleWords); ++at) {
    const std::string word = folded_word(title, at);
    if (word == "sur" || (at > first_speaker && is_one_of(word, kSubject))) return at;
  }
  return title.size();
}

bool starts_with_mark(std::string_view gap, std::initializer_list<std::string_view> marks) {
  const std::size_t first = gap.find_first_not_of(" \xc2\xa0");
  if (first == std::string_view::npos) return false;
  gap.remove_prefix(first);
  return std::ranges::any_of(marks, [gap](std::string_view mark) { return gap.starts_with(mark); });
}

bool is_line_start(const TextReading& text, const Mention& mention) {
  const bool has_civility = mention.has_civility && mention.first > 0;
  return text.starts_line(has_civility ? mention.first - 1 : mention.first);
}

// `M. Arnaud MONTEBOURG.`, `M. Arnaud Montebourg, ministre du redressement productif. –`, `BRUNO LE
// MAIRE :`, or a line of its own in capitals.
bool opens_turn(const TextReading& text, const Mention& mention) {
  if (!is_line_start(text, mention)) return false;
  const bool is_shouted =
      text.is_all_capitals(mention.first) || text.is_all_capitals(mention.end - 1);
  if (!mention.has_civility && !is_shouted) return false;
  const std::size_t last = std::max(mention.end, mention.title_end) - 1;
  const std::string_view gap = text.bytes_after(last);
  if (starts_with_mark(gap, {".", ":", "–", "—"})) return true;
  return is_shouted && text.gap_after(last) == Gap::kLine && last + 1 < text.size();
}

// `Intervenant(s) : Fleur Pellerin - Ministre déléguée …` and the short lines below.
bool is_listed_as_speaker(const TextReading& text, const Mention& mention) {
  const std::size_t name = text.word(mention.first).begin;
  const std::size_t from = name - std::min(name, kMaxListBytes);
  const std::string_view before = text.text().substr(from, name - from);
  const std::size_t label = before.rfind("ntervenant");
  if (label == std::string_view::npos || label == 0) return false;
  const bool starts_line = label == 1 ? from == 0 : before[label - 2] == '\n';
  const std::string_view between = before.substr(label);
  return starts_line && std::ranges::count(between, '\n') <= 4 &&
         between.find(". ") == std::string_view::npos;
}

// A name alone on one of the last lines, with no sentence behind it.
bool signs(const TextReading& text, const Mention& mention) {
  if (!is_line_start(text, mention)) return false;
  const std::size_t last = std::max(mention.end, mention.title_end) - 1;
  if (text.gap_after(last) != Gap::kLine) return false;
  const std::size_t end = text.word(last).end;
  const std::string_view rest = text.text().substr(end);
  return text.word(mention.first).begin > text.text().size() / 2 && rest.size() <= 200 &&
         std::ranges::count(rest, '\n') <= 3 && rest.find('.') == std::string_view::npos;
}

}  // namespace

std::vector<Role> title_roles(const TextReading& title, const std::vector<Mention>& mentions) {
  std::vector<Role> roles(mentions.size(), Role::kMentioned);
  if (mentions.empty()) return roles;
  const Mention& first = mentions.front();
  if (first.first == 0 && starts_with_mark(title.bytes_after(first.end - 1), {":"})) {
    roles.front() = Role::kSpeaker;
  }
  const std::optional<Trigger> trigger = find_trigger(title);
  if (!trigger) return roles;
  const std::size_t end = end_of_speakers(title, trigger->at, first.first);
  for (std::size_t index = 0; index < mentions.size(); ++index) {
    const bool is_between = mentions[index].first > trigger->at && mentions[index].first < end;
    if (is_between) roles[index] = trigger->role;
  }
  return roles;
}

std::vector<Role> text_roles(const TextReading& text, const std::vector<Mention>& mentions) {
  std::vector<Role> roles(mentions.size(), Role::kMentioned);
  for (std::size_t index = 0; index < mentions.size(); ++index) {
    const Mention& mention = mentions[index];
    if (mention.kind == MentionKind::kOffice) continue;
    if (signs(text, mention)) {
      roles[index] = Role::kAuthor;
    } else if (opens_turn(text, mention) || is_listed_as_speaker(text, mention)) {
      roles[index] = Role::kSpeaker;
    }
  }
  return roles;
}

}  // namespace pressoir::extract
