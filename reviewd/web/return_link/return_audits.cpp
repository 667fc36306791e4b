#include <boost/json/array.hpp>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/programme/audit_form.hpp"
#include "reviewd/web/return_link/link_visit.hpp"
#include "reviewd/web/words/day_words.hpp"

/// What an agency's auditor says of its part of an audit by a link, without an account.
namespace reviewd {
namespace {

namespace json = boost::json;

/// By a link for an audit. The draft has what was typed and not sent, by audited case.
struct AuditVisit : LinkVisit {
  AskedAudits asked;
};

std::optional<AuditVisit> audit_visit_of(ReturnCall& call) {
  auto came = link_visit_of(call);
  auto asked = came ? asked_audits(call.storage, came->link) : std::nullopt;
  if (!asked) return std::nullopt;
  return AuditVisit{std::move(*came), std::move(*asked)};
}

constexpr std::string_view audits_path = "/audits";

std::string standing_of(const AuditVisit& visit, const AskedAudit& one) {
  if (visit.draft.contains(one.audit_case)) return "Kept, and not sent";
  if (one.whole) return "Sent";
  return one.said ? "Sent in part" : "Not begun";
}

Response show_audits(ReturnCall& call) {
  const auto visit = audit_visit_of(call);
  if (!visit) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  json::array rows;
  for (const auto& one : visit->asked.cases) {
    rows.push_back(json::object{{"title", one.audit_case},
                                {"address", call.address("/audits/" + percent_encoded(one.audit_case))},
                                {"due", one.due_on.empty() ? json::value(false) : json::value(day_words(one.due_on))},
                                {"standing", standing_of(*visit, one)},
                                {"open", !one.whole}});
  }
  return render_link_list(call, *visit, audits_path, "return_audits",
                          {{"title", "Cases that your agency is asked to audit"}, {"rows", std::move(rows)}});
}

const AskedAudit* case_of_address(const ReturnCall& call, const AuditVisit& visit) {
  for (const auto& one : visit.asked.cases) {
    if (one.audit_case == call.match.parameter("auditCase")) return &one;
  }
  return nullptr;
}

/// What stands in the form: what was typed before and not sent, else what was sent last.
NameValues begun(const AuditVisit& visit, const AskedAudit& one) {
  if (const auto* draft = visit.draft.if_contains(one.audit_case); draft != nullptr && draft->is_object())
    return typed_of(draft->get_object());
  return one.said ? typed_of(*one.said) : NameValues();
}

Response audit_page(const ReturnCall& call, const AuditVisit& visit, const AskedAudit& one, const NameValues& typed,
                    int status, const json::value& problem) {
  PlainForm form{call.address("/audits/" + percent_encoded(one.audit_case)),
                 audit_questions(visit.asked, typed),
                 {{"send", "Send what we found"}, {"later", "Keep it and come back later", true}}};
  PlainFaults faults;
  if (problem.is_object()) faults = faults_of(problem, form.questions);
  View view{{"title", "Audit of " + one.audit_case},
            {"due", one.due_on.empty() ? json::value(false) : json::value(day_words(one.due_on))},
            {"standing", standing_of(visit, one)},
            {"errors", faults.summary},
            {"hasErrors", !faults.summary.empty()}};
  add_form(view, form, faults);
  return render_link(call, visit, audits_path, status, "return_audit", std::move(view));
}

Response show_audit(ReturnCall& call) {
  const auto visit = audit_visit_of(call);
  const auto* one = visit ? case_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return audit_page(call, *visit, *one, begun(*visit, *one), 200, {});
}

Response take_audit(ReturnCall& call) {
  auto visit = audit_visit_of(call);
  const auto* one = visit ? case_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  // Kept at once, whatever is wrong with it.
  visit->draft[one->audit_case] = draft_of(visit->asked, call.form);
  keep_draft(call, visit->draft);
  if (value_of(call.form, "do") == "later") return see_other(call.address(audits_path));
  const auto said = audit_said(visit->asked, one->audit_case, call.form);
  const auto recorded = submit_audit(call.storage, visit->link, visit->asked.agency, said);
  if (!recorded) {
    if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
    return audit_page(call, *visit, *one, call.form, 400, audit_problem(recorded.error(), said));
  }
  visit->draft.erase(one->audit_case);
  keep_draft(call, visit->draft);
  call.storage.return_links().sent(visit->link.link, recorded->entry_id, false, call.storage.moment().now);
  return see_other(call.address(audits_path));
}

}  // namespace

std::vector<ReturnPage> return_audit_pages() {
  return {{"GET", "/return/{return}/audits", "returnAudits", show_audits},
          {"GET", "/return/{return}/audits/{auditCase}", "returnAudit", show_audit},
          {"POST", "/return/{return}/audits/{auditCase}", "sendReturnAudit", take_audit}};
}

}  // namespace reviewd
