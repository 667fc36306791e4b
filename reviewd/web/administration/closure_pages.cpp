#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/moves_section.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string closures = "/administration/closures";
const std::string api = "/v1/calendars/england-and-wales/closures";

bool may_propose(const PageCall& call) { return call.visitor.reader.may(review::Right::manage_settings); }

PlainTable closure_table(const json::value& answer) {
  PlainTable table{
      "Days off beside the bank holidays that the service knows", {"Day", "What it is", "Sort", "Where from"}, {}};
  for (const auto& day : list_in(answer, "closures")) {
    table.rows.push_back({{day_words(text_in(day, "date"))},
                          {text_in(day, "name")},
                          {text_in(day, "kind") == "closure" ? "The partnership is closed" : "Bank holiday"},
                          {text_in(day, "origin") == "SERVICE" ? "Settled here" : "The configuration file"}});
  }
  return table;
}

/// What was typed, as the API takes it.
json::object wish_of(const NameValues& typed) {
  json::object wish{{"change", value_of(typed, "change")}};
  const bool checked = value_of(typed, "do") == "propose";
  for (const std::string name : {"from", "through"}) {
    const auto day = checked ? value_of(typed, name) : day_typed(typed, name);
    if (!day.empty() || name == "from") wish[name] = day;
  }
  if (value_of(typed, "change") == "remove") return wish;
  for (const auto* name : {"name", "kind"}) wish[name] = typed_text(value_of(typed, name));
  return wish;
}

PlainForm days_form(const NameValues& typed) {
  const auto change = value_of(typed, "change");
  PlainForm form{closures, {}, {{"preview", "Continue"}}, {}};
  form.questions = {
      {"change",
       "What do you want to do?",
       "",
       Question::Sort::choice,
       change.empty() ? "add" : change,
       {{"add", "Make days off"}, {"remove", "Take back days off that were settled here"}}},
      {"from", "First day", "For example 29 12 2026", Question::Sort::day, day_typed(typed, "from")},
      {"through", "Last day", "Leave it out for one day", Question::Sort::day, day_typed(typed, "through")},
      {"name", "What are the days off?", "For example Christmas closure. Not needed to take days back",
       Question::Sort::line, value_of(typed, "name")},
      {"kind",
       "Sort",
       "",
       Question::Sort::choice,
       value_of(typed, "kind"),
       {{"closure", "The partnership is closed"}, {"bank-holiday", "Bank holiday announced since"}}}};
  return form;
}

Response closures_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", api});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  auto form = days_form(typed);
  PlainPage page{"Closure days and new bank holidays", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  Section listed{.paragraphs = {"On these days no working day is counted. Those of the configuration file are changed "
                                "in that file; those settled here come on top."},
                 .table = closure_table(answer.json)};
  if (listed.table.rows.empty()) listed.paragraphs.emplace_back("There are none.");
  page.sections.push_back(std::move(listed));
  if (may_propose(call)) {
    page.sections.push_back({.heading = "Change the days off",
                             .paragraphs = {"The next page shows which open deadlines would move. Then another person "
                                            "approves."},
                             .form = std::move(form)});
  }
  return sections_page(call, page, status);
}

Response show_closures(PageCall& call) { return closures_page(call, {}, 200, {}); }

Response check_page(const PageCall& call, const json::object& wish, const json::value& moves, const std::string& reason,
                    int status, const json::value& problem) {
  PlainForm form{closures, {}, {{"propose", "Propose"}}, {}};
  for (const auto& [name, value] : wish) form.hidden.emplace_back(name, std::string(value.get_string()));
  form.questions = {{"reason", "Why?", "The other person decides on this", Question::Sort::area, reason, {}, 3}};
  PlainPage page{"Check before you propose", "Days off", closures, "Back"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  const auto through = text_in(wish, "through");
  page.sections.push_back(
      {.facts = {{"What changes", text_in(wish, "change") == "add" ? "These become days off: " + text_in(wish, "name")
                                                                   : "These become working days again"},
                 {"First day", day_words(text_in(wish, "from"))},
                 {"Last day", day_words(through.empty() ? text_in(wish, "from") : through)}}});
  page.sections.push_back(moves_section(moves, register_of(call)));
  page.sections.push_back(
      {.paragraphs = {"Another person has to approve it. Until then nothing changes."}, .form = std::move(form)});
  return sections_page(call, page, status);
}

Response take_closures(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  auto wish = wish_of(typed);
  const auto reason = typed_text(value_of(typed, "reason"));
  const auto preview = ask(call, {"POST", api + ":preview", json::serialize(wish)});
  if (preview.status == 400 || preview.status == 409) {
    return closures_page(call, typed, preview.status, preview.json);
  }
  if (!preview.good()) return refused_page(call, preview.status, preview.json);
  if (value_of(typed, "do") != "propose") return check_page(call, wish, preview.json, reason, 200, {});
  auto with_reason = wish;
  with_reason["reason"] = reason;
  const auto made = ask(call, {"POST", api + ":propose", json::serialize(with_reason)});
  if (made.status == 400 || made.status == 409) {
    return check_page(call, wish, preview.json, reason, made.status, made.json);
  }
  if (!made.good()) return refused_page(call, made.status, made.json);
  return see_other("/administration/approvals/" + percent_encoded(text_in(made.json, "approval")));
}

}  // namespace

std::vector<Page> closure_pages() {
  return {{"GET", closures, "closuresPage", Use::read, show_closures},
          {"POST", closures, "proposeClosuresPage", Use::write, take_closures}};
}

}  // namespace reviewd
