#include "reviewd/api/audit_csv.hpp"

#include "reviewd/api/csv_file.hpp"

namespace reviewd {
namespace {

const CsvLines& heads() {
  static const CsvLines lines = {
      {"of", "standard", "line", "agency", "priority", "casesReached", "casesApplicable", "casesPercent", "met",
       "exceeded", "notMet", "reached", "applicable", "percent", "notApplicable", "notInvolved", "unanswered"},
      {"Figures of", "Standard", "Line of enquiry", "Agency", "Priority", "Cases that reached it",
       "Cases that it applied to", "Per cent of cases", "Answers: met", "Answers: exceeded", "Answers: not met",
       "Answers: met or exceeded", "Answers where it applied", "Per cent of answers", "Not applicable",
       "No involvement", "Not answered yet"}};
  return lines;
}

std::string percent(const review::AuditTally& tally) {
  const auto share = tally.percent();
  return share ? std::to_string(*share) : std::string();
}

void add(CsvLines& lines, const char* of, const std::vector<review::AuditRow>& rows) {
  for (const auto& row : rows) {
    const auto& all = row.answers;
    // Over several standards there is no such thing as a case that reached them.
    const bool one = !row.of.standard.empty();
    lines.push_back({of, row.of.standard, row.line, row.of.agency, row.of.priority,
                     one ? std::to_string(row.cases.reached()) : "", one ? std::to_string(row.cases.applicable()) : "",
                     one ? percent(row.cases) : "", std::to_string(all.met), std::to_string(all.exceeded),
                     std::to_string(all.not_met), std::to_string(all.reached()), std::to_string(all.applicable()),
                     percent(all), std::to_string(all.not_applicable), std::to_string(all.not_involved),
                     std::to_string(all.unanswered)});
  }
}

}  // namespace

Response audit_csv(const Call& call, const review::AuditCollation& all) {
  CsvLines lines = heads();
  add(lines, "STANDARD", all.standards);
  add(lines, "LINE", all.lines);
  add(lines, "AGENCY", all.agencies);
  add(lines, "PRIORITY", all.priorities);
  add(lines, "STANDARD_BY_AGENCY", all.by_agency);
  add(lines, "STANDARD_BY_PRIORITY", all.by_priority);
  return csv_file(call, "audit-" + call.record(), lines);
}

}  // namespace reviewd
