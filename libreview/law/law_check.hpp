#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "libreview/law/rule_book.hpp"

namespace review {

/// Something wrong in the law as it was read.
struct LawFault {
  std::string where;  ///< `clock notify-panel, version of 15 December 2023`
  std::string says;   ///< what is wrong, without a full stop
};

using Names = std::set<std::string, std::less<>>;

/// What is wrong in a rule book; empty when nothing is. Checked: ids given twice; a rule without citation, an unknown
/// source or an unknown grade; a clock without version, with versions out of order or two of the same day; a trigger
/// that is neither one of `kinds` nor one of `milestones`; two clocks of the national law with the same start and stop;
/// a length where none may be, or none where one must; a national clock that may pause; a local rule for a clock that
/// does not exist or has a given day; a timetable out of order; a partnership in which nobody signs; what
/// `check_themes` finds. Where
/// `clocks_with_scenarios` is given, each clock of a case must be in it (scenarios tell cases, so clocks of programmes
/// are not asked).
[[nodiscard]] std::vector<LawFault> law_check(const RuleBook& book, const Names& kinds, const Names& milestones,
                                              const std::optional<Names>& clocks_with_scenarios = {});

}  // namespace review
