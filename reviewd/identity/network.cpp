#include "reviewd/identity/network.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string_view>

namespace reviewd {
namespace {

namespace ip = boost::asio::ip;
using boost::system::error_code;

template <class Network>
std::optional<std::string> canonical(const Network& network, const error_code& error) {
  if (error || network != network.canonical()) return std::nullopt;
  return network.to_string();
}

bool holds(const ip::address_v4& address, const std::string& text) {
  error_code error;
  const auto network = ip::make_network_v4(text, error);
  return !error && ip::network_v4(address, network.prefix_length()).network() == network.network();
}

bool holds(const ip::address_v6& address, const std::string& text) {
  error_code error;
  const auto network = ip::make_network_v6(text, error);
  return !error && ip::network_v6(address, network.prefix_length()).network() == network.network();
}

}  // namespace

std::optional<std::string> network_of(const std::string& text) {
  const bool six = text.find(':') != std::string::npos;
  const auto whole = text.find('/') == std::string::npos ? text + (six ? "/128" : "/32") : text;
  error_code error;
  if (six) {
    const auto network = ip::make_network_v6(whole, error);
    return canonical(network, error);
  }
  const auto network = ip::make_network_v4(whole, error);
  return canonical(network, error);
}

bool is_in(const std::string& address, const std::vector<std::string>& networks) {
  error_code error;
  auto parsed = ip::make_address(address, error);
  if (error) return false;
  if (parsed.is_v6() && parsed.to_v6().is_v4_mapped()) parsed = ip::make_address_v4(ip::v4_mapped, parsed.to_v6());
  return std::any_of(networks.begin(), networks.end(), [&](const std::string& network) {
    return parsed.is_v4() ? holds(parsed.to_v4(), network) : holds(parsed.to_v6(), network);
  });
}

}  // namespace reviewd
