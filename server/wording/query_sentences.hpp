// How a query was read, in French, for the person who typed it: `read_as` of the API and the
// sentence above the results of a page. The search core gives data, the words are made here.
//
//   describe(query::outline(parsed));  // "Textes contenant « pêche », publiés en 2012"
//
// Contents share one `contenant`, conditions follow each other, exclusions come last, whatever the
// order in which they were typed.
//
// UTF-8 with ordinary spaces, of bounded length whatever was typed. Pure functions, any thread.
#pragma once

#include <string>

#include "server/query/notes.hpp"
#include "server/query/query_parser.hpp"

namespace pressoir::wording {

// `Textes contenant « pôles » et « compétitivité », publiés de mai 2012 à mars 2014`. Notes follow
// in parentheses. Empty for a query of everything without notes. Of long lists the first items are
// named and the others counted.
std::string describe(const query::QueryOutline& outline);

// A note (a part of the query that was ignored, expanded or read in another way) as a part of a
// sentence, without capital and full stop: `« ab* » est lu sans l’astérisque : il faut un seul mot
// d’au moins trois lettres`.
std::string describe(const query::Note& note);

// All notes, `; ` between them; `et 3 autres remarques` when some were dropped. Empty without any.
std::string describe(const query::Notes& notes);

}  // namespace pressoir::wording
