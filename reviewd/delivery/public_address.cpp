#include "reviewd/delivery/public_address.hpp"

#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "reviewd/identity/network.hpp"

namespace reviewd {
namespace {

namespace ip = boost::asio::ip;

/// IANA's registry of special addresses, groups, and what is reserved; the last is where Azure answers machines.
const std::vector<std::string> not_public_v4 = {
    "0.0.0.0/8",      "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",     "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24",   "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",  "198.18.0.0/15",  "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4",  "240.0.0.0/4",    "168.63.129.16/32"};

/// All that is given out. Loopback, link-local, unique local, groups and NAT64 lie outside.
const std::vector<std::string> given_out_v6 = {"2000::/3"};
/// Of that: tunnels (Teredo is below the first, 6to4 the second), and documents.
const std::vector<std::string> not_public_v6 = {"2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20"};

}  // namespace

bool is_public(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return is_public(ip::address(ip::make_address_v4(ip::v4_mapped, address.to_v6())));
  }
  const auto text = address.to_string();
  if (address.is_v4()) return !is_in(text, not_public_v4);
  // An address with a zone belongs to a link.
  return address.to_v6().scope_id() == 0 && is_in(text, given_out_v6) && !is_in(text, not_public_v6);
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    return is_public(ip::address(ip::address_v4(ntohl(four.sin_addr.s_addr))));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 six{};
  std::memcpy(&six, &address, sizeof six);
  ip::address_v6::bytes_type bytes{};
  std::copy(std::begin(six.sin6_addr.s6_addr), std::end(six.sin6_addr.s6_addr), bytes.begin());
  return is_public(ip::address(ip::address_v6(bytes, six.sin6_scope_id)));
}

}  // namespace reviewd
