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
#include "reviewd/web/words/approval_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

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

/// What another proposed and the visitor may decide; nothing for whoever may decide nothing.
json::array approvals_for(const PageCall& call) {
  json::array rows;
  const auto answer = ask(call, {"GET", "/v1/approvals"});
  for (const auto& approval : list_in(answer.json, "approvals")) {
    const auto* may = approval.as_object().if_contains("mayDecide");
    if (may == nullptr || !may->is_bool() || !may->get_bool()) continue;
    rows.push_back(
        json::object{{"what", approval_title(approval)},
                     {"by", person_words(text_in(approval, "proposedBy"))},
                     {"day", instant_words(text_in(approval, "proposed"))},
                     {"address", "/administration/approvals/" + percent_encoded(text_in(approval, "approval"))}});
  }
  return rows;
}

/// The embargoes that another proposed to lift and the visitor may agree to.
void put_lifts(const PageCall& call, json::array& rows) {
  if (!review::records_kind(call.visitor.reader, "embargo-lifted")) return;
  std::string next;
  do {
    const auto page = next.empty() ? std::string() : "&pageToken=" + percent_encoded(next);
    const auto answer = ask(call, {"GET", "/v1/embargoes?live=true&pageSize=200" + page});
    for (const auto& one : list_in(answer.json, "embargoes")) {
      if (!flag_in(one, "liftWaitsForYou")) continue;
      const auto of_case = text_in(one, "case");
      rows.push_back(json::object{{"what", "Lift an embargo of case " + of_case},
                                  {"by", ""},
                                  {"address", "/cases/" + percent_encoded(of_case) + "/embargoes/" +
                                                  percent_encoded(text_in(one, "embargo"))}});
    }
    next = answer.good() ? text_in(answer.json, "nextPageToken") : std::string();
  } while (!next.empty());
}

void put_approvals(const PageCall& call, View& view) {
  auto approvals = approvals_for(call);
  if (call.visitor.reader.may(review::Right::read_cases)) put_lifts(call, approvals);
  view["hasApprovals"] = !approvals.empty();
  view["approvals"] = std::move(approvals);
}

Response home_page(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::read_cases)) {
    View view{{"title", "Home"}, {"noCases", true}};
    put_approvals(call, view);
    return render(call, 200, "home", std::move(view));
  }
  const auto work = ask(call, {"GET", "/v1/worklist"});
  if (!work.good()) return refused_page(call, work.status, work.json);
  const auto saved = ask(call, {"GET", "/v1/savedViews"});
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  auto view = home_view(work.json, saved.json, agencies.good() ? Register(agencies.json) : Register());
  view["mayLog"] = review::records_kind(call.visitor.reader, "incident-logged");
  put_approvals(call, view);
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
