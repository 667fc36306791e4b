#include "libreview/learning/monitoring.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/action_endpoints.hpp"
#include "reviewd/api/in_parts.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Result;
using review::Right;

/// To tell an action as it stood, its case is read anew.
constexpr std::size_t actions_at_once = 50;

/// What is asked of a round.
struct Asked {
  review::RoundDays days;
  std::optional<review::MonitoringGroup> group{};  ///< none for all
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
    if (one.id == group) asked.group = one;
    known += (known.empty() ? "" : ", ") + one.id;
  }
  if (asked.group) return asked;
  return review::refuse_at(Code::not_a_choice, "There is no such group. There are " + known + ".", "/monitoredBy");
}

/// The round with the actions that it is about.
struct Found {
  std::vector<ListedAction> actions;
  review::MonitoringRound round;
};

Found found_in(std::vector<ListedAction> listed, const review::RoundDays& days) {
  std::vector<const review::v1::Action*> actions;
  for (const auto& one : listed) actions.push_back(&one.action);
  auto round = review::monitoring_round(actions, days);
  return {std::move(listed), std::move(round)};
}

/// As the register has them: open ones first, by due day, by case.
void put_in_order(std::vector<ListedAction>& actions) {
  std::ranges::stable_sort(actions, [](const ListedAction& one, const ListedAction& other) {
    return std::pair(one.action.complete(), std::string_view(one.action.due_on())) <
           std::pair(other.action.complete(), std::string_view(other.action.due_on()));
  });
}

/// A round of which some actions are there.
class RoundMaking {
 public:
  RoundMaking(Asked asked, std::function<Response(const Found&)> write)
      : asked_(std::move(asked)), write_(std::move(write)) {}

  [[nodiscard]] Result<ListedActions> work_out(Call& call) const {
    review::ActionsWanted wanted{.after = after_, .by_case = true};
    if (asked_.group) wanted.terms.push_back({"monitoredBy", "=", asked_.group->id});
    const bool past = asked_.days.as_at < call.moment.today;
    auto listed = listed_actions(call, std::move(wanted), actions_at_once,
                                 past ? std::optional(asked_.days.as_at) : std::nullopt);
    if (!listed) return listed;
    const auto found = found_in(listed->rows, asked_.days);
    for (const auto& row : found.round.rows) call.desk().note_shown(found.actions[row.index].case_id, "list");
    return listed;
  }

  /// The round, where these were its last actions.
  std::optional<Response> take(const ListedActions& part) {
    actions_.insert(actions_.end(), part.rows.begin(), part.rows.end());
    after_ = part.next;
    if (!after_.empty()) return std::nullopt;
    put_in_order(actions_);
    return write_(found_in(std::move(actions_), asked_.days));
  }

 private:
  Asked asked_;
  std::function<Response(const Found&)> write_;
  std::vector<ListedAction> actions_{};
  std::vector<std::string> after_{};
};

Response round_in_parts(Call& call, const Asked& asked, std::function<Response(const Found&)> write) {
  const auto making = std::make_shared<RoundMaking>(asked, std::move(write));
  return in_parts(call, [making](Call& now) -> Result<RestInParts::Take> {
    auto part = making->work_out(now);
    if (!part) return review::refuse(std::move(part.error()));
    return RestInParts::Take(
        [making, part = std::make_shared<const ListedActions>(std::move(*part))] { return making->take(*part); });
  });
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

Response written_round(const Asked& asked, const Found& found) {
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
                   {"owners", std::move(owners)},    {"actions", std::move(rows)}};
  if (asked.group) out["group"] = group_json(*asked.group);
  return json_answer(200, out);
}

Response get_round(Call& call) {
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  return round_in_parts(call, *asked, [asked = *asked](const Found& found) { return written_round(asked, found); });
}

CsvLines round_lines(const Found& found) {
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
  const auto asked = asked_of(call);
  if (!asked) return refused(call, asked.error());
  auto heads = action_heads();
  heads[0].insert(heads[0].end(), {"slippedInRound", "exceptions"});
  heads[1].insert(heads[1].end(), {"Times moved later in this round", "What the group should hear of"});
  return round_in_parts(call, *asked, [file = csv_file(call, "monitoring", heads)](const Found& found) {
    auto whole = file;
    add_csv_lines(whole, round_lines(found));
    return whole;
  });
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
