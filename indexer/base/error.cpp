#include "indexer/base/error.hpp"

#include <stdexcept>

namespace pressoir::base {

std::string_view to_string(Errc code) noexcept {
  switch (code) {
    case Errc::kUnreadable:
      return "unreadable";
    case Errc::kTooLarge:
      return "too_large";
    case Errc::kTooDeep:
      return "too_deep";
    case Errc::kTooManyTags:
      return "too_many_tags";
    case Errc::kTooManyAttributes:
      return "too_many_attributes";
    case Errc::kTooManyEntities:
      return "too_many_entities";
    case Errc::kTooSlow:
      return "too_slow";
    case Errc::kEmpty:
      return "empty";
    case Errc::kNotHtml:
      return "not_html";
    case Errc::kBadRecord:
      return "bad_record";
    case Errc::kUnknownKey:
      return "unknown_key";
    case Errc::kNotFound:
      return "not_found";
    case Errc::kNotAnIndex:
      return "not_an_index";
    case Errc::kIndexMismatch:
      return "index_mismatch";
    case Errc::kIndexLocked:
      return "index_locked";
    case Errc::kIndexCorrupt:
      return "index_corrupt";
    case Errc::kIndexChanged:
      return "index_changed";
    case Errc::kNoSpace:
      return "no_space";
    case Errc::kUnavailable:
      return "unavailable";
    case Errc::kBadParameter:
      return "bad_parameter";
    case Errc::kBadQuery:
      return "bad_query";
    case Errc::kBusy:
      return "busy";
    case Errc::kTimeout:
      return "timeout";
    case Errc::kAddressInUse:
      return "address_in_use";
    case Errc::kBadConfig:
      return "bad_config";
    case Errc::kInternal:
      return "internal";
  }
  return "internal";
}

void throw_exception_from_error(const Error& error, const boost::source_location&) {
  throw std::logic_error(error.message);
}

}  // namespace pressoir::base
