#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

inline const std::string webhooks_page = "/administration/webhooks";

/// The address of a webhook without what comes after `?`, which may be a secret of the receiver's.
[[nodiscard]] std::string address_words(const boost::json::value& webhook);
/// All of them, from what the API lists.
[[nodiscard]] PlainTable webhook_table(const boost::json::value& webhooks);
/// Those that this person proposed, another approved, and that can still be added.
[[nodiscard]] PlainTable agreed_webhook_table(const boost::json::value& approvals);
/// One of them with what was sent to it.
[[nodiscard]] PlainPage webhook_view(const boost::json::value& webhook, const boost::json::value& deliveries);

}  // namespace reviewd
