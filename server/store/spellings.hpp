// The spellings of each folded form and stem of an archive, and the names of posting lists. The
// index stores exact forms only (`pôle`, `pole`, `pôles`); the list of a folded form or of a stem
// is the union of the lists of its spellings, which this finds.
//
// Does not change once made: any number of threads may read it. Two revisions share what was read
// whole; spellings that were added since are a table of their own. A spelling that no document
// contains any more may still be there, which adds an empty list.
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

  // One pass over the words of texts and of titles: some 2 µs each. Throws what Xapian throws.
  explicit Spellings(const index::ReadableIndex& index);

  // The spellings of the revision after `before`.
  Spellings(const Spellings& before, const Changes& changes);

  // Call `visit(exact)` for each spelling of the folded form or the stem, in no particular order.
  using Visit = std::function<void(std::string_view exact)>;
  void visit_folded(std::string_view folded, const Visit& visit) const;
  void visit_stem(std::string_view stem, const Visit& visit) const;

  // A spelling in the revision that was read whole.
  struct Spelling {
    std::string_view exact;
    std::uint32_t documents;  // that hold it
    std::uint32_t titles;     // that hold it; 0 when shards are elsewhere
  };
  // Call `visit(form, spellings)` once for each folded form or stem of that revision. The views
  // live as long as this.
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

// True for a term that is a word of the text, false for one with a prefix.
bool is_word(std::string_view term);

// The names of the posting lists of a folded form and of a stem, in texts or in titles. The list of
// an exact form is named by its term: index::term().
//   postings.of(folded_list("pole")), postings.of(stem_list("pol", true))
std::string folded_list(std::string_view folded, bool in_title = false);
std::string stem_list(std::string_view stem, bool in_title = false);

// The names of the lists of all stems of a query's word: its own first, then `other_stems`.
std::vector<std::string> stem_lists(const QueryWord& word, bool in_title);

// The terms whose union the list of this name is: for a term itself, that term.
std::vector<std::string> terms_of_list(const std::string& name, const Spellings& spellings);

}  // namespace pressoir::store
