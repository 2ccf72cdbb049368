#include "indexer/extract/content/regions.hpp"
#include "indexer/extract/content/text_measure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract::content {
namespace {

using html::HtmlTree;
using html::NodeId;
using html::Tag;

const std::string kProse =
    "<p>Le Gouvernement a présenté ce matin les mesures qui seront soumises au Parlement avant la "
    "fin de la session, en soulignant leur portée pour les territoires.</p>";

// The region of the text `wanted`.
Region region_of(const std::string& html, std::string_view wanted,
                 Strictness strictness = Strictness::kDensity) {
  const HtmlTree tree = tree_of(html);
  const std::vector<Region> regions = find_regions(tree, strictness);
  for (NodeId i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == Tag::kText && tree[i].text == wanted) return regions[i];
  }
  ADD_FAILURE() << "the page has no text " << wanted;
  return Region::kContent;
}

TEST(Regions, TellWhySomethingIsNoContent) {
  struct Case {
    const char* part;
    Region region;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"<p>x</p>", Region::kContent},
           {"<div hidden>x</div>", Region::kHidden},
           {"<div style='display: none'>x</div>", Region::kHidden},
           {"<span class=sr-only>x</span>", Region::kHidden},
           {"<nav>x</nav>", Region::kLandmark},
           {"<footer><p>x</p></footer>", Region::kLandmark},
           {"<div role=navigation>x</div>", Region::kRole},
           {"<div class=menuPrincipal>x</div>", Region::kClassWord},
           {"<div class=with-sidebar>x</div>", Region::kContent},
           {"<ul><li><a href=1>x</a><li><a href=2>y</a><li><a href=3>z</a></ul>", Region::kLinks},
           {"<div><h2>Articles associés</h2><p>x</p></div>", Region::kRelated},
       }) {
    EXPECT_EQ(region_of(page_with(one.part + kProse), "x"), one.region) << one.part;
  }
}

TEST(Regions, AreLeftOutByStrictness) {
  const std::string page =
      page_with("<nav>x</nav><ul><li><a href=1>y</a><li><a href=2>z</a><li><a href=3>z</a></ul>");
  EXPECT_EQ(region_of(page, "x", Strictness::kHidden), Region::kContent);
  EXPECT_EQ(region_of(page, "x", Strictness::kLandmarks), Region::kLandmark);
  EXPECT_EQ(region_of(page, "y", Strictness::kLandmarks), Region::kContent);
  EXPECT_EQ(region_of(page, "y", Strictness::kDensity), Region::kLinks);
}

TEST(Regions, AreOutsideMainOnlyWhereMainHasTheProse) {
  EXPECT_EQ(region_of("<!DOCTYPE html><body><p>x</p><main>" + kProse + "</main>", "x"),
            Region::kOutsideMain);
  EXPECT_EQ(region_of("<!DOCTYPE html><body><p>x</p><main><p>Bonjour</p></main>" + kProse, "x"),
            Region::kContent);
}

// A consent window of three paragraphs, a text of two.
TEST(Regions, BelieveMainBeforeLengths) {
  const std::string own = kProse + kProse;
  const std::string window = "<p>x</p>" + own + kProse;
  for (const std::string& page :
       {"<div style='display:none'>" + window + "</div><main>" + own + "</main>",
        "<div hidden>" + window + "</div><div itemprop=articleBody>" + own + "</div>",
        "<div aria-hidden=true>" + window + "</div><article><h1>Avis</h1>" + own + "</article>",
        "<div id=tarteaucitronRoot>" + window + "</div>" + own,
        "<div class=cookie-consent>" + window + "</div>" + own,
        "<div>" + window + "</div><div role=main>" + own + "</div>"}) {
    const std::string html = "<!DOCTYPE html><body>" + page;
    EXPECT_NE(region_of(html, "x"), Region::kContent) << html;
    EXPECT_THAT(facts_of(html).text, testing::StartsWith("Le Gouvernement")) << html;
  }
}

TEST(Regions, KeepTheLeadBeforeMain) {
  const std::string page = "<!DOCTYPE html><body><p>x</p><header><h1>Un plan</h1><p>y</p></header>";
  EXPECT_EQ(region_of(page + "<main>" + kProse + kProse + "</main>", "y"), Region::kContent);
  EXPECT_EQ(region_of(page + "<main>" + kProse + kProse + "</main>", "x"), Region::kOutsideMain);
}

TEST(Regions, LeaveOutWhatReadersWrote) {
  const std::string own = kProse + kProse;
  const std::string thread = "<article><p>x</p>" + own + own + "</article>";
  EXPECT_EQ(region_of(page_with(own + "<div id=comments>" + thread + "</div>"), "x"),
            Region::kComments);
  EXPECT_EQ(region_of(page_with(own + "<ol class=comment-list>" + thread + "</ol>"), "x"),
            Region::kComments);
  EXPECT_EQ(region_of("<!DOCTYPE html><body><div id=comments>" + thread + "</div>", "x"),
            Region::kContent);
  EXPECT_EQ(region_of(page_with("<div class=live-comment>" + thread + "</div>"), "x"),
            Region::kContent);
}

TEST(Regions, KnowCardsByTheirRow) {
  const auto card = [](const std::string& sentence) {
    return "<div class=c><h3><a href=1>Un autre plan</a></h3><p>" + sentence + "</p></div>";
  };
  const std::string own = kProse + kProse + kProse;
  EXPECT_EQ(region_of(page_with(own + card("x") + card("Il suit.")), "x"), Region::kRelated);
  EXPECT_EQ(region_of(page_with(own + card("x")), "x"), Region::kContent);
  EXPECT_EQ(region_of(page_with(own + "<a href=1><div>Un plan</div><div>x</div></a>"), "x"),
            Region::kRelated);
  // A list of press releases is what its page is about.
  EXPECT_EQ(region_of(page_with(card("x") + card(kProse) + card(kProse) + card(kProse)), "x"),
            Region::kContent);
}

TEST(Regions, EndWithTheBodyOfTheArticle) {
  const std::string page = page_with("<article><h1>Un plan</h1><p>y</p><div class=entry-content>" +
                                     kProse + kProse + kProse + "</div><p>x</p></article>");
  EXPECT_EQ(region_of(page, "y"), Region::kContent);
  EXPECT_EQ(region_of(page, "x"), Region::kOutsideBody);
}

TEST(Regions, DropAHeadingWhoseListIsGone) {
  const std::string list = "<ul><li><a href=1>a</a><li><a href=2>b</a><li><a href=3>c</a></ul>";
  EXPECT_EQ(region_of(page_with("<div>" + kProse + "<h2>x</h2>" + list + "</div>"), "x"),
            Region::kOrphan);
  EXPECT_EQ(region_of(page_with("<div>" + kProse + "<h2>x</h2>" + list + kProse + "</div>"), "x"),
            Region::kContent);
}

TEST(Regions, KeepWhatTheNameOfALayoutCovers) {
  EXPECT_EQ(region_of("<!DOCTYPE html><body><div class=menu><p>x</p>" + kProse + "</div>", "x"),
            Region::kContent);
  EXPECT_EQ(region_of("<!DOCTYPE html><body><form><p>x</p>" + kProse + "</form>", "x"),
            Region::kContent);
}

TEST(Regions, LeaveAFragmentAllThatIsShown) {
  const std::string fragment = "<nav>x</nav><p class=menu>y</p><p hidden>z</p>" + kProse;
  EXPECT_EQ(region_of(fragment, "x"), Region::kContent);
  EXPECT_EQ(region_of(fragment, "y"), Region::kContent);
  EXPECT_EQ(region_of(fragment, "z"), Region::kHidden);
}

// Pages put together at random of what the rules look at.
std::string invented_page(std::mt19937& random) {
  static const std::vector<std::string> kOpen = {"<div>",
                                                 "<div class=menu>",
                                                 "<nav>",
                                                 "<section>",
                                                 "<ul>",
                                                 "<li>",
                                                 "<article>",
                                                 "<main>",
                                                 "<div hidden>",
                                                 "<aside>",
                                                 "<div role=banner>",
                                                 "<form>",
                                                 "<p>",
                                                 "<header>",
                                                 "<table><tr><td>"};
  static const std::vector<std::string> kInside = {
      "<p>Mot</p>",
      "<a href=1>Lien</a>",
      "<h1>Titre</h1>",
      "<h2>Voir aussi</h2>",
      "<br>",
      kProse,
      "<a href=2>Un lien dont le texte est long comme une référence</a>"};
  static const std::vector<std::string> kClose = {"</div>",    "</nav>",  "</section>", "</ul>",
                                                  "</li>",     "</main>", "</article>", "</aside>",
                                                  "</header>", "</form>", "</p>",       "</table>"};
  std::string page = "<!DOCTYPE html><body>";
  const auto one_of = [&random](const std::vector<std::string>& parts) {
    return parts[random() % parts.size()];
  };
  for (int i = 0; i < 40; ++i) {
    const auto kind = random() % 4;
    page += kind == 0 ? one_of(kOpen) : kind == 1 ? one_of(kClose) : one_of(kInside);
  }
  return page;
}

TEST(Regions, CoverWholeElements) {
  std::mt19937 random(16);
  for (int page = 0; page < 200; ++page) {
    const std::string html = invented_page(random);
    const HtmlTree tree = tree_of(html);
    const std::vector<Region> hidden = find_regions(tree, Strictness::kHidden);
    for (const Strictness strictness : {Strictness::kLandmarks, Strictness::kDensity}) {
      const std::vector<Region> regions = find_regions(tree, strictness);
      for (NodeId i = 1; i < tree.size(); ++i) {
        const bool is_content = regions[i] == Region::kContent;
        EXPECT_FALSE(is_content && regions[tree[i].parent] != Region::kContent) << html;
        EXPECT_FALSE(is_content && hidden[i] != Region::kContent) << html;
      }
    }
  }
}

// The oracle counts the characters below each node anew.
TEST(TextMeasure, CountsWhatALoopCounts) {
  std::mt19937 random(18);
  for (int page = 0; page < 50; ++page) {
    const HtmlTree tree = tree_of(invented_page(random));
    std::vector<Region> regions(tree.size(), Region::kContent);
    TextMeasure measure(tree, regions);
    for (Region& region : regions) {
      if (random() % 4 == 0) region = Region::kLinks;
    }
    measure.update(regions);
    for (NodeId node = 0; node < tree.size(); ++node) {
      std::size_t characters = 0;
      std::size_t in_links = 0;
      std::size_t links = 0;
      for (NodeId i = node; i < tree[node].end; ++i) {
        if (regions[i] != Region::kContent) continue;
        links += tree[i].tag == Tag::kAnchor ? 1 : 0;
        if (tree[i].tag != Tag::kText) continue;
        for (const char c : tree[i].text) {
          const bool counts = c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
          characters += counts ? 1 : 0;
          in_links += counts && tree[i].is_in_link ? 1 : 0;
        }
      }
      ASSERT_EQ(measure.characters(node), characters);
      ASSERT_EQ(measure.link_characters(node), in_links);
      ASSERT_EQ(measure.prose(node), characters - in_links);
      ASSERT_EQ(measure.prose_between(node, tree[node].end), characters - in_links);
      ASSERT_EQ(measure.links(node), links);
    }
  }
}

}  // namespace
}  // namespace pressoir::extract::content
