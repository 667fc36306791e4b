#pragma once

#include <string>
#include <vector>

#include "libreview/alerts/arm.hpp"

namespace review {

/// What the law says of an arm, whether a clock or a watch is what it stands for.
struct ArmRule {
  std::string title;
  std::vector<int> warnings;  ///< working days before the day, largest first
  bool once = false;          ///< told on its day and not after it: a watch without a ladder, or a time kept up
  bool kept_up = false;       ///< a time that is kept up and then over: a minimum
  bool happened = false;      ///< a watch of what has happened: its day is not waited for
  bool watch = false;         ///< no clock of the law runs for it
};

/// By the name before the subject: `agency-return` of `agency-return:police`. Empty, and told on its day with the whole
/// ladder, where the law has neither clock nor watch of the name.
[[nodiscard]] ArmRule rule_of(const Arm& arm, const RuleBook& law);

}  // namespace review
