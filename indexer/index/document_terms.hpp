// A document as Xapian indexes it: terms, positions, values, data.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/base/document.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

// `data` is what encode_document made of the same document.
Xapian::Document make_xapian_document(const base::Document& document, const std::string& data,
                                      text::Analyzer& analyzer);

}  // namespace pressoir::index
