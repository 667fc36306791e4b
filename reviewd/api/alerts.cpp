#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/alerts/alert_words.hpp"
#include "libreview/alerts/arm_rule.hpp"
#include "libreview/alerts/steps.hpp"
#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/views/alert_rows.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/alerts/move_causes.hpp"
#include "reviewd/api/alert_deliveries.hpp"
#include "reviewd/api/case_asked.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

/// The case or programme that it is of; empty for one that is of none.
std::string case_of(const review::Alert& alert) {
  return review::has_members(alert.record) ? review::reference_of(alert.record) : std::string();
}

json::object write(Call& call, const review::Alert& alert, const MoveCauses& causes) {
  const review::Arm arm{alert.clock, alert.started_by, review::Date::parse(alert.due_on).value(), alert.agency};
  const auto& law = call.desk().law();
  const auto& calendar = call.desk().calendar();
  const auto today = call.moment.today;
  const auto from = review::Date::parse(alert.moved_from);
  const auto because = causes.of(alert);
  const auto rule = review::rule_of(arm, law);
  json::object out{{"alert", alert.alert},
                   {"clock", alert.clock},
                   {"title", rule.title},
                   {"step", alert.step},
                   {"says", from ? review::moved_words(arm, *from, because, law, calendar, today)
                                 : review::alert_words(arm, law, calendar, today)},
                   {"next", review::next_for(alert.step)},
                   {"waiting", review::is_waiting(arm, law, today)},
                   {"watch", rule.watch},
                   {"dueOn", alert.due_on},
                   {"raised", alert.raised},
                   {"raisedOn", alert.raised_on}};
  if (const auto case_id = case_of(alert); !case_id.empty()) put_record(out, case_id);
  if (!alert.moved_from.empty()) out["movedFrom"] = alert.moved_from;
  if (!because.empty()) out["movedBecause"] = because;
  if (!alert.agency.empty()) out["agency"] = alert.agency;
  if (!alert.settled.empty()) out["settled"] = alert.settled;
  if (!alert.acknowledged.empty()) {
    out["acknowledged"] = alert.acknowledged;
    out["acknowledgedBy"] = "people/" + alert.acknowledged_by;
  }
  const auto until = call.storage.alerts().snoozed_until(alert.alert, call.reader.person);
  if (until > call.moment.today.iso()) out["snoozedUntil"] = until;
  if (sees_deliveries(call)) out["deliveries"] = alert_deliveries(call, alert);
  return out;
}

/// The key behind a page token: the alert that the page before ended with.
review::Result<std::vector<std::string>> after_token(Call& call) {
  const auto token = call.request.parameter("pageToken").value_or("");
  if (token.empty()) return std::vector<std::string>();
  const auto last = call.storage.alerts().find(token);
  const review::AlertsWanted itself{token, "", true, {}, 1};
  if (!last || review::alerts_seen(call.storage.store(), itself, call.reader, call.moment.today).empty())
    return review::refuse(review::page_token_unread());
  return std::vector<std::string>{last->due_on, last->record, last->clock, last->alert};
}

/// The step that the list is narrowed to, or empty. `not-a-choice` for one that there is not: the list would be empty,
/// which reads as if nothing were late.
review::Result<std::string> step_asked(const Call& call) {
  auto step = call.request.parameter("step").value_or("");
  const auto& law = call.desk().law();
  if (step.empty() || review::is_step(step, law)) return step;
  const auto says =
      fmt::format("There is no step of this name. Those that there are: {}.", fmt::join(review::step_names(law), ", "));
  return review::refuse_at(Code::not_a_choice, says, "/step");
}

Response list_alerts(Call& call) {
  const auto size = page_size(call);
  if (!size) return refused(call, size.error());
  const auto settled = flag(call, "settled");
  if (!settled) return refused(call, settled.error());
  const auto after = after_token(call);
  if (!after) return refused(call, after.error().code, after.error().says, "/pageToken");
  const auto of_case = case_asked(call);
  if (!of_case) return refused(call, of_case.error());
  const auto step = step_asked(call);
  if (!step) return refused(call, step.error());
  const review::AlertsWanted wanted{"", *of_case, *settled, *after, *size + 1, {}, *step};
  auto ids = review::alerts_seen(call.storage.store(), wanted, call.reader, call.moment.today);
  std::string next;
  if (ids.size() > static_cast<std::size_t>(*size)) {
    ids.pop_back();
    next = ids.back();
  }
  const MoveCauses causes(call.storage, call.moment.today);
  json::array alerts;
  for (const auto& id : ids) {
    const auto alert = call.storage.alerts().find(id);
    if (const auto case_id = case_of(*alert); !case_id.empty()) call.desk().note_shown(case_id, "list");
    alerts.push_back(write(call, *alert, causes));
  }
  return json_answer(200, json::object{{"alerts", std::move(alerts)}, {"nextPageToken", next}});
}

/// The alert of the address, if the reader sees it: what is hidden is as if it were not.
std::optional<review::Alert> alert_of(Call& call) {
  auto found = call.storage.alerts().find(call.path("alert"));
  if (!found) return std::nullopt;
  const review::AlertsWanted wanted{found->alert, "", true, {}, 1};
  if (review::alerts_seen(call.storage.store(), wanted, call.reader, call.moment.today).empty()) return std::nullopt;
  if (const auto case_id = case_of(*found); !case_id.empty()) call.desk().note_shown(case_id, "list");
  return found;
}

Response no_alert(const Call& call) { return refused(call, {Code::not_found, "There is no alert of this name."}); }

Response acknowledge(Call& call) {
  const auto alert = alert_of(call);
  if (!alert) return no_alert(call);
  if (call.reader.glass.contains(case_of(*alert))) {
    return refused(call, {Code::not_permitted, "A case that was opened in an emergency can be read, and no more."});
  }
  const auto kept = call.storage.alerts().acknowledge(alert->alert, call.reader.person, call.moment.now);
  if (!kept) return refused(call, kept.error());
  return json_answer(200, write(call, *kept, MoveCauses(call.storage, call.moment.today)));
}

Response snooze(Call& call) {
  const auto alert = alert_of(call);
  if (!alert) return no_alert(call);
  const auto body = json_body(call);
  if (!body) return refused(call, body.error());
  const auto* object = body->if_object();
  const auto* until = object == nullptr ? nullptr : object->if_contains("until");
  if (until == nullptr) return refused(call, Code::missing_field, "Give the day until which it is put off.", "/until");
  if (object->size() != 1) return refused(call, Code::unknown_field, "Send the day and nothing else.", "");
  const auto day =
      until->is_string() ? review::Date::parse(std::string_view(until->get_string())) : review::Date::parse("");
  if (!day) return refused(call, Code::not_a_date, "There is no such day.", "/until");
  if (*day <= call.moment.today) return refused(call, Code::not_a_date, "Choose a day after today.", "/until");
  const auto kept = call.storage.alerts().snooze(alert->alert, call.reader.person, *day, call.moment.now);
  if (!kept) return refused(call, kept.error());
  return json_answer(200, write(call, *kept, MoveCauses(call.storage, call.moment.today)));
}

}  // namespace

std::vector<Endpoint> alert_endpoints() {
  return {
      {"GET",
       "/v1/alerts",
       "listAlerts",
       "What is due soon or late, by due day, of the cases and programmes that the reader sees",
       {Right::read_cases, Right::manage_settings, Right::manage_store},
       Use::read,
       {"case", "programme", "step", "settled", "pageSize", "pageToken"},
       "",
       "AlertList",
       200,
       list_alerts},
      {"POST",
       "/v1/alerts/{alert}:acknowledge",
       "acknowledgeAlert",
       "Somebody has it in hand",
       {Right::decide, Right::manage_settings, Right::manage_store},
       Use::write,
       {},
       "",
       "Alert",
       200,
       acknowledge},
      {"POST",
       "/v1/alerts/{alert}:snooze",
       "snoozeAlert",
       "Out of one's own list until a day",
       {Right::read_cases, Right::manage_settings, Right::manage_store},
       Use::write,
       {},
       "AlertSnooze",
       "Alert",
       200,
       snooze},
  };
}

}  // namespace reviewd
