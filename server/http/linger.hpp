// The end of a connection (RFC 9112, section 9.6): to close on bytes that were not read would reset
// it, and could take the last answer away from the client.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>

namespace pressoir::http {

// Ends our side, and reads what the client still sends, at most 256 KB, until he ends his, `limit`
// passes or the stream is cancelled. Used by the io thread only.
boost::asio::awaitable<void> linger(boost::beast::tcp_stream& stream,
                                    std::chrono::milliseconds limit);

}  // namespace pressoir::http
