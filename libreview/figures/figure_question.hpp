#pragma once

#include <span>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/figures/period.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// A case, or a programme, as it was recorded by the day that is asked about, and what of it the asker may see.
struct CountedCase {
  v1::CaseFile file;
  std::vector<v1::Entry> recorded;  ///< corrections and withdrawals among them, oldest first
  std::vector<v1::Entry> entries;   ///< those that count: `effective`
  std::vector<v1::Clock> clocks;    ///< as screens show them on that day, with the reasons for lateness
  bool hidden_since = false;        ///< something that counted on that day is hidden now, and does not
};

/// What the tables are made of.
struct FigureQuestion {
  const std::vector<CountedCase>& cases;  ///< by reference
  Period period;
  Date as_at;  ///< what was recorded by the end of this day counts
  const RuleBook& law;
  const Calendar& calendar;
  std::span<const CountedCase> programmes{};  ///< the same of programmes, by reference: what was learned and done there

  /// The last day of the period that is over on the day that is asked about: how things stood is told of it.
  [[nodiscard]] Date end() const { return as_at < period.to ? as_at : period.to; }
};

/// Visits the cases and then the programmes.
template <class Visit>
void each_counted(const FigureQuestion& asked, Visit visit) {
  for (const auto& one : asked.cases) visit(one);
  for (const auto& one : asked.programmes) visit(one);
}

/// Whether a day is given and is not after `end`.
[[nodiscard]] inline bool is_by(const std::string& day, Date end) { return !day.empty() && day <= end.iso(); }

}  // namespace review
