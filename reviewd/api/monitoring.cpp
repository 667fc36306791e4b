#include "libreview/learning/monitoring.hpp"

#include <boost/json/array.hpp>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/action_endpoints.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;

/// What is asked of a round.
struct Asked {
  review::RoundDays days;
  const review::MonitoringGroup* group = nullptr;  ///< null for all
};

Result<review::Date> day_of(const Call& call, const char* name) {
  auto day = review::Date::parse(call.request.parameter(name).value_or(""));
  if (day) return *day;
  return review::refuse_at(Code::malformed, "Say from which day to which day, such as from=2026-04-01&to=2026-06-30.",
                           std::string("/") + name);
}

Result<Asked> asked_of(const Call& call) {
  if (!review::reads_incidents(call.reader.role)) {
    return review::refuse(Code::not_permitted, "Your role does not see the monitoring of actions.");
  }
  const auto from = day_of(call, "from");
  if (!from) return review::refuse(from.error());
  const auto to = day_of(call, "to");
  if (!to) return review::refuse(to.error());
  if (*to < *from) return review::refuse_at(Code::malformed, "The last day is before the first.", "/to");
  if (*from > call.moment.today) return review::refuse_at(Code::malformed, "This has not begun yet.", "/from");
  Asked asked{{*from, *to, std::min(*to, call.moment.today)}};
  const auto group = call.request.parameter("monitoredBy").value_or("");
  if (group.empty()) return asked;
  std::string known;
  for (const auto& one : call.desk().law().partnership().groups) {
    if (one.id == group) asked.group = &one;
    known += (known.empty() ? "" : ", ") + one.id;
  }
  if (asked.group != nullptr) return asked;
  return review::refuse_at(Code::not_a_choice, "There is no such group. There are " + known + ".", "/monitoredBy");
}

/// The round with the actions that it is about.
struct Found {
  ListedActions listed;
  review::MonitoringRound round;
};

Result<Found> find(Call& call, const Asked& asked) {
  review::ActionsWanted wanted;
  if (asked.group != nullptr) wanted.terms.push_back({"monitoredBy", "=", asked.group->id});
  const bool past = asked.days.as_at < call.moment.today;
  auto listed =
      listed_actions(call, std::move(wanted), std::nullopt, past ? std::optional(asked.days.as_at) : std::nullopt);
  if (!listed) return review::refuse(listed.error());
  Found found{std::move(*listed), {}};
  std::vector<const review::v1::Action*> actions;
  for (const auto& one : found.listed.rows) actions.push_back(&one.action);
  found.round = review::monitoring_round(actions, asked.days);
  return found;
}

json::object counts_json(const review::RoundCounts& counts) {
  return {{"all", counts.all},           {"completed", counts.completed},
          {"green", counts.green},       {"amber", counts.amber},
          {"red", counts.red},           {"unsaid", counts.unsaid},
          {"overdue", counts.overdue},   {"notUpdated", counts.not_updated},
          {"slipped", counts.slipped},   {"changed", counts.changed},
          {"notKnown", counts.not_known}};
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

Response get_round(Call& call) {
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  const auto found = find(call, *asked);
  if (!found) return refused(call, found.error());
  json::array rows;
  for (const auto& row : found->round.rows) {
    const auto& listed = found->listed.rows[row.index];
    call.desk().note_shown(listed.case_id, "list");
    auto one = action_json(listed);
    one["slippedInRound"] = row.slipped;
    one["exceptions"] = exceptions_json(row);
    rows.push_back(std::move(one));
  }
  json::array owners;
  for (const auto& one : found->round.owners) {
    owners.push_back(json::object{{"owner", one.owner}, {"counts", counts_json(one.counts)}});
  }
  json::object out{{"from", asked->days.from.iso()},  {"to", asked->days.to.iso()},
                   {"asOf", asked->days.as_at.iso()}, {"counts", counts_json(found->round.counts)},
                   {"owners", std::move(owners)},     {"actions", std::move(rows)}};
  if (asked->group != nullptr) out["group"] = group_json(*asked->group);
  return json_answer(200, out);
}

Response round_csv(Call& call) {
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  const auto found = find(call, *asked);
  if (!found) return refused(call, found.error());
  auto lines = action_heads();
  lines[0].insert(lines[0].end(), {"slippedInRound", "exceptions"});
  lines[1].insert(lines[1].end(), {"Times moved later in this round", "What the group should hear of"});
  for (const auto& row : found->round.rows) {
    const auto& listed = found->listed.rows[row.index];
    call.desk().note_shown(listed.case_id, "list");
    auto line = action_line(listed);
    line.push_back(std::to_string(row.slipped));
    std::string exceptions;
    for (const auto one : row.exceptions) {
      exceptions += (exceptions.empty() ? "" : "; ") + std::string(review::round_exception_name(one));
    }
    line.push_back(std::move(exceptions));
    lines.push_back(std::move(line));
  }
  return csv_file(call, "monitoring", lines);
}

}  // namespace

std::vector<Endpoint> monitoring_endpoints() {
  return {
      {"GET",
       "/v1/actions/monitoring",
       "getMonitoring",
       "A round of monitoring, a quarter as a rule: who has said nothing since it began, what slipped, what a group "
       "should hear of; as the actions stood on its last day, or stand today",
       {Right::read_cases},
       Use::read,
       {"from", "to", "monitoredBy"},
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
       {"from", "to", "monitoredBy"},
       "",
       "Csv",
       200,
       round_csv}};
}

}  // namespace reviewd
