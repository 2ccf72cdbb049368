#include <fmt/format.h>

#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

constexpr double kEdge = 10;  // per cent: a month and its year, centred here, leave a telephone
constexpr double kYearEdge = 1.2;  // and a year leaves a printed page

void fill_bar(const TimelineBar& bar, const Link& link, TemplateDictionary& dictionary) {
  dictionary.SetValue("PERIOD", period_in_words(bar.from, bar.to));
  dictionary.SetValue("COUNT", number(bar.count));
  set_measure(dictionary, "SLOT_X", bar.slot_x);
  set_measure(dictionary, "SLOT_WIDTH", bar.slot_width);
  set_measure(dictionary, "X", bar.x);
  set_measure(dictionary, "WIDTH", bar.width);
  set_measure(dictionary, "Y", bar.y);
  set_measure(dictionary, "HEIGHT", bar.height);
  dictionary.SetValue("FROM", base::to_string(bar.from));
  dictionary.SetValue("TO", base::to_string(bar.to));
  fill_links({link}, "VALUE", dictionary);
  if (bar.is_selected) dictionary.ShowSection("SELECTED");
}

void fill_labels(const Timeline& drawing, TemplateDictionary& dictionary) {
  for (const TimelineLabel& label : drawing.labels) {
    TemplateDictionary& mark = *dictionary.AddSectionDictionary("LABEL");
    set_measure(mark, "X", label.x);
    mark.SetValue("TEXT", label.text);
    if (label.is_minor) mark.ShowSection("MINOR");
    if (label.x < (label.text.size() > 4 ? kEdge : kYearEdge)) mark.ShowSection("EDGE");
  }
}

void fill_government(const GovernmentTerm& term, TemplateDictionary& dictionary) {
  dictionary.SetValue("TEXT", term.link.text);
  dictionary.SetValue("HREF", term.link.href);
  set_measure(dictionary, "X", term.x);
  set_measure(dictionary, "WIDTH", std::max(term.width - 0.1, 0.1));
  if (term.fits_desk) {
    TemplateDictionary& name = *dictionary.AddSectionDictionary("NAMED");
    name.SetValue("NAME", term.name);
    if (!term.fits_telephone) name.ShowSection(term.fits_tablet ? "MIDDLE" : "MINOR");
  }
  if (term.is_selected) dictionary.ShowSection("SELECTED");
}

}  // namespace

void set_measure(TemplateDictionary& dictionary, const char* name, double value) {
  dictionary.SetValue(name, fmt::format("{:.2f}", value));
}

void fill_axis(const Timeline& drawing, const std::vector<GovernmentTerm>& governments,
               int baseline, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("AXIS");
  dictionary.SetFilename("axis.tpl");
  dictionary.SetIntValue("BASELINE", baseline);
  dictionary.SetIntValue("TICK_END", baseline + 4);
  dictionary.SetIntValue("LABEL_Y", baseline + 18);
  dictionary.SetIntValue("TERM_Y", baseline + 30);
  dictionary.SetIntValue("TERM_SLOT_Y", baseline + 26);
  dictionary.SetIntValue("TERM_LABEL_Y", baseline + 47);
  fill_labels(drawing, dictionary);
  for (const GovernmentTerm& term : governments) {
    fill_government(term, *dictionary.AddSectionDictionary("TERM"));
  }
  if (!drawing.selection) return;
  TemplateDictionary& span = *dictionary.AddSectionDictionary("SELECTION");
  set_measure(span, "X", drawing.selection->x);
  set_measure(span, "WIDTH", drawing.selection->width);
}

void fill_timeline(const TimelineView& view, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("TIMELINE");
  dictionary.SetFilename("timeline.tpl");
  const Timeline& drawing = view.drawing;
  dictionary.SetValue("DESCRIPTION", view.description);
  dictionary.SetValue("COLUMN", view.column_title);
  dictionary.SetIntValue("DRAWING_HEIGHT", kTimelineBaseline + kAxisHeight);
  dictionary.SetIntValue("BASELINE", kTimelineBaseline);
  for (std::size_t i = 0; i < drawing.bars.size(); ++i) {
    fill_bar(drawing.bars[i], view.bars[i], *dictionary.AddSectionDictionary("BAR"));
  }
  fill_axis(drawing, view.governments, kTimelineBaseline, dictionary);
  dictionary.SetValue("PEAK", number(drawing.peak));
  // The number may leave the drawing by as much as a telephone's margin, not more.
  set_measure(dictionary, "PEAK_X", std::clamp(drawing.peak_x, 1.5, 98.5));
  set_measure(dictionary, "PEAK_Y", kTimelineTop - 5);
}

void fill_scales(const TimelineView& view, TemplateDictionary& parent) {
  fill_links(view.scales, "SCALE", parent);
  fill_links(view.intervals, "INTERVAL", parent);
  parent.SetValueAndShowSection("UNDATED", view.undated, "HAS_UNDATED");
}

}  // namespace pressoir::pages
