#include "server/pages/comparison_view.hpp"

#include <algorithm>

#include "indexer/base/utf8.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::Interval;

constexpr std::size_t kMaxEndBytes = 22;            // of a label: what the drawing has room for
constexpr std::size_t kMaxAddressesBytes = 40'000;  // of all cells, and of all periods
constexpr std::size_t kMaxLinkedCells = 400;        // of the table
constexpr DrawingScale kScale = {.desk = 9.3, .telephone = 3.0};  // the labels stand beside

search::SearchRequest search_for(const ComparisonRequest& asked, const std::string& q) {
  return question_of(with_query(asked.common, q));
}

// A query as it is read, in what XML may hold (1.0, section 2.2): a picture is XML.
std::string as_written(std::string q) {
  if (q.empty()) return "tous les textes";
  for (const std::string_view forbidden : {"\uFFFE", "\uFFFF"}) {
    for (auto at = q.find(forbidden); at != std::string::npos; at = q.find(forbidden)) {
      q.replace(at, forbidden.size(), "\uFFFD");
    }
  }
  return q;
}

std::string shortened(const std::string& q) {
  std::string name = as_written(q);
  if (name.size() <= kMaxEndBytes) return name;
  return std::string(base::clip_utf8(name, kMaxEndBytes - 2)) + "…";
}

std::string share_in_words(std::uint64_t count, std::uint64_t documents) {
  if (documents == 0) return "";
  return percentage(static_cast<double>(count) / static_cast<double>(documents));
}

ComparedQuery view_query(const ComparisonAnswer& answer, const search::TrendSeries& series,
                         const std::string& root) {
  ComparedQuery query;
  query.search = {as_written(series.q), root + search_href(search_for(answer.asked, series.q))};
  query.end = shortened(series.q);
  query.total = counted(series.total);
  const std::string share = share_in_words(series.total, answer.trends.total);
  if (!share.empty()) query.total += ", " + share;
  const std::string read_as = with_french_spaces(series.read_as) + ".";
  const bool is_as_written = read_as == "Textes contenant " + in_guillemets(series.q) + ".";
  if (!series.read_as.empty() && !is_as_written) query.read_as = read_as;
  return query;
}

// Whether an address like this may be written so many times.
bool is_short(const std::string& address, std::size_t times) {
  return address.size() * times <= kMaxAddressesBytes;
}

ComparedPeriod view_period(const ComparisonAnswer& answer, const Curves& drawing,
                           std::size_t place) {
  const TimelineBar& bar = drawing.axis.bars[place];
  ComparedPeriod period;
  period.name = period_in_words(bar.from, bar.to);
  period.from = base::to_string(bar.from);
  period.to = base::to_string(bar.to);
  period.documents = bar.count;
  for (std::size_t i = 0; i < drawing.curves.size(); ++i) {
    const CurvePoint& point = drawing.curves[i].points[place];
    period.cells.push_back(
        {{number(point.count), ""}, share_in_words(point.count, point.documents)});
    if (point.documents == 0) continue;
    period.zoom.text += period.zoom.text.empty() ? "" : "\u202F; ";
    period.zoom.text += shortened(answer.trends.series[i].q) + " " + period.cells.back().share;
  }
  if (period.zoom.text.empty()) period.zoom.text = "aucun texte";
  period.zoom.text = period.name + std::string(kNoBreakSpace) + ": " + period.zoom.text;
  return period;
}

void add_periods(ComparisonView& view, const ComparisonAnswer& answer, const std::string& root) {
  const Curves& drawing = *view.drawing;
  const std::size_t bars = drawing.axis.bars.size();
  const bool has_zooms = is_short(comparison_href(answer.asked), bars) && bars > 1;
  for (std::size_t i = 0; i < bars; ++i) {
    view.periods.push_back(view_period(answer, drawing, i));
    const TimelineBar& bar = drawing.axis.bars[i];
    if (has_zooms) {
      view.periods.back().zoom.href =
          root + comparison_href(with_dates(answer.asked, bar.from, bar.to));
    }
  }
  if (bars * drawing.curves.size() > kMaxLinkedCells) return;
  for (std::size_t s = 0; s < drawing.curves.size(); ++s) {
    const search::SearchRequest request = search_for(answer.asked, answer.trends.series[s].q);
    if (!is_short(search_href(request), bars * drawing.curves.size())) continue;
    for (std::size_t i = 0; i < bars; ++i) {
      const TimelineBar& bar = drawing.axis.bars[i];
      if (drawing.curves[s].points[i].count == 0) continue;
      view.periods[i].cells[s].count.href =
          root + search_href(with_dates(request, bar.from, bar.to));
    }
  }
}

void add_drawing(ComparisonView& view, const ComparisonAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer, const std::string& root) {
  view.drawing = draw_curves(answer.trends);
  const Timeline& axis = view.drawing->axis;
  view.description = "Part des textes de l’archive, " +
                     std::string(interval_in_words(axis.interval)) + ", " +
                     period_in_words(axis.bars.front().from, axis.bars.back().to);
  view.column = column_of(axis.interval);
  if (answer.asked.interval && *answer.asked.interval != axis.interval) {
    view.lengthened =
        "trop de périodes pour un dessin " + std::string(interval_in_words(*answer.asked.interval));
  }
  view.governments = government_terms(
      axis, gazetteer,
      [&](base::Date from, base::Date to) {
        return root + comparison_href(with_dates(answer.asked, from, to));
      },
      kScale);
  const std::size_t few = view.drawing->left_out;
  if (few != 0) {
    view.left_out = counted(few, {"période de trop peu de textes, qui n’est pas dessinée",
                                  "périodes de trop peu de textes, qui ne sont pas dessinées"});
  }
  add_periods(view, answer, root);
}

void add_form(ComparisonView& view, const ComparisonAnswer& answer) {
  const ComparisonRequest& asked = answer.asked;
  std::copy(asked.queries.begin(), asked.queries.end(), view.fields.begin());
  view.kept = kept_parameters(question_of(asked.common));
  view.from = base::to_string(asked.common.from);
  view.to = base::to_string(asked.common.to);
  view.intervals.push_back({"", "selon les dates", !asked.interval});
  for (const Interval interval : {Interval::kYear, Interval::kMonth, Interval::kDay}) {
    view.intervals.push_back({std::string(name_of(interval)),
                              std::string(interval_in_words(interval)),
                              asked.interval == interval});
  }
  for (FilterTag& tag : filter_tags(asked.common, answer.names)) {
    ComparisonRequest rest = asked;
    rest.common = tag.rest;
    tag.href = comparison_href(rest);
    view.tags.push_back(std::move(tag));
  }
}

std::vector<Link> examples() {
  std::vector<Link> links;
  for (const std::vector<std::string>& queries :
       {std::vector<std::string>{"chômage", "inflation"},
        std::vector<std::string>{"écologie", "industrie", "agriculture"},
        std::vector<std::string>{"ministre:montebourg", "ministre:macron"}}) {
    std::string text;
    for (const std::string& q : queries) text += (text.empty() ? "" : ", ") + q;
    links.push_back({text, comparison_href({queries})});
  }
  return links;
}

}  // namespace

ComparisonView view_comparison(const ComparisonAnswer& answer,
                               const gazetteer::Gazetteer& gazetteer, const std::string& root) {
  const search::Trends& trends = answer.trends;
  ComparisonView view;
  add_form(view, answer);
  view.page_title = "Comparer dans le temps – Pressoir";
  if (answer.asked.queries.empty()) {
    view.examples = examples();
    return view;
  }
  std::string title;
  for (const search::TrendSeries& series : trends.series) {
    title += (title.empty() ? "" : ", ") + shortened(series.q);
    view.queries.push_back(view_query(answer, series, root));
  }
  view.page_title = title + " – " + view.page_title;
  if (trends.archive.buckets.empty()) {
    view.empty = "Aucun texte daté ne répond à ces filtres et à ces dates.";
  } else {
    add_drawing(view, answer, gazetteer, root);
  }
  if (trends.archive.none != 0) view.undated = counted(trends.archive.none) + " sans date précise";
  view.downloads = {{"Tableau CSV", trends_csv_href(answer.asked)},
                    {"Image SVG", comparison_picture_href(answer.asked)},
                    {"JSON", trends_href(answer.asked)}};
  view.address = root + comparison_href(answer.asked);
  view.source = "Pressoir, " + counted(trends.documents) + ", état " + trends.revision;
  return view;
}

}  // namespace pressoir::pages
