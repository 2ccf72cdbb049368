// A document as others cite it, before it is RIS, BibTeX or CSL-JSON. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"

namespace pressoir::api {

// The parts of a French name as catalogues order them: `Villepin, Dominique de`. The first word is
// the given name, `de` and `d’` behind it the particle; `Le Foll` and `du Luart` are surnames. A
// name of one word, and one with a comma, is a family name alone.
struct PersonName {
  std::string given;
  std::string particle;
  std::string family;

  bool operator==(const PersonName&) const = default;
};
PersonName split_name(std::string_view name);

// What a type of document is in each format. RIS has no speech: its nearest type is the one that
// Zotero reads as a presentation, which is CSL's `speech`.
// RIS: https://github.com/zotero/translators, RIS.js; CSL 1.0.2: appendix III, Types.
struct CitedType {
  std::string_view type;  // of Document; empty: any other
  std::string_view ris;
  std::string_view ris_site;  // the tag of the site, which each type has elsewhere; empty: none
  std::string_view csl;
};

// Every text is one line.
struct Citation {
  std::string key;  // `arnaud-montebourg-2012-ynhqpha3o7exxvk4`: letters of ASCII, digits, `-`
  std::string id;   // of the document
  const CitedType* type = nullptr;
  std::string genre;  // the document's type as it is
  std::string title;
  std::vector<PersonName> authors;  // ministers who speak or sign
  std::string offices;              // `Arnaud Montebourg, ministre du Redressement productif`
  std::string site;
  base::Date date;              // of publication, may be partial or absent
  base::Date accessed;          // when it entered the archive
  std::string address;          // the original one; when that is not on the web, archive_address
  std::string archive_address;  // the document's page
  std::vector<std::string> keywords;  // the themes, without what parts a list: `,`, `;`, `*`
};

// `base_url`: as Request has it.
Citation cite(const base::Document& document, std::string_view base_url);

}  // namespace pressoir::api
