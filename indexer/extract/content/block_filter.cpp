#include "indexer/extract/content/blocks.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/plain_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace pressoir::extract::content {
namespace {

using base::BlockKind;

// Limits in bytes. A longer line is a sentence that happens to begin like one of these.
constexpr std::size_t kMaxInterfaceBytes = 90;
constexpr std::size_t kMaxPublicationBytes = 120;
constexpr std::size_t kMaxNoticeBytes = 110;
constexpr std::size_t kMaxLinkLineBytes = 200;
// Part of a line (percent) that is a link if the line leads elsewhere; the rest names the link.
constexpr std::size_t kLinkPercent = 60;
// Bytes of a label; labels in a row.
constexpr std::size_t kMaxLabelBytes = 80;
constexpr std::size_t kMaxLabels = 3;
// Bytes of a sentence of the text itself: nothing before the first is a label, as titles have
// subtitles.
constexpr std::size_t kTextBytes = 120;
constexpr std::size_t kMaxCreditBytes = 80;

// Whole lines, as folded_words() gives them.
constexpr auto kInterfaceLines = std::to_array<std::string_view>({
    "haut de page",
    "retour en haut de page",
    "retour haut de page",
    "retour en haut",
    "imprimer",
    "imprimer la page",
    "imprimer cette page",
    "imprimer cet article",
    "version imprimable",
    "envoyer a un ami",
    "envoyer par mail",
    "envoyer par courriel",
    "envoyer cette page",
    "partager",
    "partager la page",
    "partager cet article",
    "partager sur facebook",
    "partager sur twitter",
    "copier le lien",
    "lire la suite",
    "en savoir plus",
    "suite",
    "retour",
    "retour a l accueil",
    "retour a la liste",
    "page precedente",
    "page suivante",
    "precedent",
    "suivant",
    "fermer",
    "ouvrir",
    "aller au contenu",
    "aller au menu",
    "suivez nous sur les medias sociaux",
    "suivez nous sur les reseaux sociaux",
    "suivez nous",
    "medias sociaux",
    "reseaux sociaux",
    "plan du site",
    "mentions legales",
    "contact",
    "contacts",
    "sommaire",
    "menu",
    "recherche",
    "rechercher",
    "accueil",
    "flux rss",
    "rss",
    "tout accepter",
    "tout refuser",
    "gestion des cookies",
    "ecouter",
    "agrandir",
    "telecharger",
    "a a",
    "a",
    "articles associes",
    "article associe",
    "documents lies",
    "voir aussi",
    "a lire aussi",
    "lire aussi",
    "publicite",
    "top",
    "credits",
    "accessibilite",
    "advertisement",
});

// Beginnings of lines that are of the interface whatever follows, within the same limit.
constexpr auto kInterfacePrefixes = std::to_array<std::string_view>({
    "copyright ",
    "tous droits reserves",
    "vous etes ici",
    "retour vers ",
    "partager sur ",
    "suivez nous ",
    "activez javascript",
    "veuillez activer javascript",
    "derniere mise a jour ",
});

// A line of these words and a date tells of the publication, if one of the first five is there.
constexpr std::size_t kTellingWords = 5;
constexpr auto kPublicationWords = std::to_array<std::string_view>({
    "publie",   "publiee",  "publication",  "jour",      "prononce",   "mis",       "mise",
    "temps",    "lecture",  "minute",       "minutes",   "min",        "environ",   "en",
    "ligne",    "le",       "la",           "du",        "a",          "de",        "date",
    "modifie",  "modifiee", "modification", "derniere",  "actualise",  "cree",      "creation",
    "poste",    "par",      "article",      "actualite", "communique", "presse",    "h",
    "et",       "lundi",    "mardi",        "mercredi",  "jeudi",      "vendredi",  "samedi",
    "dimanche", "janv",     "fevr",         "fev",       "avr",        "juil",      "sept",
    "oct",      "nov",      "dec",          "heures",    "janvier",    "fevrier",   "mars",
    "avril",    "mai",      "juin",         "juillet",   "aout",       "septembre", "octobre",
    "novembre", "decembre", "1er",
});

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Four digits from 1944 on, or the two signs of `05/12/12`.
bool holds_date(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view year = text.substr(i, 4);
    const bool is_century = year.starts_with("19") || year.starts_with("20");
    if (is_century && std::ranges::all_of(year, base::is_digit)) return true;
  }
  return std::ranges::count(text, '/') == 2 && has_digit(text);
}

// The name of the month may be there, nothing else.
bool is_only_date(std::string_view words) {
  const auto letters = std::ranges::count_if(words, base::is_ascii_letter);
  return letters <= 12 && words.size() > 4 && holds_date(words);
}

// `Temps de lecture : 8 minutes`
bool is_reading_time(std::string_view words) {
  return words.starts_with("temps de lecture ") && has_digit(words) && words.size() < 40;
}

// A heading followed by nothing, or by another heading where chrome was dropped: its section was
// the chrome.
bool is_orphan(const std::vector<PageBlock>& blocks, std::size_t at) {
  if (blocks[at].kind != BlockKind::kHeading) return false;
  if (at + 1 == blocks.size()) return !blocks[at].text.ends_with('.');
  return blocks[at].is_before_chrome && blocks[at + 1].kind == BlockKind::kHeading;
}

// The end of a sentence, at the end of the text or before a credit (`… la convention. ©
// Ministère`); a full stop after a letter or two ends an abbreviation (`M. Petit à Lyon`).
bool has_sentence_end(std::string_view text) {
  for (std::size_t at = text.find_first_of(".!?", 1); at != std::string_view::npos;
       at = text.find_first_of(".!?", at + 1)) {
    const std::size_t word = text.find_last_of(" .", at - 1) + 1;  // 0 when there is none
    const bool is_last = at + 1 == text.size() || text[at + 1] == ' ';
    if (is_last && (text[at] != '.' || at >= word + 3)) return true;
  }
  return text.ends_with("…") || text.ends_with("»") || text.ends_with("”");
}

// A comma or semicolon ends a line that goes on: `Mesdames et Messieurs,` opens a speech, items of
// a decree are divided so.
bool is_label(const PageBlock& block) {
  const bool may_be = block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading ||
                      block.kind == BlockKind::kListItem;
  return may_be && block.text.size() <= kMaxLabelBytes && !has_sentence_end(block.text) &&
         !block.text.ends_with(',') && !block.text.ends_with(';');
}

// The labels from `begin` on.
std::size_t count_labels(const std::vector<PageBlock>& blocks, std::size_t begin) {
  std::size_t count = 0;
  while (begin + count < blocks.size() && is_label(blocks[begin + count])) {
    if (blocks[begin + count++].is_before_chrome) break;
  }
  return count;
}

// `photo : Archives`, in any place of a short line.
bool has_photo_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string before = html::folded_words(text.substr(0, colon));
  return before.ends_with("photo") || before.ends_with("photos") || before == "credit" ||
         before == "credits";
}

// Takes the credit off `… la convention. Photo : AFP`.
void trim_credit(PageBlock& block) {
  if (block.kind != BlockKind::kCaption) return;
  const std::size_t at = block.text.find_last_of(".!?");
  const bool is_short = at != std::string::npos && block.text.size() - at <= kMaxCreditBytes;
  if (is_short && has_sentence_end(block.text.substr(0, at + 1))) block.text.resize(at + 1);
}

// A caption that is no sentence names a picture, its author or its agency.
bool is_credit(const PageBlock& block) {
  return block.kind == BlockKind::kCaption && !has_sentence_end(block.text);
}

Region region_of(const std::vector<PageBlock>& blocks, std::size_t at) {
  const PageBlock& block = blocks[at];
  // The cells of a table of figures may be dates.
  const bool is_cell = block.kind == BlockKind::kTableCell;
  if (!is_cell && is_publication_line(block.text)) return Region::kPublication;
  if (is_interface_line(block.text)) return Region::kInterface;
  if (is_credit(block)) return Region::kCredit;
  return is_orphan(blocks, at) ? Region::kOrphan : Region::kContent;
}

// In a transcript the name of the speaker is the link, and what he says follows it: the link must
// be at the end.
bool is_link_line(const PageBlock& block) {
  return block.kind == BlockKind::kParagraph && block.text.size() <= kMaxLinkLineBytes &&
         block.link_bytes * std::size_t{100} >= block.text.size() * kLinkPercent &&
         block.ends_in_link && block.text.find_last_of(".!?") + 1 != block.text.size();
}

}  // namespace

void drop_labels(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out) {
  std::vector<Region> regions(blocks.size(), Region::kContent);
  const auto first = std::ranges::find_if(blocks, [](const PageBlock& block) {
    return block.text.size() >= kTextBytes && has_sentence_end(block.text);
  });
  for (auto i = static_cast<std::size_t>(first - blocks.begin()) + 1; i < blocks.size(); ++i) {
    if (!blocks[i - 1].is_before_chrome) continue;
    const std::size_t count = count_labels(blocks, i);
    if (count == 0 || count > kMaxLabels) continue;
    const bool ends = i + count == blocks.size() || blocks[i + count - 1].is_before_chrome;
    if (ends) std::fill_n(regions.begin() + static_cast<std::ptrdiff_t>(i), count, Region::kOrphan);
  }
  leave_out(regions, blocks, left_out);
}

void drop_link_lines(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out) {
  std::vector<Region> regions;
  for (const PageBlock& block : blocks) {
    regions.push_back(is_link_line(block) ? Region::kLinks : Region::kContent);
  }
  leave_out(regions, blocks, left_out);
}

bool is_interface_line(std::string_view text) {
  if (text.starts_with("©")) return true;
  if (text.size() > kMaxInterfaceBytes) return false;
  if (text.find("©") != std::string_view::npos || has_photo_label(text)) return true;
  const std::string words = html::folded_words(text);
  if (words.empty()) return true;
  return is_reading_time(words) || base::is_one_of(words, kInterfaceLines) ||
         base::starts_with_one_of(words, kInterfacePrefixes);
}

// Every word must be known, so that a sentence about a date is never taken for one.
bool is_publication_line(std::string_view text) {
  if (text.size() > kMaxPublicationBytes || !holds_date(text)) return false;
  const std::string words = html::folded_words(text);
  if (is_only_date(words) && text.find(", le ") == std::string_view::npos) return true;
  bool is_telling = false;
  for (std::string_view rest = words; !rest.empty();) {
    const std::string_view word = base::take_until(rest, " ");
    if (word.find_first_not_of("0123456789h") == std::string_view::npos) continue;
    const auto* known = std::ranges::find(kPublicationWords, word);
    if (known == kPublicationWords.end()) return false;
    is_telling = is_telling || known < kPublicationWords.begin() + kTellingWords;
  }
  return is_telling;
}

bool is_notice(std::string_view text) {
  return text.size() <= kMaxNoticeBytes && !text.ends_with('.') && holds_date(text);
}

// A caption that repeats a block is the alternative text of a picture, written twice by the
// template.
void drop_interface_blocks(std::vector<PageBlock>& blocks, std::vector<PageBlock>& left_out) {
  std::vector<Region> regions;
  regions.reserve(blocks.size());
  std::unordered_set<std::string_view> texts;
  std::ranges::for_each(blocks, trim_credit);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Region region = region_of(blocks, i);
    const bool is_new = texts.insert(blocks[i].text).second;
    const bool is_caption = blocks[i].kind == BlockKind::kCaption;
    if (region == Region::kContent && is_caption && !is_new) region = Region::kRepeatedCaption;
    regions.push_back(region);
  }
  leave_out(regions, blocks, left_out);
}

}  // namespace pressoir::extract::content
