#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/ask.hpp"
#include "reviewd/web/form_body.hpp"
#include "reviewd/web/form_typed.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/sections.hpp"
#include "reviewd/web/words/access_words.hpp"

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

Response token_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/tokens"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  PlainForm form{tokens, {}, {{"issue", "Make a key"}}, {}};
  form.questions = {
      {"person", "Whose key", "The short name of the person or the program, for example nightly-report",
       Question::Sort::line, value_of(typed, "person")},
      {"role", "Role", "", Question::Sort::choice, typed.empty() ? "script" : value_of(typed, "role"), role_choices()}};
  PlainPage page{"Access keys for programs", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.paragraphs = {"A program, or a person at a command line, signs in with a key instead of a "
                                          "password. A key that is stopped opens nothing from that moment."},
                           .table = token_table(answer.json)});
  page.sections.push_back({.heading = "Make a key", .form = std::move(form)});
  return sections_page(call, page, status);
}

Response show_tokens(PageCall& call) { return token_page(call, {}, 200, {}); }

Response issue(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const json::object wish{{"person", trimmed(value_of(typed, "person"))}, {"role", value_of(typed, "role")}};
  const auto answer = ask(call, {"POST", "/v1/tokens", json::serialize(wish)});
  if (answer.status == 400) return token_page(call, typed, 400, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  PlainPage page{"Key for " + person_words(text_in(answer.json, "person")), "", tokens, "Back to access keys"};
  page.sections.push_back({.paragraphs = {"This key is shown only now. Put it where the program reads it, and nowhere "
                                          "else: whoever has it can do what its role may."},
                           .note = text_in(answer.json, "secret"),
                           .facts = {{"Role", role_of_words(text_in(answer.json, "role"))},
                                     {"Works until", instant_words(text_in(answer.json, "expires"))}}});
  return sections_page(call, page, 201);
}

Response revoke(PageCall& call) {
  const auto answer = ask(call, {"POST", "/v1/tokens/" + percent_encoded(call.path("token")) + ":revoke"});
  return answer.good() ? see_other(tokens) : refused_page(call, answer.status, answer.json);
}

}  // namespace

std::vector<Page> token_pages() {
  return {{"GET", tokens, "tokensPage", Use::read, show_tokens},
          {"POST", tokens, "issueTokenPage", Use::write, issue},
          {"POST", tokens + "/{token}/revoke", "revokeTokenPage", Use::write, revoke}};
}

}  // namespace reviewd
