#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/incident/incident_check.hpp"
#include "reviewd/web/incident/incident_draft.hpp"
#include "reviewd/web/incident/incident_list.hpp"
#include "reviewd/web/incident/incident_section.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response start_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::record)) {
    return not_allowed(call);
  }
  const std::string takes_up(call.request.parameter("takesUp").value_or(""));
  if (!takes_up.empty() && !is_open_referral(call, takes_up)) return no_such_page(call);
  View view{{"title", "Log an incident"}, {"onOnePage", "/cases/log/incidentLogged" + referral_query(takes_up)}};
  put_referral(view, call, takes_up);
  json::array begun;
  for (auto& row : draft_rows(call, "")) {
    if (text_in(row, "href").starts_with("/incident/")) begun.push_back(std::move(row));
  }
  view["hasDrafts"] = !begun.empty();
  view["drafts"] = std::move(begun);
  return render(call, 200, "incident_start", std::move(view));
}

Response begin(PageCall& call) {
  const auto values = form_values(call.request.body).value_or(NameValues());
  WebDraft draft{{}, "incidentLogged", {}, {}, {}, {}, {}, value_of(values, "takesUp")};
  if (!draft.takes_up.empty() && !seed_from_referral(call, draft.takes_up, *review::find_kind(draft.kind), draft.typed))
    return no_such_page(call);
  const auto begun = save_draft(call, draft);
  if (!begun.good()) return refused_page(call, begun.status, begun.json);
  return see_other("/incident/" + percent_encoded(text_in(begun.json, "draft")));
}

Response task_list(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  auto view = incident_list(incident.draft);
  put_referral(view, call, incident.draft.takes_up);
  view["saved"] = call.request.parameter("saved").value_or("") == "yes";
  return render(call, 200, "incident_tasks", std::move(view));
}

}  // namespace

std::vector<Page> incident_pages() {
  return {{"GET", "/incident", "incidentStart", Use::read, start_page},
          {"POST", "/incident", "beginIncident", Use::write, begin},
          {"GET", "/incident/{draft}", "incidentTasks", Use::read, task_list},
          {"GET", "/incident/{draft}/check", "checkIncident", Use::read, show_check},
          {"POST", "/incident/{draft}/check", "logIncident", Use::write, log_incident},
          {"GET", "/incident/{draft}/{section}", "incidentSection", Use::read, show_section},
          {"POST", "/incident/{draft}/{section}", "saveIncidentSection", Use::write, save_section, false, keep_section},
          {"GET", "/incident/{draft}/children/{child}/remove", "removeChildPage", Use::read, show_remove_child},
          {"POST", "/incident/{draft}/children/{child}/remove", "removeChild", Use::write, take_child_away},
          {"GET", "/incident/{draft}/children/{child}/{section}", "childSection", Use::read, show_section},
          {"POST", "/incident/{draft}/children/{child}/{section}", "saveChildSection", Use::write, save_section, false,
           keep_section}};
}

}  // namespace reviewd
