#include "server/http/connections.hpp"

#include "server/http/session.hpp"

namespace pressoir::http {
namespace {

namespace ip = boost::asio::ip;

ip::address without_mapping(const ip::address& address) {
  const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
  return mapped ? ip::make_address_v4(ip::v4_mapped, address.to_v6()) : address;
}

// Who counts as one client: an IPv4 address, or the IPv6 network that one subscriber gets.
std::string network_of(const ip::address& address) {
  const ip::address plain = without_mapping(address);
  if (plain.is_v4()) return plain.to_string();
  const auto bytes = plain.to_v6().to_bytes();
  return std::string(bytes.begin(), bytes.begin() + 8);
}

}  // namespace

bool Connections::has_room_for(const ip::address& address) const {
  if (sessions_.size() >= limits_.max_connections) return false;
  if (!limits_.limit_loopback && without_mapping(address).is_loopback()) return true;
  const auto network = per_network_.find(network_of(address));
  return network == per_network_.end() || network->second < limits_.max_connections_per_address;
}

void Connections::add(Session& session, const ip::address& address) {
  sessions_.insert(&session);
  ++per_network_[network_of(address)];
}

void Connections::remove(Session& session, const ip::address& address) {
  sessions_.erase(&session);
  const auto network = per_network_.find(network_of(address));
  if (network != per_network_.end() && --network->second == 0) per_network_.erase(network);
}

void Connections::drain() {
  draining_ = true;
  for (Session* session : sessions_) session->stop_waiting();
}

}  // namespace pressoir::http
