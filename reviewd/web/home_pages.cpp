#include "libreview/access/disclose.hpp"
#include "reviewd/web/ask.hpp"
#include "reviewd/web/drafts.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/home_meetings.hpp"
#include "reviewd/web/home_view.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/render.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What agencies said of a child at risk, and nobody has seen yet; nothing for whoever does not look after returns.
json::array alerts_for(const PageCall& call) {
  json::array rows;
  if (!call.visitor.reader.may(review::Right::manage_contacts)) return rows;
  const auto answer = ask(call, {"GET", "/v1/returnAlerts"});
  for (const auto& alert : list_in(answer.json, "returnAlerts")) {
    if (!text_in(alert, "seen").empty()) continue;
    rows.push_back(json::object{{"alert", text_in(alert, "alert")},
                                {"agency", text_in(alert, "agency")},
                                {"case", text_in(alert, "case")},
                                {"day", instant_words(text_in(alert, "time"))}});
  }
  return rows;
}

Response home_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::read_cases)) {
    return render(call, 200, "home", View{{"title", "Home"}, {"noCases", true}});
  }
  const auto work = ask(call, {"GET", "/v1/worklist"});
  if (!work.good()) return refused_page(call, work.status, work.json);
  const auto saved = ask(call, {"GET", "/v1/savedViews"});
  auto view = home_view(work.json, saved.json);
  put_drafts(view, call, "");
  put_home_meetings(call, view);
  auto alerts = alerts_for(call);
  view["hasAlerts"] = !alerts.empty();
  view["alerts"] = std::move(alerts);
  view["overview"] = review::reads_incidents(call.visitor.reader.role);
  return render(call, 200, "home", std::move(view));
}

}  // namespace

std::vector<Page> home_pages() { return {{"GET", "/", "homePage", Use::read, home_page}}; }

}  // namespace reviewd
