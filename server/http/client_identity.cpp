#include "server/http/client_identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/beast/core/string.hpp>
#include <charconv>
#include <optional>

#include "indexer/base/utf8.hpp"

namespace pressoir::http {
namespace {

namespace ip = boost::asio::ip;

constexpr int kMaxHops = 16;              // a longer chain is a loop or an attack
constexpr std::size_t kNetworkBytes = 8;  // of an IPv6 address: the /64 of one subscriber

// IPv4 as IPv6, so that one comparison serves both families.
ip::address_v6::bytes_type bytes_of(const ip::address& address) {
  if (address.is_v6()) return address.to_v6().to_bytes();
  return ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
}

std::string_view unquoted(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`. A single colon separates a
// port; several belong to an IPv6 address. Obfuscated nodes (`_hidden`, `unknown`: RFC 7239,
// section 6) are no address.
std::optional<ip::address> parse_node(std::string_view text) {
  text = unquoted(base::trim(text));
  if (text.starts_with('[')) {
    text = text.substr(1, text.find(']') - 1);
  } else if (std::count(text.begin(), text.end(), ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  boost::system::error_code error;
  const auto address = ip::make_address(std::string(text), error);
  return error ? std::nullopt : std::optional(address);
}

// What one proxy reports of the peer that connected to it.
struct Hop {
  std::string_view node;
  std::string_view proto;
  std::string_view host;
};

// Takes the last element off a list separated by commas.
// Each proxy appends: the last element is the one that the nearest proxy wrote.
std::string_view take_last(std::string_view& list) {
  const auto comma = list.rfind(',');
  const auto last = comma == std::string_view::npos ? list : list.substr(comma + 1);
  list = comma == std::string_view::npos ? "" : list.substr(0, comma);
  return base::trim(last);
}

// `for=192.0.2.1;proto=https;host=example.org`, in any order; unknown pairs are ignored.
Hop read_forwarded(std::string_view element) {
  Hop hop;
  while (!element.empty()) {
    const auto end = std::min(element.find(';'), element.size());
    const std::string_view pair = base::trim(element.substr(0, end));
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    const auto value = unquoted(pair.substr(std::min(equals + 1, pair.size())));
    if (boost::beast::iequals(name, "for")) hop.node = value;
    if (boost::beast::iequals(name, "proto")) hop.proto = value;
    if (boost::beast::iequals(name, "host")) hop.host = value;
    element.remove_prefix(std::min(end + 1, element.size()));
  }
  return hop;
}

// The hops of a request, nearest proxy first: each proxy appends to the lists, so that they are
// taken from the end. Forwarded wins over X-Forwarded-*, whose three lists run in step.
class Chain {
 public:
  explicit Chain(const HeaderOnlyRequest& request)
      : forwarded_(view(request["Forwarded"])),
        nodes_(view(request["X-Forwarded-For"])),
        protos_(view(request["X-Forwarded-Proto"])),
        hosts_(view(request["X-Forwarded-Host"])),
        is_standard_(!forwarded_.empty()) {}

  Hop take() {
    if (is_standard_) return read_forwarded(take_last(forwarded_));
    return {take_last(nodes_), take_last(protos_), take_last(hosts_)};
  }

 private:
  std::string_view forwarded_;
  std::string_view nodes_;
  std::string_view protos_;
  std::string_view hosts_;
  bool is_standard_;
};

}  // namespace

ip::address without_mapping(const ip::address& address) {
  const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
  return mapped ? ip::make_address_v4(ip::v4_mapped, address.to_v6()) : address;
}

std::string network_key(const ip::address& address) {
  const ip::address plain = without_mapping(address);
  if (plain.is_v4()) return plain.to_string();
  const auto bytes = plain.to_v6().to_bytes();
  return std::string(bytes.begin(), bytes.begin() + kNetworkBytes);
}

base::Result<Networks> Networks::parse(const std::vector<std::string>& texts) {
  Networks networks;
  for (const std::string& text : texts) {
    const auto slash = std::min(text.find('/'), text.size());
    boost::system::error_code error;
    const auto address = ip::make_address(text.substr(0, slash), error);
    const int widest = !error && address.is_v4() ? 32 : 128;
    int bits = widest;
    const char* const end = text.data() + text.size();
    if (slash < text.size()) {
      const auto read = std::from_chars(text.data() + slash + 1, end, bits);
      if (read.ec != std::errc{} || read.ptr != end || bits < 0 || bits > widest)
        error = boost::asio::error::invalid_argument;
    }
    if (error) {
      return base::Error{base::Errc::kBadConfig,
                         fmt::format("\"{}\" is not a network: write 10.0.0.0/8 or ::1", text)};
    }
    networks.networks_.push_back({bytes_of(address), 128 - widest + bits});
  }
  return networks;
}

bool Networks::contains(const ip::address& address) const {
  const auto bytes = bytes_of(address);
  return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
    const auto whole = static_cast<std::size_t>(network.prefix_bits / 8);
    if (!std::equal(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                    network.bytes.begin())) {
      return false;
    }
    // The byte in which the prefix ends, if it does not end between two.
    const int rest = network.prefix_bits % 8;
    return rest == 0 || ((bytes[whole] ^ network.bytes[whole]) >> (8 - rest)) == 0;
  });
}

// Whoever wrote them: a client that adds the field itself only loses a right.
bool is_passed_on(const HeaderOnlyRequest& request) {
  return request.count("Forwarded") != 0 || request.count("X-Forwarded-For") != 0 ||
         request.count(boost::beast::http::field::via) != 0;
}

ClientIdentity identify_client(const ip::address& peer, const HeaderOnlyRequest& request,
                               const Networks& trusted_proxies) {
  ClientIdentity client{peer, ""};
  std::string_view proto = "http";
  std::string_view host = view(request[boost::beast::http::field::host]);
  Chain chain(request);
  for (int hop = 0; hop < kMaxHops && trusted_proxies.contains(client.address); ++hop) {
    const Hop reported = chain.take();
    // They end up in links that are sent to readers: nothing but a scheme and a host may pass.
    if (reported.proto == "http" || reported.proto == "https") proto = reported.proto;
    if (is_host(reported.host)) host = reported.host;
    const auto before = parse_node(reported.node);
    if (!before) break;
    client.address = *before;
  }
  if (is_host(host)) client.base_url = fmt::format("{}://{}", proto, host);
  return client;
}

}  // namespace pressoir::http
