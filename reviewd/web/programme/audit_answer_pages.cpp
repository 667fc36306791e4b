#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/record/bodies.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/programme/audit_form.hpp"
#include "reviewd/web/programme/audit_view.hpp"
#include "reviewd/web/programme/audit_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

/// What an agency sent by mail or on paper is typed in here, standard by standard, for one audited case.
namespace reviewd {
namespace {

namespace json = boost::json;

struct AnswerChosen {
  std::string agency;
  std::string audit_case;
};

bool asks(const json::value& one, const AnswerChosen& chosen) {
  const json::value said = object_in(one, "said");
  const auto agencies = list_in(said, "agencies");
  return text_in(said, "auditCase") == chosen.audit_case &&
         std::ranges::any_of(agencies, [&](const json::value& agency) { return agency.as_string() == chosen.agency; });
}

/// The standards by key line of enquiry, each once; those of no line last.
std::vector<AskedLine> lines_asked(const json::value& audit) {
  const json::value design = object_in(audit, "design");
  const json::value said = object_in(design, "said");
  std::vector<AskedLine> lines;
  const auto add = [&](const std::string& question, const std::string& line) {
    AskedLine one{question, {}};
    for (const auto& standard : list_in(audit, "standards")) {
      if (text_in(standard, "line") == line)
        one.standards.push_back({text_in(standard, "standard"), text_in(standard, "text")});
    }
    if (!one.standards.empty()) lines.push_back(std::move(one));
  };
  for (const auto& line : list_in(said, "lines")) add(text_in(line, "question"), text_in(line, "id"));
  add(lines.empty() ? "" : "Other standards", "");
  return lines;
}

/// What stands in the form at first: what the agency said last of this case.
NameValues said_before(const json::value& audit, const AnswerChosen& chosen) {
  for (const auto& one : list_in(audit, "returns")) {
    const json::value said = object_in(one, "said");
    if (flag_in(one, "counts") && text_in(said, "auditCase") == chosen.audit_case &&
        review::is_same_body(text_in(said, "agency"), chosen.agency))
      return typed_of_said(said);
  }
  return {};
}

PlainPage answer_page(const PageCall& call, std::string title) {
  return {.title = std::move(title),
          .caption = record_caption(call.record()),
          .back = case_address(call) + "/audit",
          .back_words = "Back to what the audit found"};
}

/// One link for each case and agency that is asked.
Response choose_page(const PageCall& call, const json::value& audit, int status) {
  const auto known = register_of(call);
  auto page = answer_page(call, "Which return do you record?");
  Section section{.table = {"Returns that are asked for", {"Audited case", "Agency"}, {}}};
  for (const auto& one : list_in(audit, "cases")) {
    const json::value said = object_in(one, "said");
    const auto audit_case = text_in(said, "auditCase");
    for (const auto& agency : list_in(said, "agencies")) {
      const std::string name(agency.as_string());
      section.table.rows.push_back(
          {{audit_case}, {known.agency(name), answer_address(call.record(), name, audit_case)}});
    }
  }
  if (section.table.rows.empty()) section = {.paragraphs = {"No case of this audit asks an agency yet."}};
  page.sections.push_back(std::move(section));
  return sections_page(call, page, status);
}

Response answer_form(const PageCall& call, const json::value& audit, const AnswerChosen& chosen,
                     const NameValues& typed, int status, const json::value& problem) {
  const AskedAudits asked{chosen.agency, {}, lines_asked(audit), {}};
  auto page =
      answer_page(call, fmt::format("Return of {}: {}", register_of(call).agency(chosen.agency), chosen.audit_case));
  PlainForm form{case_address(call) + "/audit/answer",
                 {},
                 {{"record", "Record the return"}},
                 {{"agency", chosen.agency}, {"auditCase", chosen.audit_case}}};
  form.questions.push_back({"occurredOn", "On which day did the agency send it?", "Today, if you leave it empty",
                            Question::Sort::day, value_of(typed, "occurredOn")});
  for (auto& question : audit_questions(asked, typed)) form.questions.push_back(std::move(question));
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back(
      {.paragraphs = {"Type in what the agency sent, as it says it. A standard that it left open can be answered "
                      "later; one that asks nothing of it in this case is not applicable.",
                      "What was recorded of this case before stands here already, and is replaced by what you record."},
       .form = std::move(form)});
  return sections_page(call, page, status);
}

bool may_type(const PageCall& call) { return review::records_kind(call.visitor.reader, "audit-case-selected"); }

bool is_asked(const json::value& audit, const AnswerChosen& chosen) {
  return std::ranges::any_of(list_in(audit, "cases"), [&](const json::value& one) { return asks(one, chosen); });
}

Response show_answer(PageCall& call) {
  if (!may_type(call)) return not_allowed(call);
  const auto audit = ask(call, {"GET", case_api(call) + "/audit"});
  if (!audit.good()) return refused_page(call, audit.status, audit.json);
  const AnswerChosen chosen{call.request.parameter("agency").value_or(""),
                            call.request.parameter("auditCase").value_or("")};
  if (!is_asked(audit.json, chosen)) return choose_page(call, audit.json, 200);
  return answer_form(call, audit.json, chosen, said_before(audit.json, chosen), 200, {});
}

Response take_answer(PageCall& call) {
  if (!may_type(call)) return not_allowed(call);
  auto typed = form_values(call.request.body).value_or(NameValues());
  const auto audit = ask(call, {"GET", case_api(call) + "/audit"});
  if (!audit.good()) return refused_page(call, audit.status, audit.json);
  const AnswerChosen chosen{value_of(typed, "agency"), value_of(typed, "auditCase")};
  if (!is_asked(audit.json, chosen)) return choose_page(call, audit.json, 400);
  auto said = audit_said({chosen.agency, {}, lines_asked(audit.json), {}}, chosen.audit_case, typed);
  said["agency"] = chosen.agency;
  json::object entry{{"agencyAuditedCase", said}};
  const auto day = day_typed(typed, "occurredOn");
  if (!day.empty()) entry["occurredOn"] = day;
  const auto answer = ask(call, {"POST", case_api(call) + "/entries", json::serialize(entry)});
  if (answer.good()) return see_other(case_address(call) + "/audit");
  if (answer.status == 404) return refused_page(call, answer.status, answer.json);
  typed.emplace_back("occurredOn", day);
  return answer_form(call, audit.json, chosen, typed, answer.status, audit_problem(answer.json, said));
}

Response form_file(PageCall& call) {
  const auto agency = call.request.parameter("agency").value_or("");
  return file_answer(call, case_api(call) + "/audit/forms:odt" +
                               (agency.empty() ? std::string() : "?agency=" + percent_encoded(agency)));
}

}  // namespace

std::vector<Page> audit_answer_pages() {
  return {{"GET", "/programmes/{programme}/audit/answer", "auditAnswerPage", Use::read, show_answer},
          {"POST", "/programmes/{programme}/audit/answer", "recordAuditAnswer", Use::write, take_answer},
          {"GET", "/programmes/{programme}/audit/forms.odt", "auditFormFile", Use::read, form_file}};
}

}  // namespace reviewd
