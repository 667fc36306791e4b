#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/returns/open_link.hpp"
#include "reviewd/storage/partnership_contact.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/return_link/audit_form.hpp"
#include "reviewd/web/return_link/return_cookie.hpp"
#include "reviewd/web/return_link/return_page.hpp"
#include "reviewd/web/words/day_words.hpp"

/// What an agency's auditor says of its part of an audit by a link, without an account.
namespace reviewd {
namespace {

namespace json = boost::json;

/// Somebody who came in by a code, by a link for an audit.
struct AuditVisit {
  review::ReturnLink link;
  AskedAudits asked;
  json::object draft;  ///< by audited case, what was typed and not sent
  std::string form_token;
};

std::optional<AuditVisit> audit_visit_of(ReturnCall& call) {
  const auto session = return_session_of(call.request);
  const auto link = open_link(call.storage, call.line());
  auto& links = call.storage.return_links();
  if (!link || !links.is_in(link->link, session, now(std::nullopt).now)) return std::nullopt;
  const bool sends = call.request.method != "GET";
  if (sends && !is_form_token(value_of(call.form, "formToken"), session)) return std::nullopt;
  auto asked = asked_audits(call.storage, *link);
  if (!asked) return std::nullopt;
  const auto kept = review::parse_json(links.draft(call.line()));
  const auto* draft = kept ? kept->if_object() : nullptr;
  return AuditVisit{*link, std::move(*asked), draft == nullptr ? json::object() : *draft, form_token(session)};
}

/// What was shown goes on record before the page leaves.
bool note_reads(ReturnCall& call, const AuditVisit& visit) {
  const std::string role(review::role_name(review::Role::agency_contact));
  std::vector<review::Read> reads;
  for (const auto& what : visit.asked.reads) {
    reads.push_back({0, {}, visit.link.contact, role, review::record_of(visit.link.case_id), what, ""});
  }
  return static_cast<bool>(call.storage.read_log().add(reads, now(std::nullopt).now));
}

Response render_audit(const ReturnCall& call, const AuditVisit& visit, int status, std::string_view name, View view) {
  const auto agency = call.storage.contacts().find(visit.link.agency);
  view["formToken"] = visit.form_token;
  view["agency"] = agency ? agency->name : visit.link.agency;
  view["tasks"] = call.address("/audits");
  return render_open(status, name, std::move(view), call.storage.store().practice());
}

std::string standing_of(const AuditVisit& visit, const AskedAudit& one) {
  if (visit.draft.contains(one.audit_case)) return "Kept, and not sent";
  if (one.whole) return "Sent";
  return one.said ? "Sent in part" : "Not begun";
}

Response show_audits(ReturnCall& call) {
  const auto visit = audit_visit_of(call);
  if (!visit) return door(call);
  if (!note_reads(call, *visit)) return Response{507};
  json::array rows;
  for (const auto& one : visit->asked.cases) {
    rows.push_back(json::object{{"title", one.audit_case},
                                {"address", call.address("/audits/" + percent_encoded(one.audit_case))},
                                {"due", one.due_on.empty() ? json::value(false) : json::value(day_words(one.due_on))},
                                {"standing", standing_of(*visit, one)},
                                {"open", !one.whole}});
  }
  return render_audit(call, *visit, 200, "return_audits",
                      {{"title", "Cases that your agency is asked to audit"},
                       {"partnership", call.storage.desk().law().partnership().name},
                       {"telephone", partnership_contact(call.storage).telephone},
                       {"reference", visit->link.link},
                       {"expires", day_words(visit->link.expires_on)},
                       {"rows", std::move(rows)}});
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
  return render_audit(call, visit, status, "return_audit", std::move(view));
}

Response show_audit(ReturnCall& call) {
  const auto visit = audit_visit_of(call);
  const auto* one = visit ? case_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  if (!note_reads(call, *visit)) return Response{507};
  return audit_page(call, *visit, *one, begun(*visit, *one), 200, {});
}

void keep(ReturnCall& call, const AuditVisit& visit) {
  call.storage.return_links().keep_draft(call.line(), json::serialize(visit.draft));
}

Response take_audit(ReturnCall& call) {
  auto visit = audit_visit_of(call);
  const auto* one = visit ? case_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  // Kept at once, whatever is wrong with it.
  visit->draft[one->audit_case] = draft_of(visit->asked, call.form);
  keep(call, *visit);
  if (value_of(call.form, "do") == "later") return see_other(call.address("/audits"));
  const auto said = audit_said(visit->asked, one->audit_case, call.form);
  const auto recorded = submit_audit(call.storage, visit->link, visit->asked.agency, said);
  if (!recorded) {
    if (!note_reads(call, *visit)) return Response{507};
    return audit_page(call, *visit, *one, call.form, 400, audit_problem(recorded.error(), said));
  }
  visit->draft.erase(one->audit_case);
  keep(call, *visit);
  call.storage.return_links().sent(visit->link.link, recorded->entry_id, false, call.storage.moment().now);
  return see_other(call.address("/audits"));
}

}  // namespace

std::vector<ReturnPage> return_audit_pages() {
  return {{"GET", "/return/{return}/audits", "returnAudits", show_audits},
          {"GET", "/return/{return}/audits/{auditCase}", "returnAudit", show_audit},
          {"POST", "/return/{return}/audits/{auditCase}", "sendReturnAudit", take_audit}};
}

}  // namespace reviewd
