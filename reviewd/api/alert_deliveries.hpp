#pragma once

#include <boost/json/array.hpp>

#include "libreview/registers/alerts.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Who is told of the alert by which way, and how that stands: for those who look after contacts, empty for others.
[[nodiscard]] boost::json::array alert_deliveries(Call& call, const review::Alert& alert);

/// Whether the reader is shown deliveries at all.
[[nodiscard]] bool sees_deliveries(const Call& call);

}  // namespace reviewd
