#include "libreview/record/legal_holds.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/days.hpp"

namespace review {

std::vector<LegalHold> legal_holds(const RuleBook& law, Date today) {
  std::vector<LegalHold> holds;
  for (const auto& hold : law.holds()) {
    if (hold.from <= today) holds.push_back(hold);
  }
  return holds;
}

std::vector<Held> keeps_whole(const v1::CaseFile& file, Date today) {
  std::vector<Held> holds;
  for (const auto& one : file.proceedings()) {
    if (!one.open()) continue;
    holds.push_back(Held{"PROCEEDINGS", one.proceedings(), one.opened_on(),
                         "Proceedings are open, and what they may ask for is kept.", one.expected_end()});
  }
  for (const auto& one : file.orders()) {
    const auto ends = whole_day(one.ends_on());
    if (one.ended() || (ends && *ends < today)) continue;
    holds.push_back(Held{"COURT_ORDER", one.order(), one.since(), "A court order has not ended.", one.ends_on()});
  }
  return holds;
}

Result<void> may_be_erased(const std::vector<v1::CaseFile>& files, const RuleBook& law,
                           const std::set<std::string>& not_touched, Date today) {
  for (const auto& file : files) {
    auto holds = keeps_whole(file, today);
    if (holds.empty()) continue;
    const bool own = file.case_() == files.front().case_();
    Refusal refusal{Code::not_in_this_stage,
                    fmt::format("Nothing is erased: {}{} Record first that it has ended.",
                                own ? "" : "of a case that is joined with this one, ", holds.front().why)};
    refusal.holds = std::move(holds);
    return refuse(std::move(refusal));
  }
  for (const auto& hold : legal_holds(law, today)) {
    if (not_touched.contains(hold.id)) continue;
    Refusal refusal{Code::reasons_required,
                    fmt::format("A legal hold is in force: {}. It comes before every erasure. Only if you have checked "
                                "that nothing here touches on it, say so.",
                                hold.title)};
    refusal.cites = hold.cites;
    return refuse_at(std::move(refusal), "/notUnderHolds");
  }
  return {};
}

}  // namespace review
