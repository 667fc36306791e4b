#include "tools/reviewctl/fill_demo.hpp"

#include <fmt/format.h>

#include "libreview/base/embedded.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/story/parse_story.hpp"
#include "libreview/story/run_story.hpp"
#include "tools/reviewctl/read_answer.hpp"

namespace reviewctl {
namespace {

using review::Code;
using review::Date;
using review::refuse;
using review::Result;

/// Shortly after the last entry of the stories, so that some clocks run and some have run over.
Date last_day() { return Date::parse("2026-11-20").value(); }

Result<void> tell(HttpWorld& world, std::string_view file, const review::RuleBook& law) {
  const auto story = review::parse_story(review::embedded(file).value(), std::string(file), law);
  if (!story) return refuse(story.error());
  const auto calendar = review::england_and_wales();
  std::string fault;
  const bool held = review::run_story(*story, world, {law, calendar}, [&](const review::Told& told) {
    if (!told.holds) fault = fmt::format("{}:{}: {}", file, told.line, told.says);
    return told.holds;
  });
  if (!held) return refuse(Code::malformed, fault);
  return {};
}

Result<std::vector<OverdueClock>> overdue_clocks(HttpWorld& world) {
  const auto found = world.list("/v1/cases/-/clocks?filter=state=%22OVERDUE%22&orderBy=dueOn", "clocks");
  if (!found) return refuse(found.error());
  std::vector<OverdueClock> overdue;
  for (const auto& value : *found) {
    review::v1::Clock clock;
    if (const auto read = read_answer(value, clock); !read) return refuse(read.error());
    overdue.push_back({clock.case_(), clock.clock(), clock.due_on(), clock.working_days_late()});
  }
  return overdue;
}

Result<FilledDemo> fill(HttpWorld& world) {
  if (const auto practice = world.is_practice(); !practice) return refuse(practice.error());
  const auto before = world.list("/v1/cases", "cases");
  if (!before) return refuse(before.error());
  if (!before->empty()) return refuse(Code::already_recorded, "This store has cases already. Fill an empty one.");
  world.set_today(last_day());
  if (const auto taken = world.day_taken(); !taken) return refuse(taken.error());
  const auto law = review::england();
  for (const auto& file : review::embedded_names("demo/cases/")) {
    if (const auto told = tell(world, file, law); !told) return refuse(told.error());
  }
  world.set_today(last_day());
  if (const auto taken = world.day_taken(); !taken) return refuse(taken.error());
  const auto cases = world.list("/v1/cases", "cases");
  if (!cases) return refuse(cases.error());
  auto overdue = overdue_clocks(world);
  if (!overdue) return refuse(overdue.error());
  return FilledDemo{cases->size(), last_day(), std::move(*overdue)};
}

}  // namespace

Result<FilledDemo> fill_demo(const Exchange& exchange, const std::string& administrator) {
  HttpWorld world(exchange, administrator);
  auto filled = fill(world);
  if (const auto revoked = world.revoke_tokens(); filled && !revoked) return refuse(revoked.error());
  return filled;
}

}  // namespace reviewctl
