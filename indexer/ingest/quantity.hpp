// Quantities as a person reads them. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressoir::ingest {

std::string with_thousands(std::uint64_t count);                      // `1,234,567`
std::string counted(std::uint64_t count, std::string_view singular);  // `1 item`, `1,234 items`
std::string readable_bytes(std::uint64_t bytes);  // `12.3 MB`, in powers of 1000
std::string readable_seconds(double seconds);     // `0.8 s`, `12 min 05 s`

}  // namespace pressoir::ingest
