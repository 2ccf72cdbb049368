#include "indexer/base/document_json.hpp"

#include <utility>

namespace pressoir::base {
namespace {

// Writes one value by its type. Instants are the only integers of documents that are not offsets.
class ValueWriter {
 public:
  ValueWriter(JsonWriter& json, bool is_nullable) : json_(&json), is_nullable_(is_nullable) {}

  void operator()(const std::string& text) const {
    is_nullable_ ? json_->text_or_null(text) : json_->text(text);
  }
  void operator()(bool value) const { json_->boolean(value); }
  void operator()(Date date) const { json_->text_or_null(to_string(date)); }
  void operator()(std::uint32_t offset) const { json_->integer(offset); }
  void operator()(std::int64_t instant) const {
    json_->text_or_null(instant == 0 ? std::string() : instant_to_string(instant));
  }
  template <NamedEnum Enum>
  void operator()(Enum value) const {
    json_->text(to_string(value));
  }
  template <typename Item>
  void operator()(const std::vector<Item>& items) const {
    json_->begin_array();
    for (const Item& item : items) write_item(item);
    json_->end_array();
  }

 private:
  // Items are never null: what has no value is not in the list.
  void write_item(const std::string& text) const { json_->text(text); }
  template <typename Object>
  void write_item(const Object& object) const {
    json_->begin_object();
    for_each_member(object, [this](const MemberInfo& member, const auto& value) {
      json_->key(member.name);
      ValueWriter(*json_, member.is_nullable)(value);
    });
    json_->end_object();
  }

  JsonWriter* json_;
  bool is_nullable_;
};

// Text and blocks are by far the largest: lists of results leave them out.
bool is_left_out(Field field, const DocumentJsonOptions& options) {
  return (field == Field::kText && !options.with_text) ||
         (field == Field::kBlocks && !options.with_blocks);
}

}  // namespace

void write_field(JsonWriter& json, const Document& document, const FieldInfo& field) {
  visit_field(document, field, ValueWriter(json, field.is_nullable));
}

std::string document_to_json(const Document& document, const DocumentJsonOptions& options) {
  JsonWriter json;
  json.begin_object();
  for (const FieldInfo& field : kFields) {
    if (!field.in_json || is_left_out(field.field, options)) continue;
    json.key(field.name);
    write_field(json, document, field);
  }
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::base
