#include "server/http/network_key.hpp"

namespace pressoir::http {

namespace ip = boost::asio::ip;

ip::address without_mapping(const ip::address& address) {
  const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
  return mapped ? ip::make_address_v4(ip::v4_mapped, address.to_v6()) : address;
}

std::string network_key(const ip::address& address) {
  const ip::address plain = without_mapping(address);
  if (plain.is_v4()) return plain.to_string();
  const auto bytes = plain.to_v6().to_bytes();
  return std::string(bytes.begin(), bytes.begin() + 8);
}

}  // namespace pressoir::http
