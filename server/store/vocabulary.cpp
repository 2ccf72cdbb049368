#include "server/store/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "indexer/text/analyzer.hpp"

namespace pressoir::store {
namespace {

// The matrix of edit distances between `pattern` and a word, with a row for each letter of the
// word. The rows of a common prefix are kept for the next word, so that a sorted list is searched
// like a trie. Only the cells within `max_edits` of the diagonal are computed (Ukkonen's band); the
// others count as too far.
class EditMatrix {
 public:
  EditMatrix(std::string_view pattern, std::uint32_t max_edits)
      : pattern_(pattern), max_edits_(max_edits) {
    for (auto& row : rows_) row.fill(static_cast<std::uint8_t>(max_edits + 1));
    for (std::size_t i = 0; i <= max_edits; ++i) {
      rows_[0][i] = static_cast<std::uint8_t>(i);
      rows_[i][0] = static_cast<std::uint8_t>(i);
    }
  }

  // Computes the row of the letter word[depth - 1]; the rows before it must be there. True while a
  // longer word may still be within reach.
  bool fill(std::string_view word, std::size_t depth) {
    const std::size_t first = depth > max_edits_ ? depth - max_edits_ : 1;
    const std::size_t last = std::min(pattern_.size(), depth + max_edits_);
    std::uint8_t least = rows_[depth][0];
    for (std::size_t i = first; i <= last; ++i) {
      rows_[depth][i] = cell(word, depth, i);
      least = std::min(least, rows_[depth][i]);
    }
    return least <= max_edits_;
  }

  std::uint8_t distance(std::size_t depth) const { return rows_[depth][pattern_.size()]; }

 private:
  // Damerau's four operations; a swap looks two rows back.
  std::uint8_t cell(std::string_view word, std::size_t depth, std::size_t i) const {
    const char letter = word[depth - 1];
    const char typed = pattern_[i - 1];
    int least = rows_[depth - 1][i - 1] + (letter == typed ? 0 : 1);
    least = std::min({least, rows_[depth - 1][i] + 1, rows_[depth][i - 1] + 1});
    const bool is_swap =
        depth > 1 && i > 1 && letter == pattern_[i - 2] && word[depth - 2] == typed;
    if (is_swap) least = std::min(least, rows_[depth - 2][i - 2] + 1);
    return static_cast<std::uint8_t>(std::min<int>(least, static_cast<int>(max_edits_) + 1));
  }

  static constexpr std::size_t kSide = text::kMaxTermBytes + 1;
  std::string_view pattern_;
  std::uint32_t max_edits_;
  std::array<std::array<std::uint8_t, kSide + 2>, kSide> rows_;
};

// In bytes.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(end - a.begin());
}

// At three edits nearly every short word is near some other.
constexpr std::uint32_t kMostEdits = 2;

// The spelling with the highest document frequency, of equals the first, so that two revisions
// agree; nothing when it is the folded form, which needs no memory.
std::optional<std::string> written_form(std::string_view folded, Spellings::Group spellings) {
  std::sort(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.exact < b.exact;
  });
  if (spellings.empty() || spellings.front().documents == 0) return {};
  if (spellings.front().exact == folded) return {};
  return std::string(spellings.front().exact);
}

}  // namespace

template <typename IsBefore>
std::uint32_t Vocabulary::first_not(IsBefore is_before) const {
  std::uint32_t low = 0;
  std::uint32_t high = size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (is_before(word(middle))) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Vocabulary::Vocabulary(const std::vector<WordCount>& words, const Spellings& spellings) {
  for (const WordCount& word : words) append(word.folded, word.documents);
  spellings.for_each_folded([&](std::string_view folded, const Spellings::Group& group) {
    const auto written = written_form(folded, group);
    if (!written) return;
    if (const auto place = find(folded)) written_.push_back({*place, *written});
  });
  std::sort(written_.begin(), written_.end(),
            [](const Written& a, const Written& b) { return a.word < b.word; });
}

Vocabulary::Vocabulary(const Vocabulary& before, const Differences& differences,
                       const Spellings& spellings, const index::ReadableIndex& index) {
  std::vector<std::uint32_t> changed;  // places of words that were and are
  std::uint32_t next = 0;              // of `before`
  for (const auto& [text, difference] : differences) {
    // A copy, since clang 14 cannot capture a structured binding.
    const std::string_view word = text;
    const std::uint32_t place =
        before.first_not([&](std::string_view other) { return other < word; });
    append_run(before, {next, place});
    next = place;
    const bool was = place < before.size() && before.word(place) == word;
    const auto documents = static_cast<std::uint32_t>(
        static_cast<std::int64_t>(was ? before.documents_[place] : 0) + difference);
    if (was) ++next;
    // No document contains it any more.
    if (documents == 0) continue;
    append(word, documents);
    changed.push_back(size() - 1);
  }
  // Words between two changed ones are copied in one piece.
  append_run(before, {next, before.size()});
  most_documents_ =
      documents_.empty() ? 0 : *std::max_element(documents_.begin(), documents_.end());
  for (const std::uint32_t place : changed) {
    std::vector<std::string> forms;
    spellings.visit_folded(word(place), [&](std::string_view exact) { forms.emplace_back(exact); });
    Spellings::Group group;
    for (const std::string& form : forms) group.push_back({form, index.get_termfreq(form), 0});
    const auto written = written_form(word(place), std::move(group));
    if (written) written_.push_back({place, *written});
  }
  std::sort(written_.begin(), written_.end(),
            [](const Written& a, const Written& b) { return a.word < b.word; });
}

void Vocabulary::append_run(const Vocabulary& before, Range places) {
  if (places.begin >= places.end) return;
  const std::uint32_t first = size();
  const std::uint32_t begin = places.begin == 0 ? 0 : before.ends_[places.begin - 1];
  const auto shift = static_cast<std::uint32_t>(letters_.size()) - begin;
  const std::string_view last = first == 0 ? "" : word(first - 1);
  const auto shared = static_cast<std::uint8_t>(common_prefix(last, before.word(places.begin)));
  const auto copy = [&](const auto& from, auto& to) {
    to.insert(to.end(), from.begin() + places.begin, from.begin() + places.end);
  };
  letters_.append(before.letters_, begin, before.ends_[places.end - 1] - begin);
  copy(before.ends_, ends_);
  copy(before.shared_, shared_);
  copy(before.documents_, documents_);
  // The first word of the run may have another word before it now.
  shared_[first] = shared;
  for (std::size_t i = first; i < ends_.size(); ++i) ends_[i] += shift;
  const auto written_at = [&](std::uint32_t place) {
    return std::lower_bound(before.written_.begin(), before.written_.end(), place,
                            [](const Written& a, std::uint32_t b) { return a.word < b; });
  };
  const auto end = written_at(places.end);
  for (auto written = written_at(places.begin); written != end; ++written) {
    written_.push_back({written->word - places.begin + first, written->text});
  }
}

void Vocabulary::append(std::string_view word, std::uint32_t documents) {
  if (word.size() > text::kMaxTermBytes) return;
  const std::string_view before = size() == 0 ? "" : this->word(size() - 1);
  shared_.push_back(static_cast<std::uint8_t>(common_prefix(before, word)));
  letters_ += word;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  documents_.push_back(documents);
  most_documents_ = std::max(most_documents_, documents);
}

std::string_view Vocabulary::word(std::uint32_t place) const {
  const std::uint32_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(letters_).substr(begin, ends_[place] - begin);
}

std::string_view Vocabulary::written(std::uint32_t place) const {
  const auto found = std::lower_bound(
      written_.begin(), written_.end(), place,
      [](const Written& written, std::uint32_t wanted) { return written.word < wanted; });
  return found != written_.end() && found->word == place ? found->text : word(place);
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view word) const {
  const std::uint32_t place = first_not([word](std::string_view other) { return other < word; });
  if (place < size() && this->word(place) == word) return place;
  return std::nullopt;
}

Vocabulary::Range Vocabulary::completions(std::string_view prefix) const {
  return {first_not([prefix](std::string_view other) { return other < prefix; }),
          first_not([prefix](std::string_view other) {
            return other.substr(0, prefix.size()) <= prefix;
          })};
}

std::uint32_t Vocabulary::skip(std::uint32_t place, std::size_t depth) const {
  const auto next = std::find_if(shared_.begin() + place + 1, shared_.end(),
                                 [depth](std::uint8_t shared) { return shared < depth; });
  return static_cast<std::uint32_t>(next - shared_.begin());
}

// The sorted list is read as a trie: a word begins at the row that it shares with the one before,
// and a beginning that is too far takes all its words with it.
template <typename Visit>
void Vocabulary::walk(std::string_view pattern, std::uint32_t max_edits, bool by_prefix,
                      Visit visit) const {
  max_edits = std::min(max_edits, kMostEdits);
  if (pattern.size() > text::kMaxTermBytes) return;
  EditMatrix matrix(pattern, max_edits);
  // A prefix that is too far excludes all words with it, which skip() passes over by `shared_`
  // alone.
  for (std::uint32_t place = 0; place < size();) {
    const std::string_view letters = word(place);
    std::size_t depth = shared_[place];
    bool is_near = true;
    bool is_found = by_prefix && matrix.distance(depth) <= max_edits;
    while (is_near && !is_found && depth < letters.size()) {
      is_near = matrix.fill(letters, ++depth);
      is_found = by_prefix && matrix.distance(depth) <= max_edits;
    }
    // Near or far, the words with this prefix are one range.
    const bool takes_all = is_found || !is_near;
    const std::uint32_t next = takes_all ? skip(place, depth) : place + 1;
    is_found |= !by_prefix && is_near && matrix.distance(depth) <= max_edits;
    if (is_found) visit(Range{place, next}, matrix.distance(depth));
    place = next;
  }
}

std::vector<Vocabulary::Neighbour> Vocabulary::nearest(std::string_view word,
                                                       std::uint32_t max_edits) const {
  std::vector<Neighbour> found;
  walk(word, max_edits, false, [&](Range range, std::uint32_t edits) {
    if (edits > 0) found.push_back({range.begin, edits});
  });
  const auto rank = [&](const Neighbour& neighbour) {
    const bool loses_first = this->word(neighbour.word).front() != word.front();
    return std::tuple(neighbour.edits, loses_first, ~documents_[neighbour.word], neighbour.word);
  };
  std::sort(found.begin(), found.end(),
            [&](const Neighbour& a, const Neighbour& b) { return rank(a) < rank(b); });
  return found;
}

std::vector<Vocabulary::Range> Vocabulary::completions_with_error(std::string_view prefix) const {
  std::vector<Range> ranges;
  walk(prefix, 1, true, [&](Range range, std::uint32_t) { ranges.push_back(range); });
  return ranges;
}

}  // namespace pressoir::store
