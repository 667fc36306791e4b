#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view group_pattern = "^[A-Z][A-Z0-9_]*$";

/// An object of a case with more to it.
json::object with(const json::object& schemas, std::string_view name, std::string_view says,
                  std::vector<Member> members) {
  auto schema = schemas.at(name).as_object();
  schema["description"] = says;
  auto& properties = schema["properties"].as_object();
  json::array required;
  for (auto& member : members) {
    if (member.always) required.push_back(json::string(member.name));
    properties[member.name] = std::move(member.schema);
  }
  schema["required"] = std::move(required);
  return schema;
}

/// One of the two is there.
Member of_case() {
  return {"case", text_like("The case; absent where it is of a programme.", reference_pattern), false};
}
Member of_programme() {
  return {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false};
}

std::vector<Member> listed_members() {
  return {of_case(),
          of_programme(),
          {"overdue", yes_or_no("It is not complete, and its day is over.")},
          {"what", text("What is to be done, as far as the reader may read it."), false},
          {"measure", text("How anybody will know that it made a difference."), false},
          {"update", text("What was said of it last."), false},
          {"whyEscalated", text("Why it was escalated the last time."), false}};
}

json::object counts() {
  return object_of("So many actions.",
                   {{"all", count("Open, completed in the round or since it ended, or looked at again in it.")},
                    {"completed", count("Completed in the round.")},
                    {"completedSince", count("Completed after the last day of the round.")},
                    {"completedBefore", count("Completed before the round; somebody looked again "
                                              "in it, or was to.")},
                    {"green", count("Open and on track, as their owners say.")},
                    {"amber", count("Open and at risk.")},
                    {"red", count("Open and off track.")},
                    {"unsaid", count("Open, and nothing was ever said of them.")},
                    {"overdue", count("Open, and their day is over.")},
                    {"notUpdated", count("Open, and nothing was said since the round began, or for as "
                                         "long as its owner says how it stands.")},
                    {"slipped", count("Their day moved later in the round.")},
                    {"changed", count("Practice or outcomes changed, with evidence.")},
                    {"notKnown", count("Nobody knows whether they made a difference.")},
                    {"escalated", count("Escalated in the round.")},
                    {"unanswered", count("Escalated, and nothing was said of them since.")},
                    {"notChanged", count("Looked at again in the round, and nothing had changed.")},
                    {"lookOverdue", count("The day is over by which somebody was to look again.")}});
}

json::object group() {
  return object_of("The group that watches over them.",
                   {{"group", text_like("Its id.", group_pattern)},
                    {"title", text("What it is called.")},
                    {"everyMonths", count("How often it looks, in months.")},
                    {"escalatesTo", text_like("Who hears next.", group_pattern), false}});
}

void add_round(json::object& schemas) {
  schemas["RoundCounts"] = counts();
  auto members = listed_members();
  members.push_back({"slippedInRound", count("So often its day moved later in the round.")});
  members.push_back({"exceptions", list("Why a group hears of it; empty where all is as it should be.",
                                        one_of("", {"OVERDUE", "RED", "NOT_UPDATED", "SLIPPED", "NOT_KNOWN",
                                                    "ESCALATED", "UNANSWERED", "NOT_CHANGED", "LOOK_OVERDUE"}))});
  schemas["RoundAction"] = with(schemas, "Action", "An action in a round of monitoring.", std::move(members));
  schemas["MonitoringRound"] = object_of(
      "A round of monitoring.",
      {{"from", day("Its first day.")},
       {"to", day("Its last day.")},
       {"asOf", day("The day as at which the actions are told.")},
       {"group", group(), false},
       {"counts", schema_ref("RoundCounts")},
       {"unwatched", count("Open actions of today, of those that the reader sees, that no group watches over.")},
       {"last",
        object_of("The round of the group before it that is on record.",
                  {{"from", day("Its first day.")},
                   {"to", day("Its last day.")},
                   {"asOf", day("The day it was held, as at which it is counted.")},
                   {"counts", schema_ref("RoundCounts")}}),
        false},
       {"owners", list("By owner.", object_of("One owner.", {{"owner", text_like("A body.", body_pattern)},
                                                             {"counts", schema_ref("RoundCounts")}}))},
       {"actions", list("Open ones first, by due day.", schema_ref("RoundAction"))}});
}

}  // namespace

void add_action_schemas(json::object& schemas) {
  schemas["ListedAction"] = with(schemas, "Action", "An action of any case.", listed_members());
  schemas["ActionList"] = object_of("Actions, open ones before complete ones, by due day.",
                                    {{"actions", list("Actions.", schema_ref("ListedAction"))},
                                     {"nextPageToken", text("Of the next page; empty at the end.")}});
  auto made = with(schemas, "Recommendation", "A recommendation of any case, with one body that it is made to.",
                   {of_case(),
                    of_programme(),
                    {"state", schema_ref("RecommendationState")},
                    {"to", text_like("The body; absent where it is made to none.", body_pattern), false},
                    {"answeredOn", day("The day of its answer."), false},
                    {"answerEntry", text_like("The entry of its answer.", reference_pattern), false},
                    {"text", text("What is recommended, as far as the reader may read it."), false},
                    {"modified", text("What it says now, where it was changed."), false},
                    {"reasons", text("Why."), false}});
  made["properties"].as_object().erase("bodies");
  schemas["ListedRecommendation"] = std::move(made);
  schemas["RecommendationList"] =
      object_of("Recommendations, oldest first.",
                {{"recommendations", list("Recommendations.", schema_ref("ListedRecommendation"))},
                 {"nextPageToken", text("Of the next page; empty at the end.")}});
  add_round(schemas);
}

}  // namespace reviewd::openapi
