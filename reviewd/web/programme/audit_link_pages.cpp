#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/record/bodies.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// So long a link opens that is made on a page: an audit takes some weeks.
constexpr int link_days = 56;

/// Somebody who can be asked for their agency's part of the audit.
struct Askable {
  std::string contact;
  std::string agency;
  std::string words;
  std::string request;  ///< the entry that selected the first case that asks the agency
};

/// The entry that selected the first case that asks an agency; empty where none does.
std::string first_asking(const json::value& audit, const json::value& agency) {
  const auto body = text_in(agency, "body");
  for (const auto& one : list_in(audit, "cases")) {
    const json::value said = object_in(one, "said");
    for (const auto& asked : list_in(said, "agencies")) {
      const std::string name(asked.as_string());
      const bool own =
          review::is_same_body(name, text_in(agency, "agency")) || (!body.empty() && review::is_same_body(name, body));
      if (own) return text_in(one, "entry");
    }
  }
  return {};
}

std::vector<Askable> askable(const PageCall& call, const json::value& audit) {
  std::vector<Askable> all;
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  for (const auto& agency : list_in(agencies.json, "agencies")) {
    const auto request = first_asking(audit, agency);
    if (request.empty()) continue;
    for (const auto& contact : list_in(agency, "contacts")) {
      const auto until = text_in(contact, "until");
      if (!until.empty() && until < call.moment.today.iso()) continue;
      all.push_back({text_in(contact, "contact"), text_in(agency, "agency"),
                     text_in(contact, "name") + ", " + text_in(agency, "name"), request});
    }
  }
  return all;
}

Response link_page(const PageCall& call, int status, const json::value& problem, const std::string& note) {
  const auto audit = ask(call, {"GET", case_api(call) + "/audit"});
  if (!audit.good()) return refused_page(call, audit.status, audit.json);
  PlainPage page{"Ask an agency to audit its part", record_caption(call.record()), case_address(call) + "/audit",
                 "Back to what the audit found"};
  if (!note.empty()) {
    page.sections.push_back(
        {.paragraphs = {"The mail is on its way. This is what it says; the link is shown this once."}, .note = note});
    return sections_page(call, page, status);
  }
  std::vector<std::pair<std::string, std::string>> choices{{"", "Choose"}};
  for (const auto& one : askable(call, audit.json)) choices.emplace_back(one.contact, one.words);
  if (choices.size() == 1) {
    page.sections.push_back({.paragraphs = {"No case asks an agency that has a contact in the register."}});
    return sections_page(call, page, status);
  }
  PlainForm form{case_address(call) + "/audit-link",
                 {{"contact", "Whom do you ask?", "They see the cases that their own agency is asked to audit",
                   Question::Sort::choice, "", std::move(choices)}},
                 {{"ask", "Send the link"}}};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"A mail with a link goes to them, and a code before it opens. They need no account. They answer "
                      "case by case, and what they send is recorded at once.",
                      "The page names no child. Tell them by a safe way which child each reference of the audit is."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

bool may_ask(const PageCall& call) {
  return call.visitor.reader.may(review::Right::manage_contacts) && call.visitor.reader.may(review::Right::record);
}

Response show_link(PageCall& call) { return may_ask(call) ? link_page(call, 200, {}, "") : not_allowed(call); }

Response send_link(PageCall& call) {
  if (!may_ask(call)) return not_allowed(call);
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto audit = ask(call, {"GET", case_api(call) + "/audit"});
  if (!audit.good()) return refused_page(call, audit.status, audit.json);
  const auto all = askable(call, audit.json);
  const auto chosen = std::ranges::find(all, value_of(form, "contact"), &Askable::contact);
  if (chosen == all.end()) {
    return link_page(call, 400,
                     json::object{{"violations", json::array{json::object{{"pointer", "/contact"},
                                                                          {"message", "Choose whom you ask"}}}}},
                     "");
  }
  const auto answer =
      ask(call, {"POST", case_api(call) + "/returnLinks",
                 json::serialize(json::object{{"request", chosen->request},
                                              {"agency", chosen->agency},
                                              {"contact", chosen->contact},
                                              {"expiresOn", call.moment.today.plus_days(link_days).iso()}})});
  if (answer.good()) return link_page(call, 200, {}, text_in(answer.json, "text"));
  if (answer.status == 404) return refused_page(call, answer.status, answer.json);
  return link_page(call, answer.status, answer.json, "");
}

}  // namespace

std::vector<Page> audit_link_pages() {
  return {{"GET", "/programmes/{programme}/audit-link", "auditLinkPage", Use::read, show_link},
          {"POST", "/programmes/{programme}/audit-link", "sendAuditLink", Use::write, send_link}};
}

}  // namespace reviewd
