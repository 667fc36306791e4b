#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/alert_row.hpp"
#include "reviewd/web/home/home_meetings.hpp"
#include "reviewd/web/home/home_view.hpp"
#include "reviewd/web/home/waiting_decisions.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What agencies said of a child at risk, and nobody has seen yet; nothing for whoever does not look after returns.
json::array alerts_for(const PageCall& call, const json::value& agencies) {
  json::array rows;
  if (!call.visitor.reader.may(review::Right::manage_contacts)) return rows;
  const auto answer = ask(call, {"GET", "/v1/returnAlerts"});
  for (const auto& alert : list_in(answer.json, "returnAlerts")) {
    if (!text_in(alert, "seen").empty()) continue;
    const auto of_case = ask(call, {"GET", "/v1/cases/" + percent_encoded(text_in(alert, "case"))});
    if (of_case.good()) rows.push_back(alert_row(alert, of_case.json, agencies, call.moment.today.iso()));
  }
  return rows;
}

Response home_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::read_cases)) {
    View view{{"title", "Home"}, {"noCases", true}};
    put_waiting(view, call);
    return render(call, 200, "home", std::move(view));
  }
  const auto work = ask(call, {"GET", "/v1/worklist"});
  if (!work.good()) return refused_page(call, work.status, work.json);
  const auto saved = ask(call, {"GET", "/v1/savedViews"});
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  auto view = home_view(work.json, saved.json, agencies.good() ? Register(agencies.json) : Register());
  view["mayLog"] = review::records_kind(call.visitor.reader, "incident-logged");
  put_waiting(view, call);
  put_drafts(view, call, "");
  put_home_meetings(call, view);
  auto alerts = alerts_for(call, agencies.json);
  view["hasAlerts"] = !alerts.empty();
  view["alerts"] = std::move(alerts);
  view["overview"] = review::reads_incidents(call.visitor.reader.role);
  return render(call, 200, "home", std::move(view));
}

}  // namespace

std::vector<Page> home_pages() { return {{"GET", "/", "homePage", Use::read, home_page}}; }

}  // namespace reviewd
