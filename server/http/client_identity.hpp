// Who asks, and how he reaches us, when proxies stand between: Forwarded (RFC 7239) and
// X-Forwarded-*, believed only from proxies that the configuration names. Any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/http/request_check.hpp"

namespace pressoir::http {

// A set of addresses and networks.
class Networks {
 public:
  // Reads `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`. kBadConfig names what cannot be read.
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

// True when the header says that the client is not the other end of the connection: Forwarded,
// X-Forwarded-For or Via, whoever wrote it.
bool is_passed_on(const HeaderOnlyRequest& request);

struct ClientIdentity {
  boost::asio::ip::address address;
  std::string base_url;  // `https://archives.exemple.fr`; empty when Host does not name one
};

// `peer` is the other end of the connection. Of a chain of proxies, the client is the last address
// that is not a trusted one. What is malformed ends the reading there.
ClientIdentity identify_client(const boost::asio::ip::address& peer,
                               const HeaderOnlyRequest& request, const Networks& trusted_proxies);

}  // namespace pressoir::http
