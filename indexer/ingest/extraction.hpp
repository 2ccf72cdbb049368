// Items -> what is made of them, on several threads, in the order of the source: the same input
// gives the same output whatever the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/repetition.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::extract {
class Extractor;
struct Explanation;
}  // namespace pressoir::extract

namespace pressoir::ingest {

using Content = std::variant<extract::Page, sources::Record>;

// What is made of a page or a record. Called from several threads at once.
template <typename T>
using Work = std::function<base::Result<T>(Content&&)>;

template <typename T>
struct Worked {
  std::string name;         // of the item
  std::uint64_t bytes = 0;  // read from disk for it
  base::Result<T> result;
};

using ExtractFunction = Work<base::Document>;
using Extracted = Worked<base::Document>;

// The ones that programs use. What they are given must outlive them.
ExtractFunction extract_with(const extract::Extractor& extractor,
                             const extract::Repetition& repetition);
Work<extract::PageFingerprint> fingerprint_with(const extract::Extractor& extractor);
Work<extract::Explanation> explain_with(const extract::Extractor& extractor,
                                        const extract::Repetition& repetition);

struct ExtractionOptions {
  unsigned jobs = 1;                          // threads that extract, 1 at least
  std::size_t max_waiting_bytes = 16u << 20;  // of pages and texts between two threads
};

// One thread reads the source, `jobs` threads work, and `visit` is called on this thread with each
// result in the order of the source, until it returns false or the source ends. What a page or a
// bug makes a thread throw becomes its item's error, kInternal. T is one of the three above.
template <typename T>
void for_each_item(sources::Source& source, const Work<T>& work, const ExtractionOptions& options,
                   const std::function<bool(Worked<T>&&)>& visit);

inline void for_each_document(sources::Source& source, const ExtractFunction& extract,
                              const ExtractionOptions& options,
                              const std::function<bool(Extracted&&)>& visit) {
  for_each_item<base::Document>(source, extract, options, visit);
}

// What recurs on the pages of `source`: the first reading of a harvest, which ends when
// `is_wanted`, called with the bytes that each item took, is false.
extract::Repetition find_repetition(sources::Source& source, const extract::Extractor& extractor,
                                    const ExtractionOptions& options,
                                    const std::function<bool(std::uint64_t bytes)>& is_wanted);

}  // namespace pressoir::ingest
