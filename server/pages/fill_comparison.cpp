#include <algorithm>

#include "server/pages/fill.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using ctemplate::TemplateDictionary;

// The picture from top to bottom, in pixels: picture.tpl has the rest.
constexpr long kPictureTop = 56;
constexpr long kPictureLegend = kPictureTop + kCurvesBaseline + kAxisHeight + 28;
constexpr long kPictureLine = 20;

void fill_form(const ComparisonView& view, TemplateDictionary& main) {
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    TemplateDictionary& field = *main.AddSectionDictionary("FIELD");
    field.SetIntValue("NUMBER", static_cast<long>(i + 1));
    field.SetValue("Q", view.fields[i]);
  }
  for (const Parameter& parameter : view.kept) {
    TemplateDictionary& kept = *main.AddSectionDictionary("KEPT");
    kept.SetValue("NAME", parameter.name);
    kept.SetValue("VALUE", parameter.value);
  }
  main.SetValue("FROM", view.from);
  main.SetValue("TO", view.to);
  for (const IntervalChoice& choice : view.intervals) {
    TemplateDictionary& option = *main.AddSectionDictionary("INTERVAL");
    option.SetValue("VALUE", choice.value);
    option.SetValue("TEXT", choice.text);
    if (choice.is_selected) option.ShowSection("SELECTED");
  }
  if (view.tags.empty()) return;
  TemplateDictionary& tags = *main.AddSectionDictionary("TAGS");
  for (const FilterTag& tag : view.tags) {
    TemplateDictionary& dictionary = *tags.AddSectionDictionary("TAG");
    dictionary.SetValue("TEXT", tag.text);
    dictionary.SetValue("HREF", tag.href);
  }
}

void fill_curve(const Curve& curve, std::size_t number, TemplateDictionary& dictionary) {
  dictionary.SetIntValue("NUMBER", static_cast<long>(number));
  for (const std::string& run : curve.runs) {
    dictionary.AddSectionDictionary("RUN")->SetValue("POINTS", run);
  }
  for (const CurvePoint& point : curve.points) {
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
  const Curves& drawing = *view.drawing;
  dictionary.SetIntValue("BASELINE", kCurvesBaseline);
  dictionary.SetIntValue("SPAN", kCurvesSpan);
  for (const CurvesGrid& line : drawing.grid) {
    TemplateDictionary& rule = *dictionary.AddSectionDictionary("GRID");
    set_measure(rule, "Y", line.y);
    set_measure(rule, "LABEL_Y", line.y - 4);
    rule.SetValue("SHARE", percentage(line.share, drawing.grid_decimals));
  }
  for (std::size_t i = 0; i < view.periods.size(); ++i) {
    const ComparedPeriod& period = view.periods[i];
    TemplateDictionary& slot = *dictionary.AddSectionDictionary("SLOT");
    set_measure(slot, "SLOT_X", drawing.axis.bars[i].slot_x);
    set_measure(slot, "SLOT_WIDTH", drawing.axis.bars[i].slot_width);
    slot.SetIntValue("BASELINE", kCurvesBaseline);
    const double height = kVolumeHeight * static_cast<double>(period.documents) /
                          static_cast<double>(drawing.axis.peak);
    set_measure(slot, "VOLUME", height);
    set_measure(slot, "VOLUME_Y", kCurvesBaseline - height);
    slot.SetValue("FROM", period.from);
    slot.SetValue("TO", period.to);
    fill_links({period.zoom}, "VALUE", slot);
  }
  for (std::size_t i = 0; i < drawing.curves.size(); ++i) {
    fill_curve(drawing.curves[i], i + 1, *dictionary.AddSectionDictionary("CURVE"));
  }
  fill_axis(drawing.axis, view.governments, kCurvesBaseline, dictionary);
}

void fill_ends(const ComparisonView& view, TemplateDictionary& parent) {
  for (std::size_t i = 0; i < view.queries.size(); ++i) {
    TemplateDictionary& end = *parent.AddSectionDictionary("END");
    end.SetIntValue("NUMBER", static_cast<long>(i + 1));
    end.SetValue("TEXT", view.queries[i].end);
    set_measure(end, "Y", view.drawing->curves[i].end_y + 4);
  }
}

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

void fill_table(const ComparisonView& view, TemplateDictionary& parent) {
  parent.SetValue("COLUMN", view.column);
  for (const ComparedPeriod& period : view.periods) {
    TemplateDictionary& row = *parent.AddSectionDictionary("PERIOD");
    row.SetValue("NAME", period.name);
    row.SetValue("DOCUMENTS", number(period.documents));
    for (const ComparedPeriod::Cell& cell : period.cells) {
      TemplateDictionary& dictionary = *row.AddSectionDictionary("CELL");
      fill_links({cell.count}, "VALUE", dictionary);
      dictionary.SetValueAndShowSection("SHARE", cell.share, "SHARED");
    }
  }
}

}  // namespace

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
  result.SetValueAndShowSection("LEFT_OUT", view.left_out, "HAS_LEFT_OUT");
  fill_links(view.downloads, "DOWNLOAD", result);
  if (!view.drawing) return;
  TemplateDictionary& drawn = *result.AddSectionDictionary("DRAWN");
  drawn.SetValue("DESCRIPTION", view.description);
  drawn.SetIntValue("HEIGHT", kCurvesBaseline + kAxisHeight);
  fill_curves(view, drawn);
  fill_ends(view, drawn);
  TemplateDictionary& table = *result.AddSectionDictionary("TABLE");
  table.SetValue("DESCRIPTION", view.description);
  fill_legend(view, table);
  fill_table(view, table);
}

void fill_comparison_picture(const ComparisonView& view, TemplateDictionary& picture) {
  picture.SetValue("DESCRIPTION", view.description.empty() ? view.empty : view.description);
  picture.SetValue("SOURCE", view.source);
  picture.SetValue("ADDRESS", view.address);
  const long source_y = kPictureLegend + static_cast<long>(view.queries.size()) * kPictureLine + 12;
  picture.SetIntValue("SOURCE_Y", source_y);
  picture.SetIntValue("PICTURE_HEIGHT", source_y + 24);
  picture.SetIntValue("TOP", kPictureTop);
  picture.SetIntValue("HEIGHT", kCurvesBaseline + kAxisHeight);
  fill_legend(view, picture);
  if (!view.drawing) return;
  fill_curves(view, picture);
  fill_ends(view, picture);
}

}  // namespace pressoir::pages
