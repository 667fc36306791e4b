#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/field_class.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::FieldClass;
using review::Right;

constexpr std::string_view with_addresses = "yes";

/// A case as it would leave the service.
struct Outgoing {
  std::vector<review::v1::Entry> entries;
  std::set<FieldClass> classes;
};

review::Result<Outgoing> outgoing(Call& call, bool addresses) {
  auto entries = call.desk().outgoing_case(call.path("case"), call.reader, call.moment);
  if (!entries) return review::refuse(entries.error());
  Outgoing out{std::move(*entries), {}};
  for (auto& entry : out.entries) {
    if (!addresses) review::leave_out(entry, FieldClass::placement_addresses);
    out.classes.merge(review::classes_in(entry));
  }
  return out;
}

json::array names_of(const std::set<FieldClass>& classes) {
  json::array names;
  for (const auto one : classes) names.push_back(json::string(review::field_class_name(one)));
  return names;
}

std::string text_of(const std::set<FieldClass>& classes) {
  std::string text;
  for (const auto one : classes) text += (text.empty() ? "" : " ") + std::string(review::field_class_name(one));
  return text;
}

Response preview_export(Call& call) {
  const auto file = case_at_hand(call, call.path("case"));
  if (!file) return refused(call, file.error());
  const auto fields = json_fields(call, {{}, {}, {}, {"placementAddresses"}});
  if (!fields) return refused(call, fields.error());
  const auto out = outgoing(call, fields->flag("placementAddresses"));
  if (!out) return refused(call, out.error());
  return json_answer(
      200,
      json::object{{"case", call.path("case")}, {"entries", out->entries.size()}, {"fields", names_of(out->classes)}});
}

Response propose_export(Call& call) {
  const auto file = case_at_hand(call, call.path("case"));
  if (!file) return refused(call, file.error());
  const auto fields = json_fields(call, {{"recipient"}, {"reason"}, {}, {"placementAddresses"}});
  if (!fields) return refused(call, fields.error());
  const bool addresses = fields->flag("placementAddresses");
  const auto out = outgoing(call, addresses);
  if (!out) return refused(call, out.error());
  return propose(call, {"export-case", "cases/" + call.path("case"),
                        proposal_of({{"recipient", fields->text("recipient")},
                                     {"fields", text_of(out->classes)},
                                     {"placementAddresses", addresses ? std::string(with_addresses) : "no"}}),
                        fields->text("reason"), call.reader.person});
}

/// The approval is used up, once, while it holds.
review::Result<review::Approval> used_up(Call& call, const Act& act, const std::string& subject) {
  require_two_people(call);
  const auto at = now(std::nullopt).now;
  return call.storage.approvals().use_up(act.name, subject, call.reader.person, at,
                                         {at - act.life, call.request.parameter("approval").value_or("")});
}

/// The first line says what the file is. An import passes over it.
json::object head(Call& call, const review::Approval& approval, const Outgoing& out) {
  return {{"marking", "OFFICIAL-SENSITIVE"}, {"practice", call.storage.store().practice()},
          {"case", call.path("case")},       {"recipient", proposal_texts(approval)["recipient"]},
          {"approval", approval.approval},   {"exportedBy", "people/" + call.reader.person},
          {"exported", approval.used},       {"fields", names_of(out.classes)}};
}

Response export_case(Call& call) {
  const auto file = case_at_hand(call, call.path("case"));
  if (!file) return refused(call, file.error());
  const auto approval = used_up(call, export_case_act(), "cases/" + call.path("case"));
  if (!approval) return refused(call, approval.error());
  const auto out = outgoing(call, proposal_texts(*approval)["placementAddresses"] == with_addresses);
  if (!out) return refused(call, out.error());
  Response response;
  response.content_type = "application/x-ndjson";
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}case-{}-OFFICIAL-SENSITIVE.ndjson\"",
                                            call.storage.store().practice() ? "practice-" : "", call.path("case")));
  response.body = json::serialize(json::object{{"export", head(call, *approval, *out)}}) + "\n";
  for (const auto& entry : out->entries) response.body += json::serialize(review::write_message(entry)) + "\n";
  return response;
}

}  // namespace

std::vector<Endpoint> case_export_endpoints() {
  return {
      {"POST",
       "/v1/cases/{case}:previewExport",
       "previewCaseExport",
       "What an export of a case would hold; exports nothing",
       {Right::export_cases},
       Use::read,
       {},
       "CaseExportChoice",
       "CaseExportPreview",
       200,
       preview_export},
      {"POST",
       "/v1/cases/{case}:proposeExport",
       "proposeCaseExport",
       "Proposes to take a case out of the service; another person approves, then you can do it once",
       {Right::export_cases},
       Use::write,
       {},
       "CaseExportWish",
       "Approval",
       201,
       propose_export},
      {"GET",
       "/v1/cases/{case}/export",
       "exportCase",
       "Takes a case out of the service, one entry a line: once, after another person approved",
       {Right::export_cases},
       Use::write,
       {"approval"},
       "",
       "CaseExport",
       200,
       export_case},
  };
}

}  // namespace reviewd
