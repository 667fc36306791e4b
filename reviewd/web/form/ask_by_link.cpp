#include "reviewd/web/form/ask_by_link.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "libreview/record/bodies.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Somebody who can be asked.
struct Askable {
  std::string contact;
  std::string agency;
  std::string words;
  std::string request;
};

/// Whether another agency is the same body of the law: a record that names the body means neither of the two.
bool is_shared_body(const json::value& agencies, const json::value& agency) {
  const auto body = text_in(agency, "body");
  return !body.empty() && std::ranges::any_of(list_in(agencies, "agencies"), [&](const json::value& other) {
    return text_in(other, "agency") != text_in(agency, "agency") && review::is_same_body(text_in(other, "body"), body);
  });
}

std::vector<Askable> askable(const PageCall& call, const LinkAsking& asking, const json::value& source) {
  std::vector<Askable> all;
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  for (json::value agency : list_in(agencies.json, "agencies")) {
    if (is_shared_body(agencies.json, agency)) agency.as_object().erase("body");
    const auto request = asking.request(source, agency);
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

PlainPage page_of(const LinkAsking& asking) { return {asking.title, asking.caption, asking.back, asking.back_words}; }

Response form_page(const PageCall& call, const LinkAsking& asking, const std::vector<Askable>& all, int status,
                   const json::value& problem) {
  auto page = page_of(asking);
  if (all.empty()) {
    page.sections.push_back(
        {.paragraphs = {asking.nobody}, .links = {{"Agencies and contacts: enter who is asked", "/contacts"}}});
    return sections_page(call, page, status);
  }
  std::vector<std::pair<std::string, std::string>> choices{{"", "Choose"}};
  for (const auto& one : all) choices.emplace_back(one.contact, one.words);
  PlainForm form{asking.at,
                 {{"contact", "Whom do you ask?", asking.hint, Question::Sort::choice, "", std::move(choices)}},
                 {{"ask", "Send the link"}}};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.paragraphs = asking.says, .form = std::move(form)});
  return sections_page(call, page, status);
}

Response sent_page(const PageCall& call, const LinkAsking& asking, const std::string& mail) {
  auto page = page_of(asking);
  page.sections.push_back(
      {.paragraphs = {"The mail is on its way. This is what it says; the link is shown this once."}, .note = mail});
  return sections_page(call, page, 200);
}

}  // namespace

bool may_ask_by_link(const PageCall& call) {
  return call.visitor.reader.may(review::Right::manage_contacts) && call.visitor.reader.may(review::Right::record);
}

bool means_agency(const std::string& body, const json::value& agency) {
  const auto as_body = text_in(agency, "body");
  return review::is_same_body(body, text_in(agency, "agency")) ||
         (!as_body.empty() && review::is_same_body(body, as_body));
}

Response show_ask_by_link(PageCall& call, const LinkAsking& asking) {
  if (!may_ask_by_link(call)) return not_allowed(call);
  const auto source = ask(call, {"GET", asking.source});
  if (!source.good()) return refused_page(call, source.status, source.json);
  return form_page(call, asking, askable(call, asking, source.json), 200, {});
}

Response send_ask_by_link(PageCall& call, const LinkAsking& asking) {
  if (!may_ask_by_link(call)) return not_allowed(call);
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto source = ask(call, {"GET", asking.source});
  if (!source.good()) return refused_page(call, source.status, source.json);
  const auto all = askable(call, asking, source.json);
  const auto chosen = std::ranges::find(all, value_of(form, "contact"), &Askable::contact);
  if (chosen == all.end()) {
    const json::object fault{{"pointer", "/contact"}, {"message", "Choose whom you ask"}};
    return form_page(call, asking, all, 400, json::object{{"violations", json::array{fault}}});
  }
  const auto answer =
      ask(call, {"POST", case_api(call) + "/returnLinks",
                 json::serialize(json::object{{"request", chosen->request},
                                              {"agency", chosen->agency},
                                              {"contact", chosen->contact},
                                              {"expiresOn", call.moment.today.plus_days(asking.days).iso()}})});
  if (answer.good()) return sent_page(call, asking, text_in(answer.json, "text"));
  if (answer.status == 404) return refused_page(call, answer.status, answer.json);
  return form_page(call, asking, all, answer.status, answer.json);
}

}  // namespace reviewd
