#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view name_pattern = "^[a-z0-9][a-z0-9-]{0,39}$";

json::object named(std::string_view says) { return text_like(says, name_pattern); }
json::object names(std::string_view says, std::string_view item) { return list(says, named(item)); }

void add_survey(json::object& schemas) {
  schemas["SurveyShare"] =
      object_of("How many gave an answer.",
                {{"answer", named("The answer.")},
                 {"text", text("What it says; without what is kept from the reader."), false},
                 {"hopedFor", yes_or_no("It is an answer that is hoped for.")},
                 {"number", whole_number("How many gave it.")},
                 {"of", whole_number("Of how many who answered.")},
                 {"percent", whole_number("The same in whole percent; absent where nobody answered."), false}});
  schemas["SurveyHopedFor"] =
      object_of("How many gave an answer that is hoped for.",
                {{"number", whole_number("How many.")},
                 {"of", whole_number("Of how many who answered.")},
                 {"percent", whole_number("The same in whole percent; absent where nobody answered."), false}});
  schemas["SurveyRound"] =
      object_of("A round of a question.",
                {{"on", day("Its day.")},
                 {"entry", text_like("The entry that holds it.", reference_pattern)},
                 {"asked", whole_number("How many were asked."), false},
                 {"answered", whole_number("How many answered.")},
                 {"shares", list("The answers, in the order of the question.", schema_ref("SurveyShare"))},
                 {"hopedFor", schema_ref("SurveyHopedFor"), false}});
  std::vector<Member> question{
      {"question", named("The question.")},
      {"entry", text_like("The entry that asks it.", reference_pattern)},
      {"askedOn", day("Since when it is asked.")},
      {"text", text("What is asked; without what is kept from the reader."), false},
      {"themes", names("The themes that it asks about.", "A theme.")},
      {"rounds", list("The rounds, oldest first.", schema_ref("SurveyRound"))},
  };
  auto tied = question;
  question.push_back({"ties", list("What it asks about, as far as the reader sees that.", schema_ref("SurveyTie"))});
  schemas["SurveyQuestion"] = object_of("A question of a survey.", std::move(question));
  tied.push_back({"programme", named("The survey.")});
  tied.push_back(
      {"tiedBy", one_of("By what it is tied to what was asked about.", {"RECOMMENDATION", "FINDING", "THEME"})});
  schemas["TiedQuestion"] = object_of("A question of a survey, and why it tells something here.", std::move(tied));
  schemas["Survey"] =
      object_of("A workforce survey.",
                {{"programme", named("The programme.")},
                 {"questions", list("In the order in which they were asked.", schema_ref("SurveyQuestion"))}});
}

void add_actions(json::object& schemas) {
  schemas["RecheckEvidence"] =
      object_of("What was found by whoever looked again.", {{"on", day("When.")},
                                                            {"entry", text_like("The entry.", reference_pattern)},
                                                            {"finding", schema_ref("RecheckFinding"), false},
                                                            {"by", text_like("Who looked.", body_pattern), false},
                                                            {"evidence", text("What shows it."), false}});
  schemas["RecommendationNamed"] =
      object_of("A recommendation.", {{"case", named("The case or programme.")},
                                      {"recommendation", named("It.")},
                                      {"text", text("What is recommended, where it is told here."), false}});
  schemas["BeforeAfter"] =
      object_of("Findings under the same themes, beside the day on which the action was done.",
                {{"before", whole_number("Before it.")},
                 {"after", whole_number("On it and after it.")},
                 {"unclear", whole_number("Over a time that has the day within, or on no known day.")}});
  schemas["ActionEvidence"] = object_of(
      "An action, how far it has reached, and what was found before and after it.",
      {{"case", named("The case or programme.")},
       {"action", named("The action.")},
       {"entry", text_like("The entry that agreed it.", reference_pattern), false},
       {"owner", text_like("Who owns it.", body_pattern)},
       {"dueOn", day("By when.")},
       {"complete", yes_or_no("It is complete.")},
       {"completeSince", day("Since when."), false},
       {"progress", schema_ref("Progress"), false},
       {"reached", schema_ref("Reached"), false},
       {"doneOn", day("Since when it is done, checked or changed, whichever was first."), false},
       {"checkedOn", day("Since when somebody else has checked."), false},
       {"changedOn", day("Since when practice or outcomes changed."), false},
       {"what", text("What is to be done."), false},
       {"evidenceEntry", text_like("The entry with the newest evidence.", reference_pattern), false},
       {"evidence", text("The newest evidence."), false},
       {"serves",
        list("The recommendations that it serves, of those that are looked at.", schema_ref("RecommendationNamed"))},
       {"rechecks", list("What was found by whoever looked again.", schema_ref("RecheckEvidence"))},
       {"found", schema_ref("BeforeAfter"), false}});
}

void add_findings(json::object& schemas) {
  schemas["FindingBearsOn"] =
      object_of("One finding that bears on another.", {{"case", named("The case or programme of the one that bears.")},
                                                       {"finding", named("It.")},
                                                       {"bearing", schema_ref("Bearing")},
                                                       {"ofCase", named("The case or programme of the other.")},
                                                       {"ofFinding", named("The other.")},
                                                       {"found", text("What the first found."), false},
                                                       {"ofFound", text("What the other found."), false}});
  schemas["LaterFinding"] =
      object_of("Something that was found under the same themes after the recommendation was made.",
                {{"case", named("The case or programme.")},
                 {"finding", named("The finding.")},
                 {"entry", text_like("The entry that holds it.", reference_pattern)},
                 {"found", text("What was found."), false},
                 {"source", schema_ref("AssuranceSource"), false},
                 {"foundOn", text_like("When, as far as known; the first day of a period.", partial_date_pattern)},
                 {"foundUntil", text_like("The end of a period.", partial_date_pattern), false},
                 {"done",
                  one_of("Beside the day on which the first of its actions was done; absent while none is.",
                         {"BEFORE", "AFTER", "UNCLEAR"}),
                  false}});
}

}  // namespace

void add_evidence_schemas(json::object& schemas) {
  add_survey(schemas);
  add_actions(schemas);
  add_findings(schemas);
  schemas["ThemeEvidence"] = object_of(
      "What is on record on a theme, over the cases and programmes that the reader sees.",
      {{"theme", named("The theme.")},
       {"title", text("What people call it; absent where no list has it any more."), false},
       {"sentence", text("What it is about."), false},
       {"list", text("What its list is called."), false},
       {"occurrences", schema_ref("FigureTable", "How often it was found, by period and source.")},
       {"recommendations",
        list("Those that name it, or follow from a finding under it.", schema_ref("RecommendationNamed"))},
       {"actions", list("The actions that serve one of those, done first.", schema_ref("ActionEvidence"))},
       {"bearings", list("What confirms, contradicts or came too early for what.", schema_ref("FindingBearsOn"))},
       {"questions", list("What surveys ask about it.", schema_ref("TiedQuestion"))}});
  schemas["RecommendationEvidence"] =
      object_of("What is on record on whether practice is different since a recommendation was made.",
                {{"case", named("The case or programme in which it was made.")},
                 {"recommendation", named("The recommendation.")},
                 {"entry", text_like("The entry that holds it.", reference_pattern)},
                 {"madeOn", day("When it was made.")},
                 {"text", text("What is recommended."), false},
                 {"themes", names("Its themes, and those of the findings that it follows from.", "A theme.")},
                 {"findings", names("The findings that it follows from.", "A finding.")},
                 {"actions", list("The actions that serve it, done first.", schema_ref("ActionEvidence"))},
                 {"bearings", list("What bears on the findings that it follows from.", schema_ref("FindingBearsOn"))},
                 {"later", list("What was found under its themes since.", schema_ref("LaterFinding"))},
                 {"questions", list("What surveys ask about it.", schema_ref("TiedQuestion"))}});
}

}  // namespace reviewd::openapi
