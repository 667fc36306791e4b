#pragma once

#include <functional>
#include <memory>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// Law and days off as they were known on a day. Both are there as long as `kept` is.
struct RulesKnown {
  const RuleBook* law;
  const Calendar* calendar;
  std::shared_ptr<const void> kept{};
};

/// Tells them of an earlier London day.
using RulesKnownOn = std::function<RulesKnown(Date)>;

}  // namespace review
