#include "indexer/index/document_terms.hpp"

#include <string_view>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"
#include "indexer/text/acronyms.hpp"

namespace pressoir::index {
namespace {

void add_folded_and_stem(const text::Token& token, bool in_title, Xapian::Document& out) {
  out.add_term(term(in_title ? kTitlePrefix : "", token.folded));
  if (!token.is_own_stem) {
    out.add_term(term(in_title ? kTitleStemPrefix : kStemPrefix, token.stem));
  }
}

// Adds words to the terms and to the word stream.
class WordWriter {
 public:
  explicit WordWriter(Xapian::Document& out) : out_(out) {}

  void add(const text::Token& token, std::uint32_t position) {
    add_folded_and_stem(token, false, out_);
    if (token.exact != token.folded) out_.add_term(exact_term(token.folded, token.exact));
    stream_.add(position, token.folded, token.stem);
  }
  std::string take_stream() { return stream_.take(); }

 private:
  Xapian::Document& out_;
  WordStreamWriter stream_;
};

void add_text(const base::Document& document, text::Analyzer& analyzer, Xapian::Document& out) {
  WordCounts counts;
  WordWriter words(out);
  for (const text::Token& token : analyzer.analyze(document.title)) {
    if (token.position >= kMaxTitleWords) break;
    ++counts.title;
    words.add(token, token.position + 1);
    add_folded_and_stem(token, true, out);
  }
  counts.whole = counts.title;
  std::uint32_t last = kTextPosition;
  const auto add_behind = [&](std::string_view text, std::uint32_t start) {
    for (const text::Token& token : analyzer.analyze(text)) {
      last = start + token.position + 1;
      words.add(token, last);
      ++counts.whole;
    }
  };
  add_behind(document.text, kTextPosition);
  for (const std::string& label : document.theme_labels) add_behind(label, last + kLabelGap);
  out.add_value(kLengthSlot, word_counts_to_value(counts));
  out.add_value(kWordsSlot, words.take_stream());
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
