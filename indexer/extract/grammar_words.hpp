// The small words of French from which titles of office and forms of address are built, with fixed
// numbers in every Vocabulary that add_grammar_words() began.
#pragma once

#include "indexer/extract/vocabulary.hpp"

namespace pressoir::extract {

enum GrammarWord : WordId {
  kLe = 1,
  kLa,
  kLes,
  kL,
  kDe,
  kDu,
  kDes,
  kD,
  kA,
  kAu,
  kAux,
  kEn,
  kEt,
  kM,
  kMm,
  kMme,
  kMmes,
  kMlle,
  kMonsieur,
  kMessieurs,
  kMadame,
  kMesdames,
  kMademoiselle,
  kMe,
  kMinistre,
  kMinistres,
  kSecretaire,
  kEtat,
  kPremier,
  kPremiere,
  kPresident,
  kPresidente,
  kRepublique,
  kGarde,
  kSceaux,
  kHaut,
  kHaute,
  kCommissaire,
  kPorte,
  kParole,
  kDelegue,
  kDeleguee,
  kCharge,
  kChargee,
  kCharges,
  kChargees,
  kAupres,
  kAncien,
  kAncienne,
  kAnciens,
  kAnciennes,
  kEx,
  kVice,
  kFutur,
  kFuture,
  kSous,
  kHomologue,
  kPetites,
  kMoyennes,
  kEntreprises,
  kTres,
  kPme,
  kTpe,
  kLastGrammarWord = kTpe,
};

// Fills an empty vocabulary, so that its first words have the numbers above.
void add_grammar_words(Vocabulary& vocabulary);

constexpr bool is_article(WordId word) {
  return word >= kLe && word <= kL;
}
constexpr bool is_connector(WordId word) {
  return word >= kDe && word <= kEn;
}
constexpr bool is_charged(WordId word) {
  return word >= kCharge && word <= kChargees;
}
constexpr bool is_former(WordId word) {
  return word >= kAncien && word <= kHomologue;
}
constexpr bool is_civility(WordId word) {
  return word >= kM && word <= kMademoiselle;
}

}  // namespace pressoir::extract
