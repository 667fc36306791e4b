#include "reviewd/api/audit_csv.hpp"
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
  };
}

}  // namespace reviewd
