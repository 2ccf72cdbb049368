// Documents as JSON, made of the table of fields: the one writer that `pressoir-index extract`,
// search results, exports and `GET /api/v1/documents/{id}` share. Absent values (`date`,
// `government`, `type`, `first_indexed`) are null, lists are always there. Reading documents is
// sources::parse_record's work. Every function may be called from any thread.
#pragma once

#include <string>

#include "indexer/base/document.hpp"
#include "indexer/base/fields.hpp"
#include "indexer/base/json_writer.hpp"

namespace pressoir::base {

struct DocumentJsonOptions {
  bool with_text = true;     // `text`
  bool with_blocks = false;  // `blocks`: kind, start and end in bytes of `text`
};

// One JSON object on one line, without a final newline: the fields that the table has `in_json`.
std::string document_to_json(const Document& document, const DocumentJsonOptions& options = {});

// The value of one field, without its key. Instants are `2012-12-05T10:00:00Z`, dates may be
// partial (`2012-12`).
void write_field(JsonWriter& json, const Document& document, const FieldInfo& field);

}  // namespace pressoir::base
