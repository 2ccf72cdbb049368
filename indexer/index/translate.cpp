#include "indexer/index/translate.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>

namespace pressoir::index {
namespace {

// Xapian keeps errno only as the text of strerror, in the detail or inside the message.
bool mentions_errno(const Xapian::Error& error, int code) {
  const char* detail = error.get_error_string();
  return (detail != nullptr && std::string_view(detail) == std::strerror(code)) ||
         error.get_msg().find(std::strerror(code)) != std::string::npos;
}

}  // namespace

// By the names of Xapian's types, most specific cause first; its base classes (DatabaseError) stand
// for several.
base::Error translate(const Xapian::Error& error, const std::string& path) {
  const std::string type = error.get_type();
  const char* detail = error.get_error_string();
  const std::string what =
      error.get_msg() + (detail != nullptr ? " (" + std::string(detail) + ")" : "");
  // First, because Xapian reports a full disk as one of several other types.
  if (mentions_errno(error, ENOSPC) || mentions_errno(error, EDQUOT) ||
      mentions_errno(error, EFBIG)) {
    return {base::Errc::kNoSpace,
            "no space is left for the index in " + path + "; it stands at its last commit"};
  }
  // A segment, which cannot be rolled back, could not be written. Why is lost: for want of space,
  // very likely.
  if (type == "InvalidOperationError" && error.get_msg().starts_with("cancel()")) {
    return {base::Errc::kNoSpace, "the index in " + path +
                                      " could not be written, probably because its disk is full; "
                                      "it stands at its last commit"};
  }
  if (mentions_errno(error, EACCES) || mentions_errno(error, EROFS)) {
    return {base::Errc::kUnreadable, "no permission for the index in " + path + ": " + what};
  }
  if (type == "NetworkError" || type == "NetworkTimeoutError") {
    return {base::Errc::kUnavailable, "a shard of the index in " + path + " does not answer: " +
                                          what + " (" + error.get_context() + ")"};
  }
  if (type == "DatabaseModifiedError") {
    return {base::Errc::kIndexChanged, "the index in " + path + " changed while it was read"};
  }
  if (type == "DatabaseLockError") {
    return {base::Errc::kIndexLocked,
            "another process is writing to the index in " + path + "; try again when it has ended"};
  }
  // What a damaged block makes Xapian throw is often a plain DatabaseError.
  if (type == "DatabaseCorruptError" || type == "DatabaseError") {
    return {base::Errc::kIndexCorrupt, "the index in " + path + " is damaged: " + what};
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseVersionError" || type == "FeatureUnavailableError") {
    return {base::Errc::kNotAnIndex, path + " is not an index that can be opened: " + what};
  }
  return {base::Errc::kInternal, "the index in " + path + ": " + type + ": " + what};
}

}  // namespace pressoir::index
