#include "reviewd/web/incident/incident_check.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_alike.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/incident/incident_answers.hpp"
#include "reviewd/web/incident/incident_draft.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What is asked of whoever opens a case beside ones that are alike.
struct Different {
  std::string reason;
  bool is_missing = false;
};

json::array alike_to(const PageCall& call, const Typed& typed, const IncidentWeighed& weighed) {
  if (!weighed.answer.good()) return {};
  const auto entry = entry_of(typed, *review::find_kind("incidentLogged"), weighed.offers);
  return cases_alike(call, entry, weighed.answer.json.as_object().at("case"));
}

Response check_page(const PageCall& call, const IncidentDraft& incident, const IncidentWeighed& weighed, int status,
                    const Different& different) {
  const auto& typed = incident.draft.typed;
  auto errors = incident_errors(typed, weighed.errors, incident.address());
  auto alike = alike_to(call, typed, weighed);
  if (different.is_missing) {
    errors.push_back(json::object{{"text", "Say why this is not one of the cases below"}, {"href", "#different"}});
  }
  const bool wrong = !errors.empty();
  View view{{"title", "Check your answers"},
            {"back", incident.address()},
            {"action", incident.address() + "/check"},
            {"cards", incident_answers(typed, weighed.offers, incident.address())},
            {"ready", weighed.errors.empty()},
            {"errors", std::move(errors)},
            {"hasErrors", wrong},
            {"cites", json::array()},
            {"contentNote", true},
            {"different", different.reason},
            {"isMissing", different.is_missing},
            {"hasAlike", !alike.empty()},
            {"alike", std::move(alike)}};
  auto clocks =
      weighed.answer.good() ? clock_changes(list_in(weighed.answer.json, "clocks"), register_of(call)) : json::array();
  for (auto& clock : clocks) clock.as_object()["title"] = practice_words(text_in(clock, "title"));
  put_referral(view, call, incident.draft.takes_up);
  view["hasClocks"] = !clocks.empty();
  view["clocks"] = std::move(clocks);
  return render(call, status, "incident_check", std::move(view));
}

std::string names_of(const json::array& alike) {
  std::string names;
  for (const auto& one : alike) {
    const auto href = text_in(one, "href");
    names += (names.empty() ? "" : ", ") + href.substr(href.rfind('/') + 1);
  }
  return names;
}

/// Confirms the safety of the children in the new case. What cannot be recorded waits there as a draft.
void record_safety(const PageCall& call, const WebDraft& draft, const Offers& offers, const std::string& case_id) {
  const std::string kind = "safetyConfirmed";
  if (draft.typed.is_blank(kind)) return;
  const auto recorded = ask(call, {"POST",
                                   "/v1/cases/" + percent_encoded(case_id) + "/entries",
                                   json::serialize(entry_of(draft.typed, *review::find_kind(kind), offers)),
                                   {{"Idempotency-Key", "safety-" + draft.id}}});
  if (recorded.good()) return;
  Typed typed;
  typed.replace(kind, draft.typed);
  (void)save_draft(call, {{}, kind, case_id, {}, {}, {}, std::move(typed)});
}

}  // namespace

Response show_check(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  return check_page(call, incident, weigh_incident(call, incident.draft.typed), 200, {});
}

Response log_incident(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  const auto& draft = incident.draft;
  const auto weighed = weigh_incident(call, draft.typed);
  const auto values = form_values(call.request.body).value_or(NameValues());
  const auto reason = typed_text(value_of(values, "different"));
  if (!weighed.errors.empty()) return check_page(call, incident, weighed, 400, {reason, false});
  const auto alike = alike_to(call, draft.typed, weighed);
  if (!alike.empty() && reason.empty()) return check_page(call, incident, weighed, 400, {reason, true});
  auto entry = entry_of(draft.typed, *review::find_kind("incidentLogged"), weighed.offers);
  if (!alike.empty())
    entry["note"] = fmt::format("Looked at before this case was opened: {}. {}", names_of(alike), reason);
  const auto opened =
      ask(call, {"POST", "/v1/cases", json::serialize(entry), {{"Idempotency-Key", "incident-" + draft.id}}});
  if (!opened.good()) {
    return opened.status == 400 || opened.status == 409
               ? check_page(call, incident, {opened, errors_of(opened.json), weighed.offers}, opened.status,
                            {reason, false})
               : refused_page(call, opened.status, opened.json);
  }
  const auto case_id = text_in(opened.json, "case");
  record_safety(call, draft, weighed.offers, case_id);
  draft_recorded(call, draft.id, case_id);
  if (auto told = tell_referral(call, draft.takes_up, case_id, "incident-" + draft.id); !told.good())
    return refused_page(call, told.status, told.json);
  return see_other("/cases/" + percent_encoded(case_id) + "/logged");
}

}  // namespace reviewd
