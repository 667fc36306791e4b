#include "reviewd/api/audit_csv.hpp"

#include "reviewd/api/csv_file.hpp"

namespace reviewd {
namespace {

const CsvLines& heads() {
  static const CsvLines lines = {
      {"of",           "standard",        "line",        "agency",     "priority", "casesReached", "casesApplicable",
       "casesPercent", "casesUnanswered", "met",         "exceeded",   "notMet",   "reached",      "applicable",
       "percent",      "notApplicable",   "notInvolved", "unanswered", "action",   "what",         "dueOn",
       "progress",     "completedOn"},
      {"Figures of",
       "Standard",
       "Line of enquiry",
       "Agency",
       "Priority",
       "Cases that reached it",
       "Cases that it applied to",
       "Per cent of cases",
       "Cases not answered by all yet",
       "Answers: met",
       "Answers: exceeded",
       "Answers: not met",
       "Answers: met or exceeded",
       "Answers where it applied",
       "Per cent of answers",
       "Not applicable",
       "No involvement",
       "Not answered yet",
       "Action",
       "What is to be done",
       "Due on",
       "How it stands",
       "Completed on"}};
  return lines;
}

constexpr std::size_t agency_column = 3;
constexpr std::size_t figure_columns = 18;  ///< before those of the plans

std::string percent(const review::AuditTally& tally) {
  const auto share = tally.percent();
  return share ? std::to_string(*share) : std::string();
}

void add(CsvLines& lines, const char* of, const std::vector<review::AuditRow>& rows) {
  for (const auto& row : rows) {
    const auto& all = row.answers;
    // Over several standards there is no such thing as a case that reached them.
    const bool one = !row.of.standard.empty();
    lines.push_back(
        {of, row.of.standard, row.line, row.of.agency, row.of.priority, one ? std::to_string(row.cases.reached()) : "",
         one ? std::to_string(row.cases.applicable()) : "", one ? percent(row.cases) : "",
         one ? std::to_string(row.cases.unanswered) : "", std::to_string(all.met), std::to_string(all.exceeded),
         std::to_string(all.not_met), std::to_string(all.reached()), std::to_string(all.applicable()), percent(all),
         std::to_string(all.not_applicable), std::to_string(all.not_involved), std::to_string(all.unanswered)});
  }
}

void add_plans(CsvLines& lines, const std::vector<PlannedAction>& plans) {
  for (const auto& one : plans) {
    std::vector<std::string> line(figure_columns);
    line[0] = "PLAN";
    line[agency_column] = one.action.owner();
    for (const auto& cell :
         {one.action.action(), one.what, one.action.due_on(), progress_of(one), one.action.complete_since()})
      line.push_back(cell);
    lines.push_back(std::move(line));
  }
}

}  // namespace

Response audit_csv(const Call& call, const review::AuditCollation& all, const std::vector<PlannedAction>& plans) {
  CsvLines lines = heads();
  add(lines, "STANDARD", all.standards);
  add(lines, "LINE", all.lines);
  add(lines, "AGENCY", all.agencies);
  add(lines, "PRIORITY", all.priorities);
  add(lines, "STANDARD_BY_AGENCY", all.by_agency);
  add(lines, "STANDARD_BY_PRIORITY", all.by_priority);
  for (auto line = std::next(lines.begin(), 2); line != lines.end(); ++line) line->resize(lines.front().size());
  add_plans(lines, plans);
  return csv_file(call, "audit-" + call.record(), lines);
}

}  // namespace reviewd
