#pragma once

#include <sys/socket.h>

#include <boost/asio/ip/address.hpp>

namespace reviewd {

/// Whether an address is one of the internet's own: not of this machine, of a private or shared network (RFC 1918, RFC
/// 6598, unique local), of the link, of a group, set apart for tests or documents (RFC 6890), of what carries IPv4
/// inside IPv6 in ways that could lead back here, or one at which a provider of machines answers about the machine. An
/// IPv4 address written as IPv6 counts as the former.
[[nodiscard]] bool is_public(const boost::asio::ip::address& address);
/// The same of what a name was resolved to; false for what is neither IPv4 nor IPv6.
[[nodiscard]] bool is_public(const sockaddr& address);

}  // namespace reviewd
