// Errors as values. A function that can fail because of a user, a file or the machine returns
// Result<T>; exceptions are for bugs and exhausted memory. Exit codes and HTTP status codes are
// made from Errc in one table each.
//
//   Result<Document> document = extract_document(page);
//   if (!document) return document.error();
//   use(*document);
//
// Result<T> is as safe to share between threads as T is.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>

namespace pressoir::base {

// One value for each cause that a caller can act on.
enum class Errc {
  // A page or a record that is skipped; the run goes on.
  kUnreadable,  // the file system would not give its bytes, or they do not unpack
  kTooLarge,    // more bytes than the limit
  kTooDeep,     // more nested tags than the limit
  kTooManyTags,
  kTooManyAttributes,
  kTooManyEntities,  // character references: `&eacute;`
  kTooSlow,          // not read in the time that a page may take
  kEmpty,            // no text is left
  kNotHtml,          // the bytes are not a page
  kBadRecord,        // a line of JSON Lines that is not a document
  kUnknownKey,       // a record with a key that no document has
  // An index that cannot be used; the run stops.
  kNotFound,       // no such file, folder or document
  kNotAnIndex,     // the folder holds something else
  kIndexMismatch,  // written with another schema, analyzer or ICU
  kIndexLocked,    // another process writes to it
  kIndexCorrupt,   // Xapian found damage
  kIndexChanged,   // the index moved on under a reader: open again and retry
  kNoSpace,        // the disk is full
  kUnavailable,    // a shard of it, elsewhere, does not answer: retry later
  // A request that cannot be answered.
  kBadParameter,  // a value outside what the parameter takes
  kBadQuery,      // a query that is not UTF-8 or is too long
  kBusy,          // the queue is full: retry later
  kTimeout,       // the time allowed has passed
  kAddressInUse,  // the port is taken
  kBadConfig,     // a configuration or data file of ours that cannot be read
  kInternal,      // a bug
};

// The name of a cause, as reports and logs write it: `too_large`.
std::string_view to_string(Errc code) noexcept;

// The message names the thing (file, field, parameter) and what to do about it: one English
// sentence without a final full stop, so that a caller can write it after "pressoir-index: ".
struct Error {
  Errc code = Errc::kInternal;
  std::string message;
};

template <typename T>
using Result = boost::system::result<T, Error>;

// Boost.System calls it when Result<T>::value() has no value: reading without checking is a bug, so
// it throws std::logic_error.
[[noreturn]] void throw_exception_from_error(const Error& error,
                                             const boost::source_location& location);

}  // namespace pressoir::base
