#include "server/pages/comparison.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/query/request_parameters.hpp"

namespace pressoir::pages {
namespace {

using query::Interval;

// Of the label at the end of a curve: what the drawing has room for.
constexpr std::size_t kMaxEndBytes = 22;
// Of the addresses of all cells of the table, and of all periods. Beyond these cells and periods
// lead nowhere: tests/browser allows 30 kB a page.
constexpr std::size_t kMaxAddressesBytes = 40'000;
constexpr std::size_t kMaxLinkedCells = 400;
// Narrower than a timeline: the labels of the curves are beside it.
constexpr DrawingScale kScale = {.desk = 9.3, .telephone = 3.0};

// Dates beyond the archive are cut to it: nothing is drawn there.
query::SearchRequest within_archive(query::SearchRequest request,
                                    const search::ArchiveSummary& archive) {
  const base::Date first = base::first_day(archive.first_date);
  const base::Date last = base::last_day(archive.last_date);
  if (!first || !last) return request;
  if (request.from && base::last_day(request.from) < first) request.from = first;
  if (request.to && base::first_day(request.to) > last) request.to = last;
  return request;
}

// The number of periods from one day to another, both included.
std::int32_t periods_between(Interval interval, base::Date first, base::Date last) {
  const std::int32_t years = last.year - first.year;
  if (interval == Interval::kYear) return years + 1;
  if (interval == Interval::kMonth) return years * 12 + last.month - first.month + 1;
  return base::days_since_epoch(last) - base::days_since_epoch(first) + 1;
}

query::SearchRequest search_for(const ComparisonRequest& asked, const std::string& q) {
  return links::question_of(links::with_query(asked.common, q));
}

// A query as it is displayed, without the code points that XML 1.0 forbids (section 2.2): a picture
// is XML, and one of them would make it unreadable as a whole.
std::string as_written(std::string q) {
  if (q.empty()) return std::string(kEveryText);
  for (const char* forbidden : {"\uFFFE", "\uFFFF"}) boost::replace_all(q, forbidden, "\uFFFD");
  return q;
}

// At most kMaxEndBytes, cut between characters.
std::string shortened(const std::string& q) {
  std::string name = as_written(q);
  if (name.size() <= kMaxEndBytes) return name;
  return std::string(base::clip_utf8(name, kMaxEndBytes - 2)) + "…";
}

// `root`: see view_comparison.
ComparedQuery view_query(const ComparisonAnswer& answer, const search::TrendSeries& series,
                         const std::string& root) {
  ComparedQuery query;
  query.search = {as_written(series.q),
                  root + links::search_href(search_for(answer.asked, series.q))};
  query.end = shortened(series.q);
  query.total = total_in_words(series.total, answer.trends.total);
  // A query that is read word for word needs no sentence.
  const std::string read_as = read_as_sentence(series.read_as);
  if (read_as != read_word_for_word(series.q)) query.read_as = read_as;
  return query;
}

// Whether an address like this may be written so many times.
bool is_short(const std::string& address, std::size_t times) {
  return address.size() * times <= kMaxAddressesBytes;
}

// The numbers of one period, without addresses: whether these fit depends on all periods.
ComparedPeriod view_period(const ComparisonAnswer& answer, const timeline::Curves& drawing,
                           std::size_t place) {
  const timeline::Bar& bar = drawing.axis.bars[place];
  ComparedPeriod period;
  period.name = wording::period_in_words(bar.from, bar.to);
  period.from = base::to_string(bar.from);
  period.to = base::to_string(bar.to);
  period.documents = bar.count;
  std::vector<std::string> shares;
  for (std::size_t i = 0; i < drawing.curves.size(); ++i) {
    const timeline::Point& point = drawing.curves[i].points[place];
    const std::string share = share_in_words(point.count, point.documents);
    period.cells.push_back({{wording::number(point.count), ""}, share});
    if (point.documents == 0) continue;
    shares.push_back(shortened(answer.trends.series[i].q) + " " + share);
  }
  period.zoom.text = shares_in_words(period.name, shares);
  return period;
}

// All periods, with as many addresses as the page has room for: first those that narrow the page to
// a period, then those of the table, each curve for itself, so that a long query costs only its
// own.
void add_periods(ComparisonView& view, const ComparisonAnswer& answer, const std::string& root) {
  const timeline::Curves& drawing = *view.drawing;
  const std::size_t bars = drawing.axis.bars.size();
  const bool has_zooms = is_short(comparison_href(answer.asked), bars) && bars > 1;
  for (std::size_t i = 0; i < bars; ++i) {
    view.periods.push_back(view_period(answer, drawing, i));
    const timeline::Bar& bar = drawing.axis.bars[i];
    if (has_zooms) {
      view.periods.back().zoom.href =
          root + comparison_href(with_dates(answer.asked, bar.from, bar.to));
    }
  }
  if (bars * drawing.curves.size() > kMaxLinkedCells) return;
  for (std::size_t s = 0; s < drawing.curves.size(); ++s) {
    const query::SearchRequest request = search_for(answer.asked, answer.trends.series[s].q);
    if (!is_short(links::search_href(request), bars * drawing.curves.size())) continue;
    for (std::size_t i = 0; i < bars; ++i) {
      const timeline::Bar& bar = drawing.axis.bars[i];
      // A search without results is no place to lead to.
      if (drawing.curves[s].points[i].count == 0) continue;
      view.periods[i].cells[s].count.href =
          root + links::search_href(links::with_dates(request, bar.from, bar.to));
    }
  }
}

void add_drawing(ComparisonView& view, const ComparisonAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer, const std::string& root) {
  view.drawing = timeline::draw_curves(answer.trends);
  const timeline::Drawing& axis = view.drawing->axis;
  view.description = curves_in_words(axis);
  view.column = column_of(axis.interval);
  if (answer.asked.interval && *answer.asked.interval != axis.interval) {
    view.lengthened = lengthened_in_words(*answer.asked.interval);
  }
  view.governments = government_terms(
      axis, gazetteer,
      [&](base::Date from, base::Date to) {
        return root + comparison_href(with_dates(answer.asked, from, to));
      },
      kScale);
  const std::size_t skipped = view.drawing->skipped_periods;
  if (skipped != 0) view.skipped = skipped_in_words(skipped);
  add_periods(view, answer, root);
}

// The form repeats the request, so that one query can be changed without typing the others again.
void add_form(ComparisonView& view, const ComparisonAnswer& answer) {
  const ComparisonRequest& asked = answer.asked;
  std::copy(asked.queries.begin(), asked.queries.end(), view.fields.begin());
  view.kept = kept_parameters(links::question_of(asked.common));
  view.from = base::to_string(asked.common.from);
  view.to = base::to_string(asked.common.to);
  view.intervals.push_back({"", std::string(kIntervalByDates), !asked.interval});
  for (const Interval interval : {Interval::kYear, Interval::kMonth, Interval::kDay}) {
    view.intervals.push_back({std::string(query::to_string(interval)),
                              std::string(interval_in_words(interval)),
                              asked.interval == interval});
  }
  for (links::FilterTag& tag : links::filter_tags(asked.common, answer.names)) {
    ComparisonRequest rest = asked;
    rest.common = tag.rest;
    tag.href = comparison_href(rest);
    view.tags.push_back(std::move(tag));
  }
}

// What a reader may compare: topics, and people.
std::vector<links::Link> example_links() {
  std::vector<links::Link> links;
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

std::vector<links::Parameter> parameters(const ComparisonRequest& request) {
  std::vector<links::Parameter> list;
  for (const std::string& q : request.queries) list.push_back({"q", q});
  query::SearchRequest common = links::question_of(request.common);
  common.q.clear();
  for (links::Parameter& parameter : links::parameters(common))
    list.push_back(std::move(parameter));
  if (request.interval)
    list.push_back({"interval", std::string(query::to_string(*request.interval))});
  return list;
}

ComparisonRequest with_dates(ComparisonRequest request, base::Date from, base::Date to) {
  request.common = links::with_dates(std::move(request.common), from, to);
  return request;
}

std::string comparison_href(const ComparisonRequest& request) {
  return links::address("/comparer", parameters(request));
}

Interval comparison_interval(const ComparisonRequest& request,
                             const search::ArchiveSummary& archive) {
  const query::SearchRequest common = within_archive(request.common, archive);
  const base::Date first = base::first_day(common.from ? common.from : archive.first_date);
  const base::Date last = base::last_day(common.to ? common.to : archive.last_date);
  if (!first || !last) return request.interval.value_or(Interval::kYear);
  Interval interval = request.interval.value_or(
      timeline::usual_interval(periods_between(Interval::kDay, first, last)));
  // Not shorter than chosen, and no more periods than a page can have.
  for (const Interval longer : {Interval::kMonth, Interval::kYear}) {
    const bool is_too_short = periods_between(interval, first, last) > kMaxComparedPeriods;
    if (is_too_short && longer < interval) interval = longer;
  }
  return interval;
}

base::Result<ComparisonAnswer> answer_comparison(const ComparisonRequest& request,
                                                 search::Searcher& searcher) {
  ComparisonAnswer answer{request, {}, {}};
  // The page is then a form; no search is worth its time.
  if (request.queries.empty()) return answer;
  const search::ArchiveSummary archive = searcher.summary();
  search::TrendsRequest asked{request.queries, within_archive(request.common, archive)};
  asked.common.interval = comparison_interval(request, archive);
  auto trends = searcher.trends(asked);
  if (!trends) return trends.error();
  answer.trends = *std::move(trends);
  // Trends have no facets; the names of the active filters come from a search that only counts.
  query::SearchRequest names = request.common;
  names.q.clear();
  names.count = 0;
  names.date_facet = names.with_snippets = false;
  for (const base::Facet facet : base::kFacets) {
    const query::FacetFilter& filter = names.filter(facet);
    names.facets[static_cast<std::size_t>(facet)] =
        !filter.any_of.empty() || !filter.none_of.empty();
  }
  if (std::find(names.facets.begin(), names.facets.end(), true) == names.facets.end())
    return answer;
  auto named = searcher.search(names);
  if (!named) return named.error();
  answer.names = *std::move(named);
  return answer;
}

ComparisonView view_comparison(const ComparisonAnswer& answer,
                               const gazetteer::Gazetteer& gazetteer, const std::string& root) {
  const search::Trends& trends = answer.trends;
  ComparisonView view;
  add_form(view, answer);
  view.page_title = page_title(kComparisonTitle);
  if (answer.asked.queries.empty()) {
    view.examples = example_links();
    return view;
  }
  std::string title;
  for (const search::TrendSeries& series : trends.series) {
    title += (title.empty() ? "" : ", ") + shortened(series.q);
    view.queries.push_back(view_query(answer, series, root));
  }
  view.page_title = title + " – " + view.page_title;
  if (trends.archive.buckets.empty()) {
    view.empty = kNothingDated;
  } else {
    add_drawing(view, answer, gazetteer, root);
  }
  if (trends.archive.none != 0) view.undated = imprecise_in_words(trends.archive.none);
  const std::vector<links::Parameter> asked = parameters(answer.asked);
  view.downloads = {{std::string(kCsv), links::address("/api/v1/trends.csv", asked)},
                    {std::string(kSvg), links::address("/comparer.svg", asked)},
                    {std::string(kJson), links::address("/api/v1/trends", asked)}};
  view.address = root + comparison_href(answer.asked);
  view.source = picture_source(trends);
  return view;
}

}  // namespace pressoir::pages
