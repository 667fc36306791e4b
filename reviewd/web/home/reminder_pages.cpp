#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/api_errors.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/home/reminder_view.hpp"
#include "reviewd/web/home/waiting_decisions.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response list_page(const PageCall& call, int status, const json::value& problem) {
  auto asked = std::string("/v1/alerts");
  if (const auto page = call.request.parameter("page").value_or(""); !page.empty())
    asked += "?pageToken=" + percent_encoded(page);
  const auto alerts = ask(call, {"GET", asked});
  if (!alerts.good()) return refused_page(call, alerts.status, alerts.json);
  std::set<std::string> references;
  for (const auto& alert : list_in(alerts.json, "alerts")) {
    if (const auto reference = text_in(alert, "case"); !reference.empty()) references.insert(reference);
  }
  json::array cases;
  for (const auto& reference : references) {
    // The list shows a name and no more of the case, and that is what is noted.
    const auto found = ask(call, {"GET", "/v1/cases?pageSize=1&filter=" + percent_encoded("case=" + reference)});
    for (const auto& one : list_in(found.json, "cases")) cases.push_back(one);
  }
  auto view = reminder_view(alerts.json, cases, register_of(call), call.moment.today,
                            call.visitor.reader.may(review::Right::decide));
  view["calendar"] = call.visitor.reader.may(review::Right::read_cases);
  put_waiting(view, call);
  show_errors(view, problem);
  return render(call, status, "reminders", std::move(view));
}

Response show_reminders(PageCall& call) { return list_page(call, 200, {}); }

/// Takes those that were chosen in hand, or puts them off; the first that is refused ends it.
Response answer_reminders(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const bool later = value_of(form, "do") == "later";
  const auto body = later ? json::serialize(json::object{{"until", value_of(form, "until")}}) : std::string();
  bool chosen = false;
  for (const auto& [name, alert] : form) {
    if (name != "reminder") continue;
    chosen = true;
    const auto address = "/v1/alerts/" + percent_encoded(alert) + (later ? ":snooze" : ":acknowledge");
    const auto done = ask(call, {"POST", address, body});
    if (done.status == 400) return list_page(call, 400, done.json);
    if (!done.good()) return refused_page(call, done.status, done.json);
  }
  if (chosen) return see_other("/reminders");
  return list_page(
      call, 400,
      json::object{{"violations", {{{"pointer", "/reminders"}, {"message", "Choose one or more reminders"}}}}});
}

}  // namespace

std::vector<Page> reminder_pages() {
  return {{"GET", "/reminders", "remindersPage", Use::read, show_reminders},
          {"POST", "/reminders", "answerReminders", Use::write, answer_reminders}};
}

}  // namespace reviewd
