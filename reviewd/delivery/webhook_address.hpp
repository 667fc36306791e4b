#pragma once

#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

/// An address that events may be sent to.
struct WebhookAddress {
  std::string address;  ///< in the one way that it is written
  std::string host;
};

/// Reads it. `malformed` for what is no https:// address, carries a name or a password, or names a host that is not
/// public: an address of a private network, `localhost`, or a name that only a network of one's own knows. What a name
/// leads to is looked at each time that something is sent (`WebhookPosts`), since it may change. Where private targets
/// are allowed all hosts are, and http:// to this machine's own addresses.
[[nodiscard]] review::Result<WebhookAddress> webhook_address(const std::string& text, bool private_allowed);

}  // namespace reviewd
