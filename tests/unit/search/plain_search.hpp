// What a search must answer, worked out the slow and plain way from the documents themselves: no
// posting lists, no columns, no parser. Only words are cut by text::Analyzer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

// A word, a compound (`porte-parole`) or a phrase as it is typed, without quotation marks.
struct PlainItem {
  std::string text;
  bool is_phrase = false;
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
  PlainResults search(const PlainQuery& query, const SearchRequest& request);

  const std::vector<base::Document>& documents() const { return documents_; }

 private:
  struct Word {
    std::uint32_t position;
    std::string exact;
    std::string folded;
    std::string stem;
    bool is_stopword;
    bool is_compound;
  };
  struct Words {
    std::vector<Word> title;
    std::vector<Word> text;
  };

  std::vector<Word> cut(const std::string& text);
  const std::vector<std::string>& stems(const Word& word);
  std::vector<std::string> find_stems(const Word& word) const;
  bool has_word(const Words& words, const Word& word);
  bool has_item(const Words& words, const PlainItem& item, bool is_excluded);

  struct Asked {
    std::vector<PlainItem> phrases;
    std::vector<PlainItem> words;
    std::size_t least = 0;  // of the words
  };
  Asked read(const PlainQuery& query, MatchMode mode);
  void relax(Asked& asked);
  std::size_t count_found(const Words& words, const std::vector<PlainItem>& items);
  bool matches(const Words& words, const Asked& asked, const PlainQuery& query, MatchMode mode);

  std::vector<base::Document> documents_;
  std::vector<Words> words_;                               // of each document
  std::map<std::string, std::vector<std::string>> stems_;  // by exact form, as far as asked for
  text::Analyzer analyzer_;
};

// All values of a document for a facet, each once; of themes also their ancestors.
std::vector<std::string> values_of(const base::Document& document, Facet facet);

}  // namespace pressoir::search
