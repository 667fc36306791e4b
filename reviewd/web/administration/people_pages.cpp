#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/reference_of_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/administration/agreed_links.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/access_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string people = "/administration/people";

std::string page_of_person(const std::string& person) { return people + "/" + percent_encoded(person_words(person)); }

std::string standing(const json::value& account) {
  if (const auto since = text_in(account, "disabled"); !since.empty()) return "Disabled since " + instant_words(since);
  return flag_in(account, "hasPassword") ? "Can sign in" : "Invited, has not chosen a password yet";
}

std::string last_time(const json::value& account) {
  const auto at = text_in(account, "lastSignedIn");
  return at.empty() ? "Never" : instant_words(at);
}

PlainTable people_table(const json::value& answer, const Register& known) {
  PlainTable table{
      "Everybody who can sign in, or could", {"Person", "Role", "Agency", "Last signed in", "Standing"}, {}};
  for (const auto& account : list_in(answer, "accounts")) {
    const auto person = text_in(account, "person");
    const auto name = text_in(account, "name");
    const auto agency = text_in(account, "agency");
    table.rows.push_back(
        {{name.empty() ? person_words(person) : name + " (" + person_words(person) + ")", page_of_person(person)},
         {role_of_words(text_in(account, "role"))},
         {agency.empty() ? "None" : known.agency(agency)},
         {last_time(account)},
         {standing(account)}});
  }
  return table;
}

/// Agencies to choose from: the bodies of the law that sit on the panel, then the register.
std::vector<std::pair<std::string, std::string>> agency_choices(const PageCall& call, std::string_view none) {
  std::vector<std::pair<std::string, std::string>> all{{"", std::string(none)}};
  for (const auto* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"})
    all.emplace_back(body, body_words(body));
  const auto register_answer = ask(call, {"GET", "/v1/agencies"});
  for (const auto& agency : list_in(register_answer.json, "agencies")) {
    all.emplace_back(text_in(agency, "agency"), text_in(agency, "name"));
  }
  return all;
}

/// A short name is made of the name where none was typed.
NameValues with_short_name(NameValues typed) {
  for (auto& [field, value] : typed) {
    if (field == "person" && typed_text(value).empty())
      value = review::reference_of_name(typed_text(value_of(typed, "name")));
  }
  return typed;
}

/// In a real store another person agrees to whatever gives somebody a way in.
bool takes_two(const PageCall& call) { return !call.storage.store().practice(); }

Question why(const NameValues& typed) {
  return {"reason", "Why?", "The other person decides on this", Question::Sort::area, value_of(typed, "reason"), {}, 3};
}

Response to_approval(const ApiAnswer& proposed) {
  return see_other("/administration/approvals/" + percent_encoded(text_in(proposed.json, "approval")));
}

PlainForm invite_form(const PageCall& call, const NameValues& typed) {
  PlainForm form{people, {}, {{"invite", takes_two(call) ? "Propose an invitation" : "Make a link"}}, {}};
  form.questions = {
      {"name", "Name", "As others see it, for example Asha Smith", Question::Sort::line, value_of(typed, "name")},
      {"person", "Short name",
       "They sign in with it. Leave it empty, and it is made of the name: asha-smith. Small letters, digits and "
       "hyphens",
       Question::Sort::line, value_of(typed, "person")},
      {"role", "Role", "", Question::Sort::choice, value_of(typed, "role"), role_choices()},
      {"agency", "Agency", "For a panel member or an agency contact", Question::Sort::choice, value_of(typed, "agency"),
       agency_choices(call, "None")}};
  if (takes_two(call)) form.questions.push_back(why(typed));
  return form;
}

Response people_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/accounts"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  auto form = invite_form(call, typed);
  PlainPage page{"People", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.paragraphs = {"Choose a person to disable them or to change their role."},
                           .table = people_table(answer.json, register_of(call))});
  if (auto agreed = agreed_links_table(call); !agreed.rows.empty()) {
    page.sections.push_back({.table = std::move(agreed)});
  }
  Section invite{.heading = "Invite somebody", .form = std::move(form)};
  if (takes_two(call)) {
    invite.paragraphs.emplace_back(
        "An invitation takes two people: you propose it, another person approves it, then you make the link here or "
        "on the page of the approval. A coordinator, the chair or another administrator can approve it. They are shown "
        "a code that the link asks for, and tell it to whom you invite.");
  }
  invite.paragraphs.emplace_back(
      "You get a link. With it they choose a password, once, within seven days. Somebody who has forgotten the "
      "password "
      "gets another link: open the person's page and reset it.");
  invite.paragraphs.emplace_back("To change a role, open the person's page: that takes two people.");
  page.sections.push_back(std::move(invite));
  return sections_page(call, page, status);
}

Response show_people(PageCall& call) { return people_page(call, {}, 200, {}); }

Response invite(PageCall& call) {
  const auto typed = with_short_name(form_values(call.request.body).value_or(NameValues()));
  json::object wish;
  for (const auto* name : {"person", "role", "name", "agency"}) {
    const auto text = typed_text(value_of(typed, name));
    if (!text.empty()) wish[name] = text;
  }
  const bool by_two = takes_two(call);
  if (by_two) wish["reason"] = typed_text(value_of(typed, "reason"));
  const auto answer = ask(call, {"POST", by_two ? "/v1/accounts:propose" : "/v1/accounts", json::serialize(wish)});
  if (answer.status == 400 || answer.status == 409) return people_page(call, typed, answer.status, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return by_two ? to_approval(answer) : link_page(call, answer, 201);
}

PlainForm role_form(const PageCall& call, const std::string& person, const NameValues& typed, const std::string& role) {
  PlainForm form{page_of_person(person), {}, {{"role", "Propose this role"}}, {}};
  form.questions = {
      {"role", "New role", "", Question::Sort::choice, typed.empty() ? role : value_of(typed, "role"), role_choices()},
      {"agency", "Agency", "Only if it changes too", Question::Sort::choice, value_of(typed, "agency"),
       agency_choices(call, "As it is")},
      why(typed)};
  return form;
}

Response person_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/accounts"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const json::value* found = nullptr;
  for (const auto& account : list_in(answer.json, "accounts")) {
    if (text_in(account, "person") == "people/" + call.path("person")) found = &account;
  }
  if (found == nullptr) return refused_page(call, 404, {});
  const auto person = text_in(*found, "person");
  const auto name = text_in(*found, "name");
  const auto agency = text_in(*found, "agency");
  auto form = role_form(call, person, typed, text_in(*found, "role"));
  PlainPage page{name.empty() ? person_words(person) : name, "Person", people, "Back to people"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.facts = {{"Short name", person_words(person)},
                                     {"Role", role_of_words(text_in(*found, "role"))},
                                     {"Agency", agency.empty() ? "None" : register_of(call).agency(agency)},
                                     {"Last signed in", last_time(*found)},
                                     {"Standing", standing(*found)}}});
  page.sections.push_back(
      {.heading = "Change the role",
       .paragraphs = {"You propose it, another person approves it. Then the person is signed out and signs in again."},
       .form = std::move(form)});
  if (text_in(*found, "disabled").empty()) {
    page.sections.push_back(
        {.heading = "Reset how this person signs in",
         .paragraphs = {"For somebody who has forgotten the password, or has lost the telephone with the codes."},
         .links = {{"Reset how this person signs in", page_of_person(person) + "/reset"}}});
    page.sections.push_back(
        {.heading = "Shut this person out",
         .paragraphs = {"For somebody who leaves, or whose password may be known. It works at once: "
                        "they are signed out on every device. What they recorded stays."},
         .form = {page_of_person(person), {}, {{"disable", "Disable account", true}}, {}}});
  }
  return sections_page(call, page, status);
}

PlainForm reset_form(const PageCall& call, const std::string& action, const NameValues& typed) {
  if (!takes_two(call)) {
    return {action, {}, {{"password", "Reset the password"}, {"both", "Reset the password and the codes", true}}, {}};
  }
  return {
      action,
      {why(typed)},
      {{"password", "Propose to reset the password"}, {"both", "Propose to reset the password and the codes", true}},
      {}};
}

Response reset_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/accounts"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto& all = list_in(answer.json, "accounts");
  const auto person = "people/" + call.path("person");
  const bool in_use = std::any_of(all.begin(), all.end(), [&](const json::value& one) {
    return text_in(one, "person") == person && text_in(one, "disabled").empty();
  });
  if (!in_use) return refused_page(call, 404, {});
  const auto back = page_of_person(person);
  PlainPage page{"Do you want to reset how " + person_words(person) + " signs in?", "Person", back,
                 "Back to the person"};
  auto form = reset_form(call, back + "/reset", typed);
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  Section section{
      .paragraphs = {"The password of today stops working at once, and the person is signed out on every device. They "
                     "keep their role and what they recorded.",
                     "You get a link. With it they choose another password, once, within seven days. Hand it to "
                     "nobody else.",
                     "Reset the codes too if the telephone with the app and the recovery codes are lost. Be sure "
                     "first that it is the person who asks: ring them on a number that you already have."},
      .form = std::move(form)};
  if (takes_two(call)) {
    section.paragraphs.insert(
        section.paragraphs.begin(),
        "This takes two people, so that neither of them can become this person. You propose it. Any review "
        "coordinator, the chair or another administrator approves it: they open it from their home page, press Approve "
        "and are shown a code, which they tell the person. Then you make the link, within a day. The link asks for the "
        "code. If it is urgent, ring one of them.");
  }
  page.sections.push_back(std::move(section));
  return sections_page(call, page, status);
}

Response show_reset(PageCall& call) { return reset_page(call, {}, 200, {}); }

Response reset_person(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  json::object wish{{"withSecondFactor", value_of(typed, "do") == "both"}};
  const bool by_two = takes_two(call);
  if (by_two) wish["reason"] = typed_text(value_of(typed, "reason"));
  const auto address = "/v1/accounts/" + percent_encoded(call.path("person")) + (by_two ? ":proposeReset" : ":reset");
  const auto answer = ask(call, {"POST", address, json::serialize(wish)});
  if (by_two && answer.status == 409) return reset_page(call, typed, 409, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return by_two ? to_approval(answer) : link_page(call, answer, 200);
}

Response show_person(PageCall& call) { return person_page(call, {}, 200, {}); }

Response change_person(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto account = "/v1/accounts/" + percent_encoded(call.path("person"));
  if (value_of(typed, "do") == "disable") {
    const auto answer = ask(call, {"POST", account + ":disable"});
    return answer.good() ? see_other(page_of_person(call.path("person")))
                         : refused_page(call, answer.status, answer.json);
  }
  json::object wish{{"role", value_of(typed, "role")}, {"reason", typed_text(value_of(typed, "reason"))}};
  if (const auto agency = typed_text(value_of(typed, "agency")); !agency.empty()) wish["agency"] = agency;
  const auto answer = ask(call, {"POST", account + ":proposeRole", json::serialize(wish)});
  if (answer.status == 400 || answer.status == 409) return person_page(call, typed, answer.status, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return to_approval(answer);
}

}  // namespace

std::vector<Page> people_pages() {
  return {{"GET", people, "peoplePage", Use::read, show_people},
          {"POST", people, "invitePersonPage", Use::write, invite},
          {"GET", people + "/{person}", "personPage", Use::read, show_person},
          {"POST", people + "/{person}", "changePersonPage", Use::write, change_person},
          {"POST", people + "/agreed/{approval}", "makeAgreedLink", Use::write, make_agreed_link},
          {"GET", people + "/{person}/reset", "resetPersonPage", Use::read, show_reset},
          {"POST", people + "/{person}/reset", "resetPerson", Use::write, reset_person}};
}

}  // namespace reviewd
