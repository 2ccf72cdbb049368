// Files that may not grow beyond a size, as long as it lives: stands for a disk that is full.
#pragma once

#include <sys/resource.h>

#include <csignal>

namespace pressoir::ingest {

class LimitedFiles {
 public:
  explicit LimitedFiles(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~LimitedFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  LimitedFiles(const LimitedFiles&) = delete;
  LimitedFiles& operator=(const LimitedFiles&) = delete;

 private:
  rlimit before_;
  void (*handler_)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

}  // namespace pressoir::ingest
