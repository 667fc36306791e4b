#pragma once

#include <string>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The last day on which one thing holds publication, ISO: open proceedings that are not recorded as not holding, a
/// court order until it ends that allows no anonymised report, an embargo until it is lifted. `no_day` where no end is
/// known; empty where it holds nothing.
[[nodiscard]] std::string held_to(const v1::ProceedingsFile& one);
[[nodiscard]] std::string held_to(const v1::OrderFile& one);
[[nodiscard]] std::string held_to(const v1::EmbargoFile& one);

/// Whether one thing holds publication on a day.
template <class One>
[[nodiscard]] bool holds_on_day(const One& one, Date day) {
  return held_to(one) >= day.iso();
}

/// Whether an order is in force on a day, whatever it allows.
[[nodiscard]] bool is_in_force(const v1::OrderFile& one, Date day);

/// What holds publication of a case on a day.
[[nodiscard]] std::vector<Held> holds_on(const v1::CaseFile& file, Date today);

/// The same with what holds the cases that are reviewed with it, whose names stand before: `B/trial`.
[[nodiscard]] std::vector<Held> holds_on(const v1::CaseFile& file, const std::vector<v1::CaseFile>& others, Date today);

}  // namespace review
