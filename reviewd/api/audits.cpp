#include "reviewd/api/audit_csv.hpp"
#include "reviewd/api/audit_forms.hpp"
#include "reviewd/api/audit_json.hpp"
#include "reviewd/api/audit_plans.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

Response get_audit(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto record = audit_record(call, *day);
  if (!record) return refused(call, record.error());
  const auto plans = audit_plans(call, *record, *day);
  if (!plans) return refused(call, plans.error());
  auto out = audit_json(*record, call.desk().law());
  out["plans"] = plans_json(*plans);
  out["programme"] = call.record();
  out["asOf"] = day->value_or(call.moment.today).iso();
  return json_answer(200, out);
}

Response get_audit_csv(Call& call) {
  const auto day = as_at(call);
  if (!day) return refused(call, day.error());
  const auto record = audit_record(call, *day);
  if (!record) return refused(call, record.error());
  const auto plans = audit_plans(call, *record, *day);
  if (!plans) return refused(call, plans.error());
  return audit_csv(call, review::collate_audit(record->audit), *plans);
}

Response get_audit_forms(Call& call) {
  const auto record = audit_record(call, std::nullopt);
  if (!record) return refused(call, record.error());
  auto paper = audit_forms(call, *record, call.request.parameter("agency").value_or(""));
  if (!paper) return refused(call, paper.error());
  return paper_answer(call, std::move(*paper), "audit-" + call.record(), PaperForm::text);
}

}  // namespace

std::vector<Endpoint> audit_endpoints() {
  return {
      {"GET",
       "/v1/programmes/{programme}/audit",
       "getCaseAudit",
       "An audit of cases put together: what each agency found, and what it adds up to",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "CaseAudit",
       200,
       get_audit},
      {"GET",
       "/v1/programmes/{programme}/audit:csv",
       "getCaseAuditAsCsv",
       "The figures of an audit of cases for a spreadsheet, and what each agency does by itself",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "Csv",
       200,
       get_audit_csv},
      {"GET",
       "/v1/programmes/{programme}/audit/forms:odt",
       "getCaseAuditForms",
       "The forms by which agencies answer an audit of cases by hand (OpenDocument): its standards, for each case",
       {Right::read_cases},
       Use::read,
       {"agency"},
       "",
       "Paper",
       200,
       get_audit_forms},
  };
}

}  // namespace reviewd
