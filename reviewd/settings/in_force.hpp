#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "reviewd/settings/config.hpp"

namespace reviewd {

/// What the partnership settled in the service, by name of the setting (`partnership_settings`). What is not there is
/// as the configuration says.
using Settled = std::map<std::string, std::string, std::less<>>;

/// The law and the days off that everything is computed with.
struct InForce {
  review::RuleBook law;
  review::Calendar calendar;
  std::string fingerprint;  ///< changes with anything that decides what the views hold
};

/// England's law and holidays, on top of them what the configuration names, and on top of that what was settled in the
/// service. A settled overlay takes the place of the configuration's; settled closures come beside its own. Refused
/// where one of them cannot be read.
[[nodiscard]] review::Result<InForce> in_force(const Config& config, const Settled& settled);

/// `LOCAL_AUTHORITY, POLICE` as a list.
[[nodiscard]] std::vector<std::string> bodies_in(const std::string& text);

}  // namespace reviewd
