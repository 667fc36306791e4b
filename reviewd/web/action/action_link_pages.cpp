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

namespace reviewd {
namespace {

namespace json = boost::json;

/// So long a link opens that is made on a page.
constexpr int link_days = 28;

/// Somebody who can be asked about the actions of their agency.
struct Askable {
  std::string contact;
  std::string agency;
  std::string words;
  std::string request;  ///< the entry that agreed the first of them
};

/// The entry that agreed the first open action of an agency; empty where none is its own.
std::string first_open(const json::value& of_case, const json::value& agency) {
  for (const auto& action : list_in(of_case, "actions")) {
    const auto owner = text_in(action, "owner");
    const bool own = review::is_same_body(owner, text_in(agency, "agency")) ||
                     (!text_in(agency, "body").empty() && review::is_same_body(owner, text_in(agency, "body")));
    if (own && !flag_in(action, "complete")) return text_in(action, "entry");
  }
  return {};
}

std::vector<Askable> askable(const PageCall& call, const json::value& of_case) {
  std::vector<Askable> all;
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  for (const auto& agency : list_in(agencies.json, "agencies")) {
    const auto request = first_open(of_case, agency);
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
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  PlainPage page{"Ask an agency how its actions stand", "Case " + call.path("case"), case_address(call),
                 "Back to the case"};
  if (!note.empty()) {
    page.sections.push_back(
        {.paragraphs = {"The mail is on its way. This is what it says; the link is shown this once."}, .note = note});
    return sections_page(call, page, status);
  }
  std::vector<std::pair<std::string, std::string>> choices{{"", "Choose"}};
  for (const auto& one : askable(call, of_case.json)) choices.emplace_back(one.contact, one.words);
  if (choices.size() == 1) {
    page.sections.push_back(
        {.paragraphs = {"No agency with a contact in the register has an open action in this case."}});
    return sections_page(call, page, status);
  }
  PlainForm form{
      case_address(call) + "/action-link",
      {{"contact", "Whom do you ask?", "They see the actions of their own agency in this case, and no others",
        Question::Sort::choice, "", std::move(choices)}},
      {{"ask", "Send the link"}}};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"A mail with a link goes to them, and a code before it opens. They need no account. They say how "
                      "each action stands, and what they say is recorded at once."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

/// Links are made by those who ask agencies for returns too.
bool may_ask(const PageCall& call) {
  return call.visitor.reader.may(review::Right::manage_contacts) && call.visitor.reader.may(review::Right::record);
}

Response show_link(PageCall& call) { return may_ask(call) ? link_page(call, 200, {}, "") : not_allowed(call); }

Response send_link(PageCall& call) {
  if (!may_ask(call)) return not_allowed(call);
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  const auto all = askable(call, of_case.json);
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

std::vector<Page> action_link_pages() {
  return {{"GET", "/cases/{case}/action-link", "actionLinkPage", Use::read, show_link},
          {"POST", "/cases/{case}/action-link", "sendActionLink", Use::write, send_link}};
}

}  // namespace reviewd
