#include "libreview/story/check_plan.hpp"

#include "libreview/learning/read_plan.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/story/check_fields.hpp"

namespace review {

std::string check_plan(const Expectation& expected, World& world, const std::string& programme,
                       std::optional<Date> as_at, Date today) {
  const auto entries = world.entries(programme, as_at);
  if (!entries) return entries.error().says;
  const auto plan = read_plan(fold(*entries), as_at.value_or(today));
  if (expected.subject == Subject::plan) return fields_differ(expected, plan.counts());
  for (const auto& one : plan.objectives()) {
    if (one.objective() == expected.name) return fields_differ(expected, one);
  }
  return "there is no such objective";
}

}  // namespace review
