#include <fmt/format.h>

#include <toml++/toml.h>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string_view>

#include "server/configuration.hpp"

namespace pressoir {
namespace {

using Target = std::variant<std::string*, bool*, std::size_t*, std::chrono::milliseconds*>;

// One key of the file. Numbers are whole, `min` to `max`; times are in seconds.
struct Key {
  std::string_view table;
  std::string_view name;
  Target target;
  std::int64_t min = 0;
  std::int64_t max = 0;
};

constexpr std::int64_t kMaxBytes = 1 << 20;
constexpr std::int64_t kMaxCount = 1'000'000;
constexpr std::int64_t kMaxSeconds = 3'600;

std::array<Key, 18> keys_of(Configuration& configuration) {
  http::ServerOptions& server = configuration.server;
  http::Limits& limits = server.limits;
  http::Timeouts& timeouts = server.timeouts;
  return {{
      {"archive", "db", &configuration.db},
      {"pages", "pages", &configuration.pages},
      {"cache", "cache_mb", &configuration.cache_megabytes, 0, kMaxCount},
      {"server", "listen", &server.listen},
      {"server", "workers", &server.workers, 0, 1024},
      {"log", "access_log", &server.access_log},
      {"log", "log_query", &server.log_query},
      {"limits", "max_header_bytes", &limits.max_header_bytes, 1024, kMaxBytes},
      {"limits", "max_target_bytes", &limits.max_target_bytes, 256, kMaxBytes},
      {"limits", "max_body_bytes", &limits.max_body_bytes, 0, kMaxBytes},
      {"limits", "max_connections", &limits.max_connections, 1, kMaxCount},
      {"limits", "max_connections_per_address", &limits.max_connections_per_address, 1, kMaxCount},
      {"limits", "limit_loopback", &limits.limit_loopback},
      {"limits", "max_queued_requests", &limits.max_queued_requests, 1, kMaxCount},
      {"timeouts", "header_seconds", &timeouts.header, 1, kMaxSeconds},
      {"timeouts", "idle_seconds", &timeouts.idle, 1, kMaxSeconds},
      {"timeouts", "write_seconds", &timeouts.write, 1, kMaxSeconds},
      {"timeouts", "grace_seconds", &timeouts.grace, 0, kMaxSeconds},
  }};
}

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
    **time = std::chrono::seconds(*number);
  }
  return {};
}

base::Result<void> assign(const Key& key, const toml::node& value) {
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

std::string line_of(const toml::node& node) {
  return fmt::format("line {}", node.source().begin.line);
}

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

}  // namespace

base::Result<void> read_configuration_file(const std::string& path, Configuration& configuration) {
  // The library's one way to say what is wrong is to throw.
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
