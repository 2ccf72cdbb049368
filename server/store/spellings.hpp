// The ways in which an archive writes each word, and so which terms of the index a posting list of
// a folded form or of a stem is made of.
//
// Does not change once made: any number of threads may read it. Those of two states of an archive
// share what did not change. A word that no document holds any more may still be there.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/word_table.hpp"

namespace pressoir::store {

class Spellings {
 public:
  Spellings();

  // One pass over the lists of words and of titles' words: some 2 µs each. Throws what Xapian
  // throws.
  explicit Spellings(const index::ReadableIndex& index);

  // Those `before` at a later state.
  Spellings(const Spellings& before, const Changes& changes);

  // Call `visit(exact)` for each spelling of the folded form or the stem.
  using Visit = std::function<void(std::string_view exact)>;
  void visit_folded(std::string_view folded, const Visit& visit) const;
  void visit_stem(std::string_view stem, const Visit& visit) const;

  // Of the state that was read whole.
  struct Spelling {
    std::string_view exact;
    std::uint32_t documents;  // that hold it
    std::uint32_t titles;     // that hold it; 0 when shards are elsewhere
  };
  // Call `visit(form, spellings)` for each folded form or stem of that state.
  using Group = std::vector<Spelling>;
  using VisitGroup = std::function<void(std::string_view, const Group&)>;
  void for_each_folded(const VisitGroup& visit) const;
  void for_each_stem(const VisitGroup& visit) const;

 private:
  // Words are numbered in the order of the index's list of words.
  struct Read {
    WordTable words;  // each its folded form, its stem and its exact form
    std::vector<std::uint32_t> documents;
    std::vector<std::uint32_t> titles;

    void count_titles(const index::ReadableIndex& index);
    Group spellings(const std::vector<std::uint32_t>& numbers) const;
  };
  std::shared_ptr<const Read> read_;
  WordTable added_;  // since all were read
};

// True for a term that is a word, not one that begins with a prefix.
bool is_word(std::string_view term);

// The names of posting lists. A term of the index is the name of its own.
std::string folded_list(std::string_view folded, bool in_title = false);
std::string stem_list(std::string_view stem, bool in_title = false);

// The names of the posting lists of the word's stems, `other_stems` included.
std::vector<std::string> stem_lists(const QueryWord& word, bool in_title);

// The terms whose documents the list of a name is of: `F` + a folded form, `Z` + a stem, behind
// index::kTitlePrefix those of titles; a term itself.
std::vector<std::string> terms_of_list(const std::string& name, const Spellings& spellings);

}  // namespace pressoir::store
