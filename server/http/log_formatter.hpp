// How lines of the log are written. What comes from outside cannot forge one: control characters,
// and bytes that are not UTF-8, are written as `\xHH`.
#pragma once

#include <spdlog/formatter.h>

#include <memory>
#include <string>
#include <string_view>

#include "server/http/options.hpp"

namespace pressoir::http {

// The name of the logger of requests, whose lines access_log.hpp makes.
inline constexpr const char* kAccessLogger = "access";

// kText: `2026-11-28T10:00:00.123+01:00 info what happened`. kJson: one object a line,
// `{"time":"2026-11-28T09:00:00.123Z","level":"info","message":"what happened"}`, with the members
// of access_log_members() in the place of `message` for requests. As safe to share as a formatter
// of spdlog: each sink has its own.
std::unique_ptr<spdlog::formatter> make_log_formatter(LogFormat format);

// `text` on one line of UTF-8 that moves no terminal's cursor. Any thread.
std::string printable(std::string_view text);

}  // namespace pressoir::http
