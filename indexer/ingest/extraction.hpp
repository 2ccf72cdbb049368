// Items -> documents, on several threads, in the order of the source: the same input gives the
// same output whatever the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::extract {
class Extractor;
}

namespace pressoir::ingest {

using Content = std::variant<extract::Page, sources::Record>;

// Makes the document of a page or a record. Called from several threads at once.
using ExtractFunction = std::function<base::Result<base::Document>(Content&&)>;

// The one that programs use. `extractor` must outlive it.
ExtractFunction extract_with(const extract::Extractor& extractor);

struct Extracted {
  std::string name;         // of the item
  std::uint64_t bytes = 0;  // read from disk for it
  base::Result<base::Document> document;
};

struct ExtractionOptions {
  unsigned jobs = 1;                           // threads that extract, 1 at least
  std::size_t max_waiting_bytes = 256u << 20;  // of pages and texts between two threads
};

// One thread reads the source, `jobs` threads extract, and `visit` is called on this thread with
// each result in the order of the source, until it returns false or the source ends. What a page
// or a bug makes a thread throw becomes its item's error, kInternal.
void for_each_document(sources::Source& source, const ExtractFunction& extract,
                       const ExtractionOptions& options,
                       const std::function<bool(Extracted&&)>& visit);

}  // namespace pressoir::ingest
