#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/home/reminder_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response show_reminders(PageCall& call) {
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
    auto found = ask(call, {"GET", "/v1/cases/" + percent_encoded(reference)});
    if (found.good()) cases.push_back(std::move(found.json));
  }
  return render(call, 200, "reminders",
                reminder_view(alerts.json, cases, register_of(call), call.moment.today,
                              call.visitor.reader.may(review::Right::record)));
}

/// What the API says to a deed on one reminder, and back to the list.
Response after(PageCall& call, const std::string& deed, const std::string& body) {
  const auto done = ask(call, {"POST", "/v1/alerts/" + percent_encoded(call.path("alert")) + deed, body});
  return done.good() ? see_other("/reminders") : refused_page(call, done.status, done.json);
}

Response take(PageCall& call) { return after(call, ":acknowledge", ""); }

Response put_off(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  return after(call, ":snooze", json::serialize(json::object{{"until", value_of(form, "until")}}));
}

}  // namespace

std::vector<Page> reminder_pages() {
  return {{"GET", "/reminders", "remindersPage", Use::read, show_reminders},
          {"POST", "/reminders/{alert}/take", "takeReminder", Use::write, take},
          {"POST", "/reminders/{alert}/later", "putOffReminder", Use::write, put_off}};
}

}  // namespace reviewd
