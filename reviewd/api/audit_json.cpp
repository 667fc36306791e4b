#include "reviewd/api/audit_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/learning/audit_collation.hpp"
#include "libreview/record/audit_file.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

json::object tally_json(const review::AuditTally& tally) {
  json::object out{{"met", tally.met},
                   {"exceeded", tally.exceeded},
                   {"notMet", tally.not_met},
                   {"reached", tally.reached()},
                   {"applicable", tally.applicable()},
                   {"notApplicable", tally.not_applicable},
                   {"notInvolved", tally.not_involved},
                   {"unanswered", tally.unanswered}};
  if (const auto percent = tally.percent()) out["percent"] = *percent;
  return out;
}

json::object row_json(const review::AuditRow& row) {
  json::object out;
  if (!row.of.standard.empty()) out["standard"] = row.of.standard;
  if (!row.of.agency.empty()) out["agency"] = row.of.agency;
  if (!row.of.priority.empty()) out["priority"] = row.of.priority;
  if (!row.line.empty()) out["line"] = row.line;
  if (!row.of.standard.empty()) out["cases"] = tally_json(row.cases);
  out["answers"] = tally_json(row.answers);
  return out;
}

json::array rows_json(const std::vector<review::AuditRow>& rows) {
  json::array out;
  for (const auto& row : rows) out.push_back(row_json(row));
  return out;
}

/// The standards with their numbers and words, which are those of the version of the template that was settled on.
json::array standards_json(const std::vector<review::AuditRow>& rows, const v1::AuditFile& audit,
                           const review::RuleBook& law) {
  const auto* found = law.audit_template(audit.template_());
  const auto from = review::Date::parse(audit.template_from());
  const auto* version = found == nullptr || !from ? nullptr : found->on(*from);
  const auto known = version == nullptr ? std::vector<review::NamedText>() : version->standards();
  json::array out;
  for (const auto& row : rows) {
    auto one = row_json(row);
    const auto text = std::ranges::find(known, row.of.standard, &review::NamedText::id);
    one["text"] = text == known.end() ? row.of.standard : text->text;
    if (text != known.end()) one["number"] = text - known.begin() + 1;
    for (const auto& line : audit.lines()) {
      if (std::ranges::find(line.standards(), row.of.standard) != line.standards().end()) one["line"] = line.line();
    }
    out.push_back(std::move(one));
  }
  return out;
}

/// What an entry says, with its name and day.
json::object said_json(const v1::Entry& entry, const google::protobuf::Message& said) {
  return {{"entry", entry.entry()}, {"on", entry.occurred_on()}, {"said", review::write_message(said)}};
}

json::object return_json(const v1::Entry& entry, const v1::AuditFile& audit) {
  auto out = said_json(entry, entry.agency_audited_case());
  const auto counts =
      std::ranges::find(audit.returns(), entry.entry(), &v1::AuditReturnFile::entry) != audit.returns().end();
  out["counts"] = counts;
  out["by"] = "people/" + entry.recorded_by();
  return out;
}

json::object lesson_json(const v1::Entry& entry, const std::vector<v1::Entry>& entries) {
  auto out = said_json(entry, entry.audit_learning_logged());
  json::array went;
  const auto add = [&](const auto& list) {
    for (const auto& one : list) went.push_back(review::write_message(one));
  };
  add(entry.audit_learning_logged().went());
  for (const auto& one : entries) {
    const auto& followed = one.audit_learning_followed();
    if (one.has_audit_learning_followed() && followed.lesson() == entry.audit_learning_logged().lesson())
      add(followed.went());
  }
  out["went"] = std::move(went);
  return out;
}

json::object referral_json(const v1::Entry& entry, const AuditRecord& record) {
  auto out = said_json(entry, entry.audit_case_referred());
  out["takenUp"] = record.taken_up.contains(entry.entry());
  const auto* referral = review::find_audit_referral(record.audit, entry.entry());
  if (referral != nullptr && !referral->of_case().empty()) out["takenUpBy"] = referral->of_case();
  return out;
}

void put_entries(json::object& out, const AuditRecord& record) {
  json::array cases;
  json::array returns;
  json::array events;
  json::array lessons;
  json::array referrals;
  for (const auto& entry : record.entries) {
    if (entry.entry() == record.audit.design()) out["design"] = said_json(entry, entry.audit_design_settled());
    if (entry.has_audit_case_selected()) cases.push_back(said_json(entry, entry.audit_case_selected()));
    if (entry.has_agency_audited_case()) returns.push_back(return_json(entry, record.audit));
    if (entry.has_audit_event_held()) events.push_back(said_json(entry, entry.audit_event_held()));
    if (entry.has_audit_learning_logged()) lessons.push_back(lesson_json(entry, record.entries));
    if (entry.has_audit_case_referred()) referrals.push_back(referral_json(entry, record));
  }
  out["cases"] = std::move(cases);
  out["returns"] = std::move(returns);
  out["events"] = std::move(events);
  out["lessons"] = std::move(lessons);
  out["referrals"] = std::move(referrals);
}

}  // namespace

json::object audit_json(const AuditRecord& record, const review::RuleBook& law) {
  json::object out;
  put_entries(out, record);
  const auto all = review::collate_audit(record.audit);
  out["standards"] = standards_json(all.standards, record.audit, law);
  out["lines"] = rows_json(all.lines);
  out["agencies"] = rows_json(all.agencies);
  out["priorities"] = rows_json(all.priorities);
  out["byAgency"] = rows_json(all.by_agency);
  out["byPriority"] = rows_json(all.by_priority);
  json::array came;
  for (const auto& one : all.came) {
    came.push_back(json::object{
        {"agency", one.agency}, {"asked", one.asked}, {"received", one.received}, {"notInvolved", one.not_involved}});
  }
  out["came"] = std::move(came);
  json::array outstanding;
  for (const auto& one : all.outstanding) {
    json::object row{{"auditCase", one.audit_case}, {"agency", one.agency}, {"started", one.started}};
    if (!one.due_on.empty()) row["dueOn"] = one.due_on;
    outstanding.push_back(std::move(row));
  }
  out["outstanding"] = std::move(outstanding);
  return out;
}

}  // namespace reviewd
