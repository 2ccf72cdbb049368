// Who the client of a request is, and under which address it reaches the server. Behind a reverse
// proxy the peer of the connection is the proxy; the client is then read from Forwarded (RFC 7239)
// or X-Forwarded-*, but only as far as proxies that the configuration names have written it: any
// client can send these fields. Rate limits, the access log and absolute links depend on it.
// Pure functions, any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/http/request_header.hpp"

namespace pressoir::http {

// An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`, which a dual-stack socket reports) as
// IPv4; any other address unchanged.
boost::asio::ip::address without_mapping(const boost::asio::ip::address& address);

// The key under which connections and requests of one client are counted: an IPv4 address as text,
// or the first 64 bits of an IPv6 address as 8 bytes, since one subscriber gets a network of that
// size and could use a new address for every connection.
std::string network_key(const boost::asio::ip::address& address);

// A set of addresses and networks. Immutable after parse().
class Networks {
 public:
  // Reads `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`. kBadConfig names the text that cannot be read.
  static base::Result<Networks> parse(const std::vector<std::string>& texts);

  // IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`) count as what they are.
  bool contains(const boost::asio::ip::address& address) const;

 private:
  struct Network {
    boost::asio::ip::address_v6::bytes_type bytes;
    int prefix_bits = 128;
  };
  std::vector<Network> networks_;
};

// True when the request passed a proxy on its way: it has Forwarded, X-Forwarded-For or Via,
// trusted or not. /metrics is refused to such requests although their peer is the loopback.
bool is_passed_on(const HeaderOnlyRequest& request);

struct ClientIdentity {
  boost::asio::ip::address address;
  std::string base_url;  // `https://archives.exemple.fr`; empty when Host does not name one
};

// `peer` is the other end of the connection. The chain of proxies is read from its end; the client
// is the first address that `trusted_proxies` does not contain. A malformed element ends the
// reading and leaves the client as read so far. At most 16 proxies are followed.
ClientIdentity identify_client(const boost::asio::ip::address& peer,
                               const HeaderOnlyRequest& request, const Networks& trusted_proxies);

}  // namespace pressoir::http
