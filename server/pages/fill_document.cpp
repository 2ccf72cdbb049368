#include "server/pages/fill.hpp"
#include "server/pages/sentences.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// The section of document.tpl for blocks of a kind. A turn of a transcript is a paragraph: its text
// begins with the speaker.
const char* section_of(base::BlockKind kind) {
  switch (kind) {
    case base::BlockKind::kParagraph:
    case base::BlockKind::kTurn:
      return "PARAGRAPHS";
    case base::BlockKind::kHeading:
      return "HEADINGS";
    case base::BlockKind::kListItem:
      return "LIST";
    case base::BlockKind::kTableCell:
      return "CELLS";
    case base::BlockKind::kCaption:
      return "CAPTIONS";
    case base::BlockKind::kQuote:
      return "QUOTES";
  }
  return "PARAGRAPHS";
}

// The first and the last match have one neighbour only.
void fill_step(const char* section, const std::string& href, TemplateDictionary& dictionary) {
  if (!href.empty()) dictionary.SetValueAndShowSection("HREF", href, section);
}

// A paragraph's words, and the way from a passage to its neighbours: passage.tpl.
void fill_words(const BlockView& block, TemplateDictionary& dictionary) {
  TemplateDictionary& words = *dictionary.AddIncludeDictionary("WORDS");
  words.SetFilename("passage.tpl");
  fill_fragments(block.text, words);
  if (block.next_href.empty() && block.previous_href.empty()) return;
  TemplateDictionary& steps = *words.AddSectionDictionary("STEPS");
  fill_step("NEXT", block.next_href, steps);
  fill_step("PREVIOUS", block.previous_href, steps);
}

// A group is one list, table or run of paragraphs, so its section contains its blocks. Blocks with
// a match have an anchor.
void fill_group(const BlockGroup& group, TemplateDictionary& main) {
  TemplateDictionary& kind =
      *main.AddSectionDictionary("GROUP")->AddSectionDictionary(section_of(group.kind));
  for (const BlockView& block : group.blocks) {
    TemplateDictionary& dictionary = *kind.AddSectionDictionary("BLOCK");
    if (block.passage != 0) {
      dictionary.AddSectionDictionary("PASSAGE")->SetIntValue("NUMBER",
                                                              static_cast<long>(block.passage));
    }
    fill_words(block, dictionary);
  }
}

// Each role is a row of the description, with its own heading.
void fill_roles(const std::vector<MinisterGroup>& groups, TemplateDictionary& main) {
  for (const MinisterGroup& group : groups) {
    TemplateDictionary& row = *main.AddSectionDictionary("MINISTERS");
    row.SetValue("ROLE", group.title);
    fill_ministers(group.ministers, row);
    if (group.others.empty()) continue;
    TemplateDictionary& others = *row.AddSectionDictionary("OTHERS");
    others.SetValue("COUNT", pages::others(group.others.size()));
    fill_ministers(group.others, others);
  }
}

// The matches, the blocks, and the parts of a long text.
void fill_text(const TextView& text, TemplateDictionary& main) {
  if (!text.passages.empty()) {
    TemplateDictionary& passages = *main.AddSectionDictionary("HAS_PASSAGES");
    passages.SetValue("PASSAGES", text.passages);
    passages.SetIntValue("COUNT", static_cast<long>(text.passage_count));
    fill_links(text.passage_links, "GO", passages);
  }
  for (const BlockGroup& group : text.groups) fill_group(group, main);
  if (text.parts.empty()) return;
  TemplateDictionary& parts = *main.AddSectionDictionary("PARTS");
  fill_links(text.parts, "PART", parts);
  if (!text.next_part_href.empty()) {
    parts.SetValueAndShowSection("NEXT_HREF", text.next_part_href, "NEXT");
  }
}

// Shorter than a result: title, date, people, and what the texts have in common.
void fill_similar(const std::vector<SimilarView>& texts, TemplateDictionary& main) {
  if (texts.empty()) return;
  TemplateDictionary& list = *main.AddSectionDictionary("SIMILAR");
  for (const SimilarView& similar : texts) {
    TemplateDictionary& text = *list.AddSectionDictionary("NEAR");
    text.SetValue("HREF", similar.text.href);
    fill_fragments(similar.text.title, text);
    fill_date_and_people(similar.text, text);
    text.SetValue("SHARED", similar.shared);
  }
}

// A row of the description; nothing for an empty value.
void fill_fact(const links::Link& link, const char* section, TemplateDictionary& main) {
  if (!link.text.empty()) fill_links({link}, "VALUE", *main.AddSectionDictionary(section));
}

}  // namespace

void fill_document(const DocumentPageView& view, TemplateDictionary& main) {
  main.SetValue("BACK_TEXT", view.back.text);
  main.SetValue("BACK_HREF", view.back.href);
  fill_fragments(view.title, *main.AddSectionDictionary("TITLE"));
  if (view.is_title_long) main.ShowSection("LONG");
  main.SetValue("BYLINE", view.byline);
  main.SetValue("MACHINE_DATE", view.machine_date);
  fill_fact(view.date, view.machine_date.empty() ? "UNDATED" : "DATED", main);
  main.SetValueAndShowSection("DATE_PROVENANCE", view.date_provenance, "HAS_DATE_PROVENANCE");
  fill_roles(view.ministers, main);
  if (!view.themes.empty()) fill_themes(view.themes, *main.AddSectionDictionary("THEMES"));
  fill_fact(view.type, "TYPE", main);
  fill_fact(view.source, "SOURCE", main);
  fill_fact(view.government, "GOVERNMENT", main);
  fill_fact(view.address, "ADDRESS", main);
  main.SetValueAndShowSection("FIRST_INDEXED", view.first_indexed, "HAS_FIRST_INDEXED");
  fill_text(view.text, main);
  fill_similar(view.similar, main);
  main.SetValue("CITATION", view.citation);
  fill_links(view.citation_files, "CITATION_FILE", main);
  main.SetValue("API_HREF", view.api_href);
}

}  // namespace pressoir::pages
