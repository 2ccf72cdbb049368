// The colours of the style sheet, by the arithmetic of WCAG 2.2 (relative luminance and contrast).
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <string>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"

namespace pressoir::pages {
namespace {

using Colours = std::map<std::string, std::string>;

// The `--name: #rrggbb` of one rule.
Colours read_colours(std::string_view rule) {
  Colours colours;
  for (auto at = rule.find("--"); at != std::string_view::npos; at = rule.find("--", at + 2)) {
    const auto colon = rule.find(':', at);
    if (rule.substr(colon, 3) != ": #") continue;
    colours[std::string(rule.substr(at + 2, colon - at - 2))] = rule.substr(colon + 3, 6);
  }
  return colours;
}

Colours colours_behind(std::string_view css, std::string_view start) {
  const auto root = css.find(":root {", css.find(start));
  return read_colours(css.substr(root, css.find('}', root) - root));
}

double luminance(const std::string& hex) {
  std::array<double, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const double value = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
    channels[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

double contrast(const std::string& a, const std::string& b) {
  const double brighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (brighter + 0.05) / (darker + 0.05);
}

struct Pair {
  const char* front;
  const char* back;
  double least;
};

// Text needs 4.5, what must be seen to read a drawing or to find a field 3
// (criteria 1.4.3, 1.4.11).
constexpr Pair kPairs[] = {
    {"ink", "paper", 7},        {"soft", "paper", 4.5},
    {"accent", "paper", 4.5},   {"ink", "mark", 7},
    {"bar", "paper", 3},        {"accent", "mark", 4.5},  // a marked title under the pointer
    {"ink", "line", 4.5},                                 // a bar under the pointer
    {"series-1", "paper", 4.5}, {"series-2", "paper", 4.5},
    {"series-3", "paper", 4.5}, {"series-4", "paper", 4.5},
    {"series-5", "paper", 4.5},  // curves and their labels
    {"series-1", "line", 3},    {"series-2", "line", 3},
    {"series-3", "line", 3},    {"series-4", "line", 3},
    {"series-5", "line", 3},  // over the archive's volume
};

class Style : public testing::TestWithParam<const char*> {};

TEST_P(Style, ContrastSuffices) {
  const auto pages = Pages::load("").value();
  const Colours colours = colours_behind(pages->asset("pressoir.css")->bytes, GetParam());

  for (const Pair& pair : kPairs) {
    ASSERT_TRUE(colours.contains(pair.front) && colours.contains(pair.back)) << pair.front;
    EXPECT_GE(contrast(colours.at(pair.front), colours.at(pair.back)), pair.least)
        << pair.front << " on " << pair.back;
  }
}

INSTANTIATE_TEST_SUITE_P(Schemes, Style,
                         testing::Values(":root", "@media (prefers-color-scheme: dark)"));

TEST(StyleSheet, AsksNothingOfOtherSites) {
  const auto pages = Pages::load("").value();
  const std::string_view css = pages->asset("pressoir.css")->bytes;

  EXPECT_EQ(count_of("@import", css), 0u);
  EXPECT_EQ(count_of("url(", css), 0u);
}

}  // namespace
}  // namespace pressoir::pages
