// Documents as JSON: the one spelling that `pressoir-index extract`, exports and
// `GET /api/v1/documents/{id}` share. Every function may be called from any thread.
#pragma once

#include <string>

#include "indexer/base/document.hpp"

namespace pressoir::base {

struct DocumentJsonOptions {
  bool with_text = true;     // `text`
  bool with_blocks = false;  // `blocks`: kind, start and end in bytes of `text`
};

// One JSON object on one line, without a final newline. Absent values (`date`, `government`,
// `type`, `first_indexed`) are null, lists are always there.
std::string document_to_json(const Document& document, const DocumentJsonOptions& options = {});

}  // namespace pressoir::base
