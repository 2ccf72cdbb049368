#include <fmt/format.h>

#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/sentences.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// A label centred nearer to the left edge (per cent) than this is cut off: a month with its year on
// a telephone, a year on a printed page. Such labels begin at their bar instead.
constexpr double kEdge = 10;
constexpr double kYearEdge = 1.2;

// A bar in the drawing and its row in the table below, for readers who do not see it.
void fill_bar(const timeline::Bar& bar, const links::Link& link, TemplateDictionary& dictionary) {
  dictionary.SetValue("PERIOD", wording::period_in_words(bar.from, bar.to));
  dictionary.SetValue("COUNT", wording::number(bar.count));
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

// MINOR labels are hidden on narrow screens.
void fill_labels(const timeline::Drawing& drawing, TemplateDictionary& dictionary) {
  for (const timeline::Label& label : drawing.labels) {
    TemplateDictionary& mark = *dictionary.AddSectionDictionary("LABEL");
    set_measure(mark, "X", label.x);
    mark.SetValue("TEXT", label.text);
    if (label.is_minor) mark.ShowSection("MINOR");
    if (label.x < (label.text.size() > 4 ? kEdge : kYearEdge)) mark.ShowSection("EDGE");
  }
}

// A name is written only where there is room; the link has it in any case.
void fill_government(const GovernmentTerm& term, TemplateDictionary& dictionary) {
  dictionary.SetValue("TEXT", term.link.text);
  dictionary.SetValue("HREF", term.link.href);
  set_measure(dictionary, "X", term.x);
  // A gap to the next government; a term of a few days stays visible.
  set_measure(dictionary, "WIDTH", std::max(term.width - 0.1, 0.1));
  if (term.fits_desk) {
    TemplateDictionary& name = *dictionary.AddSectionDictionary("NAMED");
    name.SetValue("NAME", term.name);
    if (!term.fits_telephone) name.ShowSection(term.fits_tablet ? "MIDDLE" : "MINOR");
  }
  if (term.is_selected) dictionary.ShowSection("SELECTED");
}

// The picture from top to bottom, in pixels: picture.tpl has the rest.
constexpr long kPictureTop = 56;
constexpr long kPictureLegend =
    kPictureTop + timeline::kCurvesBaseline + timeline::kAxisHeight + 28;
constexpr long kPictureLine = 20;

// Fields, dates, intervals and filters.
void fill_form(const ComparisonView& view, TemplateDictionary& main) {
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    TemplateDictionary& field = *main.AddSectionDictionary("FIELD");
    field.SetIntValue("NUMBER", static_cast<long>(i + 1));
    field.SetValue("Q", view.fields[i]);
  }
  fill_parameters(view.kept, "KEPT", main);
  // Dates as the form takes them, not as words.
  main.SetValue("FROM", view.from);
  main.SetValue("TO", view.to);
  for (const IntervalChoice& choice : view.intervals) {
    TemplateDictionary& option = *main.AddSectionDictionary("INTERVAL");
    option.SetValue("VALUE", choice.value);
    option.SetValue("TEXT", choice.text);
    if (choice.is_selected) option.ShowSection("SELECTED");
  }
  fill_tags(view.tags, main);
}

// A curve is drawn in runs, with its signs on top.
void fill_curve(const timeline::Curve& curve, std::size_t number, TemplateDictionary& dictionary) {
  dictionary.SetIntValue("NUMBER", static_cast<long>(number));
  for (const std::string& run : curve.runs) {
    dictionary.AddSectionDictionary("RUN")->SetValue("POINTS", run);
  }
  for (const timeline::Point& point : curve.points) {
    if (!point.is_marked) continue;
    TemplateDictionary& sign = *dictionary.AddSectionDictionary("SIGN");
    sign.SetIntValue("NUMBER", static_cast<long>(number));
    set_measure(sign, "X", point.x);
    set_measure(sign, "Y", point.y);
  }
}

// Lines, signs and axis: curves.tpl.
void fill_curves(const ComparisonView& view, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("CURVES");
  dictionary.SetFilename("curves.tpl");
  const timeline::Curves& drawing = *view.drawing;
  dictionary.SetIntValue("BASELINE", timeline::kCurvesBaseline);
  dictionary.SetIntValue("SPAN", timeline::kCurvesSpan);
  for (const timeline::GridLine& line : drawing.grid) {
    TemplateDictionary& rule = *dictionary.AddSectionDictionary("GRID");
    set_measure(rule, "Y", line.y);
    set_measure(rule, "LABEL_Y", line.y - 4);
    rule.SetValue("SHARE", wording::percentage(line.share, drawing.grid_decimals));
  }
  for (std::size_t i = 0; i < view.periods.size(); ++i) {
    const ComparedPeriod& period = view.periods[i];
    TemplateDictionary& slot = *dictionary.AddSectionDictionary("SLOT");
    set_measure(slot, "SLOT_X", drawing.axis.bars[i].slot_x);
    set_measure(slot, "SLOT_WIDTH", drawing.axis.bars[i].slot_width);
    slot.SetIntValue("BASELINE", timeline::kCurvesBaseline);
    const double height = timeline::kVolumeHeight * static_cast<double>(period.documents) /
                          static_cast<double>(drawing.axis.peak);
    set_measure(slot, "VOLUME", height);
    set_measure(slot, "VOLUME_Y", timeline::kCurvesBaseline - height);
    slot.SetValue("FROM", period.from);
    slot.SetValue("TO", period.to);
    fill_links({period.zoom}, "VALUE", slot);
  }
  for (std::size_t i = 0; i < drawing.curves.size(); ++i) {
    fill_curve(drawing.curves[i], i + 1, *dictionary.AddSectionDictionary("CURVE"));
  }
  fill_axis(drawing.axis, view.governments, timeline::kCurvesBaseline, dictionary);
}

// Labels at the right ends of the curves.
void fill_ends(const ComparisonView& view, TemplateDictionary& parent) {
  for (std::size_t i = 0; i < view.queries.size(); ++i) {
    TemplateDictionary& end = *parent.AddSectionDictionary("END");
    end.SetIntValue("NUMBER", static_cast<long>(i + 1));
    end.SetValue("TEXT", view.queries[i].end);
    set_measure(end, "Y", view.drawing->curves[i].end_y + 4);
  }
}

// The page uses NUMBER for the style of a line, the picture Y for its place.
void fill_legend(const ComparisonView& view, TemplateDictionary& parent) {
  for (std::size_t i = 0; i < view.queries.size(); ++i) {
    const ComparedQuery& query = view.queries[i];
    TemplateDictionary& entry = *parent.AddSectionDictionary("QUERY");
    entry.SetIntValue("NUMBER", static_cast<long>(i + 1));
    entry.SetValue("TEXT", query.search.text);
    entry.SetValue("HREF", query.search.href);
    entry.SetValue("TOTAL", query.total);
    entry.SetValueAndShowSection("READ_AS", query.read_as, "READING");
    if (view.drawing) entry.ShowSection("SAMPLE");
    entry.SetIntValue("Y", kPictureLegend + static_cast<long>(i) * kPictureLine);
  }
}

// All numbers of the drawing, and those that it leaves out.
void fill_table(const ComparisonView& view, TemplateDictionary& parent) {
  parent.SetValue("COLUMN", view.column);
  for (const ComparedPeriod& period : view.periods) {
    TemplateDictionary& row = *parent.AddSectionDictionary("PERIOD");
    row.SetValue("NAME", period.name);
    row.SetValue("DOCUMENTS", wording::number(period.documents));
    for (const ComparedPeriod::Cell& cell : period.cells) {
      TemplateDictionary& dictionary = *row.AddSectionDictionary("CELL");
      fill_links({cell.count}, "VALUE", dictionary);
      dictionary.SetValueAndShowSection("SHARE", cell.share, "SHARED");
    }
  }
}

}  // namespace

void set_measure(TemplateDictionary& dictionary, const char* name, double value) {
  dictionary.SetValue(name, fmt::format("{:.2f}", value));
}

void fill_axis(const timeline::Drawing& drawing, const std::vector<GovernmentTerm>& governments,
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

// The drawing and, folded below it, the same numbers as a table.
void fill_timeline(const TimelineView& view, TemplateDictionary& parent) {
  TemplateDictionary& dictionary = *parent.AddIncludeDictionary("TIMELINE");
  dictionary.SetFilename("timeline.tpl");
  const timeline::Drawing& drawing = view.drawing;
  dictionary.SetValue("DESCRIPTION", view.description);
  dictionary.SetValue("COLUMN", view.column_title);
  dictionary.SetIntValue("DRAWING_HEIGHT", timeline::kBaseline + timeline::kAxisHeight);
  dictionary.SetIntValue("BASELINE", timeline::kBaseline);
  for (std::size_t i = 0; i < drawing.bars.size(); ++i) {
    fill_bar(drawing.bars[i], view.bars[i], *dictionary.AddSectionDictionary("BAR"));
  }
  fill_axis(drawing, view.governments, timeline::kBaseline, dictionary);
  dictionary.SetValue("PEAK", wording::number(drawing.peak));
  // The number may leave the drawing by as much as a telephone's margin, not more.
  set_measure(dictionary, "PEAK_X", std::clamp(drawing.peak_x, 1.5, 98.5));
  set_measure(dictionary, "PEAK_Y", timeline::kTop - 5);
}

void fill_scales(const TimelineView& view, TemplateDictionary& parent) {
  fill_links(view.scales, "SCALE", parent);
  fill_links(view.intervals, "INTERVAL", parent);
  parent.SetValueAndShowSection("UNDATED", view.undated, "HAS_UNDATED");
}

void fill_comparison(const ComparisonView& view, TemplateDictionary& main) {
  fill_form(view, main);
  if (!view.examples.empty()) {
    fill_links(view.examples, "EXAMPLE", *main.AddSectionDictionary("EXAMPLES"));
  }
  if (view.queries.empty()) return;
  TemplateDictionary& result = *main.AddSectionDictionary("RESULT");
  result.SetValueAndShowSection("WHY", view.empty, "EMPTY");
  fill_legend(view, result);
  result.SetValueAndShowSection("UNDATED", view.undated, "HAS_UNDATED");
  result.SetValueAndShowSection("LENGTHENED", view.lengthened, "IS_LENGTHENED");
  result.SetValueAndShowSection("LEFT_OUT", view.skipped, "HAS_LEFT_OUT");
  fill_links(view.downloads, "DOWNLOAD", result);
  // Without dated texts there is a legend, but nothing to draw.
  if (!view.drawing) return;
  TemplateDictionary& drawn = *result.AddSectionDictionary("DRAWN");
  drawn.SetValue("DESCRIPTION", view.description);
  drawn.SetIntValue("HEIGHT", timeline::kCurvesBaseline + timeline::kAxisHeight);
  fill_curves(view, drawn);
  fill_ends(view, drawn);
  TemplateDictionary& table = *result.AddSectionDictionary("TABLE");
  table.SetValue("DESCRIPTION", view.description);
  fill_legend(view, table);
  fill_table(view, table);
}

// picture.tpl has the heights that do not depend on the number of queries.
void fill_comparison_picture(const ComparisonView& view, TemplateDictionary& picture) {
  picture.SetValue("DESCRIPTION", view.description.empty() ? view.empty : view.description);
  picture.SetValue("SOURCE", view.source);
  picture.SetValue("ADDRESS", view.address);
  // The source is below the legend, which has a line for each query.
  const long source_y = kPictureLegend + static_cast<long>(view.queries.size()) * kPictureLine + 12;
  picture.SetIntValue("SOURCE_Y", source_y);
  picture.SetIntValue("PICTURE_HEIGHT", source_y + 24);
  picture.SetIntValue("TOP", kPictureTop);
  picture.SetIntValue("HEIGHT", timeline::kCurvesBaseline + timeline::kAxisHeight);
  fill_legend(view, picture);
  if (!view.drawing) return;
  fill_curves(view, picture);
  fill_ends(view, picture);
}

}  // namespace pressoir::pages
