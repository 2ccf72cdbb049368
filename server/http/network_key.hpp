// Who counts as one client. Pure functions, any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>

namespace pressoir::http {

// An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) as what it is.
boost::asio::ip::address without_mapping(const boost::asio::ip::address& address);

// An IPv4 address, or the IPv6 network of 64 bits that one subscriber gets.
std::string network_key(const boost::asio::ip::address& address);

}  // namespace pressoir::http
