#include <boost/json/serialize.hpp>
#include <sstream>

#include "reviewd/act/act.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/access_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string tokens = "/administration/tokens";

PlainTable token_table(const json::value& answer) {
  PlainTable table{"Every key that was ever made, newest first",
                   {"Key", "Whose", "Role", "Works until", "Last used", "Standing"},
                   {}};
  const auto& all = list_in(answer, "tokens");
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    const auto id = text_in(*at, "token");
    const auto revoked = text_in(*at, "revoked");
    const auto used = text_in(*at, "lastUsed");
    Cell standing{revoked.empty() ? "" : "Stopped " + instant_words(revoked)};
    if (revoked.empty()) {
      standing = {"", "", tokens + "/" + percent_encoded(id) + "/revoke", "Stop", "key " + id};
    }
    table.rows.push_back({{id},
                          {person_words(text_in(*at, "person"))},
                          {role_of_words(text_in(*at, "role"))},
                          {instant_words(text_in(*at, "expires"))},
                          {used.empty() ? "Never" : instant_words(used)},
                          std::move(standing)});
  }
  return table;
}

/// Keys that this person proposed, another approved, and that can still be made.
PlainTable agreed_table(const json::value& approvals) {
  PlainTable table{"Approved, and not made yet", {"Whose", "Role", "Approved by", "What you can do"}, {}};
  for (const auto& one : list_in(approvals, "approvals")) {
    if (text_in(one, "act") != issue_token_act || text_in(one, "usableUntil").empty()) continue;
    const auto whose = person_words(text_in(one, "subject"));
    table.rows.push_back(
        {{whose},
         {role_of_words(text_in(one.at("proposal"), "role"))},
         {person_words(text_in(one, "decidedBy"))},
         {"", "", tokens + "/agreed/" + percent_encoded(text_in(one, "approval")), "Make the key", "for " + whose}});
  }
  return table;
}

PlainForm wish_form(const NameValues& typed, bool takes_two) {
  PlainForm form{tokens, {}, {{"issue", takes_two ? "Propose a key" : "Make a key"}}, {}};
  form.questions = {
      {"person", "Whose key", "The short name of the person or the program, for example nightly-report",
       Question::Sort::line, value_of(typed, "person")},
      {"role", "Role", "", Question::Sort::choice, typed.empty() ? "script" : value_of(typed, "role"), role_choices()}};
  if (takes_two) {
    form.questions.push_back(
        {"reason", "Why?", "The other person decides on this", Question::Sort::area, value_of(typed, "reason"), {}, 3});
  }
  return form;
}

Response token_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/tokens"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto approvals = ask(call, {"GET", "/v1/approvals"});
  const bool takes_two = !call.storage.store().practice();
  auto form = wish_form(typed, takes_two);
  PlainPage page{"Access keys for programs", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.paragraphs = {"A program, or a person at a command line, signs in with a key instead of a "
                                          "password. A key that is stopped opens nothing from that moment."},
                           .table = token_table(answer.json)});
  if (auto agreed = agreed_table(approvals.json); !agreed.rows.empty()) {
    page.sections.push_back({.table = std::move(agreed)});
  }
  Section make{.heading = takes_two ? "Propose a key" : "Make a key", .form = std::move(form)};
  if (takes_two) {
    make.paragraphs = {
        "A key opens cases, or the administration, without a password. So it takes two people: you "
        "propose it, another person approves it, then you make it here.",
        "A key that you make for somebody else takes no part in what takes two people, such as lifting an embargo. For "
        "that they sign in on these pages."};
  }
  page.sections.push_back(std::move(make));
  return sections_page(call, page, status);
}

Response show_tokens(PageCall& call) { return token_page(call, {}, 200, {}); }

/// The key, which is shown this once.
Response made_page(const PageCall& call, const ApiAnswer& answer) {
  PlainPage page{"Key for " + person_words(text_in(answer.json, "person")), "", tokens, "Back to access keys"};
  page.sections.push_back({.paragraphs = {"This key is shown only now. Put it where the program reads it, and nowhere "
                                          "else: whoever has it can do what its role may."},
                           .note = text_in(answer.json, "secret"),
                           .facts = {{"Role", role_of_words(text_in(answer.json, "role"))},
                                     {"Works until", instant_words(text_in(answer.json, "expires"))}}});
  return sections_page(call, page, 201);
}

Response issue(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const bool takes_two = !call.storage.store().practice();
  json::object wish{{"person", typed_text(value_of(typed, "person"))}, {"role", value_of(typed, "role")}};
  if (takes_two) wish["reason"] = typed_text(value_of(typed, "reason"));
  const auto answer = ask(call, {"POST", takes_two ? "/v1/tokens:propose" : "/v1/tokens", json::serialize(wish)});
  if (answer.status == 400 || answer.status == 409) return token_page(call, typed, answer.status, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  if (!takes_two) return made_page(call, answer);
  return see_other("/administration/approvals/" + percent_encoded(text_in(answer.json, "approval")));
}

/// What was proposed, as the API takes it again; its lists are texts with blanks.
json::object wish_of(const json::value& approval) {
  json::object wish{{"person", text_in(approval, "subject")}};
  for (const auto& [name, value] : approval.at("proposal").as_object()) {
    const bool is_list = name == "scopes" || name == "cases" || name == "networks";
    if (!is_list) {
      wish[name] = value;
      continue;
    }
    json::array list;
    std::istringstream words{std::string(std::string_view(value.as_string()))};
    for (std::string word; words >> word;) list.push_back(json::string(word));
    wish[name] = std::move(list);
  }
  return wish;
}

Response make_agreed(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::manage_access)) return refused_page(call, 403, {});
  const auto approval = ask(call, {"GET", "/v1/approvals/" + percent_encoded(call.path("approval"))});
  if (!approval.good() || text_in(approval.json, "act") != issue_token_act) return refused_page(call, 404, {});
  const auto answer = ask(call, {"POST", "/v1/tokens", json::serialize(wish_of(approval.json))});
  return answer.good() ? made_page(call, answer) : refused_page(call, answer.status, answer.json);
}

Response revoke(PageCall& call) {
  const auto answer = ask(call, {"POST", "/v1/tokens/" + percent_encoded(call.path("token")) + ":revoke"});
  return answer.good() ? see_other(tokens) : refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> token_pages() {
  return {{"GET", tokens, "tokensPage", Use::read, show_tokens},
          {"POST", tokens, "issueTokenPage", Use::write, issue},
          {"POST", tokens + "/agreed/{approval}", "issueAgreedTokenPage", Use::write, make_agreed},
          {"POST", tokens + "/{token}/revoke", "revokeTokenPage", Use::write, revoke}};
}

}  // namespace reviewd
