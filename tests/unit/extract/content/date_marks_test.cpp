// Which elements and lines of a page are its dates. Pages are invented.
#include "indexer/extract/content/date_marks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/extract/page_of.hpp"

namespace pressoir::extract::content {
namespace {

using facts::DateMark;
using facts::DateMarkKind;

const std::string kText =
    "<p>Les patrons de pêche des petits ports changeront de filets avant la fin de la saison, et la "
    "criée les y aidera. Un comité suivra les travaux et rendra compte au conseil du port.</p>";

std::vector<DateMark> marks_of(const std::string& body) {
  return facts_of("<title>Des filets neufs</title><body>" + body).date_marks;
}

// The values of a kind.
std::vector<std::string> values_of(const std::vector<DateMark>& marks, DateMarkKind kind) {
  std::vector<std::string> values;
  for (const DateMark& mark : marks) {
    if (mark.kind == kind) values.push_back(mark.value);
  }
  return values;
}

using Values = std::vector<std::string>;

TEST(DateMarks, ReadVocabulariesOfPublication) {
  for (const char* element :
       {"<span itemprop=datePublished content='2019-06-27T10:00:00+02:00'>hier</span>",
        "<div property='schema:datePublished' content='2019-06-27T10:00:00+02:00'></div>",
        "<abbr class=published title='2019-06-27T10:00:00+02:00'>10 h</abbr>",
        "<time class='entry-date published' datetime='2019-06-27T10:00:00+02:00'>27 juin</time>",
        "<time pubdate datetime='2019-06-27T10:00:00+02:00'>27 juin</time>"}) {
    const auto marks = marks_of("<h1>Des filets neufs</h1>" + kText + element);
    EXPECT_EQ(values_of(marks, DateMarkKind::kPublished), Values{"2019-06-27T10:00:00+02:00"})
        << element;
  }
}

TEST(DateMarks, ReadABareLineNextToTheHeading) {
  for (const char* line :
       {"<p>27 juin 2019</p>", "<p>27 juin 2019 | Communiqué</p>",
        "<p>jeudi 27 juin 2019, par le service de presse</p>",
        "<ul class=tools><li>Élisa Duval<li>27/06/2019</ul>"}) {
    const auto marks = marks_of("<h1>Des filets neufs</h1>" + std::string(line) + kText);
    EXPECT_EQ(values_of(marks, DateMarkKind::kHeadline).size(), 1u) << line;
  }
}

TEST(DateMarks, LeaveOutWhatIsNextToTheHeadingButOfSomethingElse) {
  for (const char* line :
       {"<p>Réunion publique le 27 juin 2019 à 18 h</p>", "<p>Mis à jour le 27 juin 2019</p>",
        "<p>Inscriptions avant le 27 juin 2019</p>", "<p>du 27 juin 2019 au 30 juin 2019</p>",
        "<p>Photo Élisa Duval, 27 juin 2019</p>"}) {
    const auto marks = marks_of("<h1>Des filets neufs</h1>" + std::string(line) + kText);
    EXPECT_TRUE(values_of(marks, DateMarkKind::kHeadline).empty()) << line;
  }
}

TEST(DateMarks, LeaveOutCommentsAndOtherArticles) {
  const std::string comment =
      "<div id=comments><div class=comment><time datetime=2019-07-01>1er juillet</time>Enfin "
      "!</div></div>";
  const std::string card = "<article><h2>Une autre criée</h2><time datetime=2018-01-02></time></article>";
  const auto marks = marks_of("<article><h1>Des filets neufs</h1><time datetime=2019-06-27>27 "
                              "juin</time>" + kText + comment + "</article>" + card + card);
  EXPECT_EQ(values_of(marks, DateMarkKind::kTime), Values{"2019-06-27"});
}

TEST(DateMarks, PutTheNearestToTheHeadingFirst) {
  const auto marks =
      marks_of("<h1>Des filets neufs</h1><p><time datetime=2019-06-27></time></p>" + kText + kText +
               kText + "<p>La criée de <time datetime=2016-02-03>février 2016</time> rouvre.</p>");
  EXPECT_EQ(values_of(marks, DateMarkKind::kTime), (Values{"2019-06-27", "2016-02-03"}));
  EXPECT_TRUE(marks.front().is_near);
  EXPECT_FALSE(marks.back().is_near);
}

TEST(DateMarks, ReadLinesOfTheMarginWithTheirLabels) {
  const auto marks = marks_of("<h1>Des filets neufs</h1>" + kText + kText + kText +
                              "<div class=sidebar><p>Mise en ligne</p><p>27 juin 2019</p></div>");
  EXPECT_EQ(values_of(marks, DateMarkKind::kLine), Values{"Mise en ligne : 27 juin 2019"});
}

}  // namespace
}  // namespace pressoir::extract::content
