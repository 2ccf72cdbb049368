#include "server/store/word_numbers.hpp"

namespace pressoir::store {

// A large table is far from the processor: where each spelling stands is fetched while those behind
// it are decoded.
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
    spellings_.announce(keys_.back());
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
  forms_.assign(forms.folded).append(1, '\0').append(forms.stem);
  const WordTable::Key key = WordTable::key_of(forms_);
  const auto known = known_.find(key);
  return known ? *known : known_.size() + added_.add(key);
}

}  // namespace pressoir::store
