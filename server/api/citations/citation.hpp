// Citations: a document as reference managers import it. `cite` collects what the formats share,
// then each format writes it: RIS, BibTeX, CSL-JSON. All are UTF-8, and no text of a document can
// end a field or begin another. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"

namespace pressoir::api::citations {

// The parts of a French name as catalogues sort them: `Villepin, Dominique de`. The first word is
// the given name, a following `de` or `d’` the particle; `Le Foll` and `du Luart` are family names.
// A name of one word, or with a comma (an institution), is a family name alone.
struct PersonName {
  std::string given;
  std::string particle;
  std::string family;

  bool operator==(const PersonName&) const = default;
};
PersonName split_name(std::string_view name);

// A type of document in each format. RIS has no speech: its nearest type is the one that Zotero
// imports as a presentation, which is `speech` in CSL.
// RIS: https://github.com/zotero/translators, RIS.js; CSL 1.0.2: appendix III, Types.
struct CitedType {
  std::string_view type;  // of Document; empty: any other
  std::string_view ris;
  std::string_view ris_site;  // the tag for the site, which depends on the type; empty: none
  std::string_view csl;
};

// A citation in no format yet. Every text is one line.
struct Citation {
  std::string key;  // `arnaud-montebourg-2012-ynhqpha3o7exxvk4`: letters of ASCII, digits, `-`
  std::string id;   // of the document
  const CitedType* type = nullptr;
  std::string genre;  // the document's type as written
  std::string title;
  std::vector<PersonName> authors;  // ministers who speak or sign
  std::string offices;              // `Arnaud Montebourg, ministre du Redressement productif`
  std::string site;
  base::Date date;              // of publication, may be partial or absent
  base::Date accessed;          // when it entered the archive
  std::string address;          // the original one; when that is not on the web, archive_address
  std::string archive_address;  // the document's page
  std::vector<std::string> keywords;  // the themes, without what separates lists: `,`, `;`, `*`
};

// `base_url`: the address of `/` for clients, without the last slash.
Citation cite(const base::Document& document, std::string_view base_url);

// RIS (Research Information Systems, 2011): a tag a line, dates as `2012/12/05/` with unknown parts
// left empty.
std::string to_ris(const Citation& citation);

// BibTeX, always `@misc`; `date`, `urldate` and `langid` are biblatex's. What TeX or BibTeX would
// read as a command is escaped; accents stay.
std::string to_bibtex(const Citation& citation);

// CSL-JSON (Citation Style Language 1.0.2): a list of this one item, as its schema demands.
std::string to_csl_json(const Citation& citation);

}  // namespace pressoir::api::citations
