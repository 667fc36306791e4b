#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string calendar = "/reminders/calendar";
const std::string api = "/v1/people/me/feeds";

std::string scope_words(const std::string& scope) {
  return scope == "MY_CASES" ? "The cases that you belong to" : "Every case that you see";
}

PlainTable address_table(const json::value& answer) {
  PlainTable table{"Your calendar addresses",
                   {"What it shows", "Made", "Last fetched", "If others may know it", "If you do not need it"},
                   {}};
  for (const auto& feed : list_in(answer, "feeds")) {
    if (!text_in(feed, "revoked").empty()) continue;
    const auto at = calendar + "/" + percent_encoded(text_in(feed, "feed"));
    const auto made = instant_words(text_in(feed, "made"));
    const auto fetched = text_in(feed, "fetched");
    table.rows.push_back({{scope_words(text_in(feed, "scope"))},
                          {made},
                          {fetched.empty() ? "Never" : instant_words(fetched)},
                          {"", "", at + "/renew", "Get a new address", "in place of the one of " + made},
                          {"", "", at + "/stop", "Stop it", "the address of " + made}});
  }
  return table;
}

PlainForm wish_form(const NameValues& typed) {
  PlainForm form{calendar, {}, {{"make", "Make an address"}}, {}};
  form.questions = {{"scope",
                     "What should your calendar show?",
                     "You belong to a case once you were added to it as a member",
                     Question::Sort::choice,
                     typed.empty() ? "MY_CASES" : value_of(typed, "scope"),
                     {{"MY_CASES", scope_words("MY_CASES")}, {"ALL_I_SEE", scope_words("ALL_I_SEE")}}}};
  return form;
}

Response calendar_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", api});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  auto form = wish_form(typed);
  PlainPage page{"Reminders in your calendar", "", "/reminders", "Back to reminders"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  Section listed{
      .paragraphs = {"Your own calendar can show when things are due: what is due, the reference of the case "
                     "and the day, and no more. When a date moves, it moves there too.",
                     "A case that you do not see any more goes from your calendar."},
      .table = address_table(answer.json)};
  page.sections.push_back(std::move(listed));
  page.sections.push_back({.heading = "Make an address", .form = std::move(form)});
  return sections_page(call, page, status);
}

Response show_calendar(PageCall& call) { return calendar_page(call, {}, 200, {}); }

/// The address, which is shown this once.
Response made_page(const PageCall& call, const json::value& feed) {
  PlainPage page{"Your calendar address", "", calendar, "Back to reminders in your calendar"};
  page.sections.push_back(
      {.paragraphs = {"Copy this address now: it is shown only this once. In your calendar, choose to add a calendar "
                      "from the internet or from a URL, and paste it there.",
                      "Keep it to yourself. Whoever has the address sees what is due and when. If others may know it, "
                      "come back here and get a new one: the old one then stops."},
       .note = text_in(feed, "address"),
       .facts = {{"What it shows", scope_words(text_in(feed, "scope"))}}});
  return sections_page(call, page, 201);
}

Response make_address(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto answer = ask(call, {"POST", api, json::serialize(json::object{{"scope", value_of(typed, "scope")}})});
  if (answer.status == 400) return calendar_page(call, typed, 400, answer.json);
  return answer.good() ? made_page(call, answer.json) : refused_page(call, answer.status, answer.json);
}

Response renew_address(PageCall& call) {
  const auto answer = ask(call, {"POST", api + "/" + percent_encoded(call.path("feed")) + ":rotate"});
  return answer.good() ? made_page(call, answer.json) : refused_page(call, answer.status, answer.json);
}

Response stop_address(PageCall& call) {
  const auto answer = ask(call, {"POST", api + "/" + percent_encoded(call.path("feed")) + ":revoke"});
  return answer.good() ? see_other(calendar) : refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> calendar_pages() {
  return {{"GET", calendar, "calendarPage", Use::read, show_calendar},
          {"POST", calendar, "makeCalendarAddress", Use::write, make_address},
          {"POST", calendar + "/{feed}/renew", "renewCalendarAddress", Use::write, renew_address},
          {"POST", calendar + "/{feed}/stop", "stopCalendarAddress", Use::write, stop_address}};
}

}  // namespace reviewd
