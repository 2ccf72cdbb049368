// Work in proportion to the size of a page, whatever it is made of. The sources of the extraction
// are compiled once more for this test, so that every branch they take is counted
// (-fsanitize-coverage=trace-pc): no clock, and the same count on every machine.
#include "indexer/extract/content/page_reader.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace {
std::uint64_t branches = 0;
}  // namespace

extern "C" void __sanitizer_cov_trace_pc() {  // NOLINT(bugprone-reserved-identifier)
  ++branches;
}

namespace pressoir::extract::content {
namespace {

constexpr int kParts = 500;
constexpr int kTimes = 4;
constexpr std::uint64_t kMaxTimes = 6;  // 16 would be quadratic

struct Shape {
  const char* name;
  std::string part;  // repeated to make the page
};

std::uint64_t count_work(const std::string& part, int parts) {
  std::string html = "<!DOCTYPE html><title>Essai</title><body><div>";
  for (int i = 0; i < parts; ++i) html += part;
  const std::uint64_t before = branches;
  const auto tree = html::HtmlTree::parse(html, {});
  EXPECT_TRUE(tree);
  if (tree) static_cast<void>(read_page(*tree));
  return branches - before;
}

TEST(LinearWork, HoldsForAnyShapeOfPage) {
  const std::string prose =
      "<p>Le Gouvernement présente ce matin un plan pour les territoires.</p>";
  for (const Shape& shape : std::initializer_list<Shape>{
           {"paragraphs", prose},
           {"unclosed formatting", "<b>a"},
           {"unclosed paragraphs", "<p>a<div></div>"},
           {"links", "<a href=1>Lien</a> "},
           {"lists of links", "<ul><li><a href=1>a</a><li><a href=2>b</a><li><a href=3>c</a></ul>"},
           {"related titles", "<p>Voir aussi</p>"},
           {"related titles and prose", "<p>Voir aussi</p>" + prose},
           {"headings", "<h1>Essai</h1>"},
           {"captions", "<div class=legende>Photo</div>"},
           {"themes", "<dl><dt>Thématique</dt><dd>Emploi</dd></dl>"},
           {"theme lines", "<p>Rubrique : Justice</p>"},
           {"breadcrumbs", "<div class=ariane><a href=1>Accueil</a> &gt; </div>"},
           {"separators", "<span>&gt;</span> "},
           {"line breaks", "a<br>"},
           {"two line breaks", "a<br><br>"},
           {"tables", "<table><tr><td>a</table>"},
           {"table rows", "<tr><td>a</td></tr>"},
           {"times", "Publié le <time datetime=2012-12-05>5 décembre</time> "},
           {"notices", "<p>Publié le 5 décembre 2012</p>"},
           {"turns", "<p>M. le président. Bien.</p>"},
           {"terms", "<dt>Intervenant<dd>Élisa Duval"},
           {"hidden parts", "<div hidden>a</div>"},
           {"classes", "<div class='a b c menu d e f'>a</div>"},
           {"comments", "<!-- a -- b <p> "},
           {"stray ends", "</p></div></b></table>"},
           {"entities", "&eacute;&amp;&#233;&unknown; "},
           {"articles", "<article><p>a</p></article>"},
           {"cards", "<div class=c><h3><a href=1>a</a></h3><p>b</p></div>"},
           {"links with blocks", "<div><a href=1><h3>a</h3></a></div>"},
           {"readers' comments", "<div class=comments><p>a</p></div>"},
           {"bodies", "<article><div class=entry-content><p>a</p></div></article>"},
           {"titles of nothing", "<div><h2>a</h2><nav>b</nav></div>"},
           {"lines of links", "<div>Lire : <a href=1>le plan</a></div>"},
           {"forms", "<form><p>a</p></form>"},
           {"frames", "<frameset><frame><noframes><p>a</noframes>"},
       }) {
    const std::uint64_t small = count_work(shape.part, kParts);
    const std::uint64_t large = count_work(shape.part, kParts * kTimes);
    EXPECT_LE(large, small * kMaxTimes) << shape.name;
  }
}

}  // namespace
}  // namespace pressoir::extract::content
