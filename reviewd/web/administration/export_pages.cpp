#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/approval_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/two_people_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string here(const PageCall& call) { return case_address(call) + "/export"; }

json::object choice_of(const NameValues& typed) {
  return {{"placementAddresses", value_of(typed, "addresses") == "yes"}};
}

ApiAnswer preview_of(const PageCall& call, const NameValues& typed) {
  return ask(call, {"POST", case_api(call) + ":previewExport", json::serialize(choice_of(typed))});
}

std::vector<Question> questions_of(const NameValues& typed) {
  return {{"recipient", "Who gets it?", "The person and the organisation, for example Asha Smith, Sandwell coroner",
           Question::Sort::line, value_of(typed, "recipient")},
          {"addresses",
           "Put in where children live, are placed and go to school?",
           "Only if who gets it needs it. What people wrote may name an address all the same",
           Question::Sort::choice,
           value_of(typed, "addresses"),
           {{"no", "No, leave it out"}, {"yes", "Yes, put it in"}}}};
}

/// The visitor's own exports of this case that wait, or can be made.
std::vector<Section> standing(const PageCall& call) {
  std::vector<Section> sections;
  const auto answer = ask(call, {"GET", "/v1/approvals"});
  for (const auto& approval : list_in(answer.json, "approvals")) {
    const bool of_this = text_in(approval, "act") == "export-case" &&
                         text_in(approval, "subject") == "cases/" + call.path("case") &&
                         person_words(text_in(approval, "proposedBy")) == call.visitor.person;
    if (!of_this) continue;
    const auto id = text_in(approval, "approval");
    if (const auto until = text_in(approval, "usableUntil"); !until.empty()) {
      Section ready{.heading = "Approved: you can download it once", .facts = proposal_facts(approval)};
      ready.facts.emplace_back("Works until", instant_words(until));
      ready.form = {here(call), {}, {{"download", "Download the case"}}, {{"approval", id}}};
      sections.push_back(std::move(ready));
    } else if (text_in(approval, "outcome").empty()) {
      sections.push_back(
          {.heading = "Waits for a second person",
           .links = {{"The export that you asked for", "/administration/approvals/" + percent_encoded(id)}}});
    }
  }
  return sections;
}

Response form_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto preview = preview_of(call, typed);
  if (!preview.good()) return refused_page(call, preview.status, preview.json);
  PlainForm form{here(call), questions_of(typed), {{"preview", "See what will be in it"}}, {}};
  PlainPage page{"Export this case", "Case " + call.path("case"), case_address(call), "Back to the case"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections = standing(call);
  page.sections.push_back(
      {.heading = "Ask for an export",
       .paragraphs = {"This takes the whole case out of the service, in one file for another system. Outside, nobody "
                      "here can see who reads it. It takes two people: you ask, another person approves, then you can "
                      "download it once, within a day.",
                      "To show somebody one thing, record what was disclosed and send only that."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

Response check_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto preview = preview_of(call, typed);
  if (!preview.good()) return refused_page(call, preview.status, preview.json);
  const auto recipient = typed_text(value_of(typed, "recipient"));
  const bool addresses = value_of(typed, "addresses") == "yes";
  std::string fields;
  for (const auto& one : list_in(preview.json, "fields")) {
    fields += (fields.empty() ? "" : "\n") + field_class_words(std::string(one.as_string()));
  }
  PlainForm form{here(call),
                 {{"reason",
                   "Why?",
                   "The other person decides on this. Name nobody",
                   Question::Sort::area,
                   value_of(typed, "reason"),
                   {},
                   3}},
                 {{"propose", "Ask for approval"}},
                 {{"recipient", recipient}, {"addresses", addresses ? "yes" : "no"}}};
  PlainPage page{"Check what will be in the export", "Case " + call.path("case"), here(call), "Back"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.facts = {{"Who gets it", recipient},
                 {"Updates", std::to_string(number_in(preview.json, "entries"))},
                 {"In it", fields},
                 {"Left out", addresses ? "What you may not see, and what is in documents"
                                        : "Where children live, are placed and go to school; what you may not see; "
                                          "what is in documents"},
                 {"Marking", "OFFICIAL-SENSITIVE"}}});
  page.sections.push_back({.form = std::move(form)});
  return sections_page(call, page, status);
}

Response show_export(PageCall& call) { return form_page(call, {}, 200, {}); }

Response download(PageCall& call, const NameValues& typed) {
  auto answer =
      answer_to(call, {"GET", case_api(call) + "/export?approval=" + percent_encoded(value_of(typed, "approval"))});
  if (answer.status == 200) return answer;
  const auto problem = review::parse_json(answer.body).value_or(json::value());
  return answer.status == 409 ? form_page(call, {}, 409, problem) : refused_page(call, answer.status, problem);
}

Response take_export(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto deed = value_of(typed, "do");
  if (deed == "download") return download(call, typed);
  if (typed_text(value_of(typed, "recipient")).empty()) {
    return form_page(call, typed, 400,
                     json::object{{"violations", {{{"pointer", "/recipient"}, {"message", "Enter who gets it"}}}}});
  }
  if (deed != "propose") return check_page(call, typed, 200, {});
  auto wish = choice_of(typed);
  wish["recipient"] = typed_text(value_of(typed, "recipient"));
  wish["reason"] = typed_text(value_of(typed, "reason"));
  const auto made = ask(call, {"POST", case_api(call) + ":proposeExport", json::serialize(wish)});
  if (made.status == 400 || made.status == 409) return check_page(call, typed, made.status, made.json);
  if (!made.good()) return refused_page(call, made.status, made.json);
  return see_other("/administration/approvals/" + percent_encoded(text_in(made.json, "approval")));
}

}  // namespace

std::vector<Page> export_pages() {
  return {{"GET", "/cases/{case}/export", "exportCasePage", Use::read, show_export},
          {"POST", "/cases/{case}/export", "takeExportCasePage", Use::write, take_export}};
}

}  // namespace reviewd
