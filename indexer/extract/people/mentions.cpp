#include "indexer/extract/people/mentions.hpp"

#include <optional>
#include <utility>

#include "indexer/extract/people/word_ids.hpp"

namespace pressoir::extract::people {
namespace {

struct Address {
  std::size_t end = 0;  // the word after it
  bool is_man = false;
  bool is_woman = false;
  bool is_plural = false;
  bool is_civility = false;
  bool is_salutation = false;  // `Monsieur` in full: how a mayor is addressed too
};

// Looks at each known word once; unknown words, nearly all of a text, cost one comparison.
class MentionScanner {
 public:
  MentionScanner(const TokenizedText& tokens, const Matchers& matchers)
      : tokens_(tokens), matchers_(matchers) {}

  std::vector<Mention> scan();

 private:
  std::size_t scan_at(std::size_t at);
  std::size_t scan_office(std::size_t at);
  std::size_t scan_surnames(std::size_t at, const Address& address);
  std::optional<Address> read_address(std::size_t at) const;
  std::size_t civility_before(std::size_t at) const;
  std::size_t title_after(const NameMatch& name) const;
  bool is_beside_unknown_name(const OfficeMention& office) const;
  bool is_told_by_name(const OfficeMention& office) const;
  bool is_proper(std::size_t at) const;

  const TokenizedText& tokens_;
  const Matchers& matchers_;
  std::vector<Mention> found_;
};

std::vector<Mention> MentionScanner::scan() {
  for (std::size_t at = 0; at < tokens_.size();) {
    at = tokens_.id(at) == kUnknownWord ? at + 1 : scan_at(at);
  }
  return std::move(found_);
}

// Looks for a mention at a word; returns where to go on.
std::size_t MentionScanner::scan_at(std::size_t at) {
  if (const std::optional<NameMatch> name = matchers_.names.full_name_at(tokens_, at)) {
    Mention mention{.first = name->first, .end = name->end, .people = name->people};
    mention.has_civility = civility_before(at) != at;
    mention.title_end = title_after(*name);
    const std::size_t next = std::max(mention.end, mention.title_end);
    found_.push_back(std::move(mention));
    return next;
  }
  if (tokens_.id(at) > kLastGrammarWord) return at + 1;
  if (const std::optional<Address> address = read_address(at)) {
    const std::size_t next = scan_surnames(address->end, *address);
    if (next != address->end) return next;
    if (address->is_civility) return at + 1;
  }
  return scan_office(at);
}

// A title without a domain (`le ministre`) means whoever was named last, which is not looked for.
std::size_t MentionScanner::scan_office(std::size_t at) {
  std::optional<OfficeMention> office = matchers_.offices.read(tokens_, at);
  if (!office) return at + 1;
  const std::size_t next = std::max(office->end, at + 1);
  const bool means_one = office->head == OfficeHead::kPresident ||
                         office->head == OfficeHead::kPrimeMinister || !office->segments.empty() ||
                         !office->last_may_be.empty();
  if (means_one && !office->is_past && !is_told_by_name(*office) &&
      !is_beside_unknown_name(*office)) {
    Mention mention{.kind = MentionKind::kOffice, .first = at, .end = next};
    mention.office = std::move(*office);
    found_.push_back(std::move(mention));
  }
  return next;
}

// `Montebourg`, or after `MM.`, `Sapin et Moscovici`; returns where to go on, `at` when there is
// none.
std::size_t MentionScanner::scan_surnames(std::size_t at, const Address& address) {
  for (std::size_t next = at;;) {
    if (matchers_.names.full_name_at(tokens_, next)) return at;
    const std::optional<NameMatch> name = matchers_.names.surname_at(tokens_, next);
    if (!name) return at;
    Mention mention{.kind = MentionKind::kSurname, .first = name->first, .end = name->end};
    mention.people = name->people;
    mention.is_man = address.is_man;
    mention.is_woman = address.is_woman;
    mention.has_civility = address.is_civility;
    mention.needs_full_name = address.is_salutation && name->is_common;
    mention.title_end = title_after(*name);
    at = std::max(mention.end, mention.title_end);
    found_.push_back(std::move(mention));
    next = at;
    const Gap gap = tokens_.gap_after(at - 1);
    const bool goes_on = gap == Gap::kComma || tokens_.id(at) == kEt;
    if (!address.is_plural || !goes_on) return at;
    if (tokens_.id(next) == kEt) ++next;
  }
}

// `M.`, `Mme la ministre`, `le ministre`, `le président`: what a lone surname may follow.
std::optional<Address> MentionScanner::read_address(std::size_t at) const {
  Address address{.end = at + 1};
  switch (tokens_.id(at)) {
    case kM:
      if (!tokens_.is_capitalized(at)) return std::nullopt;
      address.is_man = address.is_civility = true;
      if (tokens_.id(at + 1) == kMe && tokens_.is_joined(at)) {  // `M<sup>me</sup>`
        address.is_man = false;
        address.is_woman = true;
        ++address.end;
      }
      break;
    case kMonsieur:
      address.is_man = address.is_civility = address.is_salutation = true;
      break;
    case kMm:
    case kMessieurs:
      address.is_man = address.is_plural = address.is_civility = true;
      break;
    case kMme:
    case kMlle:
    case kMadame:
    case kMademoiselle:
      address.is_woman = address.is_civility = true;
      break;
    case kMmes:
    case kMesdames:
      address.is_woman = address.is_plural = address.is_civility = true;
      break;
    case kMinistre:
    case kPresident:
    case kPresidente:
      return tokens_.is_joined(at) ? std::optional(address) : std::nullopt;
    default:
      return std::nullopt;
  }
  const std::size_t last = address.end - 1;
  const bool is_dotted =
      tokens_.gap_after(last) == Gap::kStop && tokens_.bytes_after(last).starts_with('.');
  if (!tokens_.is_joined(last) && !is_dotted) return std::nullopt;
  const bool has_title =
      is_article(tokens_.id(address.end)) &&
      (tokens_.id(address.end + 1) == kMinistre || tokens_.id(address.end + 1) == kPresident ||
       tokens_.id(address.end + 1) == kPresidente);
  if (has_title && tokens_.is_joined(address.end + 1)) address.end += 2;
  return address;
}

// The first word of the `M.` or `Mme` right before a name; `at` when there is none.
std::size_t MentionScanner::civility_before(std::size_t at) const {
  if (at == 0 || !is_civility(tokens_.id(at - 1))) return at;
  return tokens_.gap_after(at - 1) == Gap::kComma ? at : at - 1;
}

// Where the title of office right behind a name ends; 0 when there is none. Behind a comma, a title
// with an article may begin a new phrase (`M. François Fillon, Premier ministre, le Président de la
// République a nommé …`): it is part of the name only if the person ever held such an office.
std::size_t MentionScanner::title_after(const NameMatch& name) const {
  std::size_t after = 0;
  for (std::size_t at = name.end;
       at < tokens_.size() && tokens_.gap_after(at - 1) <= Gap::kComma;) {
    const bool has_article = is_article(tokens_.id(at));
    const bool may_be_apart = has_article && tokens_.gap_after(at - 1) == Gap::kComma;
    if (has_article) ++at;
    const std::optional<OfficeMention> office = matchers_.offices.read(tokens_, at);
    if (!office || office->end == at) break;
    if (may_be_apart && !matchers_.offices.was_held_by(*office, name.people)) break;
    at = office->end;
    after = at;
  }
  return after;
}

// `Sergueï Lavrov, ministre des affaires étrangères`, `M. Costa, ministre`, `le ministre de
// l'intérieur Antonio Costa`.
bool MentionScanner::is_beside_unknown_name(const OfficeMention& office) const {
  const std::size_t first = office.first;
  const std::size_t end = office.end;
  const bool is_apposed = first > 1 && tokens_.gap_after(first - 1) == Gap::kComma &&
                          is_proper(first - 1) &&
                          (is_civility(tokens_.id(first - 2)) ||
                           (is_proper(first - 2) && tokens_.is_joined(first - 2)));
  if (is_apposed) return true;
  if (end >= tokens_.size() || tokens_.gap_after(end - 1) != Gap::kSpace) return false;
  if (!is_proper(end) || tokens_.is_all_capitals(first)) return false;
  return tokens_.id(end) == kUnknownWord || (is_proper(end + 1) && tokens_.is_joined(end));
}

// A word with a capital that is no part of a title.
bool MentionScanner::is_proper(std::size_t at) const {
  const WordId id = tokens_.id(at);
  return tokens_.is_capitalized(at) && (id == kUnknownWord || id > kLastGrammarWord);
}

// `le ministre du redressement productif, Arnaud Montebourg`: the name says it. Behind a comma the
// name may be that of the next person of a list (`le Premier ministre, Michel Sapin et …`).
bool MentionScanner::is_told_by_name(const OfficeMention& office) const {
  std::size_t at = std::max(office.end, office.first + 1);
  if (at >= tokens_.size() || tokens_.gap_after(at - 1) > Gap::kComma) return false;
  const bool may_be_apart = tokens_.gap_after(at - 1) == Gap::kComma;
  if (is_civility(tokens_.id(at))) ++at;
  const std::optional<NameMatch> name = matchers_.names.full_name_at(tokens_, at);
  return name && (!may_be_apart || matchers_.offices.was_held_by(office, name->people));
}

}  // namespace

std::vector<Mention> find_mentions(const TokenizedText& tokens, const Matchers& matchers) {
  return MentionScanner(tokens, matchers).scan();
}

}  // namespace pressoir::extract::people
