#include "server/http/connections.hpp"

#include "server/http/network_key.hpp"
#include "server/http/session.hpp"

namespace pressoir::http {
namespace ip = boost::asio::ip;

bool Connections::has_room_for(const ip::address& address) const {
  if (sessions_.size() >= limits_.max_connections) return false;
  if (!limits_.limit_loopback && without_mapping(address).is_loopback()) return true;
  const auto network = per_network_.find(network_key(address));
  return network == per_network_.end() || network->second < limits_.max_connections_per_address;
}

void Connections::add(Session& session, const ip::address& address) {
  sessions_.insert(&session);
  ++per_network_[network_key(address)];
}

void Connections::remove(Session& session, const ip::address& address) {
  sessions_.erase(&session);
  const auto network = per_network_.find(network_key(address));
  if (network != per_network_.end() && --network->second == 0) per_network_.erase(network);
}

void Connections::drain() {
  draining_ = true;
  for (Session* session : sessions_) session->stop_waiting();
}

}  // namespace pressoir::http
