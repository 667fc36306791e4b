#pragma once

#include <optional>
#include <string>
#include <vector>

namespace reviewd {

/// A network as `10.0.0.0/8`, `2001:db8::/32` or a single address, written in the one way that it has. Nothing for
/// other text, and where bits are set that the network leaves open (`10.0.0.1/8`).
[[nodiscard]] std::optional<std::string> network_of(const std::string& text);

/// Whether the address is in one of the networks. An IPv4 address that came over IPv6 (`::ffff:10.0.0.1`) counts as the
/// former. False for what is no address.
[[nodiscard]] bool is_in(const std::string& address, const std::vector<std::string>& networks);

}  // namespace reviewd
