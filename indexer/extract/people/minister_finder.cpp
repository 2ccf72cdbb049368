#include "indexer/extract/people/minister_finder.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/people/mentions.hpp"
#include "indexer/extract/people/name_matcher.hpp"
#include "indexer/extract/people/office_matcher.hpp"
#include "indexer/extract/people/tokenized_text.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract::people {
namespace {

using base::MinisterEvidence;

// Turns mentions into people, one text after the other.
class PersonCollector {
 public:
  PersonCollector(const gazetteer::Gazetteer& gazetteer, const OfficeMatcher& offices,
                  base::Date date)
      : gazetteer_(gazetteer), offices_(offices), in_force_(offices.in_force(date)), date_(date) {}

  // Full names count for every text, before surnames are resolved.
  void learn_names(const std::vector<Mention>& mentions);
  void add(const std::vector<Mention>& mentions, const std::vector<Attribution>& attributions);
  std::vector<base::Minister> take() { return std::move(found_); }

 private:
  std::optional<std::uint32_t> resolve(const Mention& mention) const;
  std::optional<std::uint32_t> resolve_office(const OfficeMention& mention) const;
  std::optional<std::uint32_t> resolve_surname(const Mention& mention) const;
  std::optional<std::uint32_t> index_of(const gazetteer::Office* office) const;  // of its person
  void add_each(const OfficeMention& offices, Attribution attribution);
  void put(std::uint32_t person, Attribution attribution);

  const gazetteer::Gazetteer& gazetteer_;
  const OfficeMatcher& offices_;
  std::vector<std::uint32_t> in_force_;
  base::Date date_;
  std::vector<std::uint32_t> named_;  // in full, somewhere
  std::vector<base::Minister> found_;
};

void PersonCollector::learn_names(const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::kFullName) {
      named_.insert(named_.end(), mention.people.begin(), mention.people.end());
    }
  }
}

void PersonCollector::add(const std::vector<Mention>& mentions,
                          const std::vector<Attribution>& attributions) {
  for (std::size_t index = 0; index < mentions.size(); ++index) {
    Attribution attribution = attributions[index];
    if (mentions[index].kind == MentionKind::kOffice)
      attribution.evidence = MinisterEvidence::kOffice;
    if (mentions[index].office.is_plural) {
      add_each(mentions[index].office, attribution);
      continue;
    }
    std::optional<std::uint32_t> person = resolve(mentions[index]);
    if (!person && mentions[index].kind == MentionKind::kOffice) {
      // The title may be that of another government, for the same ministry: a guess, and marked as
      // one.
      person = index_of(offices_.resolve_by_lineage(mentions[index].office, in_force_));
      attribution.evidence = MinisterEvidence::kLineage;
    }
    if (person) put(*person, attribution);
  }
}

// `les ministres de la culture et de la santé`; one office alone (`les ministres de l'agriculture`)
// is that of several countries.
void PersonCollector::add_each(const OfficeMention& offices, Attribution attribution) {
  std::vector<std::uint32_t> people;
  for (const std::uint32_t segment : offices.segments) {
    OfficeMention one = offices;
    one.segments = {segment};
    if (const std::optional<std::uint32_t> person = resolve_office(one)) people.push_back(*person);
  }
  const bool are_several =
      std::ranges::any_of(people, [&](std::uint32_t person) { return person != people.front(); });
  if (!are_several) return;
  for (const std::uint32_t person : people) put(person, attribution);
}

std::optional<std::uint32_t> PersonCollector::resolve(const Mention& mention) const {
  if (mention.kind == MentionKind::kSurname) return resolve_surname(mention);
  if (mention.kind == MentionKind::kFullName) return mention.people.front();
  return resolve_office(mention.office);
}

std::optional<std::uint32_t> PersonCollector::resolve_office(const OfficeMention& mention) const {
  return index_of(offices_.resolve(mention, in_force_));
}

std::optional<std::uint32_t> PersonCollector::index_of(const gazetteer::Office* office) const {
  const gazetteer::Person* person = office ? gazetteer_.person(office->person) : nullptr;
  if (person == nullptr) return std::nullopt;
  return static_cast<std::uint32_t>(person - gazetteer_.people().data());
}

// Whoever is named in full in the text, else the only one in office.
std::optional<std::uint32_t> PersonCollector::resolve_surname(const Mention& mention) const {
  std::optional<std::uint32_t> named;
  std::optional<std::uint32_t> in_office;
  int in_office_count = 0;
  for (const std::uint32_t candidate : mention.people) {
    const gazetteer::Person& person = gazetteer_.people()[candidate];
    if (person.is_woman ? mention.is_man : mention.is_woman) continue;
    if (!named && std::ranges::find(named_, candidate) != named_.end()) named = candidate;
    if (gazetteer_.office_at(person.id, date_) == nullptr) continue;
    in_office = candidate;
    ++in_office_count;
  }
  if (named || mention.needs_full_name) return named;
  return in_office_count == 1 ? in_office : std::nullopt;
}

// Of several mentions the one with the highest role says where it was read; a name says more than a
// title alone.
void PersonCollector::put(std::uint32_t index, Attribution attribution) {
  const gazetteer::Person& person = gazetteer_.people()[index];
  const auto known = std::ranges::find(found_, person.id, &base::Minister::id);
  if (known != found_.end()) {
    const bool is_plainer = attribution.role == known->role &&
                            attribution.evidence < known->evidence &&
                            known->evidence >= MinisterEvidence::kOffice;
    if (attribution.role > known->role || is_plainer) {
      known->role = attribution.role;
      known->evidence = attribution.evidence;
    }
    return;
  }
  const gazetteer::Office* office = gazetteer_.office_at(person.id, date_);
  found_.push_back({.id = person.id,
                    .name = person.name,
                    .office = office == nullptr ? std::string() : office->title,
                    .role = attribution.role,
                    .lineage = office == nullptr ? std::string() : office->lineage,
                    .evidence = attribution.evidence});
}

}  // namespace

// The matchers refer to the numbers of the words, so that the three are made and kept together.
struct MinisterFinder::Names {
  explicit Names(const gazetteer::Gazetteer& gazetteer)
      : names(gazetteer, word_ids), offices(gazetteer, word_ids) {}

  WordIds word_ids;
  NameMatcher names;
  OfficeMatcher offices;
};

MinisterFinder::MinisterFinder(const gazetteer::Gazetteer& gazetteer)
    : gazetteer_(&gazetteer), names_(std::make_unique<const Names>(gazetteer)) {}
MinisterFinder::~MinisterFinder() = default;
MinisterFinder::MinisterFinder(MinisterFinder&&) noexcept = default;
MinisterFinder& MinisterFinder::operator=(MinisterFinder&&) noexcept = default;

std::vector<base::Minister> MinisterFinder::find(const Texts& texts, base::Date date) const {
  const Matchers matchers{names_->names, names_->offices};
  const TokenizedText title(names_->word_ids, texts.title);
  const TokenizedText text(names_->word_ids, texts.text);
  const TokenizedText labels(names_->word_ids, texts.labels);
  const TokenizedText byline(names_->word_ids, texts.byline);
  const std::vector<Mention> in_title = find_mentions(title, matchers);
  const std::vector<Mention> in_labels = find_mentions(labels, matchers);
  const std::vector<Mention> in_text = find_mentions(text, matchers);
  const std::vector<Mention> in_byline = find_mentions(byline, matchers);

  PersonCollector people(*gazetteer_, names_->offices, date);
  // A surname may come before the whole name: `M. Valls` in the title, the rest in the byline. All
  // names are therefore learnt before the first surname is resolved.
  people.learn_names(in_title);
  people.learn_names(in_labels);
  people.learn_names(in_text);
  people.learn_names(in_byline);
  people.add(in_title, title_roles(title, in_title));
  people.add(in_labels, label_roles(labels, in_labels));
  people.add(in_text, text_roles(text, in_text));
  people.add(in_byline, byline_roles(in_byline));
  return people.take();
}

// By id, then by the slug of the name, then by any spelling that texts may use.
base::Minister MinisterFinder::resolve(base::Minister given, base::Date date) const {
  const std::string slug = text::slug(given.name.empty() ? given.id : given.name);
  const gazetteer::Person* person = gazetteer_->person(given.id);
  if (person == nullptr) person = gazetteer_->person(slug);
  if (person == nullptr) {
    const TokenizedText tokens(names_->word_ids, given.name);
    const std::optional<NameMatch> match =
        tokens.size() == 0 ? std::nullopt : names_->names.full_name_at(tokens, 0);
    // A name that is only the beginning of what a record gives is somebody else's.
    const bool is_whole = match && match->end == tokens.size();
    if (is_whole) person = &gazetteer_->people()[match->people.front()];
  }
  if (person == nullptr) {
    if (given.id.empty()) given.id = slug;
    if (given.name.empty()) given.name = given.id;
    return given;
  }
  given.id = person->id;
  given.name = person->name;
  const gazetteer::Office* office = gazetteer_->office_at(person->id, date);
  if (office != nullptr) given.lineage = office->lineage;
  if (given.office.empty() && office != nullptr) given.office = office->title;
  return given;
}

}  // namespace pressoir::extract::people
