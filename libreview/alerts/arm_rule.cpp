#include "libreview/alerts/arm_rule.hpp"

namespace review {

ArmRule rule_of(const Arm& arm, const RuleBook& law) {
  const auto name = std::string_view(arm.clock).substr(0, arm.clock.find(':'));
  ArmRule rule;
  if (const auto* clock = law.clock(name)) {
    rule.title = clock->title;
    rule.warnings = clock->warnings;
    rule.once = rule.kept_up = clock->minimum;
    return rule;
  }
  rule.watch = true;
  if (const auto* watch = law.watch(name)) {
    rule.title = watch->title;
    rule.warnings = watch->warnings;
    rule.once = watch->once;
    rule.happened = watch->of_clock.empty() && watch->warnings.empty();
  }
  return rule;
}

}  // namespace review
