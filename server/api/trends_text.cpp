#include "server/api/trends_text.hpp"

#include <utility>

#include "indexer/base/json_writer.hpp"
#include "server/api/export_rows.hpp"
#include "server/api/search_json.hpp"
#include "server/query/request_parameters.hpp"
#include "server/wording/query_sentences.hpp"

namespace pressoir::api {
namespace {

// Six: a share of one document in a million is still not zero.
constexpr int kShareDecimals = 6;
constexpr int kMillisecondDecimals = 3;
// Long format (one row for each value): spreadsheets and R pivot it as needed.
constexpr std::string_view kHeader = "q,start,count,documents,share\r\n";

// A bucket is named by its first day, as in the histogram of a search.
std::string start_of(const search::facets::DateBucket& bucket) {
  return base::to_string(base::first_day(bucket.start));
}

// Null, not 0: a period without any documents says nothing about the query.
void write_share(base::JsonWriter& json, std::uint64_t count, std::uint64_t documents) {
  if (documents == 0) {
    json.null();
  } else {
    json.number(static_cast<double>(count) / static_cast<double>(documents), kShareDecimals);
  }
}

// The denominators, once for all series.
void write_periods(base::JsonWriter& json, const search::facets::DateHistogram& archive) {
  json.key("periods").begin_array();
  for (const search::facets::DateBucket& bucket : archive.buckets) {
    json.begin_object();
    json.key("start").text(start_of(bucket));
    json.key("documents").integer(bucket.count);
    json.end_object();
  }
  json.end_array();
}

// `none`: undated documents match too, but belong to no period.
void write_series(base::JsonWriter& json, const search::TrendSeries& series,
                  const search::facets::DateHistogram& archive) {
  json.begin_object();
  json.key("q").text(series.q);
  json.key("read_as").text(wording::describe(series.read_as));
  json.key("total").integer(series.total);
  json.key("none").integer(series.none);
  json.key("periods").begin_array();
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    json.begin_object();
    json.key("start").text(start_of(archive.buckets[i]));
    json.key("count").integer(series.counts[i]);
    write_share(json.key("share"), series.counts[i], archive.buckets[i].count);
    json.end_object();
  }
  json.end_array().end_object();
}

struct CsvRow {
  std::string q;  // as a cell
  std::string start;
  std::uint64_t count;
  std::uint64_t documents;
};

void add_row(std::string& csv, const CsvRow& row) {
  // The same rounding as in JSON; an empty cell stands for null.
  base::JsonWriter share;
  if (row.documents != 0) write_share(share, row.count, row.documents);
  csv += row.q + ',' + row.start + ',' + std::to_string(row.count) + ',' +
         std::to_string(row.documents) + ',' + std::move(share).take() + "\r\n";
}

}  // namespace

// Filters and denominators first, because they hold for all series.
std::string trends_to_json(const search::TrendsRequest& request, const search::Trends& trends) {
  base::JsonWriter json;
  json.begin_object();
  json.key("interval").text(to_string(trends.archive.interval));
  write_filters(json, request.common);
  json.key("total").integer(trends.total);
  json.key("none").integer(trends.archive.none);
  write_periods(json, trends.archive);
  json.key("series").begin_array();
  for (const search::TrendSeries& series : trends.series) {
    write_series(json, series, trends.archive);
  }
  json.end_array();
  write_index(json, trends.revision, trends.documents);
  json.key("took_ms").number(trends.took_ms, kMillisecondDecimals);
  json.end_object();
  return std::move(json).take();
}

std::string trends_to_csv(const search::Trends& trends) {
  std::string csv(kHeader);
  const search::facets::DateHistogram& archive = trends.archive;
  for (const search::TrendSeries& series : trends.series) {
    const std::string q = csv_cell(series.q);
    for (std::size_t i = 0; i < series.counts.size(); ++i) {
      add_row(csv, {q, start_of(archive.buckets[i]), series.counts[i], archive.buckets[i].count});
    }
    add_row(csv, {q, "none", series.none, archive.none});
  }
  return csv;
}

}  // namespace pressoir::api
