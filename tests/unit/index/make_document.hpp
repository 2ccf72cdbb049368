// Documents for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "indexer/base/document.hpp"
#include "indexer/base/url.hpp"

namespace pressoir {

// A document at https://exemple.example/`page` with one block for each line of `text`.
inline base::Document make_document(std::string_view page, std::string title, std::string text) {
  base::Document document;
  document.url = "https://exemple.example/" + std::string(page);
  document.id = base::document_id(document.url);
  document.title = std::move(title);
  document.text = std::move(text);
  document.source = "exemple.example";
  std::size_t begin = 0;
  while (begin < document.text.size()) {
    const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
    document.blocks.push_back({base::BlockKind::kParagraph, static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return document;
}

// A document with a value in every field.
inline base::Document make_full_document() {
  base::Document document =
      make_document("poles.html", "Les pôles de compétitivité",
                    "Des usines à produits d’avenir.\nArnaud Montebourg a réuni les pôles.");
  document.date = {2012, 12, 5};
  document.date_source = base::DateSource::kTitle;
  document.date_confidence = base::Confidence::kHigh;
  document.date_conflict = true;
  document.type = "article";
  document.government = "ayrault-2";
  document.ministers = {
      {"arnaud-montebourg", "Arnaud Montebourg", "ministre du Redressement productif",
       base::Role::kAuthor, "industrie", base::MinisterEvidence::kByline},
      {"fleur-pellerin", "Fleur Pellerin", "", base::Role::kMentioned}};
  document.themes = {"Industrie/Compétitivité", "Économie"};
  document.blocks.front().kind = base::BlockKind::kHeading;
  return document;
}

}  // namespace pressoir
