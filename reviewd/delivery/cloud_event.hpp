#pragma once

#include <string>

#include "libreview/registers/webhook_events.hpp"

namespace reviewd {

/// The event as it travels: CloudEvents 1.0 in JSON, structured mode. Thin: names, a day and a link, for what stands
/// behind them is asked for with rights of one's own. No word that somebody typed: a clock has a digest for its
/// subject. `address` is this service as others reach it; where nobody said, source and link are relative, and there is
/// no address of a schema.
[[nodiscard]] std::string cloud_event(const review::WebhookEvent& event, const std::string& address);

}  // namespace reviewd
