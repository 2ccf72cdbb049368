#include "indexer/extract/html/html_tree.hpp"

#include "tests/unit/extract/page_of.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::html {
namespace {

NodeId find(const HtmlTree& tree, Tag tag) {
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == tag) return i;
  }
  return 0;
}

TEST(HtmlTree, ListsNodesInTheOrderOfTheText) {
  const HtmlTree tree = tree_of("<div><p>un</p><p>deux</p></div><p>trois</p>");

  const NodeId div = find(tree, Tag::kDiv);

  EXPECT_EQ(tree.text_of(div), "un deux");
  EXPECT_EQ(tree.text_of(0), "un deux trois");
  EXPECT_EQ(tree[tree[div].end].tag, Tag::kParagraph);
}

TEST(HtmlTree, ReadsCharacterReferences) {
  EXPECT_EQ(tree_of("<p>&Eacute;lys&eacute;e &amp; l&#146;&Eacute;tat&nbsp;: R&D</p>").text_of(0),
            "Élysée & l’État : R&D");
}

TEST(HtmlTree, ReadsTextsThatATableDoesNotHold) {
  EXPECT_EQ(
      tree_of("<table>Un texte devant<tr><td>Une cellule assez longue</table><p>Un texte derrière")
          .text_of(0),
      "Un texte devant Une cellule assez longue Un texte derrière");
}

TEST(HtmlTree, KeepsThePlaceholderCharacterThatAPageWrites) {
  EXPECT_EQ(
      tree_of("<p>Un premier texte</p><p>&#x10FFFD; un autre \U0010FFFD texte</p>").text_of(0),
      "Un premier texte \U0010FFFD un autre \U0010FFFD texte");
}

// The nodes of a tree, each with its attributes and text.
std::string listed(const HtmlTree& tree, NodeId end) {
  std::string out;
  for (NodeId i = 0; i < end; ++i) {
    (out += name_of(tree[i].tag)) += tree[i].is_in_link ? "*" : "";
    for (const char* name : {"id", "class", "href", "hidden"}) {
      if (!tree.has_attribute(i, name)) continue;
      out.append(" ").append(name).append("=").append(tree.attribute(i, name));
    }
    out.append(" {").append(tree[i].text).append("}\n");
  }
  return out;
}

TEST(HtmlTree, IsTheSameWithAndWithoutPlaceholders) {
  for (const std::string html : {
           "<p id='a' class=b>Un texte assez long&nbsp;: et sa suite, &eacute;gale</p>",
           "<table class=a>Un texte devant<tr class=b>et sa suite<td id=c>Une cellule de texte",
           "<div id =a class=\"b\"id=c hidden>Un premier texte<b class=x>gras</b> et la suite",
           "<a href=/x/ class='a&amp;b'>Un lien de texte<div/id=a>dans un bloc</a>derrière</div>",
           "<form id=a>Un formulaire<form id=b>dans un autre</form>et la suite",
           "  \n Du texte avant <html class=a><body class=b>le corps de la page<body class=c id=d>",
       }) {
    // The character of the placeholders makes the parser do without them.
    const HtmlTree with = tree_of(html);
    const HtmlTree without = tree_of(html + "<hr>&#x10FFFD;");

    EXPECT_EQ(listed(with, with.size()), listed(without, with.size())) << html;
  }
}

TEST(HtmlTree, KnowsTextInLinks) {
  const HtmlTree tree = tree_of("<p><a href=x>lien</a> texte</p>");

  const NodeId link = find(tree, Tag::kAnchor);

  EXPECT_TRUE(tree[link + 1].is_in_link);
  EXPECT_FALSE(tree[link + 2].is_in_link);
}

TEST(HtmlTree, EndsALinkThatIsClosedInsideATitle) {
  const HtmlTree tree = tree_of("<a href=x><h3>titre</a></h3><p>texte</p>");

  EXPECT_FALSE(tree[tree.size() - 1].is_in_link);
}

TEST(HtmlTree, FindsAttributes) {
  const HtmlTree tree = tree_of("<div ID=Corps hidden class='a b'>x</div>");

  const NodeId div = find(tree, Tag::kDiv);

  EXPECT_EQ(tree.attribute(div, "id"), "Corps");
  EXPECT_EQ(tree.attribute(div, "class"), "a b");
  EXPECT_TRUE(tree.has_attribute(div, "hidden"));
  EXPECT_EQ(tree.attribute(div, "style"), "");
}

TEST(HtmlTree, FindsAttributesHoweverTheyAreWritten) {
  const HtmlTree tree =
      tree_of("<p id=\"a\" class='b' id=\"c\"><p id=\"d&amp;e\" class=f><P ID=g>");

  EXPECT_EQ(tree.attribute(find(tree, Tag::kParagraph), "id"), "a");
  EXPECT_EQ(tree.attribute(find(tree, Tag::kParagraph), "class"), "b");
  EXPECT_EQ(tree.attribute(tree.size() - 2, "id"), "d&e");
  EXPECT_EQ(tree.attribute(tree.size() - 1, "id"), "g");
}

TEST(HtmlTree, ReadsMarkUpInTitlesAsText) {
  const HtmlTree tree = tree_of("<title>a <b>b</b></title>x");

  EXPECT_EQ(tree.text_of(find(tree, Tag::kTitle)), "a <b>b</b>");
}

}  // namespace
}  // namespace pressoir::extract::html
