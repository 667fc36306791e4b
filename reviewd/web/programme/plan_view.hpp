#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of an improvement plan is made of, as the API answers.
struct PlanStory {
  const boost::json::value& programme;
  const boost::json::value& plan;
  const Register& known;
  bool may_record = false;
};

/// The plan as its board reads it: how the objectives stand, by theme, what moved since last time, what is late, each
/// objective, and the risks. A status is always in words.
[[nodiscard]] PlainPage plan_page_of(const PlanStory& story);

/// `Amber: at risk`; that nothing was said yet, where nothing was.
[[nodiscard]] std::string objective_status_words(const std::string& status);

}  // namespace reviewd
