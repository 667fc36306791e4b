#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
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
  View view{{"title", "Log an incident"}};
  json::array begun;
  for (auto& row : draft_rows(call, "")) {
    if (text_in(row, "href").starts_with("/incident/")) begun.push_back(std::move(row));
  }
  view["hasDrafts"] = !begun.empty();
  view["drafts"] = std::move(begun);
  return render(call, 200, "incident_start", std::move(view));
}

Response begin(PageCall& call) {
  const auto begun = save_draft(call, {{}, "incidentLogged", {}, {}, {}, {}, {}});
  if (!begun.good()) return refused_page(call, begun.status, begun.json);
  return see_other("/incident/" + percent_encoded(text_in(begun.json, "draft")));
}

Response task_list(PageCall& call) {
  auto incident = incident_called(call);
  if (incident.instead) return std::move(*incident.instead);
  auto view = incident_list(incident.draft);
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
