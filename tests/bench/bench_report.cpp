// Makes what Google Benchmark writes (--benchmark_out=FILE, JSON) readable:
//   bench_report FILE FOLDER [README]
// writes FOLDER/results.md, a table, and FOLDER/results.svg, bars of the searches; with README,
// puts the table there between the lines `<!-- benchmarks -->` and `<!-- /benchmarks -->`.
#include <fmt/core.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace json = boost::json;

constexpr std::string_view kOpen = "<!-- benchmarks -->\n";
constexpr std::string_view kClose = "<!-- /benchmarks -->";
constexpr std::string_view kSearch = "search: ";

struct Row {
  std::string name;
  double wall_ms = 0;
  double processor_ms = 0;  // which other programs disturb less
  std::string rate;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool write_file(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  return static_cast<bool>(file.flush());
}

double number(const json::object& object, std::string_view key) {
  const json::value* found = object.if_contains(key);
  return found == nullptr ? 0 : found->to_number<double>();
}

double milliseconds_of(const json::object& object, std::string_view time) {
  const std::string_view unit = object.at("time_unit").as_string();
  const double scale = unit == "ns" ? 1e-6 : unit == "us" ? 1e-3 : unit == "ms" ? 1 : 1e3;
  return number(object, time) * scale;
}

std::string rate_of(const json::object& object) {
  const double bytes = number(object, "bytes_per_second");
  const double items = number(object, "items_per_second");
  if (bytes > 0) return fmt::format("{:.0f} MB/s", bytes / 1e6);
  return items > 0 ? fmt::format("{:.0f}/s", items) : "";
}

// `search, all classes/real_time/threads:2` is `search, all classes, 2 clients`.
std::string name_of(const json::object& object) {
  std::string name(object.at("name").as_string());
  name = name.substr(0, name.find("/real_time"));
  const auto threads = static_cast<int>(number(object, "threads"));
  return threads > 1 ? name + ", " + std::to_string(threads) + " clients" : name;
}

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

std::string machine(const json::object& context) {
  return fmt::format("{}, {:.0f} cores; {} made-up documents of 585 words; {}", processor(),
                     number(context, "num_cpus"),
                     std::string_view(context.at("documents").as_string()),
                     std::string_view(context.at("date").as_string()).substr(0, 10));
}

std::string to_markdown(const std::vector<Row>& rows, const std::string& machine) {
  std::string table =
      machine + "\n\n| what | mean, ms | of the processor | rate |\n|---|---:|---:|---:|\n";
  for (const Row& row : rows) {
    table += fmt::format("| {} | {:.3f} | {:.3f} | {} |\n", row.name, row.wall_ms, row.processor_ms,
                         row.rate);
  }
  return table;
}

std::string to_svg(const std::vector<Row>& rows, const std::string& machine) {
  std::vector<Row> bars;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(bars),
               [](const Row& row) { return row.name.starts_with(kSearch); });
  double most = 0;
  for (const Row& row : bars) most = std::max(most, row.processor_ms);
  constexpr int kRowHeight = 26;
  const int height = kRowHeight * (static_cast<int>(bars.size()) + 2);
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"{}\" "
      "font-family=\"sans-serif\" font-size=\"13\">\n<title>Mean processor time of a search, "
      "ms</title>\n",
      height);
  int y = kRowHeight;
  for (const Row& row : bars) {
    const double width = 480 * row.processor_ms / most;
    svg += fmt::format(
        "<text x=\"150\" y=\"{0}\" text-anchor=\"end\">{1}</text>\n<rect x=\"160\" y=\"{2}\" "
        "width=\"{3:.1f}\" height=\"16\" fill=\"#000091\"/>\n<text x=\"{4:.1f}\" y=\"{0}\">{5:.3f} "
        "ms</text>\n",
        y, row.name.substr(kSearch.size()), y - 13, width, 166 + width, row.processor_ms);
    y += kRowHeight;
  }
  return svg +
         fmt::format("<text x=\"10\" y=\"{}\" font-size=\"11\">{}</text>\n</svg>\n", y, machine);
}

// False when the marks are not there.
bool refresh(const std::string& path, const std::string& table) {
  std::string text = read_file(path);
  const std::size_t open = text.find(kOpen);
  const std::size_t close = text.find(kClose, open);
  if (open == std::string::npos || close == std::string::npos) return false;
  const std::size_t begin = open + kOpen.size();
  text.replace(begin, close - begin, table);
  return write_file(path, text);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const json::object report = json::parse(read_file(argv[1])).as_object();
  std::vector<Row> rows;
  for (const json::value& value : report.at("benchmarks").as_array()) {
    const json::object& one = value.as_object();
    rows.push_back({name_of(one), milliseconds_of(one, "real_time"),
                    milliseconds_of(one, "cpu_time"), rate_of(one)});
  }
  const std::string where = machine(report.at("context").as_object());
  const std::string table = to_markdown(rows, where);
  const std::string folder = argv[2];
  bool is_done = write_file(folder + "/results.md", table) &&
                 write_file(folder + "/results.svg", to_svg(rows, where));
  if (argc > 3) is_done = is_done && refresh(argv[3], table);
  if (!is_done) fmt::print(stderr, "bench_report: a file could not be written\n");
  return is_done ? 0 : 1;
}
