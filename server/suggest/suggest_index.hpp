// What a text being typed is completed from, for one revision of an archive: the titles of all
// documents, the latest first, and the names of ministers, offices and themes that documents have.
// Queries by name (`ministre:montebour`) look up the nearest name here too.
//
// Does not change once made: any number of threads may read it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/store/columns.hpp"
#include "server/store/word_sequences.hpp"
#include "server/suggest/phrase_index.hpp"

namespace pressoir::suggest {

// A minister, an office or a theme of at least one document. An office of a title that several
// people had is a name for each of their terms.
struct Name {
  std::string text;   // `Arnaud Montebourg`, `ministre du Redressement productif`, a theme's path
  std::string value;  // person id, the text of an office, a theme's path
  std::string person = {};  // of offices: person id, and name, and the term
  std::string person_name = {};
  base::Date first_day = {};
  base::Date last_day = {};
  std::uint64_t documents = 0;
};

// Names, found by the beginnings of their words.
struct NameIndex {
  std::vector<Name> names;  // those with most documents first
  PhraseIndex phrases;      // numbered like names
};

struct SuggestIndex {
  SuggestIndex() = default;

  SuggestIndex(const store::WordSequences& sequences, const store::Columns& columns,
               const gazetteer::Gazetteer& gazetteer);

  // The index `before` at a later revision. Of titles only those that changed are read; names are
  // few and are collected again.
  struct Update {
    const SuggestIndex& before;
    const store::Columns& columns_before;
    const store::Columns& columns;
    const store::Changes& changes;
  };
  SuggestIndex(const Update& update, const gazetteer::Gazetteer& gazetteer);

  PhraseIndex titles;  // of the documents in the order of Columns::newest
  NameIndex ministers;
  // Those in which ministers of documents were on the dates of these documents: an office without a
  // document would find nothing.
  NameIndex offices;
  NameIndex themes;
};

}  // namespace pressoir::suggest
