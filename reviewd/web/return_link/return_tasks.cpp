#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <charconv>

#include "reviewd/returns/agency_days.hpp"
#include "reviewd/returns/submit.hpp"
#include "reviewd/storage/partnership_contact.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/return_form.hpp"
#include "reviewd/web/return_link/return_page.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array children_of(const AskedReturn& asked) {
  json::array rows;
  for (const auto& child : asked.children) {
    rows.push_back(json::object{{"name", child.name}, {"born", day_words(child.born_on)}, {"address", child.address}});
  }
  return rows;
}

std::string due_in_words(ReturnCall& call, const ReturnVisit& visit) {
  const auto agency = call.storage.contacts().find(visit.link.agency);
  if (!visit.asked.due || !agency) return "No day is set.";
  return due_words(call.storage.moment().today, *visit.asked.due, *agency, call.storage.desk().calendar());
}

Response show_tasks(ReturnCall& call) {
  const auto visit = visit_of(call);
  if (!visit) return door(call);
  const auto& link = visit->link;
  const std::string role(review::role_name(review::Role::agency_contact));
  std::vector<review::Read> reads = {{0, {}, link.contact, role, "cases/" + link.case_id, "return-request", ""}};
  for (const auto& what : visit->asked.covered_reads) {
    reads.push_back({0, {}, link.contact, role, "cases/" + link.case_id, what, ""});
  }
  if (!call.storage.read_log().add(reads, now(std::nullopt).now)) return Response{507};
  const auto agency = call.storage.contacts().find(link.agency);
  json::array steps;
  bool ready = true;
  for (const auto& step : return_steps(visit->asked.type, visit->draft)) {
    const bool done = is_answered(step, visit->draft);
    const bool must = step.path != "contact";
    ready = ready && (done || !must);
    steps.push_back(json::object{{"title", step.title},
                                 {"address", call.address("/" + step.path)},
                                 {"id", "task-" + step.path},
                                 {"done", done},
                                 {"may", !done && !must}});
  }
  View view{{"title", "What we ask your agency"},
            {"partnership", call.storage.desk().law().partnership().name},
            {"agency", agency ? agency->name : visit->link.agency},
            {"asked", asked_words(visit->asked.type)},
            {"period", visit->asked.period},
            {"due", due_in_words(call, *visit)},
            {"children", children_of(visit->asked)},
            {"keptBack", visit->asked.kept_back},
            {"telephone", partnership_contact(call.storage).telephone},
            {"steps", std::move(steps)},
            {"nothing", visit->draft.empty() ? call.address("/nothing") : std::string()},
            {"check", ready ? call.address("/check") : std::string()},
            {"started", !visit->draft.empty()},
            {"part", !visit->link.sent.empty()},
            {"settled", visit->asked.settled},
            {"expires", day_words(visit->link.expires_on)},
            {"reference", visit->link.link}};
  return render_return(call, *visit, 200, "return_tasks", std::move(view));
}

/// The step that the address names, in this visit.
std::optional<ReturnStep> step_of(const ReturnCall& call, const ReturnVisit& visit) {
  const auto path = call.match.parameter("step");
  if (path == nil_return_step().path) return nil_return_step();
  const auto steps = return_steps(visit.asked.type, visit.draft);
  const auto* step = find_step(steps, path);
  return step == nullptr ? std::nullopt : std::optional<ReturnStep>(*step);
}

Response step_page(const ReturnCall& call, const ReturnVisit& visit, const ReturnStep& step, const Typed& typed,
                   const std::vector<ReturnFault>& faults) {
  View view{{"title", step.title},
            {"action", call.address("/" + step.path)},
            {"rows", return_rows(step, typed, faults)},
            {"errors", fault_rows(step, faults)},
            {"hasErrors", !faults.empty()},
            {"asksRisk", step.path == "risk" || step.path == "nothing"},
            {"warns", step.path == risk_told},
            {"safeguarding", partnership_contact(call.storage).safeguarding}};
  return render_return(call, visit, faults.empty() ? 200 : 400, "return_step", std::move(view));
}

Response show_step(ReturnCall& call) {
  const auto visit = visit_of(call);
  const auto step = visit ? step_of(call, *visit) : std::nullopt;
  if (!step) return door(call);
  return step_page(call, *visit, *step, typed_from(*step, visit->draft), {});
}

void take_away(Typed& typed, const std::string& item) {
  const auto dot = item.rfind('.');
  int index = -1;
  const auto* const end = item.data() + item.size();
  if (dot == std::string::npos) return;
  const auto [stopped, error] = std::from_chars(item.data() + dot + 1, end, index);
  if (error == std::errc() && stopped == end) typed.remove_item(item.substr(0, dot), index);
}

/// Where to go after a step: on to the next one, or to the end.
std::string after(const ReturnCall& call, const ReturnVisit& visit, const ReturnStep& step) {
  if (step.path == nil_return_step().path) return call.address("/check");
  const auto steps = return_steps(visit.asked.type, visit.draft);
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    if (steps[i].path == step.path) return call.address("/" + steps[i + 1].path);
  }
  return call.address(text_in(visit.draft, "involvement") == "NOT_INVOLVED" ? "/check" : "/tasks");
}

/// What the risk is goes to the coordinators at once, as a first part of the return: it does not wait for the rest.
review::Result<void> tell_risk(ReturnCall& call, const ReturnVisit& visit) {
  json::object part{{"completeness", "PARTIAL"}};
  for (const auto* name : {"author", "currentRisk", "risk"}) {
    if (const auto* value = visit.draft.if_contains(name)) part[name] = *value;
  }
  const auto recorded = submit_return(call.storage, visit.link, std::move(part));
  if (!recorded) return review::refuse(recorded.error());
  call.storage.return_links().sent(visit.link.link, recorded->entry_id, false, call.storage.moment().now);
  return {};
}

Response take_step(ReturnCall& call) {
  auto visit = visit_of(call);
  const auto step = visit ? step_of(call, *visit) : std::nullopt;
  if (!step) return door(call);
  Typed typed(call.form);
  const auto add = value_of(call.form, "add");
  const auto remove = value_of(call.form, "remove");
  if (add == "agencyReturnReceived.chronology") typed.add_item(add);
  if (remove.starts_with("agencyReturnReceived.chronology.")) take_away(typed, remove);
  const bool changes_rows = !add.empty() || !remove.empty();
  const bool later = value_of(call.form, "do") == "later";
  const auto told_before = text_in(visit->draft, "risk");
  auto faults = changes_rows ? std::vector<ReturnFault>() : faults_of(*step, typed, !later);
  const bool days_are_right = faults_of(*step, typed, false).empty();
  if (days_are_right) {
    take_answers(*step, typed, visit->draft);
    if (step->path == nil_return_step().path) visit->draft["involvement"] = "NOT_INVOLVED";
    keep_draft(call, visit->draft);
  }
  // At once, whatever else is still to be answered: a child does not wait for a form.
  const bool at_risk = typed.first("agencyReturnReceived.currentRisk") == "YES";
  if (at_risk) raise_alert(call, visit->link);
  if (const auto told = text_in(visit->draft, "risk"); faults.empty() && !told.empty() && told != told_before) {
    if (const auto sent = tell_risk(call, *visit); !sent) faults.push_back({"risk", sent.error().says});
  }
  if (changes_rows || !faults.empty()) return step_page(call, *visit, *step, typed, faults);
  // Whoever knows of a child at risk reads that this is no referral, also on the way out.
  if (at_risk) return see_other(call.address("/" + std::string(risk_told)));
  return see_other(later ? call.address("/kept") : after(call, *visit, *step));
}

Response show_kept(ReturnCall& call) {
  const auto visit = visit_of(call);
  if (!visit) return door(call);
  return render_return(call, *visit, 200, "return_kept",
                       {{"title", "Your answers are kept"}, {"expires", day_words(visit->link.expires_on)}});
}

}  // namespace

std::vector<ReturnPage> return_task_pages() {
  return {{"GET", "/return/{return}/tasks", "returnTasks", show_tasks},
          {"GET", "/return/{return}/kept", "returnKept", show_kept},
          {"GET", "/return/{return}/{step}", "returnStep", show_step},
          {"POST", "/return/{return}/{step}", "answerReturnStep", take_step}};
}

}  // namespace reviewd
