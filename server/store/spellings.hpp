// The spellings of each word of an archive, and the names of posting lists. The index stores exact
// forms only (`pôle`, `pole`, `pôles`); the list of a folded form or of a selection of forms
// (word_table.hpp) is the union of the lists of its spellings, which this finds.
//
// Does not change once made: any number of threads may read it. Two revisions share what was read
// whole; spellings that were added since are a table of their own. A spelling that no document
// contains any more may still be there, which adds an empty list.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
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

  // Call `visit(exact)` for each spelling of the folded form or in the selection, in no particular
  // order.
  using Visit = std::function<void(std::string_view exact)>;
  void visit_folded(std::string_view folded, const Visit& visit) const;
  void visit_forms(std::string_view selection, const Visit& visit) const;

  // False when no document writes the spelling as a name (index::kNamePrefix); true when one does
  // or did, or shards are elsewhere: document frequencies then tell. So that the index is asked
  // about few of a word's forms.
  bool may_be_name(std::string_view exact) const;

  // A spelling in the revision that was read whole.
  struct Spelling {
    std::string_view exact;
    std::uint32_t documents;  // that hold it
    std::uint32_t titles;     // that hold it; 0 when shards are elsewhere
  };
  // Call `visit(form, spellings)` once for each folded form or each list of lemmas of that
  // revision. The views live as long as this.
  using Group = std::vector<Spelling>;
  using VisitGroup = std::function<void(std::string_view, const Group&)>;
  void for_each_folded(const VisitGroup& visit) const;
  void for_each_lemmas(const VisitGroup& visit) const;

 private:
  // Words are numbered in the order of the index's list of words.
  struct Read {
    WordTable words;  // each its folded form, its lemmas and its exact form
    std::vector<std::uint32_t> documents;
    std::vector<std::uint32_t> titles;
    std::set<std::string, std::less<>> names;  // that a document writes as names
    bool has_names = false;

    void count_titles(const index::ReadableIndex& index);
    void read_names(const index::ReadableIndex& index);
    Group spellings(const std::vector<std::uint32_t>& numbers) const;
  };
  std::shared_ptr<const Read> read_;
  WordTable added_;                                 // since all were read
  std::set<std::string, std::less<>> added_names_;  // the same
};

// True for a term that is a word of the text, false for one with a prefix.
bool is_word(std::string_view term);

// The names of the posting lists of a folded form and of a selection of forms, in texts or in
// titles. The list of an exact form is named by its term: index::term().
//   postings.of(folded_list("pole")), postings.of(forms_list("pôle", true))
std::string folded_list(std::string_view folded, bool in_title = false);
std::string forms_list(std::string_view selection, bool in_title = false);

// The selection of a list of forms, empty for the names of other lists.
std::string_view selection_of(std::string_view name);

// The terms whose union the list of this name is: for a term itself, that term.
std::vector<std::string> terms_of_list(const std::string& name, const Spellings& spellings);

}  // namespace pressoir::store
