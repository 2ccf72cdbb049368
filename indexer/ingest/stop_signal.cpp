#include "indexer/ingest/stop_signal.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace pressoir::ingest {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

StopSignal::StopSignal() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  handle_ = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignal::~StopSignal() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  close(handle_);
}

bool StopSignal::is_requested() {
  signalfd_siginfo received;
  if (is_requested_ || read(handle_, &received, sizeof received) <= 0) return is_requested_;
  is_requested_ = true;
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  return true;
}

}  // namespace pressoir::ingest
