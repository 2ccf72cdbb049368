#include "server/pages/fill.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// The section of document.tpl that holds blocks of a kind.
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

void fill_group(const BlockGroup& group, TemplateDictionary& main) {
  TemplateDictionary& kind =
      *main.AddSectionDictionary("GROUP")->AddSectionDictionary(section_of(group.kind));
  for (const BlockView& block : group.blocks) {
    TemplateDictionary& dictionary = *kind.AddSectionDictionary("BLOCK");
    if (block.passage != 0) {
      dictionary.AddSectionDictionary("PASSAGE")->SetIntValue("NUMBER",
                                                              static_cast<long>(block.passage));
    }
    fill_fragments(block.text, dictionary);
  }
}

// A row of the description; nothing when there is nothing to say.
void fill_fact(const Link& link, const char* section, TemplateDictionary& main) {
  if (!link.text.empty()) fill_links({link}, "VALUE", *main.AddSectionDictionary(section));
}

}  // namespace

void fill_document(const DocumentPageView& view, TemplateDictionary& main) {
  main.SetValue("BACK_TEXT", view.back.text);
  main.SetValue("BACK_HREF", view.back.href);
  fill_fragments(view.title, *main.AddSectionDictionary("TITLE"));
  main.SetValue("BYLINE", view.byline);
  main.SetValue("MACHINE_DATE", view.machine_date);
  fill_fact(view.date, view.machine_date.empty() ? "UNDATED" : "DATED", main);
  main.SetValueAndShowSection("DATE_PROVENANCE", view.date_provenance, "HAS_DATE_PROVENANCE");
  if (!view.ministers.empty()) {
    fill_ministers(view.ministers, *main.AddSectionDictionary("MINISTERS"));
  }
  if (!view.themes.empty()) fill_themes(view.themes, *main.AddSectionDictionary("THEMES"));
  fill_fact(view.type, "TYPE", main);
  fill_fact(view.source, "SOURCE", main);
  fill_fact(view.government, "GOVERNMENT", main);
  fill_fact(view.address, "ADDRESS", main);
  main.SetValueAndShowSection("FIRST_INDEXED", view.first_indexed, "HAS_FIRST_INDEXED");
  if (!view.passages.empty()) {
    TemplateDictionary& passages = *main.AddSectionDictionary("HAS_PASSAGES");
    passages.SetValue("PASSAGES", view.passages);
    fill_links(view.passage_links, "GO", passages);
  }
  for (const BlockGroup& group : view.groups) fill_group(group, main);
  main.SetValue("CITATION", view.citation);
  fill_links(view.citation_files, "CITATION_FILE", main);
  main.SetValue("API_HREF", view.api_href);
}

}  // namespace pressoir::pages
