#include "indexer/extract/topics/topics.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>

namespace pressoir::extract::topics {
namespace {

struct TypeWord {
  std::string_view words;
  std::string_view type;
};

// What titles begin with, as folded_words() gives them.
// The first that fits decides, so that longer beginnings stand before shorter ones.
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

// Words of breadcrumbs, rubrics and addresses of the sites of ministries and both chambers; `cri`
// is the path of debates of the Assemblée.
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
    {"questions orales", "question"},
});

// What the first lines of a text say; of a sitting, a single question is short.
constexpr auto kOpenings = std::to_array<TypeWord>({
    {"seul le prononce fait foi", "discours"},
    {"mesdames et messieurs", "discours"},
    {"mesdames messieurs", "discours"},
    {"mes chers compatriotes", "discours"},
    {"mes chers concitoyens", "discours"},
    {"francaises francais", "discours"},
});
constexpr std::string_view kGivenFloor = "la parole est a";
constexpr std::size_t kOpeningBytes = 400;
constexpr std::size_t kFloorBytes = 1500;
constexpr std::size_t kLongestQuestionBytes = 30'000;

std::string_view type_of_title(std::string_view title) {
  const std::string words = html::folded_words(title);
  for (const TypeWord& start : kTitleStarts) {
    if (words.starts_with(start.words)) return start.type;
  }
  // Not the upkeep of roads.
  constexpr auto kPeople = std::to_array<std::string_view>(
      {" m ", " mme ", " avec ", " ministre", " president", " televise", " radio", " accorde"});
  const bool names_person = base::contains_one_of(words, kPeople);
  return words.starts_with("entretien ") && names_person ? "entretien" : std::string_view();
}

// Whole words, so that `cri` is not found in `description`.
std::string_view type_of_place(std::string_view place) {
  const std::string words = " " + html::folded_words(place) + " ";
  for (const TypeWord& word : kPlaceWords) {
    if (words.find(" " + std::string(word.words) + " ") != std::string::npos) return word.type;
  }
  return {};
}

std::string_view type_of_places(const std::vector<std::string>& places) {
  for (const std::string& place : places) {
    const std::string_view type = type_of_place(place);
    if (!type.empty()) return type;
  }
  return {};
}

// Metadata that name a type; og:type says `article` of everything.
std::string_view type_of_metas(const facts::PageFacts& facts) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"dc.type", "dcterms.type", "type_document", "type", "article:section"});
  for (const auto& [name, content] : facts.metas) {
    if (!base::is_one_of(name, kNames)) continue;
    const std::string_view type = type_of_place(content);
    if (!type.empty()) return type;
  }
  return {};
}

// The floor is given in questions and in sittings; a sitting is long.
std::string_view type_of_wording(std::string_view text) {
  const std::string opening = html::folded_words(base::clip_utf8(text, kOpeningBytes));
  for (const TypeWord& word : kOpenings) {
    if (opening.find(word.words) != std::string::npos) return word.type;
  }
  const std::string start = html::folded_words(base::clip_utf8(text, kFloorBytes));
  if (start.find(kGivenFloor) == std::string::npos) return {};
  return text.size() > kLongestQuestionBytes ? "compte rendu" : "question";
}

// True for the sites that a parliament keeps for questions: `questions.assemblee-nationale.fr`.
bool is_site_of_questions(std::string_view url) {
  const std::size_t scheme = url.find("://");
  return scheme != std::string_view::npos && url.substr(scheme + 3).starts_with("questions.");
}

// The path of an address, without the site's name.
std::string_view path_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return url;
  const std::size_t path = url.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view{} : url.substr(path);
}

}  // namespace

// From the most to the least reliable: a title is written for the text, an address for the site.
std::string find_document_type(const facts::PageFacts& facts, std::string_view title) {
  if (const std::string_view type = type_of_title(title); !type.empty()) return std::string(type);
  if (const std::string_view type = type_of_metas(facts); !type.empty()) return std::string(type);
  for (const auto* places : {&facts.kickers, &facts.sections, &facts.breadcrumb}) {
    if (const std::string_view type = type_of_places(*places); !type.empty()) {
      return std::string(type);
    }
  }
  if (const std::string_view type = type_of_place(path_of(facts.url)); !type.empty()) {
    return std::string(type);
  }
  if (is_site_of_questions(facts.url)) return "question";
  const std::string_view type = type_of_wording(facts.text);
  return type.empty() ? "article" : std::string(type);
}

}  // namespace pressoir::extract::topics
