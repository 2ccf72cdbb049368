// What the mark-up of one page says, as plain data: written by content::read_page, read by whatever
// decides title, date, ministers, themes and type. Nothing below knows of tags or trees any more.
//
// It is part of a Draft, which is packed into a temporary file until the whole harvest is read:
// members are plain values for that. Any number of threads may read it.
#pragma once

#include "indexer/base/document.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pressoir::extract::facts {

// What makes an element or a line a date of the page.
enum class DateMarkKind : std::uint8_t {
  kPublished,  // a vocabulary: itemprop=datePublished, class=published, `pubdate`
  kTime,       // <time> of the content, or next to the main heading
  kDated,      // an element of the content with a class such as `date`
  kHeadline,   // its place next to the main heading
  kLine,       // a line of the chrome, with its label: `Mise en ligne : 23 mai 2019`
};

struct DateMark {
  std::string value;  // an attribute for programs, else the text; has a date
  DateMarkKind kind = DateMarkKind::kTime;
  bool is_near = false;  // next to the main heading

  bool operator==(const DateMark&) const = default;
};

// Read once from the parsed tree. Title, date, ministers, themes and type are decided from this
// alone. Strings are UTF-8, NFC, with runs of white space made one space.
struct PageFacts {
  std::string url;            // address of the page: canonical, else the one it was found at
  std::string canonical;      // of <link rel="canonical">, as written
  std::string base_href;      // of <base>, as written: what the page's addresses are relative to
  std::string title_element;  // <title>
  std::string heading;        // the main heading (h1, or what looks like it); may be empty
  std::vector<std::pair<std::string, std::string>> metas;  // name or property (lower case), content
  std::vector<std::string> json_ld;  // contents of <script type="application/ld+json">
  // Dates by mark-up or place (content/date_marks.hpp), those of a kind by their distance from the
  // main heading.
  std::vector<DateMark> date_marks;
  std::vector<std::string> breadcrumb;  // labels in order, the home page and the title left out
  std::vector<std::string> sections;    // rubric lines above the text
  std::vector<std::string> kickers;     // short lines above the heading: `Communiqué`
  std::vector<std::string> themes;      // named as such: `Thématique : …`, <a rel="tag">
  // Short lines about the page (`Publié le 14 mars 2019`), in reading order, kept or not in the
  // text.
  std::vector<std::string> notices;
  // Who speaks in a transcript, as the labels of the turns say: `Mme Christiane Taubira, garde des
  // sceaux.`; each once. In the text the labels have no civility.
  std::vector<std::string> turn_labels;
  bool is_list_of_links = false;  // hardly any text: a menu, a map of the site
  std::string text;               // main text without chrome, blocks separated by `\n`
  std::vector<base::Block> blocks;

  bool operator==(const PageFacts&) const = default;
};

// What the JSON-LD of a page says of the article, its kind and its place in the site. Its date is
// read by dates::json_ld_clue, with rules of its own about whose date it is.
struct JsonLd {
  std::vector<std::string> types;       // `NewsArticle`, in the order of the page
  std::string headline;                 // of the first article
  std::string section;                  // its first articleSection
  std::vector<std::string> authors;     // names of all people who wrote it, each once
  std::string site_name;                // of WebSite
  std::vector<std::string> breadcrumb;  // names of the first BreadcrumbList, by position
};

// Reads the contents of <script type="application/ld+json"> elements, `@graph` included. Never
// fails: a script that is not JSON or has more than 1 MB is left out, as are authors and parts of a
// breadcrumb beyond the 16th. Strings are as plain() gives them. Pure function, any thread.
//
// `{"@type": "NewsArticle", "headline": "Un plan", "author": {"name": "Élisa Duval"}}` gives types,
// headline and authors.
JsonLd read_json_ld(const std::vector<std::string>& scripts);

}  // namespace pressoir::extract::facts
