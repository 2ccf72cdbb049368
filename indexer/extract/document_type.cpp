#include "indexer/extract/document_type.hpp"

#include <algorithm>
#include <array>

#include "indexer/extract/plain_text.hpp"

namespace pressoir::extract {
namespace {

struct TypeWord {
  std::string_view words;
  std::string_view type;
};

// What titles begin with, as folded_words() gives them.
constexpr auto kTitleStarts = std::to_array<TypeWord>({
    {"communique de presse", "communiqué"},
    {"communique du conseil des ministres", "compte rendu"},
    {"communique", "communiqué"},
    {"compte rendu", "compte rendu"},
    {"conseil des ministres du", "compte rendu"},
    {"declaration de", "discours"},
    {"declaration du", "discours"},
    {"declarations de", "discours"},
    {"allocution", "discours"},
    {"discours", "discours"},
    {"intervention de", "discours"},
    {"intervention du", "discours"},
    {"message de", "discours"},
    {"message du", "discours"},
    {"voeux de", "discours"},
    {"voeux du", "discours"},
    {"conference de presse", "discours"},
    {"point de presse", "discours"},
    {"interview", "entretien"},
    {"tribune de", "entretien"},
    {"dossier de presse", "dossier de presse"},
    {"question ecrite", "question"},
    {"question orale", "question"},
    {"question n", "question"},
    {"seance du", "compte rendu"},
    {"premiere seance", "compte rendu"},
    {"deuxieme seance", "compte rendu"},
    {"troisieme seance", "compte rendu"},
});

// Words of breadcrumbs, rubrics and addresses.
constexpr auto kPlaceWords = std::to_array<TypeWord>({
    {"dossier de presse", "dossier de presse"},
    {"dossiers de presse", "dossier de presse"},
    {"communique", "communiqué"},
    {"communiques", "communiqué"},
    {"entretien", "entretien"},
    {"entretiens", "entretien"},
    {"interview", "entretien"},
    {"interviews", "entretien"},
    {"discours", "discours"},
    {"declarations", "discours"},
    {"allocutions", "discours"},
    {"compte rendu", "compte rendu"},
    {"comptes rendus", "compte rendu"},
    {"cri", "compte rendu"},
    {"questions au gouvernement", "question"},
    {"questions ecrites", "question"},
});

std::string_view type_of_title(std::string_view title) {
  const std::string words = folded_words(title);
  for (const TypeWord& start : kTitleStarts) {
    if (words.starts_with(start.words)) return start.type;
  }
  // Not the upkeep of roads.
  constexpr auto kPeople = std::to_array<std::string_view>(
      {" m ", " mme ", " avec ", " ministre", " president", " televise", " radio", " accorde"});
  const bool names_person = std::ranges::any_of(kPeople, [&words](std::string_view person) {
    return words.find(person) != std::string::npos;
  });
  if (words.starts_with("entretien ") && names_person) return "entretien";
  return {};
}

std::string_view type_of_place(std::string_view place) {
  const std::string words = " " + folded_words(place) + " ";
  for (const TypeWord& word : kPlaceWords) {
    if (words.find(" " + std::string(word.words) + " ") != std::string::npos) return word.type;
  }
  return {};
}

// Metadata that name a type; og:type says `article` of everything.
std::string_view type_of_metas(const PageFacts& facts) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"dc.type", "dcterms.type", "type_document", "type", "article:section"});
  for (const auto& [name, content] : facts.metas) {
    if (std::ranges::find(kNames, name) == kNames.end()) continue;
    const std::string_view type = type_of_place(content);
    if (!type.empty()) return type;
  }
  return {};
}

// The path of an address, without the site's name.
std::string_view path_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return url;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view{} : url.substr(path);
}

}  // namespace

std::string find_document_type(const PageFacts& facts, std::string_view title) {
  if (const std::string_view type = type_of_title(title); !type.empty()) return std::string(type);
  if (const std::string_view type = type_of_metas(facts); !type.empty()) return std::string(type);
  for (const auto* places : {&facts.kickers, &facts.sections, &facts.breadcrumb}) {
    for (const std::string& place : *places) {
      if (const std::string_view type = type_of_place(place); !type.empty()) {
        return std::string(type);
      }
    }
  }
  if (const std::string_view type = type_of_place(path_of(facts.url)); !type.empty()) {
    return std::string(type);
  }
  return "article";
}

}  // namespace pressoir::extract
