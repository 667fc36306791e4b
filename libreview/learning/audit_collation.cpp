#include "libreview/learning/audit_collation.hpp"

#include <algorithm>
#include <utility>

#include "libreview/record/audit_file.hpp"
#include "libreview/record/bodies.hpp"

namespace review {
namespace {

AuditRow row_of(const v1::AuditFile& audit, AuditChoice choice) {
  const auto cells = audit_cells(audit, choice);
  return {std::move(choice), {}, tally_answers(cells), tally_cases(cells)};
}

AuditRow row_of(const v1::AuditFile& audit, const v1::AuditLineFile& line) {
  std::vector<AuditCell> cells;
  const auto add = [&](const std::string& priority) {
    for (const auto& standard : line.standards()) {
      auto more = audit_cells(audit, {.standard = standard, .priority = priority});
      std::ranges::move(more, std::back_inserter(cells));
    }
  };
  for (const auto& priority : line.priorities()) add(priority);
  if (line.priorities().empty()) add({});
  return {{}, line.line(), tally_answers(cells), tally_cases(cells)};
}

void come_along(AuditCollation& all, const v1::AuditFile& audit, const std::string& agency) {
  auto& came = all.came.emplace_back(AuditAgency{.agency = agency});
  for (const auto& audited : audit.cases()) {
    if (asked_as(audited, agency).empty()) continue;
    ++came.asked;
    const auto* answered = find_audit_return(audit, agency, audited.audit_case());
    if (answered == nullptr || !is_whole(audit, *answered)) {
      all.outstanding.push_back({audited.audit_case(), agency, audited.due_on(), answered != nullptr});
      continue;
    }
    ++came.received;
    if (answered->involvement() == v1::INVOLVEMENT_NOT_INVOLVED) ++came.not_involved;
  }
}

}  // namespace

std::vector<std::string> agencies_asked(const v1::AuditFile& audit) {
  std::vector<std::string> agencies;
  for (const auto& audited : audit.cases()) {
    for (const auto& agency : audited.agencies()) {
      const auto same = [&](const std::string& one) { return is_same_body(one, agency); };
      if (std::ranges::none_of(agencies, same)) agencies.push_back(agency);
    }
  }
  return agencies;
}

AuditCollation collate_audit(const v1::AuditFile& audit) {
  AuditCollation all;
  const auto agencies = agencies_asked(audit);
  for (const auto& standard : audit.standards()) {
    all.standards.push_back(row_of(audit, {.standard = standard}));
    for (const auto& agency : agencies)
      all.by_agency.push_back(row_of(audit, {.standard = standard, .agency = agency}));
    for (const auto& one : audit.priorities()) {
      all.by_priority.push_back(row_of(audit, {.standard = standard, .priority = one.priority()}));
    }
  }
  for (const auto& line : audit.lines()) all.lines.push_back(row_of(audit, line));
  for (const auto& one : audit.priorities()) all.priorities.push_back(row_of(audit, {.priority = one.priority()}));
  for (const auto& agency : agencies) {
    all.agencies.push_back(row_of(audit, {.agency = agency}));
    come_along(all, audit, agency);
  }
  return all;
}

}  // namespace review
