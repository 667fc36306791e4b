#pragma once

#include <toml++/toml.h>

#include "libreview/base/result.hpp"
#include "reviewd/settings/webhook_settings.hpp"

namespace reviewd {

/// Reads the table `[webhooks]` of the configuration. An unknown key is an error.
///
///     [webhooks]
///     allow-private = false                 # true: a receiver may stand in a private network, or on this machine
///     retry-seconds = [5, 300, 1800]        # after each try that failed; the last one that fails is given up
[[nodiscard]] review::Result<void> read_webhooks(const toml::node& value, WebhookSettings& settings);

}  // namespace reviewd
