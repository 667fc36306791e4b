#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Something of a case that has a day and is told of until it ends: a clock that runs, or a watch. It does not depend
/// on today.
struct Arm {
  std::string clock;       ///< `rapid-review`, `agency-return:police`, or a watch with its subject
  std::string started_by;  ///< the entry that started it
  Date due;
  std::string agency{};  ///< of a clock that runs for an agency

  [[nodiscard]] friend bool operator==(const Arm&, const Arm&) = default;
};

/// Every arm of a case: its clocks that run and have a day, in the order of the law, then its watches. `joined` are the
/// other cases of its reviews (`reviewed_with`).
[[nodiscard]] std::vector<Arm> arms(const v1::CaseFile& case_file, const std::vector<Line>& lines, const RuleBook& law,
                                    const std::vector<v1::CaseFile>& joined);

/// What people call it: the title of the clock or the watch; empty where the law has none of the name.
[[nodiscard]] std::string title_of(const Arm& arm, const RuleBook& law);

}  // namespace review
