#include "reviewd/web/administration/agreed_links.hpp"

#include <boost/json/serialize.hpp>

#include "reviewd/act/act.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/returns/send_link.hpp"
#include "reviewd/web/words/access_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool is_link(const json::value& approval) {
  const auto act = text_in(approval, "act");
  return act == invite_act || act == reset_access_act;
}

std::string making_address(const json::value& approval) {
  const auto* below = is_link(approval)                             ? "/administration/people/agreed/"
                      : text_in(approval, "act") == add_webhook_act ? "/administration/webhooks/agreed/"
                                                                    : "/administration/tokens/agreed/";
  return below + percent_encoded(text_in(approval, "approval"));
}

/// What the API takes to do it: exactly what was approved.
Asking asking_of(const json::value& approval) {
  const auto& proposal = approval.at("proposal").as_object();
  const auto person = text_in(approval, "subject");
  if (text_in(approval, "act") == reset_access_act) {
    const json::object wish{{"withSecondFactor", text_in(proposal, "withSecondFactor") == "yes"}};
    return {"POST", "/v1/accounts/" + percent_encoded(person_words(person)) + ":reset", json::serialize(wish)};
  }
  auto wish = proposal;
  wish["person"] = person;
  return {"POST", "/v1/accounts", json::serialize(wish)};
}

}  // namespace

PlainForm making_form(const json::value& approval) {
  const bool is_key = text_in(approval, "act") == issue_token_act;
  const bool is_webhook = text_in(approval, "act") == add_webhook_act;
  if (text_in(approval, "usableUntil").empty() || !(is_key || is_webhook || is_link(approval))) return {};
  const auto* words = is_key ? "Make the key" : is_webhook ? "Add the webhook" : "Make the link";
  return {making_address(approval), {}, {{"make", words}}, {}};
}

PlainTable agreed_links_table(const PageCall& call) {
  PlainTable table{"Approved, and not made yet", {"Whose", "What", "Approved by", "Until", "What you can do"}, {}};
  const auto answer = ask(call, {"GET", "/v1/approvals"});
  for (const auto& one : list_in(answer.json, "approvals")) {
    const auto until = text_in(one, "usableUntil");
    if (until.empty() || !is_link(one)) continue;
    const auto whose = person_words(text_in(one, "subject"));
    table.rows.push_back({{whose},
                          {text_in(one, "act") == invite_act ? "Invitation" : "Reset"},
                          {person_words(text_in(one, "decidedBy"))},
                          {instant_words(until)},
                          {"", "", making_address(one), "Make the link", "for " + whose}});
  }
  return table;
}

Response link_page(const PageCall& call, const ApiAnswer& answer, int status) {
  const auto person = person_words(text_in(answer.json, "person"));
  PlainPage page{"Link for " + person, "", "/administration/people", "Back to people"};
  page.sections.push_back({.paragraphs = {"This link is shown only now. Copy all of it."},
                           .note = address_of(call.storage, call.request.header("Host").value_or("localhost"),
                                              text_in(answer.json, "link")),
                           .facts = {{"For", person},
                                     {"Role", role_of_words(text_in(answer.json, "role"))},
                                     {"Works until", instant_words(text_in(answer.json, "expires"))}}});
  Section how{.heading = "How to hand it over",
              .paragraphs = {"Give it to this person only: in person, or by a secure mail to an address that you know "
                             "is theirs. Ring them on a number that you already have and tell them that it comes."}};
  if (flag_in(answer.json, "wantsCode")) {
    how.paragraphs.emplace_back(
        "The link asks for a code. Whoever approved it was shown the code and tells it to this person. Do not ask for "
        "it: whoever has the link and the code can become this person.");
  } else {
    how.paragraphs.emplace_back(
        "Whoever opens it first chooses the password. If they say that it does not work, disable the account at once "
        "and invite them again.");
  }
  page.sections.push_back(std::move(how));
  return sections_page(call, page, status);
}

Response code_page(const PageCall& call, const json::value& approval) {
  const auto person = person_words(text_in(approval, "subject"));
  const auto by = person_words(text_in(approval, "proposedBy"));
  PlainPage page{"Code for " + person, "", "/administration/approvals", "Back to approvals"};
  page.sections.push_back({.paragraphs = {"You approved it. This code is shown only now. Write it down."},
                           .note = text_in(approval, "openingCode"),
                           .facts = {{"For", person}, {"Who makes the link", by}}});
  page.sections.push_back(
      {.heading = "How to pass it on",
       .paragraphs = {"Tell it to " + person +
                          " yourself: in person, or on a telephone number that you already had. The link that they "
                          "get asks for it.",
                      "Do not give it to " + by +
                          ", and take the link from nobody: whoever has both can become this person. That is why this "
                          "takes two.",
                      "If the code is lost, " + by + " proposes it again."}});
  return sections_page(call, page);
}

Response make_agreed_link(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::manage_access)) return refused_page(call, 403, {});
  const auto approval = ask(call, {"GET", "/v1/approvals/" + percent_encoded(call.path("approval"))});
  if (!approval.good() || !is_link(approval.json)) return refused_page(call, 404, {});
  const auto answer = ask(call, asking_of(approval.json));
  return answer.good() ? link_page(call, answer, answer.status) : refused_page(call, answer.status, answer.json);
}

}  // namespace reviewd
