// What a search must answer, worked out the slow and plain way from the documents themselves: no
// posting lists, no columns, no parser. Only words are cut by text::Analyzer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/query/request.hpp"

namespace pressoir::search {

// One thing that a query asks for.
struct PlainItem {
  enum class Kind {
    kWord,    // in any form; a compound (`porte-parole`) also by its parts in a row
    kPhrase,  // as it is typed, without quotation marks
    kExact,   // a word as it is written
    kPrefix,  // a word that begins so
    kFacet,   // `text` is a value of `facet`
    kDates,   // from `from` to `to`; none: open
    kNear,    // two parts, each a word or a phrase, at most `distance` words apart
    kBoth,    // two parts
    kEither,  // one of two parts
    kExcept,  // the first part without the second
  };

  Kind kind = Kind::kWord;
  std::string text = {};
  bool in_title = false;
  base::Facet facet = base::Facet::kType;
  base::Date from = {};
  base::Date to = {};
  std::uint32_t distance = 0;
  std::vector<PlainItem> parts = {};
};

struct PlainQuery {
  std::vector<PlainItem> wanted;
  std::vector<PlainItem> excluded;
};

struct PlainCounts {
  std::map<std::string, std::uint64_t> values;
  std::uint64_t none = 0;
};

struct PlainResults {
  std::vector<const base::Document*> documents;  // in the order of ids
  std::vector<PlainCounts> facets;               // indexed by Facet
  PlainCounts periods;                           // by `2012`, `2012-12` or `2012-12-05`
};

class PlainSearch {
 public:
  explicit PlainSearch(std::vector<base::Document> documents);

  // `request.q` is not read: `query` says the same.
  PlainResults search(const PlainQuery& query, const query::SearchRequest& request);

  const std::vector<base::Document>& documents() const { return documents_; }

 private:
  struct Word {
    std::uint32_t position;
    std::string exact;
    std::string folded;
    std::string lemmas;
    bool is_stopword;
    bool is_compound;
  };
  struct Words {
    const base::Document* document;
    std::vector<Word> title;
    std::vector<Word> text;
  };
  // What of a document is looked at.
  struct Scope {
    const Words& words;
    bool only_title;

    std::vector<const std::vector<Word>*> lists() const;
  };
  // The first and the last position of something that is said.
  struct Place {
    std::uint32_t first;
    std::uint32_t last;
  };

  std::vector<Word> cut(const std::string& text);
  const std::vector<Word>& parts_of(const std::string& text);
  // True when `other` is the word of a query in any form.
  bool is_form(const Word& other, const Word& word);
  static bool is_form_of_part(const Word& word, const Word& part);
  std::string find_lemmas(const Word& word) const;
  bool has_word(Scope scope, const Word& word);
  std::vector<Place> phrase_places(const std::vector<Word>& list, const PlainItem& item);
  std::vector<Place> places(const std::vector<Word>& list, const PlainItem& item);
  bool has_written(Scope scope, const PlainItem& item);
  bool has_words(Scope scope, const PlainItem& item, bool is_unit);
  bool has_near(Scope scope, const PlainItem& item);
  // `is_unit`: stands behind a `-` or a field, where a compound is its parts in a row only.
  bool has_item(Scope scope, const PlainItem& item, bool is_unit);

  struct Asked {
    std::vector<PlainItem> conditions;  // facets and dates, which hold in every mode
    std::vector<PlainItem> items;       // what else is asked for in so many words
    std::vector<PlainItem> words;
    std::size_t least = 0;  // of the words
  };
  Asked read(const PlainQuery& query, query::MatchMode mode);
  void relax(Asked& asked);
  std::size_t count_found(const Words& words, const std::vector<PlainItem>& items);
  bool matches(const Words& words, const Asked& asked, const PlainQuery& query,
               query::MatchMode mode);

  std::vector<base::Document> documents_;
  std::vector<Words> words_;                        // of each document
  std::map<std::string, std::string> lemmas_;       // by exact form, as far as asked for
  std::map<std::string, std::vector<Word>> parts_;  // of texts of items
  text::Analyzer analyzer_;
};

// All values of a document for a facet, each once; of themes also their ancestors.
std::vector<std::string> values_of(const base::Document& document, base::Facet facet);

}  // namespace pressoir::search
