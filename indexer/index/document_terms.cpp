#include "indexer/index/document_terms.hpp"

#include <string_view>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/index/text_digest.hpp"
#include "indexer/index/word_stream.hpp"
#include "indexer/text/acronyms.hpp"

namespace pressoir::index {
namespace {

// The words of a document, counted, so that each term is given to Xapian once.
class WordCounter {
 public:
  void add(const text::Token& token, std::uint32_t position, bool in_title) {
    const std::uint32_t word = stream_.add(position, token.exact);
    if (!in_title) return;
    in_title_.resize(stream_.words().size());
    ++in_title_[word];
  }

  void write_to(Xapian::Document& out) {
    std::uint32_t number = 0;
    for (const auto& [exact, tokens] : stream_.words()) {
      out.add_term(std::string(exact), tokens);
      if (number < in_title_.size() && in_title_[number] > 0) {
        out.add_term(term(kTitlePrefix, exact), in_title_[number]);
      }
      ++number;
    }
    out.add_value(kWordsSlot, stream_.take());
  }

 private:
  WordStreamWriter stream_;
  std::vector<std::uint32_t> in_title_;  // tokens, by the number of the word
};

void add_text(const base::Document& document, text::Analyzer& analyzer, Xapian::Document& out) {
  WordCounts counts;
  WordCounter words;
  TextDigest digest;
  for (const text::Token& token : analyzer.analyze(document.title)) {
    if (token.position >= kMaxTitleWords) break;
    ++counts.title;
    words.add(token, token.position + 1, true);
    digest.add_title_word(token.folded);
  }
  counts.whole = counts.title;
  std::uint32_t last = kTextPosition;
  const auto add_behind = [&](const text::Token& token, std::uint32_t start) {
    last = start + token.position + 1;
    words.add(token, last, false);
    ++counts.whole;
  };
  for (const text::Token& token : analyzer.analyze(document.text)) {
    add_behind(token, kTextPosition);
    if (!token.is_compound) digest.add_word(token.folded);
  }
  for (const std::string& label : document.theme_labels) {
    const std::uint32_t start = last + kLabelGap;
    for (const text::Token& token : analyzer.analyze(label)) add_behind(token, start);
  }
  out.add_value(kLengthSlot, word_counts_to_value(counts));
  out.add_value(kTextSlot, digest.take());
  words.write_to(out);
}

void add_acronyms(std::string_view text, text::Analyzer& analyzer, Xapian::Document& out) {
  for (const text::AcronymDefinition& found : text::find_acronyms(text, analyzer)) {
    const std::string by_acronym = acronym_term(found.acronym, found.expansion, found.surface);
    const std::string by_expansion = expansion_term(found.expansion, found.acronym);
    if (by_acronym.empty() || by_expansion.empty()) continue;
    out.add_boolean_term(by_acronym);
    out.add_boolean_term(by_expansion);
  }
}

void add_list(Slot slot, const std::vector<std::string>& values, Xapian::Document& out) {
  std::string joined;
  for (const std::string& value : values) {
    if (!joined.empty()) joined += kValueSeparator;
    joined += value;
  }
  if (!joined.empty()) out.add_value(slot, joined);
}

void add_values(const base::Document& document, Xapian::Document& out) {
  std::vector<std::string> minister_ids;
  for (const base::Minister& minister : document.ministers) minister_ids.push_back(minister.id);
  out.add_value(kDateSlot, date_to_value(document.date));
  add_list(kMinisterSlot, minister_ids, out);
  add_list(kThemeSlot, document.themes, out);
  out.add_value(kTypeSlot, document.type);
  out.add_value(kSourceSlot, document.source);
  out.add_value(kGovernmentSlot, document.government);
  add_list(kLineageSlot, base::lineages_of(document), out);
  out.add_value(kIdSlot, document.id);
  out.add_value(kFirstIndexedSlot,
                Xapian::sortable_serialise(static_cast<double>(document.first_indexed)));
}

}  // namespace

Xapian::Document make_xapian_document(const base::Document& document, const std::string& data,
                                      text::Analyzer& analyzer) {
  Xapian::Document out;
  out.set_data(data);
  out.add_boolean_term(term(kIdPrefix, document.id));
  add_values(document, out);
  add_text(document, analyzer, out);
  add_acronyms(document.title, analyzer, out);
  add_acronyms(document.text, analyzer, out);
  return out;
}

}  // namespace pressoir::index
