#include "server/store/word_table.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::store {
namespace {

// Both halves count: slots are chosen by the low bits of 32.
std::uint32_t hash_of(std::string_view text) {
  const std::size_t hash = std::hash<std::string_view>()(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

template <typename Entry, typename Part>
void visit_equal(const std::vector<Entry>& entries, std::string_view wanted, Part part,
                 const std::function<void(std::uint32_t)>& visit) {
  const std::uint32_t hash = hash_of(wanted);
  auto at = std::lower_bound(entries.begin(), entries.end(), hash,
                             [](const Entry& entry, std::uint32_t h) { return entry.hash < h; });
  for (; at != entries.end() && at->hash == hash; ++at) {
    if (part(at->number) == wanted) visit(at->number);
  }
}

// Words with one part are adjacent, except for words of another part with the same hash: these are
// separated here. At 32 bits an archive of a million words has a hundred such pairs.
template <typename Entry, typename Part>
void visit_groups(const std::vector<Entry>& entries, Part part,
                  const WordTable::VisitGroup& visit) {
  std::vector<std::uint32_t> left;  // of one hash
  std::vector<std::uint32_t> group;
  for (std::size_t i = 0; i < entries.size();) {
    const std::uint32_t hash = entries[i].hash;
    for (; i < entries.size() && entries[i].hash == hash; ++i) left.push_back(entries[i].number);
    while (!left.empty()) {
      const std::string_view wanted = part(left.front());
      const auto others = std::stable_partition(
          left.begin(), left.end(), [&](std::uint32_t number) { return part(number) == wanted; });
      group.assign(left.begin(), others);
      left.erase(left.begin(), others);
      visit(wanted, group);
    }
  }
}

}  // namespace

bool is_selected(std::string_view selection, const text::Token& token) {
  const std::vector<std::string_view> lemmas = text::split_lemmas(token.lemmas);
  bool is_in = false;
  for (const std::string_view item : text::split_lemmas(selection)) {
    const std::string_view name = item.substr(std::min<std::size_t>(1, item.size()));
    if (item.starts_with('-') && name == token.exact) return false;
    is_in = is_in || (item.starts_with('~') && name == token.folded) ||
            (item.starts_with('=') && name == token.exact) ||
            std::find(lemmas.begin(), lemmas.end(), item) != lemmas.end();
  }
  return is_in;
}

WordTable::WordTable() : slots_(16) {}

WordTable::Key WordTable::key_of(std::string_view text) {
  // The text is not copied: it must live as long as the key.
  return {text, hash_of(text)};
}

void WordTable::prefetch(const Key& key) const {
  __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
}

std::string_view WordTable::text(std::uint32_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(letters_).substr(begin, ends_[number] - begin);
}

std::string_view WordTable::folded(std::uint32_t number) const {
  return text(number).substr(0, folded_[number]);
}

std::string_view WordTable::lemmas(std::uint32_t number) const {
  const std::string_view others = text(number).substr(folded_[number] + std::size_t{1});
  return others.substr(0, others.find('\0'));
}

std::string_view WordTable::exact(std::uint32_t number) const {
  const std::string_view others = text(number).substr(folded_[number] + std::size_t{1});
  return others.substr(std::min(others.find('\0'), others.size() - 1) + 1);
}

// The slot of the word, or the free one where it would be put. Linear probing: the next slots are
// in the same cache line. The hash is compared first, so that the letters, which are elsewhere in
// memory, are read for the word that is meant only.
std::size_t WordTable::slot_of(const Key& key) const {
  std::size_t i = key.hash & (slots_.size() - 1);
  while (slots_[i].number != kNone) {
    if (slots_[i].hash == key.hash && text(slots_[i].number) == key.text) break;
    i = (i + 1) & (slots_.size() - 1);
  }
  return i;
}

std::optional<std::uint32_t> WordTable::find(const Key& key) const {
  const std::uint32_t number = slots_[slot_of(key)].number;
  return number == kNone ? std::nullopt : std::optional(number);
}

std::uint32_t WordTable::add(const Key& key) {
  const std::size_t slot = slot_of(key);
  if (slots_[slot].number != kNone) return slots_[slot].number;
  const std::uint32_t number = size();
  slots_[slot] = {key.hash, number};
  // A table of spellings has no parts: all of it is the folded form.
  folded_.push_back(static_cast<std::uint8_t>(std::min(key.text.find('\0'), key.text.size())));
  letters_ += key.text;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  // At half load a look-up probes 1.5 slots.
  if (ends_.size() * 2 > slots_.size()) grow();
  return number;
}

void WordTable::grow() {
  const std::vector<Entry> before = std::exchange(slots_, std::vector<Entry>(slots_.size() * 2));
  for (const Entry& entry : before) {
    if (entry.number == kNone) continue;
    std::size_t i = entry.hash & (slots_.size() - 1);
    while (slots_[i].number != kNone) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = entry;
  }
}

// Sorted arrays take half the memory of a second hash table, and are read for the words of queries
// only. By number where hashes are equal, so that visits come in ascending order.
void WordTable::sort() {
  by_folded_.resize(size());
  by_lemma_.clear();
  for (std::uint32_t number = 0; number < size(); ++number) {
    by_folded_[number] = {hash_of(folded(number)), number};
    for (const std::string_view lemma : text::split_lemmas(lemmas(number))) {
      by_lemma_.push_back({hash_of(lemma), number});
    }
  }
  const auto comes_first = [](const Entry& a, const Entry& b) {
    return std::tie(a.hash, a.number) < std::tie(b.hash, b.number);
  };
  std::sort(by_folded_.begin(), by_folded_.end(), comes_first);
  std::sort(by_lemma_.begin(), by_lemma_.end(), comes_first);
}

void WordTable::visit_folded(std::string_view wanted,
                             const std::function<void(std::uint32_t)>& visit) const {
  visit_equal(
      by_folded_, wanted, [&](std::uint32_t number) { return folded(number); }, visit);
}

// Two lemmas may have one hash: the lists of the words found tell.
void WordTable::add_with_lemma(std::string_view lemma, std::vector<std::uint32_t>& numbers) const {
  const std::uint32_t hash = hash_of(lemma);
  auto at = std::lower_bound(by_lemma_.begin(), by_lemma_.end(), hash,
                             [](const Entry& entry, std::uint32_t h) { return entry.hash < h; });
  for (; at != by_lemma_.end() && at->hash == hash; ++at) {
    const std::vector<std::string_view> of_word = text::split_lemmas(lemmas(at->number));
    if (std::find(of_word.begin(), of_word.end(), lemma) != of_word.end()) {
      numbers.push_back(at->number);
    }
  }
}

void WordTable::visit_forms(std::string_view selection,
                            const std::function<void(std::uint32_t)>& visit) const {
  std::vector<std::uint32_t> numbers;
  const auto add = [&](std::uint32_t number) { numbers.push_back(number); };
  const std::vector<std::string_view> items = text::split_lemmas(selection);
  for (const std::string_view item : items) {
    const std::string_view name = item.substr(std::min<std::size_t>(1, item.size()));
    if (item.starts_with('~')) {
      visit_folded(name, add);
    } else if (item.starts_with('=')) {
      // The table is not indexed by exact forms: few spellings share a folded one.
      visit_folded(text::fold(name), [&](std::uint32_t number) {
        if (exact(number) == name) numbers.push_back(number);
      });
    } else if (!item.starts_with('-')) {
      add_with_lemma(item, numbers);
    }
  }
  // A spelling may be selected by several items, but is one word.
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const auto is_left_out = [&](std::uint32_t number) {
    return std::any_of(items.begin(), items.end(), [&](std::string_view item) {
      return item.starts_with('-') && item.substr(1) == exact(number);
    });
  };
  for (const std::uint32_t number : numbers) {
    if (!is_left_out(number)) visit(number);
  }
}

void WordTable::for_each_folded(const VisitGroup& visit) const {
  visit_groups(
      by_folded_, [&](std::uint32_t number) { return folded(number); }, visit);
}

// Words of one list of lemmas have the same forms, so that each list is expanded once; a word is in
// the groups of all lists that share a lemma with its own.
void WordTable::for_each_lemmas(const VisitGroup& visit) const {
  std::unordered_set<std::string_view> known;
  std::vector<std::uint32_t> group;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::string_view list = lemmas(number);
    if (!known.insert(list).second) continue;
    group.clear();
    visit_forms(list, [&](std::uint32_t other) { group.push_back(other); });
    visit(list, group);
  }
}

// In three passes, so that the slots of all words of a document are prefetched before the first is
// looked up: looking words up costs the most when an archive is loaded (SCALE.md).
bool WordNumbers::read(const index::WordStreamReader& stream, std::vector<std::uint32_t>& numbers) {
  letters_.clear();
  ends_.clear();
  const bool is_sound = stream.for_each_word([&](std::uint32_t, std::string_view exact) {
    letters_ += exact;
    ends_.push_back(letters_.size());
  });
  if (!is_sound) return false;
  keys_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    keys_.push_back(WordTable::key_of(std::string_view(letters_).substr(begin, end - begin)));
    spellings_.prefetch(keys_.back());
    begin = end;
  }
  numbers.clear();
  for (const WordTable::Key& key : keys_) {
    const std::uint32_t spelling = spellings_.add(key);
    if (spelling == number_of_spelling_.size()) number_of_spelling_.push_back(number_of(key.text));
    numbers.push_back(number_of_spelling_[spelling]);
  }
  return true;
}

std::uint32_t WordNumbers::number_of(std::string_view exact) {
  const text::Analyzer::Forms forms = analyzer_.forms_of(exact);
  forms_.assign(forms.folded).append(1, '\0').append(forms.lemmas).append(1, '\0').append(exact);
  const WordTable::Key key = WordTable::key_of(forms_);
  // Words that were known keep their numbers: sequences that did not change refer to them.
  const auto known = known_.find(key);
  return known ? *known : known_.size() + added_.add(key);
}

}  // namespace pressoir::store
