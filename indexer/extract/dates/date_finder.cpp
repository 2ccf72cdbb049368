#include "indexer/extract/dates/date_finder.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>

namespace pressoir::extract::dates {
namespace {

using base::Confidence;
using base::DateSource;

// Between the writing of a text and its appearance on the site.
constexpr int kMaxDelayDays = 31;

struct Candidate {
  DateClue clue;
  DateSource source = DateSource::kNone;
};

bool is_set(const Candidate& candidate) {
  return candidate.clue.plainness != Plainness::kNone;
}

// `2012-12` agrees with `2012-12-05`.
bool agree(base::Date a, base::Date b) {
  return base::first_day(a) <= base::last_day(b) && base::first_day(b) <= base::last_day(a);
}

int days_between(base::Date from, base::Date to) {
  return base::days_since_epoch(to) - base::days_since_epoch(from);
}

DateFinding finding(const Candidate& candidate, Confidence confidence, bool has_conflict) {
  if (!is_set(candidate)) return {};
  return {candidate.clue.date, candidate.source, confidence, has_conflict};
}

Confidence alone(const Candidate& candidate) {
  switch (candidate.clue.plainness) {
    case Plainness::kPlain:
      return candidate.clue.date.day == 0 ? Confidence::kMedium : Confidence::kHigh;
    case Plainness::kLikely:
    case Plainness::kBare:
      return Confidence::kMedium;
    case Plainness::kWeak:
      return Confidence::kLow;
    case Plainness::kNone:
      break;
  }
  return Confidence::kNone;
}

// The heading and <title> are two writings of one thing; the plainer one counts.
Candidate title_candidate(const facts::PageFacts& facts, base::Date captured) {
  const DateClue heading = title_clue(facts.heading, captured);
  const DateClue element = title_clue(facts.title_element, captured);
  return {heading.plainness >= element.plainness ? heading : element, DateSource::kTitle};
}

// The first that is set of sources in the order of belief; a later one that says the same more
// precisely (a day where the first knows the month) takes its place. `conflict` is set when a later
// one contradicts it.
Candidate first_of(std::span<const Candidate> candidates, bool& conflict) {
  Candidate chosen;
  for (const Candidate& candidate : candidates) {
    if (!is_set(candidate)) continue;
    if (!is_set(chosen)) chosen = candidate;
    if (!agree(chosen.clue.date, candidate.clue.date)) {
      conflict |= candidate.clue.plainness != Plainness::kWeak;
    } else if (candidate.clue.date.day != 0 && chosen.clue.date.day == 0) {
      chosen = candidate;
    }
  }
  return chosen;
}

// Title and visible line. A title that names a later day than `Publié le` announces an event.
Candidate choose_shown(const Candidate& title, const Candidate& line, bool& conflict) {
  if (!is_set(title) || !is_set(line) || agree(title.clue.date, line.clue.date)) {
    return first_of(std::array{title, line}, conflict);
  }
  if (line.clue.plainness == Plainness::kWeak) return title;
  conflict = true;
  const bool is_event =
      title.clue.plainness != Plainness::kPlain && title.clue.date > line.clue.date;
  return is_event ? line : title;
}

// What the page shows against what its attributes say.
DateFinding weigh_explicit(const Candidate& shown, const Candidate& machine, bool conflict) {
  const bool is_weak = is_set(machine) && is_set(shown) &&
                       shown.clue.plainness <= Plainness::kBare &&
                       (shown.clue.plainness == Plainness::kWeak ||
                        !agree(shown.clue.date, machine.clue.date));
  if (is_weak) return finding(machine, conflict ? Confidence::kLow : alone(machine), conflict);
  if (!is_set(shown) || !is_set(machine)) {
    const Candidate& only = is_set(shown) ? shown : machine;
    return finding(only, conflict ? Confidence::kLow : alone(only), conflict);
  }
  if (agree(shown.clue.date, machine.clue.date)) {
    const bool is_shown_finer = machine.clue.date.day == 0 && shown.clue.date.day != 0;
    const bool is_first = machine.source < shown.source;
    const Candidate& chosen =
        is_shown_finer || (!is_first && shown.clue.date.day != 0) ? shown : machine;
    return finding(chosen, conflict ? Confidence::kLow : Confidence::kHigh, conflict);
  }
  const bool is_event = shown.source == DateSource::kTitle &&
                        shown.clue.plainness != Plainness::kPlain &&
                        shown.clue.date > machine.clue.date;
  const bool is_vague = shown.clue.date.day == 0 && machine.clue.date.day != 0;
  return finding(is_event || is_vague ? machine : shown, Confidence::kLow, true);
}

}  // namespace

// Three groups: what readers are shown, what programs are told, what can only be inferred. A later
// group never overrules an earlier one, except that a dateline unmasks a migration.
DateFinding find_date(const facts::PageFacts& facts, base::Date captured) {
  const std::array machine = {
      Candidate{json_ld_clue(facts.json_ld, captured), DateSource::kJsonLd},
      Candidate{meta_clue(facts.metas, captured), DateSource::kMeta},
      Candidate{mark_clue(facts, captured), DateSource::kTimeElement}};
  const Candidate line{line_clue(facts, captured), DateSource::kVisibleLine};
  const std::array inferred = {
      Candidate{dateline_clue(facts.text, captured), DateSource::kDateline},
      Candidate{url_clue(facts.url, captured), DateSource::kUrl},
      Candidate{picture_clue(facts, captured), DateSource::kUrl}};

  bool conflict = false;
  const Candidate shown = choose_shown(title_candidate(facts, captured), line, conflict);
  const Candidate attribute = first_of(machine, conflict);
  DateFinding said = weigh_explicit(shown, attribute, conflict);

  bool doubt = false;
  const Candidate guess = first_of(inferred, doubt);
  if (!said.date) return finding(guess, doubt ? Confidence::kLow : alone(guess), doubt);
  // Attributes say the day of an import or of a change as plainly as that of publication.
  const bool is_confirmed = is_set(shown) || (is_set(guess) && guess.clue.date.day != 0);
  if (!is_confirmed) said.confidence = std::min(said.confidence, Confidence::kMedium);
  if (!is_set(guess) || agree(guess.clue.date, said.date)) return said;
  // Only attributes, and the text or the address says something else: much earlier means that a
  // migration of the site stamped its own day on the page.
  if (guess.clue.plainness == Plainness::kWeak) return said;
  said.has_conflict = true;
  if (is_set(shown)) return said;
  if (days_between(guess.clue.date, said.date) > kMaxDelayDays) {
    return finding(guess, Confidence::kLow, true);
  }
  said.confidence = std::min(said.confidence, Confidence::kMedium);
  return said;
}

}  // namespace pressoir::extract::dates
