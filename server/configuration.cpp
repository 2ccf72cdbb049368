#include "server/configuration.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace pressoir {
namespace {

constexpr int kWrongUse = 2;

// What was written on the command line; nothing for what was not.
// Optional members: only what is given overwrites the file.
struct Given {
  std::string config;
  bool print = false;
  std::optional<std::string> db;
  std::optional<std::string> listen;
  std::optional<std::string> pages;
  std::optional<std::size_t> cache_megabytes;
  std::optional<std::size_t> workers;
};

// What an operator changes from day to day; everything else has its place in the file.
void declare_options(CLI::App& app, Given& given) {
  app.add_option("--db", given.db,
                 "Folder of the archive, as pressoir-index writes it, or a stub database file "
                 "that names its shards (required)")
      ->type_name("PATH");
  app.add_option("--listen", given.listen,
                 "Address and port; [::1]:8080 for IPv6, port 0 for any free one "
                 "(default: 127.0.0.1:8080)")
      ->type_name("HOST:PORT");
  app.add_option("--config", given.config,
                 "TOML file with the same settings and more; the command line wins")
      ->type_name("FILE");
  app.add_option("--cache-mb", given.cache_megabytes,
                 "Megabytes for what searches found, 0: nothing is remembered "
                 "(default: 64)")
      ->type_name("N")
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--workers", given.workers,
                 "Threads that search, 0: one for each processor (default: 0)")
      ->type_name("N")
      ->check(CLI::Range(0, 1024));
  app.add_option("--pages", given.pages,
                 "Folder whose templates and styles replace the built-in ones of the same name")
      ->type_name("DIR");
  app.add_flag("--print-config", given.print,
               "Print every setting with its unit, as a file that --config takes, and end");
  app.set_version_flag("--version", "pressoir-server " PRESSOIR_VERSION);
}

template <typename T>
void take(std::optional<T>& given, T& setting) {
  if (given) setting = *std::move(given);
}

Exit fail(const std::string& message) {
  std::cerr << "pressoir-server: " << message << '\n';
  return {kWrongUse};
}

// The file first, then the command line over it.
std::variant<Configuration, Exit> combine(Given given) {
  Configuration configuration;
  if (!given.config.empty()) {
    const auto read = read_configuration_file(given.config, configuration);
    if (!read) return fail(read.error().message);
  }
  take(given.db, configuration.db);
  take(given.pages, configuration.pages);
  take(given.cache_megabytes, configuration.cache_megabytes);
  take(given.listen, configuration.server.listen);
  take(given.workers, configuration.server.workers);
  const std::string& base_path = configuration.server.base_path;
  // Checked here for both sources: it is compared with the beginning of every path.
  if (!base_path.empty() && (base_path.front() != '/' || base_path.back() == '/')) {
    return fail("server.base_path begins with a / and does not end with one");
  }
  if (given.print) {
    std::cout << print_configuration(configuration);
    return Exit{0};
  }
  if (configuration.db.empty()) return fail("which archive? Write --db PATH (see --help)");
  return configuration;
}

}  // namespace

std::variant<Configuration, Exit> read_command_line(int argc, const char* const* argv) {
  CLI::App app("Answers searches in a Pressoir archive over HTTP.", "pressoir-server");
  Given given;
  declare_options(app, given);
  try {
    app.parse(argc, argv);
    // --help and --version are reported as exceptions by the library.
  } catch (const CLI::Success& shown) {
    return Exit{app.exit(shown)};
  } catch (const CLI::ParseError& fault) {
    return fail(std::string(fault.what()) + " (see --help)");
  }
  return combine(std::move(given));
}

}  // namespace pressoir
