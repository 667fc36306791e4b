#pragma once

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// The rules that a story happens under. Both outlive it.
struct StoryRules {
  const RuleBook& law;
  const Calendar& calendar;
};

}  // namespace review
