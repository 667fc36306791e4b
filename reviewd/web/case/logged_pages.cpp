#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/case/national_form.hpp"
#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What whoever logged an incident has to do, in the words of those who do it.
std::string duty_words(const json::value& clock, const Register& known) {
  const auto name = text_in(clock, "clock");
  const auto is = [&](std::string_view one) { return name == one || name.starts_with(std::string(one) + ":"); };
  if (is("notify-panel")) return "Tell the National Panel";
  if (is("tell-partners")) return "Tell the safeguarding partners";
  if (is("notify-looked-after-death")) return "Tell the Secretary of State and Ofsted that a child in care died";
  if (is("notify-care-leaver-death")) return "Tell the Secretary of State and Ofsted that a care leaver died";
  return clock_title(clock, known);
}

json::array running_clocks(const json::value& of_case, const std::string& address, const Register& known) {
  json::array rows;
  for (const auto& clock : list_in(of_case, "clocks")) {
    const auto due = text_in(clock, "dueOn");
    if (!is_open_clock(clock) || due.empty()) continue;
    rows.push_back(json::object{{"words", fmt::format("{} by the end of {}", duty_words(clock, known), day_words(due))},
                                {"href", address + "/clocks/" + percent_encoded(text_in(clock, "clock"))},
                                {"late", text_in(clock, "state") == "OVERDUE"}});
  }
  return rows;
}

bool was_confirmed_safe(const json::array& entries) {
  for (const auto& entry : entries) {
    if (entry.is_object() && entry.get_object().contains("safetyConfirmed")) return true;
  }
  return false;
}

ApiAnswer entries_answer(const PageCall& call) { return ask(call, {"GET", case_api(call) + "/entries?pageSize=200"}); }

Response logged_page(PageCall& call) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto address = case_address(call);
  auto clocks = running_clocks(found.json, address, register_of(call));
  const auto recorded = entries_answer(call);
  View view{{"title", "Incident logged"},  {"reference", text_in(found.json, "case")},
            {"caseAddress", address},      {"hasClocks", !clocks.empty()},
            {"clocks", std::move(clocks)}, {"safe", was_confirmed_safe(list_in(recorded.json, "entries"))}};
  put_drafts(view, call, call.path("case"));
  return render(call, 200, "logged", std::move(view));
}

Response national_form_page(PageCall& call) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto listed = entries_answer(call);
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  auto view = national_form(found.json, list_in(listed.json, "entries"));
  put_identity(view, found.json);
  view["title"] = "Summary for the national form";
  view["contentNote"] = true;
  return render(call, 200, "national_form", std::move(view));
}

}  // namespace

std::vector<Page> logged_pages() {
  return {{"GET", "/cases/{case}/logged", "loggedPage", Use::read, logged_page},
          {"GET", "/cases/{case}/national-form", "nationalFormPage", Use::read, national_form_page}};
}

}  // namespace reviewd
