#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "reviewd/settings/config.hpp"
#include "reviewd/settings/given_rules.hpp"

namespace reviewd {

/// What the partnership settled in the service, by name of the setting (`partnership_settings`). What is not there is
/// as the configuration says.
using Settled = std::map<std::string, std::string, std::less<>>;

/// What something was worked out with: each a digest, short enough to be compared by eye.
struct RulesStamp {
  std::string program;   ///< the code that adds up and counts
  std::string rules;     ///< the national law as compiled in, and the partnership's own rules
  std::string days_off;  ///< bank holidays and closures, and from when to when they are known
  bool operator==(const RulesStamp&) const = default;
};

/// The law and the days off that everything is computed with.
struct InForce {
  review::RuleBook law;
  review::Calendar calendar;
  std::string fingerprint;  ///< changes with anything that decides what the views hold
  RulesStamp stamp;
};

/// England's law and holidays, on top of them what the configuration names, and on top of that what was settled in the
/// service. A settled overlay takes the place of the configuration's; settled closures come beside its own. Refused
/// where one of them cannot be read.
[[nodiscard]] review::Result<InForce> in_force(const Config& config, const Settled& settled);
/// The same as it was under other holidays and another configuration. The national law is that of this program, which
/// says by itself from which day each rule applies.
[[nodiscard]] review::Result<InForce> in_force(const GivenRules& given, const Settled& settled);
/// What the digests of the rules were by what was kept of them, whatever this program has.
[[nodiscard]] std::string rules_digest(const GivenRules& given, const Settled& settled);

/// As a stamp tells it.
[[nodiscard]] std::string digest_told(std::string_view of);

/// `LOCAL_AUTHORITY, POLICE` as a list.
[[nodiscard]] std::vector<std::string> bodies_in(const std::string& text);

}  // namespace reviewd
