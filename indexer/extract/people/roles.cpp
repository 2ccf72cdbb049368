#include "indexer/extract/people/mentions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::extract::people {
namespace {

using base::MinisterEvidence;
using base::Role;

constexpr std::size_t kMaxTitleWords = 200;
constexpr std::size_t kTriggerWithin = 6;   // words of a title
constexpr std::size_t kMaxListBytes = 600;  // of a list of speakers
constexpr std::size_t kMaxLabelBytes = 12;  // `Signé : `
constexpr std::size_t kMaxHeadBytes = 600;  // above a text: letterhead and byline
constexpr int kMaxHeadLines = 8;

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

std::string folded_word(const TokenizedText& tokens, std::size_t at) {
  const TextToken& word = tokens.token(at);
  return text::fold(tokens.text().substr(word.begin, word.end - word.begin));
}

struct Trigger {
  std::size_t at = 0;
  Role role = Role::kMentioned;
};

// Near the beginning only: later in a title these words are the subject.
std::optional<Trigger> find_trigger(const TokenizedText& title) {
  for (std::size_t at = 0; at < std::min(title.size(), kTriggerWithin); ++at) {
    const std::string word = folded_word(title, at);
    if (base::is_one_of(word, kSpoken)) return Trigger{at, Role::kSpeaker};
    if (base::is_one_of(word, kWritten)) return Trigger{at, Role::kAuthor};
  }
  return std::nullopt;
}

// The word at which the speakers of a title end.
std::size_t end_of_speakers(const TokenizedText& title, std::size_t from,
                            std::size_t first_speaker) {
  for (std::size_t at = from + 1; at < std::min(title.size(), kMaxTitleWords); ++at) {
    const std::string word = folded_word(title, at);
    if (word == "sur" || (at > first_speaker && base::is_one_of(word, kSubject))) return at;
  }
  return title.size();
}

bool starts_with_mark(std::string_view gap, std::initializer_list<std::string_view> marks) {
  const std::size_t first = gap.find_first_not_of(" \xc2\xa0");
  if (first == std::string_view::npos) return false;
  gap.remove_prefix(first);
  return base::starts_with_one_of(gap, {marks.begin(), marks.size()});
}

// The civility before a name and the title behind it are part of its phrase.
std::size_t first_word(const Mention& mention) {
  return mention.has_civility && mention.first > 0 ? mention.first - 1 : mention.first;
}
std::size_t last_word(const Mention& mention) {
  return std::max(mention.end, mention.title_end) - 1;
}

// `M. Arnaud MONTEBOURG.`, `M. Arnaud Montebourg, ministre du redressement productif. –`, `BRUNO LE
// MAIRE :`, or a line of its own in capitals.
bool opens_turn(const TokenizedText& text, const Mention& mention) {
  if (!text.starts_line(first_word(mention))) return false;
  const bool is_shouted =
      text.is_all_capitals(mention.first) || text.is_all_capitals(mention.end - 1);
  if (!mention.has_civility && !is_shouted) return false;
  const std::size_t last = last_word(mention);
  const std::string_view gap = text.bytes_after(last);
  if (starts_with_mark(gap, {".", ":", "–", "—"})) return true;
  return is_shouted && text.gap_after(last) == Gap::kLine && last + 1 < text.size();
}

// `Intervenant(s) : Fleur Pellerin - Ministre déléguée …` and the short lines below.
bool is_listed_as_speaker(const TokenizedText& text, const Mention& mention) {
  const std::size_t name = text.token(mention.first).begin;
  const std::size_t from = name - std::min(name, kMaxListBytes);
  const std::string_view before = text.text().substr(from, name - from);
  const std::size_t label = before.rfind("ntervenant");
  if (label == std::string_view::npos || label == 0) return false;
  const bool starts_line = label == 1 ? from == 0 : before[label - 2] == '\n';
  const std::string_view between = before.substr(label);
  return starts_line && std::ranges::count(between, '\n') <= 4 &&
         between.find(". ") == std::string_view::npos;
}

// A name alone on one of the last lines, with no sentence behind it; `Signé : Prénom Nom` too.
// Texts end with notes to editors and addresses, so that a signature may stand some lines above the
// end.
bool signs(const TokenizedText& text, const Mention& mention) {
  const std::size_t first = first_word(mention);
  const bool is_said = first > 0 && text.starts_line(first - 1) &&
                       text.token(first).begin - text.token(first - 1).begin < kMaxLabelBytes &&
                       folded_word(text, first - 1) == "signe";
  if (!is_said && !text.starts_line(first)) return false;
  const std::size_t last = last_word(mention);
  if (text.gap_after(last) != Gap::kLine) return false;
  const std::size_t end = text.token(last).end;
  const std::string_view rest = text.text().substr(end);
  return text.token(mention.first).begin > text.text().size() / 2 && rest.size() <= 200 &&
         std::ranges::count(rest, '\n') <= 3 && rest.find('.') == std::string_view::npos;
}

bool is_near_start(const TokenizedText& text, const Mention& mention) {
  const std::size_t begin = text.token(mention.first).begin;
  return begin <= kMaxHeadBytes &&
         std::ranges::count(text.text().substr(0, begin), '\n') <= kMaxHeadLines;
}

// `Par Fleur Pellerin, ministre déléguée`, a line of its own above the text.
bool is_byline(const TokenizedText& text, const Mention& mention) {
  const std::size_t first = first_word(mention);
  return first > 0 && text.starts_line(first - 1) && folded_word(text, first - 1) == "par" &&
         text.gap_after(last_word(mention)) == Gap::kLine && is_near_start(text, mention);
}

// The letterhead of a communiqué: a name on a line of its own and the office on the next.
bool is_letterhead(const TokenizedText& text, const Mention& name, const Mention* next) {
  return name.kind == MentionKind::kFullName && next != nullptr &&
         next->kind == MentionKind::kOffice && next->first <= name.end + 1 &&
         text.starts_line(first_word(name)) && text.gap_after(name.end - 1) == Gap::kLine &&
         text.gap_after(next->end - 1) == Gap::kLine && is_near_start(text, name);
}

Attribution text_role(const TokenizedText& text, const Mention& mention, const Mention* next) {
  if (mention.kind == MentionKind::kOffice) return {};
  if (signs(text, mention)) return {Role::kAuthor, MinisterEvidence::kSignature};
  if (is_byline(text, mention) || is_letterhead(text, mention, next)) {
    return {Role::kAuthor, MinisterEvidence::kByline};
  }
  if (opens_turn(text, mention)) return {Role::kSpeaker, MinisterEvidence::kTranscript};
  if (is_listed_as_speaker(text, mention)) return {Role::kSpeaker, MinisterEvidence::kByline};
  return {};
}

// What the ministers bring before the Council.
constexpr std::array<std::string_view, 8> kBusiness = {
    "communication", "communications", "projet", "projets",
    "ordonnance",    "ordonnances",    "decret", "decrets"};
constexpr std::size_t kMaxPresenterWords = 120;  // of several long titles

bool is_business(const TokenizedText& text, std::size_t at) {
  for (std::size_t word = at; word < std::min(at + 3, text.size()); ++word) {
    if (base::is_one_of(folded_word(text, word), kBusiness)) return true;
  }
  return false;
}

// `Le ministre des outre-mer et la ministre de la mer ont présenté une communication …`, a line of
// the Council's minutes whose first words are an office: the word at which its presenters end; 0
// for another sentence.
std::size_t end_of_presenters(const TokenizedText& text, const Mention& first) {
  const bool is_led = first.first > 0 && is_article(text.id(first.first - 1));
  if (first.kind != MentionKind::kOffice || !is_led || !text.starts_line(first.first - 1)) return 0;
  const std::size_t limit = std::min(text.size(), first.first + kMaxPresenterWords);
  for (std::size_t at = first.first; at + 1 < limit && text.gap_after(at) < Gap::kStop; ++at) {
    const std::string word = folded_word(text, at);
    if (word != "a" && word != "ont") continue;
    const bool presents = folded_word(text, at + 1) == "presente" && is_business(text, at + 2);
    if (presents) return at;
  }
  return 0;
}

}  // namespace

// A person before the subject speaks; one after it is spoken of.
std::vector<Attribution> title_roles(const TokenizedText& title,
                                     const std::vector<Mention>& mentions) {
  std::vector<Attribution> attributions(mentions.size(),
                                        Attribution{Role::kMentioned, MinisterEvidence::kTitle});
  if (mentions.empty()) return attributions;
  const Mention& first = mentions.front();
  if (first.first == 0 && starts_with_mark(title.bytes_after(first.end - 1), {":"})) {
    attributions.front().role = Role::kSpeaker;
  }
  const std::optional<Trigger> trigger = find_trigger(title);
  if (!trigger) return attributions;
  const std::size_t end = end_of_speakers(title, trigger->at, first.first);
  for (std::size_t index = 0; index < mentions.size(); ++index) {
    const bool is_between = mentions[index].first > trigger->at && mentions[index].first < end;
    if (is_between) attributions[index].role = trigger->role;
  }
  return attributions;
}

// Presenters are a range of words: all mentions before its end speak.
std::vector<Attribution> text_roles(const TokenizedText& text,
                                    const std::vector<Mention>& mentions) {
  std::vector<Attribution> attributions;
  std::size_t presenters_end = 0;
  for (std::size_t index = 0; index < mentions.size(); ++index) {
    const Mention* next = index + 1 < mentions.size() ? &mentions[index + 1] : nullptr;
    attributions.push_back(text_role(text, mentions[index], next));
    presenters_end = std::max(presenters_end, end_of_presenters(text, mentions[index]));
    if (mentions[index].first < presenters_end) attributions.back().role = Role::kSpeaker;
  }
  return attributions;
}

std::vector<Attribution> label_roles(const TokenizedText& labels,
                                     const std::vector<Mention>& mentions) {
  std::vector<Attribution> attributions;
  for (const Mention& mention : mentions) {
    std::size_t first = first_word(mention);
    if (mention.kind == MentionKind::kOffice) {
      if (first > 0 && is_article(labels.id(first - 1))) --first;
      if (first > 0 && is_civility(labels.id(first - 1))) --first;
    }
    const std::size_t last = last_word(mention);
    const bool is_all = labels.starts_line(first) &&
                        (labels.gap_after(last) == Gap::kLine ||
                         starts_with_mark(labels.bytes_after(last), {".", ":", "–", "—"}));
    const Attribution speaker{Role::kSpeaker, MinisterEvidence::kTranscript};
    attributions.push_back(is_all ? speaker : Attribution{});
  }
  return attributions;
}

// Bylines name organisations too; an office there is no author.
std::vector<Attribution> byline_roles(const std::vector<Mention>& mentions) {
  std::vector<Attribution> attributions;
  for (const Mention& mention : mentions) {
    const bool is_named = mention.kind == MentionKind::kFullName;
    attributions.push_back(
        {is_named ? Role::kAuthor : Role::kMentioned, MinisterEvidence::kByline});
  }
  return attributions;
}

}  // namespace pressoir::extract::people
