#include <boost/json/array.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "reviewd/api/action_endpoints.hpp"
#include "reviewd/api/monitoring_rounds.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

json::object counts_json(const review::RoundCounts& counts) {
  return {{"all", counts.all},
          {"completed", counts.completed},
          {"completedSince", counts.completed_since},
          {"completedBefore", counts.completed_before},
          {"green", counts.green},
          {"amber", counts.amber},
          {"red", counts.red},
          {"unsaid", counts.unsaid},
          {"overdue", counts.overdue},
          {"notUpdated", counts.not_updated},
          {"slipped", counts.slipped},
          {"changed", counts.changed},
          {"notKnown", counts.not_known},
          {"escalated", counts.escalated},
          {"unanswered", counts.unanswered},
          {"notChanged", counts.not_changed},
          {"lookOverdue", counts.look_overdue}};
}

json::array exceptions_json(const review::RoundRow& row) {
  json::array all;
  for (const auto one : row.exceptions) all.push_back(json::string(review::round_exception_name(one)));
  return all;
}

json::object group_json(const review::MonitoringGroup& group) {
  json::object out{{"group", group.id}, {"title", group.title}, {"everyMonths", group.every_months}};
  if (!group.escalates_to.empty()) out["escalatesTo"] = group.escalates_to;
  return out;
}

json::object last_json(const review::RoundDays& days, const RoundFound& last) {
  return {{"from", days.from.iso()},
          {"to", days.to.iso()},
          {"asOf", days.as_at.iso()},
          {"counts", counts_json(last.round.counts)}};
}

Response written_round(const RoundAsked& asked, const RoundFound& found, const RoundFound& last) {
  json::array rows;
  for (const auto& row : found.round.rows) {
    auto one = action_json(found.actions[row.index]);
    one["slippedInRound"] = row.slipped;
    one["exceptions"] = exceptions_json(row);
    rows.push_back(std::move(one));
  }
  json::array owners;
  for (const auto& one : found.round.owners) {
    owners.push_back(json::object{{"owner", one.owner}, {"counts", counts_json(one.counts)}});
  }
  json::object out{{"from", asked.days.from.iso()},  {"to", asked.days.to.iso()},
                   {"asOf", asked.days.as_at.iso()}, {"counts", counts_json(found.round.counts)},
                   {"unwatched", asked.unwatched},   {"owners", std::move(owners)},
                   {"actions", std::move(rows)}};
  if (asked.group) out["group"] = group_json(*asked.group);
  if (asked.last) out["last"] = last_json(*asked.last, last);
  return json_answer(200, out);
}

Response get_round(Call& call) {
  const auto asked = round_and_last_asked(call);
  if (!asked) return refused(call, asked.error());
  return rounds_in_parts(call, *asked, [asked = *asked](const Call&, const RoundFound& found, const RoundFound& last) {
    return written_round(asked, found, last);
  });
}

CsvLines round_lines(const RoundFound& found) {
  CsvLines lines;
  for (const auto& row : found.round.rows) {
    auto line = action_line(found.actions[row.index]);
    line.push_back(std::to_string(row.slipped));
    std::string exceptions;
    for (const auto one : row.exceptions) {
      exceptions += (exceptions.empty() ? "" : "; ") + std::string(review::round_exception_name(one));
    }
    line.push_back(std::move(exceptions));
    lines.push_back(std::move(line));
  }
  return lines;
}

Response round_csv(Call& call) {
  const auto asked = round_asked(call);
  if (!asked) return refused(call, asked.error());
  return rounds_in_parts(call, *asked, [](const Call& now, const RoundFound& found, const RoundFound&) {
    auto heads = action_heads();
    heads[0].insert(heads[0].end(), {"slippedInRound", "exceptions"});
    heads[1].insert(heads[1].end(), {"Times moved later in this round", "What the group should hear of"});
    auto file = csv_file(now, "monitoring", heads);
    add_csv_lines(file, round_lines(found));
    return file;
  });
}

}  // namespace

std::vector<Endpoint> monitoring_endpoints() {
  std::vector<Endpoint> rows{
      {"GET",
       "/v1/actions/monitoring",
       "getMonitoring",
       "A round of monitoring, a quarter as a rule: who has said nothing since it began, what slipped, what a group "
       "should hear of; as the actions stood on its last day or when it was held, or stand today. Of a group, with the "
       "counts of its last round on record",
       {Right::read_cases},
       Use::read,
       {"from", "to", "monitoredBy", "asOf"},
       "",
       "MonitoringRound",
       200,
       get_round},
      {"GET",
       "/v1/actions/monitoring:csv",
       "getMonitoringAsCsv",
       "The same for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {"from", "to", "monitoredBy", "asOf"},
       "",
       "Csv",
       200,
       round_csv}};
  for (auto& row : monitoring_paper_endpoints()) rows.push_back(std::move(row));
  return rows;
}

}  // namespace reviewd
