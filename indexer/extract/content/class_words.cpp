#include "indexer/extract/content/class_words.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/utf8.hpp"

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;

// Frameworks write long lists; what an element is for stands at their beginning. Bounds the work
// for a hostile page.
constexpr std::size_t kMaxClassBytes = 512;

// Each between spaces, as class_words() gives them; several words follow each other.
// Most are from the templates of SPIP, Drupal, TYPO3, WordPress and the State's design system
// (`fr-…`), in French and English.
constexpr auto kNavigation = std::to_array<std::string_view>({
    " nav ",
    " navbar ",
    " navigation ",
    " subnav ",
    " topnav ",
    " menu ",
    " menus ",
    " submenu ",
    " sidemenu ",
    " megamenu ",
    " sidebar ",
    " skiplinks ",
    " skip ",
    " evitement ",
    " acces ",
    " footer ",
    " pied ",
    " piedpage ",
    " pied de page ",
    " bas de page ",
    " baspage ",
    " copyright ",
    " breadcrumb ",
    " breadcrumbs ",
    " ariane ",
    " filariane ",
    " chemin ",
    " cookie ",
    " cookies ",
    " consent ",
    " tarteaucitron ",
    " rgpd ",
    " partage ",
    " partager ",
    " share ",
    " sharing ",
    " social ",
    " sociaux ",
    " addthis ",
    " addtoany ",
    " newsletter ",
    " infolettre ",
    " abonnement ",
    " follow ",
    " pagination ",
    " nextpost ",
    " next post ",
    " post next ",
    " prev post ",
    " previous post ",
    " pager ",
    " related ",
    " recommended ",
    " recommendations ",
    " outbrain ",
    " taboola ",
    " sociable ",
    " paywall ",
    " comments ",
    " commentaires ",
    " associes ",
    " associe ",
    " connexes ",
    " similaires ",
    " voir aussi ",
    " lire aussi ",
    " a lire ",
    " sur le meme sujet ",
    " haut de page ",
    " retour haut ",
    " back to top ",
    " imprimer ",
    " impression ",
    " imprimable ",
    " outils ",
    " tools ",
    " toolbar ",
    " toolbox ",
    " search ",
    " recherche ",
    " rechercher ",
    " login ",
    " connexion ",
    " langues ",
    " langue ",
    " lang ",
    " bandeau ",
    " masthead ",
    " lateral ",
    " laterale ",
    " topbar ",
    " mentions ",
    " publicite ",
    " pub ",
    " modal ",
    " colonne droite ",
    " colonne gauche ",
    " col droite ",
    " col gauche ",
    " right column ",
    " left column ",
    " rightcol ",
    " leftcol ",
    " popup ",
    " tag ",
    " tags ",
    " etiquettes ",
    " motscles ",
    " mots cles ",
    " agenda ",
    " crumb ",
    " crumbs ",
    " sitemap ",
    " widget ",
    " colophon ",
    " banner ",
    " toc ",
});

// What readers wrote under a text, and the form to do so: beginnings of the names that WordPress,
// Drupal and SPIP give it, and of services.
constexpr auto kComments = std::to_array<std::string_view>({
    "comment",
    "nocomments",
    "respond",
    "disqus",
    "akismet",
    "forum-repondre",
});

// Windows over the page: no layout is called so, however much text they have.
constexpr auto kWindows = std::to_array<std::string_view>({
    " cookie ",
    " cookies ",
    " consent ",
    " tarteaucitron ",
    " modal ",
});

// The text of an article: the classes of the microformats hAtom and h-entry, and what templates
// that know neither call it.
constexpr auto kBody = std::to_array<std::string_view>({
    " entry content ",
    " e content ",
    " article body ",
    " article content ",
    " article text ",
    " post body ",
    " post content ",
    " story body ",
    " story content ",
});

// Who wrote an article and when, and boxes about its author: words of microformats (`vcard`,
// `byline`) and of templates.
constexpr auto kByline = std::to_array<std::string_view>({
    " author ",
    " authors ",
    " authorbox ",
    " auteur ",
    " byline ",
    " vcard ",
    " entry meta ",
    " post meta ",
    " article meta ",
    " postmetadata ",
    " entry footer ",
    " post footer ",
});

// `with-sidebar`, `no-menu` tell of the page, not of the element.
constexpr auto kAboutPage =
    std::to_array<std::string_view>({" with ", " has ", " no ", " sans ", " avec ", " without "});

// Also in kNavigation, except those (`fil`) that name other things on some sites: a breadcrumb is
// looked for among few, short elements.
constexpr auto kBreadcrumb = std::to_array<std::string_view>({
    " breadcrumb ",
    " breadcrumbs ",
    " ariane ",
    " filariane ",
    " fildariane ",
    " fil ",
    " chemin ",
    " crumbs ",
    " crumb ",
    " vous etes ici ",
    " rootline ",
});

// For screen readers or for print only; believed of short texts alone (kHiddenProse in
// regions.cpp).
constexpr auto kHidden = std::to_array<std::string_view>({
    " sr only ",
    " visually hidden ",
    " visuallyhidden ",
    " element invisible ",
    " invisible ",
    " hors ecran ",
    " screen reader ",
    " accessibility ",
    " hidden ",
    " hide ",
    " d none ",
    " noprint ",
    " no print ",
});

// Lines above a title that name its section.
constexpr auto kRubric = std::to_array<std::string_view>({
    " rubrique ",
    " surtitre ",
    " kicker ",
    " overline ",
    " thematique ",
    " thematiques ",
    " theme ",
    " themes ",
    " categorie ",
    " category ",
    " section name ",
    " nature ",
});

// Of pictures: captions and credits. They stay in the text, as captions.
constexpr auto kCaption = std::to_array<std::string_view>({
    " legende ",
    " caption ",
    " credit ",
    " credits ",
    " legend ",
});

// Headings of pages that have <div> or <p> for everything.
constexpr auto kTitle = std::to_array<std::string_view>({
    " titre ",
    " title ",
    " intertitre ",
    " sous titre ",
    " soustitre ",
    " heading ",
    " titrepage ",
});

constexpr bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}

// Bytes of other letters separate words: class names of the sites have none.
constexpr bool is_word_character(char c) noexcept {
  return base::is_ascii_letter(c) || base::is_digit(c);
}

// A capital after a small letter begins a word (`menuPrincipal`).
void append_words(std::string& words, std::string_view text) {
  bool was_lower = false;
  for (const char c : text.substr(0, kMaxClassBytes)) {
    if ((!is_word_character(c) || (is_upper(c) && was_lower)) && !words.ends_with(' ')) {
      words += ' ';
    }
    if (is_word_character(c)) words += base::lower_ascii(c);
    was_lower = c >= 'a' && c <= 'z';
  }
  if (!words.ends_with(' ')) words += ' ';
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kMaxClassBytes)) {
    if (c != ' ') out += base::lower_ascii(c);
  }
  return out;
}

}  // namespace

std::string class_words(const HtmlTree& tree, NodeId node) {
  std::string words = " ";
  append_words(words, tree.attribute(node, "class"));
  append_words(words, tree.attribute(node, "id"));
  return words;
}

std::string_view navigation_word(std::string_view class_words) noexcept {
  const auto* found = std::ranges::find_if(kNavigation, [class_words](std::string_view word) {
    return class_words.find(word) != std::string_view::npos;
  });
  const bool is_named =
      found != kNavigation.end() && !base::contains_one_of(class_words, kAboutPage);
  return is_named ? *found : std::string_view();
}

bool names_window(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kWindows) &&
         !base::contains_one_of(class_words, kAboutPage);
}

bool names_entry(std::string_view class_words) noexcept {
  return class_words.find(" hentry ") != std::string_view::npos ||
         class_words.find(" h entry ") != std::string_view::npos;
}

bool names_body(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kBody);
}

bool names_byline(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kByline);
}

bool names_breadcrumb(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kBreadcrumb);
}

// `hidden-xs`, `d-none d-md-block` hide on some screens only.
bool names_hidden(std::string_view class_words) noexcept {
  static constexpr auto kScreens = std::to_array<std::string_view>(
      {" xs ", " sm ", " md ", " lg ", " xl ", " mobile ", " phone ", " tablet ", " desktop "});
  if (base::contains_one_of(class_words, kScreens)) return false;
  return base::contains_one_of(class_words, kHidden);
}

bool names_rubric(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kRubric);
}

bool names_caption(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kCaption);
}

bool names_title(std::string_view class_words) noexcept {
  return base::contains_one_of(class_words, kTitle);
}

bool names_comments(const HtmlTree& tree, NodeId node) {
  for (const std::string_view attribute : {"class", "id"}) {
    std::string names(tree.attribute(node, attribute).substr(0, kMaxClassBytes));
    std::ranges::transform(names, names.begin(), base::lower_ascii);
    for (std::string_view rest = names; !rest.empty();) {
      if (base::starts_with_one_of(base::take_until(rest, " "), kComments)) return true;
    }
  }
  return false;
}

std::string role_of(const HtmlTree& tree, NodeId node) {
  const std::string_view role = tree.attribute(node, "role");
  return without_spaces(role.substr(0, role.find(' ')));
}

// What style sheets hide is known by class words (names_hidden) or not at all.
bool is_not_shown(const HtmlTree& tree, NodeId node) {
  if (tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true") {
    return true;
  }
  const std::string style = without_spaces(tree.attribute(node, "style"));
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace pressoir::extract::content
