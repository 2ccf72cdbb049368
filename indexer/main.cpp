#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "indexer/commands.hpp"

namespace {

pressoir::ExitCode run_program(int argc, char** argv) {
  auto parsed = pressoir::parse_command_line(argc, argv);
  if (const auto* code = std::get_if<pressoir::ExitCode>(&parsed)) return *code;
  return std::visit([](const auto& command) { return pressoir::run(command); },
                    std::get<pressoir::Command>(parsed));
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that goes away and a file that may not grow are errors of a write, not the end of the
  // program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  auto code = pressoir::ExitCode::kFailed;
  try {
    code = run_program(argc, argv);
  } catch (const std::bad_alloc&) {
    pressoir::complain("out of memory");
  } catch (const std::exception& bug) {
    pressoir::complain(std::string("stopped by a fault of this program: ") + bug.what());
  } catch (...) {
    pressoir::complain("stopped by a fault of this program");
  }
  return static_cast<int>(code);
}
