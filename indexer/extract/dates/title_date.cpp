// The date in a title: `… - 05/12/2012`, `Déclaration de M. X, …, à Paris le 12 septembre 2005.`
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract::dates {
namespace {

constexpr std::size_t kMaxTitleBytes = 2000;

// What is dated by its own day when `du` follows: `séance du mardi 29 janvier 2013`.
constexpr std::array<std::string_view, 44> kDatedTexts = {
    "seance",     "seances",      "communique",    "communiques",  "reunion",   "point",
    "conference", "conferences",  "declaration",   "declarations", "questions", "question",
    "discours",   "newsletter",   "lettre",        "lettres",      "edition",   "bulletin",
    "interview",  "interviews",   "entretien",     "entretiens",   "extraits",  "audition",
    "allocution", "briefing",     "message",       "messages",     "agenda",    "chronique",
    "emission",   "intervention", "interventions", "voeux",        "tribune",   "article",
    "articles",   "editorial",    "texte",         "toast",        "reponse",   "debat",
    "journal",    "rendu"};

// What bears a date without being published on it: `la loi du 9 décembre 1905`.
constexpr std::array<std::string_view, 26> kEvents = {
    "loi",        "decret",    "ordonnance", "arrete",     "directive", "reglement", "accord",
    "accords",    "traite",    "attentat",   "attentats",  "attaques",  "seisme",    "catastrophe",
    "election",   "elections", "scrutin",    "referendum", "crise",     "armistice", "victoire",
    "resolution", "arret",     "decision",   "jugement",   "evenements"};

// Before `le` or `au`, these make the date a limit: `depuis le`, `jusqu'au`.
constexpr std::array<std::string_view, 8> kLimits = {"depuis", "avant",  "apres",   "jusqu",
                                                     "des",    "partir", "compter", "ici"};

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = folded.find_first_not_of(" '-,.:;()\"", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(folded.find_first_of(" '-,.:;()\"", begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    at = end;
  }
  return words;
}

// True when one of the last four words before `du`, or the first word of the title, is of a text
// that is dated by its own day.
bool names_dated_text(const std::vector<std::string_view>& words, std::string_view folded) {
  const std::size_t size = words.size() - 1;  // without `du`
  if (size > 0 && base::is_one_of(words[size - 1], kEvents)) return false;
  if (size > 0 && base::is_one_of(words[0], kDatedTexts)) return true;
  for (std::size_t back = 1; back <= std::min<std::size_t>(size, 4); ++back) {
    if (base::is_one_of(words[size - back], kDatedTexts)) return true;
  }
  return folded.ends_with("conseil des ministres du");
}

// How plainly the words before a date in a title make it the day of publication.
Plainness judge(std::string_view before) {
  std::string folded = text::fold(before);
  while (!folded.empty() && (folded.back() == ' ' || folded.back() == '\n')) folded.pop_back();
  const std::vector<std::string_view> words = words_of(folded);
  if (words.empty()) return Plainness::kLikely;
  const std::string_view last = words.back();
  const std::string_view previous = words.size() > 1 ? words[words.size() - 2] : "";
  if (!folded.ends_with(last)) return Plainness::kLikely;  // after a comma, a dash, a bracket
  if (last == "au" || base::is_one_of(previous, kLimits)) return Plainness::kNone;
  if (last == "le" || last == "les") return Plainness::kLikely;
  if (last == "du") {
    // `dans "Le Monde" du 5 mai 1998`: the day of the paper.
    const bool is_paper = folded.ends_with("\" du") || folded.ends_with("» du");
    const bool is_dated = is_paper || previous == "date" || names_dated_text(words, folded);
    return is_dated ? Plainness::kLikely : Plainness::kNone;
  }
  return base::is_one_of(words.front(), kDatedTexts) ? Plainness::kLikely : Plainness::kNone;
}

// The last date that stands before the subject (`…, sur le budget`), else the last of all.
std::optional<WrittenDate> pick(std::string_view title, const std::vector<WrittenDate>& dates) {
  if (dates.empty()) return std::nullopt;
  const std::size_t subject = title.find(" sur ");
  const auto before = std::ranges::find_if(
      dates.rbegin(), dates.rend(), [subject](const auto& date) { return date.end <= subject; });
  return subject == std::string_view::npos || before == dates.rend() ? dates.back() : *before;
}

// A month at the end: `Lettre d'information - décembre 2012`.
DateClue month_clue(std::string_view title, const std::vector<WrittenDate>& all) {
  if (all.empty() || all.back().date.day != 0) return {};
  const bool is_last =
      title.substr(all.back().end).find_first_not_of(" ).]") == std::string_view::npos;
  const std::string_view before = title.substr(0, all.back().begin);
  const std::size_t mark = before.find_last_not_of(' ');
  const bool is_apart = mark != std::string_view::npos &&
                        std::string_view("-(|[:,").find(before[mark]) != std::string_view::npos;
  return is_last && is_apart ? DateClue{all.back().date, Plainness::kLikely} : DateClue{};
}

}  // namespace

// Three readings from the plainest on: a suffix that is nothing but a date, a date that the words
// before it make the text's own, a month at the end.
DateClue title_clue(std::string_view title, base::Date latest) {
  title = base::clip_utf8(title, kMaxTitleBytes);
  std::vector<WrittenDate> all = find_written_dates(title, latest);
  std::erase_if(all, [latest](const WrittenDate& written) {
    return written.is_range || !is_possible(written.date, latest);
  });
  if (all.empty()) return {};
  if (all.back().date.day != 0 && strip_date_suffix(title).size() < title.size()) {
    return {all.back().date, Plainness::kPlain};
  }
  std::vector<WrittenDate> stated;
  for (const WrittenDate& written : all) {
    const Plainness plainness = judge(title.substr(0, written.begin));
    if (written.date.day != 0 && plainness != Plainness::kNone) stated.push_back(written);
  }
  if (const std::optional<WrittenDate> chosen = pick(title, stated)) {
    return {chosen->date, Plainness::kLikely};
  }
  return month_clue(title, all);
}

}  // namespace pressoir::extract::dates
