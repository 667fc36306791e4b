#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object name(std::string_view says) { return text_like(says, reference_pattern); }

json::object body(std::string_view says) { return text_like(says, body_pattern); }

std::vector<Member> audit_row_members() {
  return {{"standard", name("The standard."), false},
          {"line", name("The key line of enquiry."), false},
          {"agency", body("The agency."), false},
          {"priority", name("The priority."), false},
          {"cases",
           schema_ref("AuditTally",
                      "Case by case, of one standard: a case reached it where every agency that it applied to did."),
           false},
          {"answers", schema_ref("AuditTally", "Answer by answer.")}};
}

json::object standard_row() {
  auto members = audit_row_members();
  members.push_back({"text", text("What an auditor expects to find; its id where the law does not have it.")});
  members.push_back({"number", whole_number("Its place in the template, from 1."), false});
  return object_of("A standard with its figures.", std::move(members));
}

json::object plan_row() {
  return object_of(
      "An action of an agency's improvement plan.",
      {{"agency", body("The agency.")},
       {"action", name("The action.")},
       {"what", text("What is to be done; absent where nobody said."), false},
       {"dueOn", day("By when."), false},
       {"progress", schema_ref("Progress", "As it was last said; absent where nothing was said yet."), false},
       {"complete", yes_or_no("It is complete.")},
       {"completedOn", day("Since when it is complete."), false}});
}

/// What an entry says, with more of it.
json::object said(std::string_view says, std::string_view message, std::vector<Member> more = {}) {
  std::vector<Member> members{{"entry", name("The entry.")},
                              {"on", day("The day that it says.")},
                              {"said", schema_ref(message, "What the reader may read of it.")}};
  for (auto& one : more) members.push_back(std::move(one));
  return object_of(says, std::move(members));
}

}  // namespace

void add_audit_schemas(json::object& schemas) {
  schemas["AuditTally"] =
      object_of("How many. A share is taken of what applied and was answered; the rest is counted beside it.",
                {{"met", whole_number("Met.")},
                 {"exceeded", whole_number("Exceeded.")},
                 {"notMet", whole_number("Not met.")},
                 {"reached", whole_number("Met or exceeded.")},
                 {"applicable", whole_number("Where it applied and was answered.")},
                 {"percent",
                  whole_number("Met or exceeded in per cent of where it applied; absent where it did nowhere."), false},
                 {"notApplicable", whole_number("Where it did not apply.")},
                 {"notInvolved", whole_number("Where the agency was not involved in the case.")},
                 {"unanswered", whole_number("Not answered yet.")}});
  schemas["AuditRow"] = object_of("Figures of one thing.", audit_row_members());
  schemas["AuditStandardRow"] = standard_row();
  const auto rows = [](std::string_view says) { return list(says, schema_ref("AuditRow")); };
  schemas["CaseAudit"] = object_of(
      "An audit of cases, as far as the reader reads it.",
      {{"programme", name("The programme.")},
       {"asOf", day("As recorded by the end of this day.")},
       {"design", said("The design; absent until it is settled.", "AuditDesignSettled"), false},
       {"cases", list("The audited cases. Which case of this record one is, only who sees that case is told.",
                      said("An audited case.", "AuditCaseSelected"))},
       {"returns",
        list("What agencies said.",
             said("A return.", "AgencyAuditedCase",
                  {{"counts", yes_or_no("False where a later one of the agency for the case took its place.")},
                   {"by", name("Who recorded it.")}}))},
       {"events", list("Learning events.", said("A learning event.", "AuditEventHeld"))},
       {"lessons",
        list("The learning log.", said("A lesson.", "AuditLearningLogged",
                                       {{"went", list("Where it went, all in all.", schema_ref("LearningWent"))}}))},
       {"referrals",
        list("What was referred onward.", said("A referral.", "AuditCaseReferred",
                                               {{"takenUp", yes_or_no("A case of this record took it up.")},
                                                {"takenUpBy", name("That case; only who sees it is told."), false}}))},
       {"standards", list("Each standard.", schema_ref("AuditStandardRow"))},
       {"lines", rows("Each key line of enquiry, of the cases of its priorities.")},
       {"agencies", rows("Each agency.")},
       {"priorities", rows("Each priority.")},
       {"byAgency", rows("Each standard for each agency.")},
       {"byPriority", rows("Each standard for each priority.")},
       {"came", list("How agencies came along.",
                     object_of("An agency.",
                               {{"agency", body("The agency.")},
                                {"asked", whole_number("Cases that ask it.")},
                                {"received", whole_number("Of those, cases it said everything of.")},
                                {"notInvolved", whole_number("Of those again, cases it was not involved in.")}}))},
       {"outstanding", list("Who has not said everything.",
                            object_of("An agency and a case.", {{"auditCase", name("The case, as the audit knows it.")},
                                                                {"agency", body("The agency.")},
                                                                {"started", yes_or_no("It said a part.")},
                                                                {"dueOn", day("When it is wanted."), false}}))},
       {"plans", list("What each agency does by itself, as far as the reader reads it.", plan_row())}});
}

}  // namespace reviewd::openapi
