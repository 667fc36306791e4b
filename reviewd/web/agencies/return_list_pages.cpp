#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/agencies/return_list_view.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/frame/api_errors.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The box that stands for every agency of the register: no agency can have this id.
const std::string every_agency = "*";

/// A new link opens for so many days.
constexpr int link_days = 28;

std::string page_of_case(const PageCall& call) { return case_address(call) + "/returns"; }

bool may_ask(const PageCall& call) {
  return call.visitor.reader.may(review::Right::manage_contacts) && call.visitor.reader.may(review::Right::record);
}

/// Everything of one list of the API, page by page; stops where it refuses.
json::array all_of(const PageCall& call, const std::string& address, std::string_view list) {
  json::array all;
  std::string token;
  do {
    const auto page = ask(call, {"GET", address + (token.empty() ? "" : "&pageToken=" + percent_encoded(token))});
    const auto& items = list_in(page.json, list);
    all.insert(all.end(), items.begin(), items.end());
    token = page.good() ? text_in(page.json, "nextPageToken") : std::string();
  } while (!token.empty());
  return all;
}

Response list_page(const PageCall& call, int status, const NameValues& form, const json::value& problem) {
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  const auto entries = all_of(call, case_api(call) + "/entries?pageSize=200", "entries");
  const json::value clocks = json::object{{"clocks", all_of(call, case_api(call) + "/clocks?pageSize=200", "clocks")}};
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  const auto links = may_ask(call) ? ask(call, {"GET", case_api(call) + "/returnLinks"}).json : json::value();
  const Register known(agencies.json);
  auto view = return_list_view({of_case.json, entries, clocks, links, agencies.json, known, call.moment.today.iso(),
                                call.storage.store().practice()});
  view["period"] = value_of(form, "period");
  for (const auto* part : {"day", "month", "year"}) view[part] = value_of(form, std::string("dueOn.") + part);
  show_errors(view, problem);
  return render(call, status, "returns", std::move(view));
}

Response show_list(PageCall& call) { return list_page(call, 200, {}, {}); }

/// The mails that went out, to read or to copy: their links are shown this once.
Response sent_page(const PageCall& call, const json::array& links, const json::array& without) {
  const auto known = register_of(call);
  json::array mails;
  for (const auto& link : links) {
    const auto number = std::to_string(mails.size() + 1);
    mails.push_back(json::object{{"id", "mail-" + number},
                                 {"name", "mail " + number + ": " + text_in(link, "subject")},
                                 {"agency", known.agency(text_in(link, "agency"))},
                                 {"subject", text_in(link, "subject")},
                                 {"text", text_in(link, "text")}});
  }
  json::array others;
  for (const auto& agency : without)
    others.push_back(json::object{{"agency", known.agency(std::string(agency.as_string()))}});
  const bool has_mails = !mails.empty();
  const bool has_others = !others.empty();
  return render(call, 200, "returns_sent",
                {{"title", has_mails ? "The agencies were asked" : "The request was recorded"},
                 {"back", page_of_case(call)},
                 {"mailTexts", case_address(call) + "/mail-texts"},
                 {"sendsNothing", call.storage.store().practice()},
                 {"mails", std::move(mails)},
                 {"hasMails", has_mails},
                 {"others", std::move(others)},
                 {"hasOthers", has_others}});
}

Response refused_or_list(const PageCall& call, const ApiAnswer& answer, const NameValues& form) {
  if (answer.status == 404 || answer.status == 412) return refused_page(call, answer.status, answer.json);
  return list_page(call, answer.status, form, answer.json);
}

Response ask_agencies(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues{});
  json::array agencies;
  Typed due;
  for (const auto& [name, value] : form) {
    if (name == "agencies" && value != every_agency) agencies.push_back(json::string(value));
    if (name.starts_with("dueOn.")) due.put(name, value);
  }
  if (std::ranges::count(form, std::pair<std::string, std::string>("agencies", every_agency)) > 0) {
    agencies.clear();
    const auto known = ask(call, {"GET", "/v1/agencies"});
    for (const auto& agency : list_in(known.json, "agencies"))
      agencies.push_back(json::string(text_in(agency, "agency")));
  }
  json::object wish{{"agencies", std::move(agencies)}};
  for (const auto* name : {"type", "period"}) {
    if (const auto value = typed_text(value_of(form, name)); !value.empty()) wish[name] = value;
  }
  if (const auto day = typed_day(due, "dueOn", false); !day.empty()) wish["dueOn"] = day;
  const auto answer = ask(call, {"POST", case_api(call) + "/returnRequests", json::serialize(wish)});
  if (!answer.good()) return refused_or_list(call, answer, form);
  return sent_page(call, list_in(answer.json, "returnLinks"), list_in(answer.json, "withoutLink"));
}

json::object chase(const std::string& agency, const std::string& request, const char* step) {
  json::object content{{"agency", agency}, {"step", step}};
  if (!request.empty()) content["request"] = request;
  return {{"agencyReturnChased", std::move(content)}};
}

/// One button of a row, as the request to the API that it stands for.
Asking asking_of(const PageCall& call, const NameValues& form) {
  const auto what = value_of(form, "do");
  const auto agency = value_of(form, "agency");
  const auto request = value_of(form, "request");
  const auto link = percent_encoded(value_of(form, "link"));
  const auto entries = case_api(call) + "/entries";
  if (what == "remind" && !link.empty()) return {"POST", fmt::format("{}/returnLinks/{}:remind", case_api(call), link)};
  if (what == "remind") return {"POST", entries, json::serialize(chase(agency, request, "REMINDED"))};
  if (what == "called") return {"POST", entries, json::serialize(chase(agency, request, "CALLED"))};
  if (what == "raised") return {"POST", entries, json::serialize(chase(agency, request, "ESCALATED"))};
  if (what == "revoke") return {"POST", fmt::format("{}/returnLinks/{}:revoke", case_api(call), link)};
  if (what == "share") {
    return {"POST", entries, json::serialize(json::object{{"agencyReturnShared", json::object{{"agency", agency}}}})};
  }
  return {"POST", case_api(call) + "/returnLinks",
          json::serialize(json::object{{"request", request},
                                       {"agency", agency},
                                       {"contact", value_of(form, "contact")},
                                       {"expiresOn", call.moment.today.plus_days(link_days).iso()}})};
}

Response act(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues{});
  const auto answer = ask(call, asking_of(call, form));
  if (!answer.good()) return refused_or_list(call, answer, {});
  if (answer.json.is_object() && answer.json.as_object().contains("address")) {
    return sent_page(call, json::array{answer.json}, {});
  }
  return see_other(page_of_case(call));
}

Response see_alert(PageCall& call) {
  const auto answer = ask(call, {"POST", "/v1/returnAlerts/" + percent_encoded(call.path("alert")) + ":see"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return see_other("/cases/" + percent_encoded(text_in(answer.json, "case")) + "/returns");
}

}  // namespace

std::vector<Page> return_pages_of_cases() {
  return {{"GET", "/cases/{case}/returns", "returnsPage", Use::read, show_list},
          {"POST", "/cases/{case}/returns", "returnsAction", Use::write, act},
          {"POST", "/cases/{case}/returns/ask", "askAgenciesForm", Use::write, ask_agencies},
          {"POST", "/alerts/{alert}", "seeAlertForm", Use::write, see_alert}};
}

}  // namespace reviewd
