// The text of a page as blocks in reading order: read from the tree, freed of lines of the
// interface (block_filter.cpp) and, in transcripts, told by speaker (transcript.cpp). Pure
// functions, any thread. content::read_page calls them in the order in which they are here.
//
// A block is what a reader sees as one: a heading, a paragraph, an item, a cell. A document's text
// is the blocks joined by line ends, so that block boundaries are known to whoever makes snippets.
// While a page is read its blocks are PageBlocks, which still know their place in the tree;
// base::Block is what is stored, a kind and two offsets.
#pragma once

#include "indexer/base/document.hpp"
#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::content {

// One block while the page is read.
struct PageBlock {
  base::BlockKind kind = base::BlockKind::kParagraph;
  std::string text;              // as plain() gives it, NFC, not empty
  html::NodeId node = 0;         // where it begins
  html::NodeId container = 0;    // the element that the block is the text of
  std::uint32_t link_bytes = 0;  // of the text, in links
  bool ends_in_link = false;
  bool is_before_chrome = false;     // chrome stands between this block and the next
  Region region = Region::kContent;  // another one when the block is left out of the text
};

// Moves the blocks for which `regions`, one a block, says so from `blocks` to the end of
// `left_out`. Blocks of chrome are noted in the block before (is_before_chrome).
void leave_out(const std::vector<Region>& regions, std::vector<PageBlock>& blocks,
               std::vector<PageBlock>& left_out);

// The same for blocks of a text, which is put together again without those left out.
void leave_out(const std::vector<Region>& regions, std::string& text,
               std::vector<base::Block>& blocks);

// The blocks of the content. Blocks begin and end where elements of blocks do, at two line breaks
// in a row and at rules; a lone line break is a space.
std::vector<PageBlock> read_blocks(const html::HtmlTree& tree, const std::vector<Region>& regions);

// Joins blocks into one text, `\n` between them, with their places in `blocks`.
std::string join_blocks(const std::vector<PageBlock>& page_blocks,
                        std::vector<base::Block>& blocks);

// The blocks of a text whose lines are paragraphs: the text without empty lines.
std::string split_lines(std::string_view text, std::vector<base::Block>& blocks);

// Lines of the interface, dates of publication and headings that are left without their section are
// no text to be found, but no element or class tells them apart: they are in the middle of the
// content and known by their wording alone. The wordings are therefore whole lines or beginnings of
// lines, never words within a line, and only short lines are looked at. `text` is as html::plain
// gives it.

// `Haut de page`, `Imprimer`, `© Ministère … 2014`: true whatever the page. A line without letters
// or digits (`* * *`) is one too.
bool is_interface_line(std::string_view text);

// `Publié le 5 décembre 2012`, `Mis à jour le …` and nothing more.
bool is_publication_line(std::string_view text);

// A short line with a date or a year that is no sentence. Notices are kept as facts whether they
// stay in the text or not: the date of publication is read from them.
bool is_notice(std::string_view text);

// Moves interface and publication lines, headings directly before chrome that was dropped, and
// captions that repeat a block to `left_out`.
void drop_interface_blocks(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out);

// Moves paragraphs that lead elsewhere to `left_out`: lines whose text is mostly a link and no
// sentence, such as `À lire aussi : …` in any language. For pages that are no lists of links.
void drop_link_lines(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out);

// Moves short lines that are no sentences and stand by three at most between chrome and chrome, or
// between chrome and the end, to `left_out`: they are labels of what was around them. The context
// decides, as in jusText (J. Pomikálek, "Removing Boilerplate and Duplicate Content from Web
// Corpora", 2011), where a short block is what its neighbours are.
void drop_labels(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out);

// Transcripts of debates and interviews: who speaks, and what the hall did meanwhile.

// True for what the hall does (`Applaudissements sur les bancs …`, `Sourires`), written between two
// parentheses, of which `inside` is the content. False for acts of the sitting (`L’amendement n°
// 3 est adopté.`, `Il est procédé au scrutin.`) and for what speakers say in parentheses
// (`nouveau`, `le 5 décembre 2012`).
bool is_reaction(std::string_view inside);

// Takes the reactions out of `text`, with the space before each, in linear time; returns them with
// their parentheses. The text is empty when nothing but marks was left.
std::vector<std::string> take_reactions(std::string& text);

// The bytes of the label that begins a turn: `M. le président.`, `Mme Christiane Taubira, garde des
// sceaux.`, `FLEUR PELLERIN :`, `CÉDRIC O`, `Q -`; 0 when the paragraph begins none. A letter
// (`M. Dupont. Il est né …`) may have one too, a sentence about somebody (`M. Dupont, préfet, est
// nommé …`) has none.
std::size_t turn_label_bytes(std::string_view paragraph);

// On a page that has three turns at least, makes their paragraphs turns and keeps what was said:
// reactions of the hall (is_reaction) leave every paragraph for `left_out`, civilities leave
// the labels before a speech. Returns the labels with their civilities, each once, in the order of
// the first turn of each; none on other pages. At most 4096 labels.
std::vector<std::string> read_turns(std::vector<PageBlock>& blocks,
                                    std::vector<PageBlock>& left_out);

}  // namespace pressoir::extract::content
