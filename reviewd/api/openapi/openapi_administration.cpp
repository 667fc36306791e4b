#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"
#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

Member next_page() { return {"nextPageToken", text("Always empty: there is one page.")}; }

void add_approvals(json::object& schemas) {
  schemas["MovedClock"] =
      object_of("An open deadline that would move. A day is absent where there would be none.",
                {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
                 {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
                 {"clock", text("The clock, for example rapid-review.")},
                 {"title", text("What people call it.")},
                 {"dueBefore", day("When it is due now."), false},
                 {"dueAfter", day("When it would be due."), false},
                 {"localDueBefore", day("The partnership's own date now."), false},
                 {"localDueAfter", day("The partnership's own date then."), false},
                 {"told", list("Who is told: whoever gets the mail about it, as of every reminder. "
                               "Where nobody gets one, those of them whose list shows it.",
                               text_like("Who.", reference_pattern))}});
  schemas["Moves"] =
      object_of("The open deadlines that would move.",
                {{"count", whole_number("How many of cases that you may see. Who sees no case gets one total.")},
                 {"clocks", list("Those of cases that you may see.", schema_ref("MovedClock"))}});
  json::object proposal{{"type", "object"},
                        {"description",
                         "What is proposed: role and agency, a token, an invitation, a reset, a value, days off, a "
                         "recipient, or entries."},
                        {"additionalProperties", json::object{{"type", "string"}}}};
  schemas["Approval"] = object_of(
      "What one person proposes and another decides.",
      {{"approval", text_like("Its id.", reference_pattern)},
       {"act", text("What is to be done, for example change-role.")},
       {"subject", text("What it is done to, for example people/a-smith.")},
       {"proposal", std::move(proposal)},
       {"reason", text("Why.")},
       {"proposedBy", text_like("Who proposes it.", reference_pattern)},
       {"proposed", instant("When.")},
       {"mayDecide",
        yes_or_no("You may approve or refuse it. Never by a token that somebody else made, in a real store: such a "
                  "person signs in on the pages.")},
       {"mayWithdraw", yes_or_no("You may take it back. Never by such a token.")},
       {"outcome", one_of("What became of it; absent while it waits.", {"approved", "refused", "withdrawn"}), false},
       {"decidedBy", text_like("Who decided.", reference_pattern), false},
       {"decided", instant("When."), false},
       {"used",
        instant("When what was approved was done, of what is done later; of an erasure, when the file was free "
                "of the words."),
        false},
       {"usableUntil", instant("Of your own that was approved: how long you can do it. Absent for such a token."),
        false},
       {"openingCode",
        text_like("In the answer to the approval of an invitation or a reset in a real store, and nowhere else: the "
                  "code without which the link opens nothing. Tell it to the person whose account it is, and never to "
                  "who proposed it, who makes the link.",
                  "^[a-z2-7]{4}(-[a-z2-7]{4}){3}$"),
        false},
       {"lapsed", yes_or_no("True: it was approved, and not done while the yes held. Absent otherwise."), false},
       {"moves", schema_ref("Moves", "Of one that waits and would move deadlines, asked for alone."), false}});
  schemas["ApprovalList"] =
      object_of("What you proposed, and what you may decide on.",
                {{"approvals", list("Those that wait first, oldest first.", schema_ref("Approval"))}, next_page()});
}

json::object origin() {
  return one_of(
      "Where the value comes from: it was settled in the service, or is as the configuration and the law say.",
      {"SERVICE", "CONFIGURATION"});
}

std::vector<Member> setting_members() {
  std::vector<std::string_view> names;
  for (const auto& setting : partnership_settings()) names.push_back(setting.name);
  return {{"setting", one_of("Its name.", names)},
          {"title", text("What people call it.")},
          {"value", text("What holds.")},
          {"origin", origin()},
          {"changed", instant("When it was last changed here."), false},
          {"changedBy", text_like("Who approved that.", reference_pattern), false}};
}

void add_settings(json::object& schemas) {
  schemas["Partnership"] =
      object_of("Whom to ask. What nobody settled is absent.",
                {{"name", text("Of the partnership.")},
                 {"contentNotes", yes_or_no("A note stands on pages that describe injuries or a death.")},
                 {"coordinatorName", text("Of the review coordinator."), false},
                 {"coordinatorTelephone", text("Of the review coordinator."), false},
                 {"coordinatorMailbox", text("Of the review coordinator."), false},
                 {"safeguardingTelephone", text("For whoever is worried about a child now."), false}});
  auto alone = setting_members();
  auto change =
      object_of("A value that was given.", {{"value", text("The value. Empty: what was settled is taken back.")},
                                            {"changedBy", text_like("Who approved it.", reference_pattern)},
                                            {"changed", instant("When.")}});
  alone.push_back(
      {"history", list("Every value that it was given, oldest first. Absent in a list.", std::move(change)), false});
  schemas["Setting"] = object_of("Something that the partnership settles for itself.", std::move(alone));
  schemas["SettingList"] =
      object_of("All settings.", {{"settings", list("In the order of the page.", schema_ref("Setting"))}, next_page()});
  schemas["SettingValue"] =
      object_of("A value to be looked at.", {{"value", text("The value. Empty takes back what was settled here.")}});
  schemas["SettingWish"] =
      object_of("A value that another person must approve.",
                {{"value", text("The value. Empty takes back what was settled here.")}, {"reason", text("Why.")}});
  schemas["SettingPreview"] =
      object_of("What a value would do. Nothing was changed.",
                {{"value", text("The value as it would be kept.")}, {"moves", schema_ref("Moves")}});
}

std::vector<Member> closure_change() {
  return {{"change", one_of("Whether the days become days off, or working days again.", {"add", "remove"})},
          {"from", day("The first day.")},
          {"through", day("The last day; the first if absent."), false},
          {"name", text("What the days off are. Needed to add."), false},
          {"kind",
           one_of("Whether the partnership is closed, or it is a bank holiday announced since. Needed to add.",
                  {"closure", "bank-holiday"}),
           false}};
}

void add_closures(json::object& schemas) {
  schemas["ClosureChange"] = object_of("Days off to be added or taken back.", closure_change());
  auto wish = closure_change();
  wish.push_back({"reason", text("Why.")});
  schemas["ClosureWish"] = object_of("The same, which another person must approve.", std::move(wish));
  auto closure =
      object_of("A day off.", {{"date", day("The day.")},
                               {"name", text("What it is.")},
                               {"kind", one_of("Of the partnership, or of everybody.", {"closure", "bank-holiday"})},
                               {"origin", origin()}});
  schemas["ClosureList"] = object_of("The days off beside those of the law.",
                                     {{"closures", list("By day.", std::move(closure))}, next_page()});
}

void add_scrutiny(json::object& schemas) {
  auto challenge =
      object_of("A challenge of the scrutineer.",
                {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
                 {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
                 {"challenge", text_like("Its id in the case.", reference_pattern)},
                 {"entry", text_like("The entry that raised it.", reference_pattern)},
                 {"by", text_like("Who raised it.", reference_pattern)},
                 {"text", text("What is challenged.")},
                 {"raisedOn", day("When.")},
                 {"answered", yes_or_no("Whether it is answered.")},
                 {"daysWaiting", whole_number("Calendar days until the answer, or until today.")},
                 {"answeredOn", day("When it was answered."), false},
                 {"answer", text("The answer."), false},
                 {"changed", yes_or_no("Whether something changed because of it."), false}});
  auto given =
      object_of("A time that the scrutineer looked on.",
                {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
                 {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
                 {"how", one_of("How.", {"ATTENDED", "COMMENTED_AFTERWARDS"})},
                 {"on", day("When.")},
                 {"meeting", text_like("The meeting, by its id in the case.", reference_pattern), false}});
  schemas["ChallengeList"] = object_of("Across the cases that you may see.",
                                       {{"challenges", list("By case, oldest first.", std::move(challenge))},
                                        {"scrutiny", list("By case, oldest first.", std::move(given))},
                                        next_page()});
  schemas["StatementWish"] = object_of("A text of the statement.", {{"text", text("The statement.")}});
  auto counts = object_of("Counted from the entries of cases that you may see.",
                          {{"raised", whole_number("Challenges raised in the year.")},
                           {"answered", whole_number("Of these, answered.")},
                           {"changed", whole_number("Of these, where something changed.")},
                           {"waiting", whole_number("Of those raised, not answered yet.")},
                           {"attended", whole_number("Meetings that the scrutineer attended.")},
                           {"commentedAfterwards", whole_number("Times that the scrutineer commented afterwards.")}});
  auto change = object_of("When the text was changed.",
                          {{"changedBy", text_like("Who.", reference_pattern)}, {"changed", instant("When.")}});
  schemas["Statement"] = object_of("The scrutineer's statement for the yearly report.",
                                   {{"year", whole_number("The calendar year.")},
                                    {"text", text("The newest text; empty before the first.")},
                                    {"counts", std::move(counts)},
                                    {"history", list("Oldest first.", std::move(change))}});
}

}  // namespace

void add_administration_schemas(json::object& schemas) {
  add_approvals(schemas);
  add_settings(schemas);
  add_closures(schemas);
  add_scrutiny(schemas);
}

}  // namespace reviewd::openapi
