#pragma once

#include "libreview/law/alert_rules.hpp"
#include "libreview/law/law_table.hpp"

namespace review {

/// `alerts.toml`. Faults are left in the reading.
[[nodiscard]] AlertRules read_alerts(LawTable root);

}  // namespace review
