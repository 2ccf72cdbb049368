#include "tests/integration/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <system_error>
#include <thread>

namespace pressoir::integration {
namespace {

using std::chrono::milliseconds;

void check(bool is_done, const std::string& what) {
  if (!is_done) throw std::system_error(errno, std::generic_category(), what);
}

// A memory file: it takes whatever the program writes, so that no thread has to drain a pipe.
int open_capture(const char* name) {
  const int handle = memfd_create(name, MFD_CLOEXEC);
  check(handle >= 0, "memfd_create");
  return handle;
}

int open_broken_pipe() {
  int ends[2];
  check(pipe2(ends, O_CLOEXEC) == 0, "pipe2");
  close(ends[0]);
  return ends[1];
}

std::string read_capture(int handle) {
  std::string text;
  char buffer[1 << 14];
  for (ssize_t got;
       (got = pread(handle, buffer, sizeof buffer, static_cast<off_t>(text.size()))) > 0;) {
    text.append(buffer, static_cast<std::size_t>(got));
  }
  return text;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::string>& additions) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable)
    variables.emplace_back(*variable);
  variables.insert(variables.begin(), additions.begin(), additions.end());
  return variables;
}

pid_t spawn(std::vector<std::string> arguments, const ProcessOptions& options,
            const posix_spawn_file_actions_t& actions) {
  // A signal that the test's own process blocks or ignores must not be so in the program.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  const int group = options.with_children ? POSIX_SPAWN_SETPGROUP : 0;  // its own
  posix_spawnattr_setflags(
      &attributes, static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
  std::vector<std::string> environment = environment_with(options.environment);
  pid_t pid = -1;
  errno = posix_spawnp(&pid, arguments[0].c_str(), &actions, &attributes,
                       pointers_to(arguments).data(), pointers_to(environment).data());
  posix_spawnattr_destroy(&attributes);
  check(errno == 0, arguments[0]);
  return pid;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const ProcessOptions& options)
    : with_children_(options.with_children), out_(open_capture("out")), err_(open_capture("err")) {
  const int out = options.broken_output ? open_broken_pipe() : out_;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err_, STDERR_FILENO);
  pid_ = spawn(arguments, options, actions);
  posix_spawn_file_actions_destroy(&actions);
  if (out != out_) close(out);
  // By number: glibc 2.36 declares pidfd_open without C linkage.
  pid_handle_ = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  check(pid_handle_ >= 0, "pidfd_open");
}

Process::~Process() {
  if (!reaped_) {
    send(SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  for (const int handle : {pid_handle_, out_, err_}) close(handle);
}

bool Process::is_running() const {
  return !reaped_ && !ends_within(milliseconds(0));
}

std::string Process::out() const {
  return read_capture(out_);
}

std::string Process::err() const {
  return read_capture(err_);
}

bool Process::wait_for_output(std::string_view text, milliseconds timeout) const {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  while (true) {
    const bool is_last_look = !is_running() || std::chrono::steady_clock::now() >= deadline;
    if (out().find(text) != std::string::npos || err().find(text) != std::string::npos) return true;
    if (is_last_look) return false;
    std::this_thread::sleep_for(milliseconds(5));
  }
}

void Process::send(int signal) const {
  if (!reaped_) kill(with_children_ ? -pid_ : pid_, signal);
}

Outcome Process::wait(milliseconds timeout) {
  Outcome outcome;
  if (!reaped_) {
    outcome.timed_out = !ends_within(timeout);
    if (outcome.timed_out) send(SIGKILL);
    check(waitpid(pid_, &status_, 0) == pid_, "waitpid");
    reaped_ = true;
  }
  if (WIFEXITED(status_)) outcome.exit_code = WEXITSTATUS(status_);
  if (WIFSIGNALED(status_)) outcome.signal = WTERMSIG(status_);
  outcome.out = out();
  outcome.err = err();
  return outcome;
}

bool Process::ends_within(milliseconds timeout) const {
  pollfd handle{pid_handle_, POLLIN, 0};
  int ready;
  do {
    ready = poll(&handle, 1, static_cast<int>(timeout.count()));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

Outcome run(const std::vector<std::string>& arguments, const ProcessOptions& options) {
  return Process(arguments, options).wait();
}

}  // namespace pressoir::integration
