#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <sstream>
#include <string_view>
#include <vector>

#include "server/configuration.hpp"

namespace pressoir {
namespace {

// The setting of a key; its type decides which values the key takes.
using Target = std::variant<std::string*, bool*, std::size_t*, std::chrono::milliseconds*,
                            std::vector<std::string>*, http::LogFormat*>;

// One key of the file. Numbers are whole, `min` to `max`; times are in seconds.
struct Key {
  std::string_view table;
  std::string_view name;
  std::string_view meaning;
  Target target;
  std::int64_t min = 0;
  std::int64_t max = 0;
};

// Upper limits catch slips of the keyboard, not wishes.
constexpr std::int64_t kMaxBytes = 1 << 20;
constexpr std::int64_t kMaxCount = 1'000'000;
constexpr std::int64_t kMaxSeconds = 3'600;

// The table of all keys: read, checked and printed from here.
std::vector<Key> keys_of(Configuration& configuration) {
  http::ServerOptions& server = configuration.server;
  http::Limits& limits = server.limits;
  http::Timeouts& timeouts = server.timeouts;
  return {
      {"archive", "db", "folder of the archive or stub of its shards; here or by --db",
       &configuration.db},
      {"server", "listen", "[::1]:8080 for IPv6; port 0: any free one", &server.listen},
      {"server", "workers", "threads that search; 0: one for each processor", &server.workers, 0,
       1024},
      {"server", "base_path", "what a proxy puts before every path, as /archives",
       &server.base_path},
      {"server", "trusted_proxies",
       "addresses and networks whose Forwarded and X-Forwarded-* are believed",
       &server.trusted_proxies},
      {"pages", "pages", "folder whose templates replace the built-in ones", &configuration.pages},
      {"search", "time_limit_seconds", "for finding what a query matches; longer: 503",
       &configuration.search_time_limit, 1, kMaxSeconds},
      {"search", "shard_timeout_seconds",
       "for a shard elsewhere to be connected to, and for each answer; longer: 503",
       &configuration.shard_timeout, 1, kMaxSeconds},
      {"cache", "cache_mb",
       "for what searches found: another page, order or filter costs little; 0: nothing is "
       "remembered",
       &configuration.cache_megabytes, 0, kMaxCount},
      {"metrics", "listen",
       "own address for /metrics, as 127.0.0.1:9090; empty: server.listen, for this machine alone",
       &server.metrics_listen},
      {"log", "format", "\"text\", or \"json\": one object a line", &server.log_format},
      {"log", "access_log", "one line a request", &server.access_log},
      {"log", "log_query", "with its query string: what a reader asks is private",
       &server.log_query},
      {"limits", "max_header_bytes", "request line and fields; more: 431", &limits.max_header_bytes,
       1024, kMaxBytes},
      {"limits", "max_target_bytes", "the address; more: 414", &limits.max_target_bytes, 256,
       kMaxBytes},
      {"limits", "max_body_bytes", "no request needs a body; more: 413, less: 400",
       &limits.max_body_bytes, 0, kMaxBytes},
      {"limits", "max_connections", "one too many: 503, and closed", &limits.max_connections, 1,
       kMaxCount},
      {"limits", "max_connections_per_address", "IPv6: per network of 64 bits",
       &limits.max_connections_per_address, 1, kMaxCount},
      {"limits", "requests_per_second", "of one address, steadily; more: 429; 0: no limit",
       &limits.requests_per_second, 0, kMaxCount},
      {"limits", "request_burst", "requests of one address before that rate counts",
       &limits.request_burst, 1, kMaxCount},
      {"limits", "limit_loopback", "count 127.0.0.0/8 and ::1 too; off, a proxy lives there",
       &limits.limit_loopback},
      {"limits", "max_queued_requests", "waiting for a worker; one too many: 503",
       &limits.max_queued_requests, 1, kMaxCount},
      {"limits", "max_exports", "being sent at once; one too many: 503", &limits.max_exports, 0,
       kMaxCount},
      {"timeouts", "header_seconds", "from the first byte of a request to the last of its header",
       &timeouts.header, 1, kMaxSeconds},
      {"timeouts", "idle_seconds", "between two requests of a connection", &timeouts.idle, 1,
       kMaxSeconds},
      {"timeouts", "write_seconds", "for a whole answer; for each piece of an export",
       &timeouts.write, 1, kMaxSeconds},
      {"timeouts", "grace_seconds", "for running requests when the server stops", &timeouts.grace,
       0, kMaxSeconds},
  };
}

// Names the key and what it takes; the caller adds file and line.
base::Error bad_key(const Key& key, std::string_view expected) {
  return {base::Errc::kBadConfig, fmt::format("{}.{} takes {}", key.table, key.name, expected)};
}

base::Result<void> assign_number(const Key& key, const toml::node& value) {
  const auto number = value.value_exact<std::int64_t>();
  if (!number || *number < key.min || *number > key.max) {
    return bad_key(key, fmt::format("a whole number from {} to {}", key.min, key.max));
  }
  if (auto* const* size = std::get_if<std::size_t*>(&key.target)) {
    **size = static_cast<std::size_t>(*number);
  } else if (auto* const* time = std::get_if<std::chrono::milliseconds*>(&key.target)) {
    // Seconds are the unit of every time in the file.
    **time = std::chrono::seconds(*number);
  }
  return {};
}

base::Result<void> assign_format(const Key& key, http::LogFormat& target, const toml::node& value) {
  const auto name = value.value_exact<std::string>();
  if (!name || (*name != "text" && *name != "json")) return bad_key(key, "\"text\" or \"json\"");
  target = *name == "json" ? http::LogFormat::kJson : http::LogFormat::kText;
  return {};
}

// Replaces the list: entries of two sources are not mixed.
base::Result<void> assign_texts(const Key& key, std::vector<std::string>& target,
                                const toml::node& value) {
  const toml::array* list = value.as_array();
  if (list == nullptr) return bad_key(key, "a list of texts, as [\"10.0.0.0/8\"]");
  target.clear();
  for (const toml::node& item : *list) {
    const auto text = item.value_exact<std::string>();
    if (!text) return bad_key(key, "a list of texts, as [\"10.0.0.0/8\"]");
    target.push_back(*text);
  }
  return {};
}

base::Result<void> assign(const Key& key, const toml::node& value) {
  if (auto* const* texts = std::get_if<std::vector<std::string>*>(&key.target)) {
    return assign_texts(key, **texts, value);
  }
  if (auto* const* format = std::get_if<http::LogFormat*>(&key.target)) {
    return assign_format(key, **format, value);
  }
  if (auto* const* text = std::get_if<std::string*>(&key.target)) {
    const auto given = value.value_exact<std::string>();
    if (!given) return bad_key(key, "a text in quotation marks");
    **text = *given;
    return {};
  }
  if (auto* const* flag = std::get_if<bool*>(&key.target)) {
    const auto given = value.value_exact<bool>();
    if (!given) return bad_key(key, "true or false");
    **flag = *given;
    return {};
  }
  return assign_number(key, value);
}

// toml++ counts lines from 1.
std::string line_of(const toml::node& node) {
  return fmt::format("line {}", node.source().begin.line);
}

// An unknown key is an error: a misspelt limit would silently not apply.
base::Result<void> read_table(std::string_view name, const toml::table& table,
                              Configuration& configuration) {
  const auto keys = keys_of(configuration);
  for (const auto& [written, value] : table) {
    const std::string_view key_name = written.str();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& each) {
      return each.table == name && each.name == key_name;
    });
    if (key == keys.end()) {
      return base::Error{base::Errc::kBadConfig,
                         fmt::format("{}: {}.{} is not a setting", line_of(value), name, key_name)};
    }
    if (auto assigned = assign(*key, value); !assigned) {
      return base::Error{base::Errc::kBadConfig, line_of(value) + ": " + assigned.error().message};
    }
  }
  return {};
}

base::Result<void> read_tables(const toml::table& root, Configuration& configuration) {
  for (const auto& [name, value] : root) {
    const toml::table* table = value.as_table();
    if (table == nullptr) {
      return base::Error{base::Errc::kBadConfig,
                         fmt::format("{}: {} stands outside of any table", line_of(value),
                                     std::string_view(name.str()))};
    }
    if (auto read = read_table(name.str(), *table, configuration); !read) return read.error();
  }
  return {};
}

toml::array to_toml(const std::vector<std::string>& texts) {
  toml::array list;
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

// A value as TOML writes it.
struct WriteValue {
  std::string operator()(const std::string* text) const { return write(toml::value(*text)); }
  std::string operator()(const bool* flag) const { return *flag ? "true" : "false"; }
  std::string operator()(const std::size_t* number) const { return std::to_string(*number); }
  std::string operator()(const std::chrono::milliseconds* time) const {
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(*time).count());
  }
  std::string operator()(const http::LogFormat* format) const {
    return *format == http::LogFormat::kJson ? "\"json\"" : "\"text\"";
  }
  std::string operator()(const std::vector<std::string>* texts) const {
    return write(to_toml(*texts));
  }

 private:
  template <typename Node>
  // Double quotes only, so that every value can be copied into a shell's single quotes.
  static std::string write(const Node& node) {
    std::ostringstream out;
    out << toml::toml_formatter(
        node, toml::toml_formatter::default_flags & ~toml::format_flags::allow_literal_strings);
    return out.str();
  }
};

}  // namespace

// keys_of needs mutable settings; the copy is not changed.
std::string print_configuration(const Configuration& configuration) {
  Configuration copy = configuration;
  std::string text;
  std::string_view table;
  for (const Key& key : keys_of(copy)) {
    if (key.table != table) text += fmt::format("{}[{}]\n", text.empty() ? "" : "\n", key.table);
    table = key.table;
    const std::string line = fmt::format("{} = {}", key.name, std::visit(WriteValue{}, key.target));
    text += fmt::format("{:<35} # {}\n", line, key.meaning);
  }
  return text;
}

base::Result<void> read_configuration_file(const std::string& path, Configuration& configuration) {
  // The library reports errors by exceptions only.
  try {
    if (auto read = read_tables(toml::parse_file(path), configuration); !read) {
      return base::Error{base::Errc::kBadConfig, path + ": " + read.error().message};
    }
    return {};
  } catch (const toml::parse_error& fault) {
    return base::Error{
        base::Errc::kBadConfig,
        fmt::format("{}: line {}: {}", path, fault.source().begin.line, fault.description())};
  }
}

}  // namespace pressoir
