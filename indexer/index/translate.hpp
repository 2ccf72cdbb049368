// Xapian's exceptions as errors: the one place that knows them all.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// `path` is the index's, for the message.
base::Error translate(const Xapian::Error& error, const std::string& path);

// What `action` returns (a Result), or the error that Xapian threw in it.
template <typename Action>
auto guarded(const std::string& path, Action&& action) -> decltype(action()) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    return translate(error, path);
  }
}

}  // namespace pressoir::index
