#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/store/random.hpp"

namespace reviewd {

/// A new secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64.
[[nodiscard]] std::string new_webhook_secret(review::Random& random);

/// `v1,` and the HMAC-SHA-256 over id, timestamp and body with dots between, in base64 (Standard Webhooks 1.0.0,
/// "Symmetric"). `timestamp` is in seconds of Unix time. Nothing for what is no such secret.
[[nodiscard]] std::optional<std::string> webhook_signature(std::string_view secret, std::string_view id,
                                                           std::string_view timestamp, std::string_view body);

}  // namespace reviewd
