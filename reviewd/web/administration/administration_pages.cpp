#include <algorithm>
#include <boost/json/serialize.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// What somebody may open from the landing page.
struct Door {
  std::vector<Right> rights;  ///< any of them is enough
  Cell link;
};

const std::vector<Door>& doors() {
  static const std::vector<Door> all = {
      {{Right::manage_access}, {"People", "/administration/people", "", "", "invite, disable, propose another role"}},
      {{Right::approve_settings, Right::export_cases, Right::erase},
       {"Approvals", "/administration/approvals", "", "", "what waits for a second person, and what was decided"}},
      {{Right::manage_access}, {"Access keys for programs", "/administration/tokens", "", "", "make one, stop one"}},
      {{Right::manage_access},
       {"Webhooks", "/administration/webhooks", "", "", "other programs that are told what is due soon and late"}},
      {{Right::approve_settings},
       {"Settings of the partnership", "/administration/settings", "", "",
        "who signs, the quorum, whom to ring, your own rules"}},
      {{Right::approve_settings},
       {"Closure days and new bank holidays", "/administration/closures", "", "", "and which deadlines they move"}},
      {{Right::manage_contacts},
       {"Agencies and contacts", "/contacts", "", "", "who answers for which agency, and who stands in"}},
      {{Right::move_cases},
       {"Bring in past cases", "/administration/past", "", "", "from a spreadsheet, after a look at every row"}},
      {{Right::set_practice_day}, {"The day of this practice store", "/practice", "", "", "set what counts as today"}}};
  return all;
}

Response landing(PageCall& call) {
  PlainPage page{"Administration"};
  Section section;
  for (const auto& door : doors()) {
    const bool for_practice = door.rights.front() == Right::set_practice_day;
    if (for_practice && !call.storage.store().practice()) continue;
    const bool opens =
        std::ranges::any_of(door.rights, [&](Right right) { return review::may(call.visitor.role, right); });
    if (opens) section.links.push_back(door.link);
  }
  if (section.links.empty()) return refused_page(call, 403, json::object{});
  page.sections.push_back(std::move(section));
  return sections_page(call, page);
}

Response practice_page(const PageCall& call, const std::string& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/practice/today"});
  // A real store has no such page.
  if (!answer.good()) return refused_page(call, 404, answer.json);
  if (!review::may(call.visitor.role, Right::set_practice_day)) return refused_page(call, 403, json::object{});
  PlainForm form{"/practice", {}, {{"set", "Set the day"}}, {}};
  form.questions = {{"date", "Which day is it?", "For example 17 3 2026", Question::Sort::day,
                     typed.empty() ? text_in(answer.json, "date") : typed}};
  PlainPage page{"The day of this practice store", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"Everything here is invented. You can set the day that counts as today, to see "
                      "what is due then. Everybody who uses this store sees that day."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

Response show_practice(PageCall& call) { return practice_page(call, "", 200, {}); }

Response set_practice(PageCall& call) {
  const auto typed = day_typed(form_values(call.request.body).value_or(NameValues()), "date");
  const auto answer = ask(call, {"PUT", "/v1/practice/today", json::serialize(json::object{{"date", typed}})});
  if (answer.good()) return see_other("/practice");
  if (answer.status == 400) return practice_page(call, typed, 400, answer.json);
  return refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> administration_pages() {
  return {{"GET", "/administration", "administrationPage", Use::read, landing},
          {"GET", "/practice", "practicePage", Use::read, show_practice},
          {"POST", "/practice", "setPracticePage", Use::alone, set_practice}};
}

}  // namespace reviewd
