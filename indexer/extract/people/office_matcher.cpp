#include "indexer/extract/people/office_matcher.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::extract::people {
namespace {

// Of one mention. Bounds the work for a text that is one long list.
constexpr std::size_t kMaxSegments = 8;
constexpr std::size_t kMaxParentWords = 45;  // of `auprès du ministre de …, `

// Words that end a title which broke off within a segment: `le ministre de l'éducation a annoncé`.
constexpr std::array<std::string_view, 40> kFunctionWords = {
    "est",   "etait",    "sera",    "ont",      "avait",    "aura",    "a",        "qui",
    "que",   "dans",     "pour",    "par",      "sur",      "avec",    "sous",     "s",
    "se",    "ne",       "n",       "lors",     "ce",       "va",      "doit",     "peut",
    "vient", "souhaite", "annonce", "presente", "rappelle", "indique", "souligne", "precise",
    "veut",  "lance",    "dit",     "recoit",   "et",       "ou",      "mais",     "devant"};

// Ranks as offices.tsv writes them; what is none of these is a high commissioner.
OfficeHead head_of(std::string_view rank) {
  if (rank == "président") return OfficeHead::kPresident;
  if (rank == "Premier ministre") return OfficeHead::kPrimeMinister;
  if (rank == "ministre délégué") return OfficeHead::kDelegate;
  if (rank.starts_with("ministre")) return OfficeHead::kMinister;
  return rank.starts_with("secrétaire") ? OfficeHead::kSecretary : OfficeHead::kCommissioner;
}

// How well the head of a mention fits that of an office; 0: not at all. `Ministre` is said of
// delegates too.
int fit(OfficeHead mention, OfficeHead office) {
  if (mention == office || mention == OfficeHead::kAny) return 2;
  const bool are_ministers =
      (mention == OfficeHead::kMinister && office == OfficeHead::kDelegate) ||
      (mention == OfficeHead::kDelegate && office == OfficeHead::kMinister);
  return are_ministers ? 1 : 0;
}

// Another number of the same word: `solidarité`, `solidarités`.
std::string other_number(std::string_view word) {
  return word.ends_with('s') ? std::string(word.substr(0, word.size() - 1))
                             : std::string(word) + "s";
}

// True when the words from `at` on are `expected`, with nothing but spaces and hyphens in between.
bool reads(const TokenizedText& tokens, std::size_t at, std::initializer_list<WordId> expected) {
  const std::size_t first = at;
  for (const WordId word : expected) {
    if (tokens.id(at) != word || (at != first && !tokens.is_joined(at - 1))) return false;
    ++at;
  }
  return true;
}

bool is_delegated(WordId word) {
  return word == kDelegue || word == kDeleguee;
}

}  // namespace

OfficeMatcher::OfficeMatcher(const gazetteer::Gazetteer& gazetteer, WordIds& word_ids) {
  for (const gazetteer::Office& office : gazetteer.offices()) {
    const gazetteer::Person* person = gazetteer.person(office.person);
    HeldOffice held{.office = &office, .is_woman = person != nullptr && person->is_woman};
    held.person = static_cast<std::uint32_t>(person - gazetteer.people().data());
    held.head = head_of(office.rank);
    add_segments(office.title, held, word_ids);
    add_segments(office.full_title, held, word_ids);
    held_offices_.push_back(std::move(held));
  }
  add_lineages();
  add_countries(word_ids);
  for (const std::string_view word : kFunctionWords) function_words_.add(word_ids.add(word));
}

std::vector<std::uint32_t> OfficeMatcher::in_force(base::Date date) const {
  std::vector<std::uint32_t> found;
  if (!date) return found;
  const base::Date from = base::first_day(date);
  const base::Date to = base::last_day(date);
  for (std::uint32_t index = 0; index < held_offices_.size(); ++index) {
    const gazetteer::Office& office = *held_offices_[index].office;
    const bool has_begun = base::first_day(office.first_day) <= from;
    if (has_begun && (!office.last_day || to <= base::last_day(office.last_day))) {
      found.push_back(index);
    }
  }
  return found;
}

// The words before the title may make it past or feminine; those after it, foreign.
std::optional<OfficeMention> OfficeMatcher::read(const TokenizedText& tokens,
                                                 std::size_t at) const {
  std::optional<OfficeMention> mention = read_head(tokens, at);
  if (!mention) return std::nullopt;
  const WordId before = at > 0 && tokens.is_joined(at - 1) ? tokens.id(at - 1) : kUnknownWord;
  mention->is_past = is_former(before);
  mention->is_feminine |= before == kLa || before == kMme || before == kMadame;
  const bool is_alone =
      mention->head == OfficeHead::kPresident || mention->head == OfficeHead::kPrimeMinister;
  if (!is_alone) read_domain(tokens, *mention);
  return is_foreign(tokens, mention->end) ? std::nullopt : mention;
}

// The best score wins; two people with the same score mean that the title does not tell who is
// meant.
const gazetteer::Office* OfficeMatcher::resolve(const OfficeMention& mention,
                                                std::span<const std::uint32_t> in_force) const {
  const gazetteer::Office* best = nullptr;
  int best_score = 0;
  bool is_shared = false;
  for (const std::uint32_t index : in_force) {
    const int points = score(mention, held_offices_[index]);
    if (points == 0 || points < best_score) continue;
    const gazetteer::Office* office = held_offices_[index].office;
    is_shared = points == best_score && best->person != office->person;
    best = office;
    best_score = points;
  }
  return mention.is_past || is_shared ? nullptr : best;
}

const gazetteer::Office* OfficeMatcher::resolve_by_lineage(
    const OfficeMention& mention, std::span<const std::uint32_t> in_force) const {
  if (mention.is_past || mention.segments.empty()) return nullptr;
  const std::string_view lineage = lineages_[mention.segments.front()];
  if (lineage.empty()) return nullptr;
  const gazetteer::Office* best = nullptr;
  int best_fit = 0;
  bool is_shared = false;
  bool is_woman = false;
  for (const std::uint32_t index : in_force) {
    const HeldOffice& held = held_offices_[index];
    if (score(mention, held) > 0) return nullptr;  // named as it is: resolve() has answered
    const int points = held.office->lineage == lineage ? fit(mention.head, held.head) : 0;
    if (points == 0 || points < best_fit) continue;
    is_shared = points == best_fit && best->person != held.office->person;
    best = held.office;
    best_fit = points;
    is_woman = held.is_woman;
  }
  const bool is_other = best != nullptr && mention.is_feminine && !is_woman;
  return is_shared || is_other ? nullptr : best;
}

// Ever, not on the date: for a title beside a name, which tells whether the two belong together.
bool OfficeMatcher::was_held_by(const OfficeMention& mention,
                                std::span<const std::uint32_t> people) const {
  return std::ranges::any_of(held_offices_, [&](const HeldOffice& held) {
    return std::ranges::find(people, held.person) != people.end() && score(mention, held) > 0;
  });
}

// Cuts the domain of a title into segments; the words of the head are no part of them.
void OfficeMatcher::add_segments(std::string_view title, HeldOffice& held, WordIds& word_ids) {
  const std::string slug = text::slug(title);
  for (std::string_view rest = slug; !rest.empty();) {
    const std::string_view word = base::take_until(rest, "-");
    const WordId id = word_ids.add(word);
    if (id > kLastGrammarWord && word.size() > 3) {
      word_ids.add_spelling(other_number(word), id);
    }
  }
  const TokenizedText tokens(word_ids, title);
  std::vector<WordId> segment;
  const auto flush = [&] {
    if (segment.empty()) return;
    const auto next_number = static_cast<std::uint32_t>(segment_words_.size());
    const std::uint32_t number = segments_.values(segments_.add(segment, next_number)).front();
    if (number == next_number) segment_words_.push_back(segment);
    if (std::ranges::find(held.segments, number) == held.segments.end()) {
      held.segments.push_back(number);
    }
    segment.clear();
  };
  bool is_parent = false;  // within `auprès du ministre de …`, up to `chargé`
  for (std::size_t at = 0; at < tokens.size();) {
    const DomainWord content = domain_word_at(tokens, at);
    const std::size_t last = content.next - 1;
    const WordId id = content.id;
    if (const std::optional<OfficeMention> head = read_head(tokens, at);
        head && head->head != OfficeHead::kAny && segment.empty()) {
      at = head->end;
      continue;
    }
    is_parent = (is_parent || id == kAupres) && !is_charged(id);
    const bool is_plain = !is_article(id) && !is_connector(id) && !is_charged(id) && id != kEt &&
                          id != kAupres && !is_delegated(id);
    if (!is_parent && is_plain) segment.push_back(id);
    if (id == kEt || is_charged(id) || !tokens.is_joined(last)) flush();
    at = content.next;
  }
  flush();
}

// A segment that was ever first in titles of two lineages names neither.
void OfficeMatcher::add_lineages() {
  std::vector<bool> is_shared(segment_words_.size());
  lineages_.resize(segment_words_.size());
  for (const HeldOffice& held : held_offices_) {
    if (held.segments.empty()) continue;
    const std::uint32_t first = held.segments.front();
    const std::string_view lineage = held.office->lineage;
    is_shared[first] =
        is_shared[first] || (!lineages_[first].empty() && lineages_[first] != lineage);
    lineages_[first] = is_shared[first] ? std::string_view() : lineage;
  }
}

// All endings of an adjective, right or wrong: no French word is made by a wrong one.
void OfficeMatcher::add_countries(WordIds& word_ids) {
  for (const std::string_view adjective : kNationalities) {
    for (const std::string_view ending : {"", "e", "s", "es", "ne", "nes"}) {
      foreign_words_.add(word_ids.add(std::string(adjective) + std::string(ending)));
    }
  }
  for (const std::string_view country : kCountries) foreign_words_.add(word_ids.add(country));
}

// The head, `garde des sceaux` and `porte-parole` left to the domain.
std::optional<OfficeMention> OfficeMatcher::read_head(const TokenizedText& tokens,
                                                      std::size_t at) const {
  OfficeMention mention{.first = at};
  switch (tokens.id(at)) {
    case kPremier:
    case kPremiere:
      if (!reads(tokens, at, {tokens.id(at), kMinistre})) return std::nullopt;
      mention.head = OfficeHead::kPrimeMinister;
      mention.is_feminine = tokens.id(at) == kPremiere;
      mention.end = at + 2;
      return mention;
    case kPresident:
    case kPresidente:
      if (!reads(tokens, at, {tokens.id(at), kDe, kLa, kRepublique})) return std::nullopt;
      mention.head = OfficeHead::kPresident;
      mention.is_feminine = tokens.id(at) == kPresidente;
      mention.end = at + 4;
      return mention;
    case kSecretaire:
      if (!reads(tokens, at, {kSecretaire, kD, kEtat})) return std::nullopt;
      mention.head = OfficeHead::kSecretary;
      mention.end = at + 3;
      return mention;
    case kHaut:
    case kHaute:
      if (!reads(tokens, at, {tokens.id(at), kCommissaire})) return std::nullopt;
      mention.head = OfficeHead::kCommissioner;
      mention.end = at + 2;
      return mention;
    case kMinistres:
      // `Conseil des ministres`.
      if (at > 1 && tokens.id(at - 1) == kDes && tokens.is_capitalized(at - 2)) {
        return std::nullopt;
      }
      mention.is_plural = true;
      mention.end = at + 1;
      return mention;
    case kMinistre:
      mention.end = at + 1;
      if (tokens.is_joined(at) && reads(tokens, at + 1, {kD, kEtat})) mention.end = at + 3;
      return mention;
    case kGarde:
    case kPorte:
      if (!reads(tokens, at, {kGarde, kDes, kSceaux}) && !reads(tokens, at, {kPorte, kParole})) {
        return std::nullopt;
      }
      mention.head = OfficeHead::kAny;
      mention.end = at;
      return mention;
    default:
      return std::nullopt;
  }
}

// `délégué auprès de …, chargé des PME, de l'innovation et de l'économie numérique`.
void OfficeMatcher::read_domain(const TokenizedText& tokens, OfficeMention& mention) const {
  std::size_t at = mention.end;
  for (; is_delegated(tokens.id(at)) || is_charged(tokens.id(at)); ++at) {
    if (tokens.gap_after(at - 1) > Gap::kComma) return;
    if (mention.head == OfficeHead::kMinister) mention.head = OfficeHead::kDelegate;
    mention.is_feminine |= tokens.id(at) == kDeleguee || tokens.id(at) == kChargee;
  }
  mention.end = at;
  if (tokens.id(at) == kAupres) {
    mention.end = skip_parent(tokens, at);
    at = find_charge(tokens, mention.end);
    if (at == mention.end) return;
    mention.is_feminine |= tokens.id(at - 1) == kChargee;
  }
  read_segments(tokens, at, mention);
  // `chargé des comptes publics auprès du ministre de l'économie`: one title.
  if (!mention.segments.empty() && tokens.id(mention.end) == kAupres) {
    mention.end = skip_parent(tokens, mention.end);
  }
}

// A segment that broke off ends the title.
void OfficeMatcher::read_segments(const TokenizedText& tokens, std::size_t at,
                                  OfficeMention& mention) const {
  while (mention.segments.size() < kMaxSegments && mention.last_may_be.empty() &&
         read_next_segment(tokens, at, mention)) {
    at = mention.end;
  }
}

// The word after `auprès du ministre d'État, ministre de l'intérieur`, whose `auprès` is at `at`.
std::size_t OfficeMatcher::skip_parent(const TokenizedText& tokens, std::size_t at) const {
  ++at;
  if (is_connector(tokens.id(at))) ++at;
  if (is_article(tokens.id(at))) ++at;
  for (int titles = 0; titles < 2; ++titles) {
    std::optional<OfficeMention> parent = read_head(tokens, at);
    if (!parent || parent->head == OfficeHead::kAny) break;
    at = parent->end;
    while (!is_charged(tokens.id(at)) && parent->segments.size() < kMaxSegments &&
           read_next_segment(tokens, at, *parent)) {
      at = parent->end;
    }
    if (tokens.id(at) != kMinistre || tokens.gap_after(at - 1) != Gap::kComma) break;
  }
  return at;
}

// The word after the `chargé` that ends what `auprès` began, a parent with words that no office of
// the gazetteer has in between; `at` when there is none.
std::size_t OfficeMatcher::find_charge(const TokenizedText& tokens, std::size_t at) const {
  const std::size_t limit = std::min(tokens.size(), at + kMaxParentWords);
  for (std::size_t word = at; word < limit; ++word) {
    if (tokens.gap_after(word - 1) >= Gap::kStop || tokens.id(word) == kPorte) break;
    if (is_charged(tokens.id(word))) return word + 1;
  }
  return at;
}

// Reads one more segment at `at`, behind `de l'`, `, chargé des`, `et de la`…; false, and the
// mention unchanged, when there is none.
bool OfficeMatcher::read_next_segment(const TokenizedText& tokens, std::size_t at,
                                      OfficeMention& mention) const {
  if (at == 0 || at >= tokens.size()) return false;
  const bool is_first = mention.segments.empty();
  const Gap gap =
      mention.head == OfficeHead::kAny && is_first ? Gap::kSpace : tokens.gap_after(at - 1);
  if (gap > Gap::kComma) return false;
  bool is_linked = is_first ? mention.head == OfficeHead::kAny : gap == Gap::kComma;
  if (!is_first && tokens.id(at) == kEt) {
    is_linked = true;
    ++at;
  }
  for (; is_charged(tokens.id(at)); ++at) is_linked |= !is_first || gap == Gap::kComma;
  if (is_connector(tokens.id(at))) {
    is_linked |= is_first && gap != Gap::kComma;
    ++at;
    if (is_article(tokens.id(at))) ++at;
  }
  if (!is_linked) return false;
  const std::optional<Segment> segment = read_segment(tokens, at);
  if (!segment) return false;
  if (segment->is_whole) {
    mention.segments.push_back(segments_.values(segment->node).front());
  } else {
    if (!may_break_off(tokens, segment->end)) return false;
    const auto below = segments_.values_below(segment->node);
    mention.last_may_be.assign(below.begin(), below.end());
  }
  mention.end = segment->end;
  return true;
}

// The longest segment whose words start at `at`; else the beginning of one.
std::optional<OfficeMatcher::Segment> OfficeMatcher::read_segment(const TokenizedText& tokens,
                                                                  std::size_t at) const {
  std::optional<Segment> found;
  WordTrie::Node node = WordTrie::kRoot;
  for (std::size_t next_at = at; next_at < tokens.size();) {
    const DomainWord content = domain_word_at(tokens, next_at);
    const WordTrie::Node next = segments_.step(node, content.id);
    const bool is_small = is_article(content.id) || is_connector(content.id);
    if (next == WordTrie::kRoot && (node == WordTrie::kRoot || !is_small)) break;
    if (next != WordTrie::kRoot) {
      node = next;
      const bool is_whole = !segments_.values(node).empty();
      const bool is_better = is_whole || !found || !found->is_whole;
      if (is_better) found = Segment{.node = node, .end = content.next, .is_whole = is_whole};
    }
    if (!tokens.is_joined(content.next - 1)) break;
    next_at = content.next;
  }
  return found;
}

// The word at `at`, `petites et moyennes entreprises` being one: `PME`.
OfficeMatcher::DomainWord OfficeMatcher::domain_word_at(const TokenizedText& tokens,
                                                        std::size_t at) const {
  if (reads(tokens, at, {kPetites, kEt, kMoyennes, kEntreprises})) return {kPme, at + 4};
  if (reads(tokens, at, {kTres, kPetites, kEntreprises})) return {kTpe, at + 3};
  return {tokens.id(at), at + 1};
}

// `… allemand`, `… de Lettonie`, `… du Gabon` behind a title.
bool OfficeMatcher::is_foreign(const TokenizedText& tokens, std::size_t end) const {
  if (end == 0 || end >= tokens.size() || !tokens.is_joined(end - 1)) return false;
  if (is_connector(tokens.id(end)) && tokens.is_joined(end)) ++end;
  if (is_article(tokens.id(end)) && tokens.is_joined(end)) ++end;
  return foreign_words_.contains(tokens.id(end));
}

// A title may stop in the middle of a segment before a verb, a name or a stop, not before a further
// adjective (`ministre des affaires indiennes`).
bool OfficeMatcher::may_break_off(const TokenizedText& tokens, std::size_t end) const {
  if (tokens.gap_after(end - 1) != Gap::kSpace) return true;
  return function_words_.contains(tokens.id(end)) || is_connector(tokens.id(end)) ||
         tokens.is_capitalized(end);
}

// True when a segment of the office has every word of `segment`: `transition numérique` for
// `numérique`.
bool OfficeMatcher::contains(const HeldOffice& held, std::uint32_t segment) const {
  const auto is_in = [](const std::vector<WordId>& words) {
    return [&words](WordId word) { return std::ranges::find(words, word) != words.end(); };
  };
  return std::ranges::any_of(held.segments, [&](std::uint32_t longer) {
    return std::ranges::all_of(segment_words_[segment], is_in(segment_words_[longer]));
  });
}

// Points for how well an office fits; 0: it cannot be meant.
int OfficeMatcher::score(const OfficeMention& mention, const HeldOffice& held) const {
  const int rank = fit(mention.head, held.head);
  if (rank == 0 || (mention.is_feminine && !held.is_woman)) return 0;
  const bool is_alone =
      mention.head == OfficeHead::kPresident || mention.head == OfficeHead::kPrimeMinister;
  if (is_alone) return 1;
  const auto has = [&held](std::uint32_t segment) {
    return std::ranges::find(held.segments, segment) != held.segments.end();
  };
  int points = 0;
  for (const std::uint32_t segment : mention.segments) {
    const int gain = has(segment) ? 100 : contains(held, segment) ? 60 : 0;
    if (gain == 0 && points == 0) return 0;  // the first one names the office
    points += gain;
  }
  if (std::ranges::any_of(mention.last_may_be, has)) points += 60;
  if (points == 0) return 0;
  const bool is_complete = mention.segments.size() == held.segments.size();
  return points + 10 * rank + (is_complete ? 2 : 0) +
         (held.is_woman == mention.is_feminine ? 1 : 0);
}

}  // namespace pressoir::extract::people
