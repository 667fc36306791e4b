#include <boost/json/array.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

/// An entry as cases have them, with the kinds of meetings instead of theirs, and its meeting instead of a case.
json::object meeting_entry(const json::object& entry) {
  auto out = entry;
  out["description"] = "An entry of a meeting: what is recorded of one.";
  auto& properties = out["properties"].as_object();
  for (const auto& kind : review::kinds()) properties.erase(kind.json);
  properties.erase("case");
  properties.erase("caseVersion");
  auto meeting = text_like("The meeting that it belongs to. The server gives it.", reference_pattern);
  meeting["readOnly"] = true;
  properties["meeting"] = std::move(meeting);
  json::array choices;
  for (const auto& kind : review::meeting_kinds()) {
    choices.push_back(json::object{{"title", kind.label}, {"required", json::array{json::string(kind.json)}}});
  }
  out["oneOf"] = std::move(choices);
  return out;
}

/// A recommendation as the message has it, without the item, which it stands in.
json::object recommendation(const json::object& message) {
  auto out = message;
  out["properties"].as_object().erase("item");
  json::array required;
  for (const auto& name : message.at("required").as_array()) {
    if (std::string_view(name.as_string()) != "item") required.push_back(name);
  }
  out["required"] = std::move(required);
  return out;
}

json::object conflict() {
  return object_of("A conflict of interest in an item.",
                   {{"person", text_like("Whose.", reference_pattern)},
                    {"managed", schema_ref("ConflictManaged", "How it is managed.")},
                    {"reason", text("What it is."), false},
                    {"decidedBy", text_like("Who decided how it is managed.", reference_pattern), false}});
}

json::object item() {
  return object_of(
      "One item of the agenda. Items that the reader may not see are not there.",
      {{"item", text_like("The item.", reference_pattern)},
       {"left", yes_or_no("True where the reader has left the item: then nothing else of it is shown.")},
       {"title", text("What it is called."), false},
       {"case", text_like("The case that it is about.", reference_pattern), false},
       {"presenter", text("Who presents it."), false},
       {"minutes", text("What was said."), false},
       {"recommendation", schema_ref("MeetingRecommendation", "What the meeting recommends. The partners decide."),
        false},
       {"conflicts", list("Conflicts of interest, the newest of each person.", schema_ref("MeetingConflict"))}});
}

json::object quorum() {
  return object_of("Whether enough bodies were there, by the partnership's rule, worked out from who came.",
                   {{"quorate", yes_or_no("Whether they were enough.")},
                    {"needed", whole_number("How many of the bodies that count must be there.")},
                    {"there", list("The bodies that had somebody there.", text_like("", body_pattern))},
                    {"missing", list("The bodies that had nobody there.", text_like("", body_pattern))}});
}

json::object meeting() {
  auto reference = text("Its reference, for example m26-0001. Empty in a preview of calling it.");
  return object_of(
      "A meeting of the panel.",
      {{"meeting", std::move(reference)},
       {"version", whole_number("How many of its entries the reader sees: what If-Match is compared with.")},
       {"state", one_of("How it stands.", {"CALLED", "ENDED", "CANCELLED"})},
       {"title", text("What it is called.")},
       {"heldOn", day("Its day.")},
       {"beginsAt", text("When it begins, London time."), false},
       {"place", text("Where."), false},
       {"chair", text_like("Who chairs it.", reference_pattern), false},
       {"chairedBy",
        text_like(
            "Who chaired it, once it has ended; absent where whoever was to did not come and nobody said who did.",
            reference_pattern),
        false},
       {"items", list("The agenda.", schema_ref("MeetingItem"))},
       {"invited", list("Who is asked to come.", schema_ref("Seat"))},
       {"attendance", list("Who came; empty until it is recorded.", schema_ref("Attendance"))},
       {"quorum", schema_ref("MeetingQuorum")},
       {"saidQuorate", yes_or_no("What was said of the quorum when the meeting ended, if anything was."), false},
       {"endedOn", day("The day it ended."), false},
       {"cancelledBecause", text("Why it is not held."), false}});
}

}  // namespace

void add_meeting_schemas(json::object& schemas) {
  schemas["MeetingEntry"] = meeting_entry(schemas.at("Entry").as_object());
  schemas["MeetingRecommendation"] = recommendation(schemas.at("ItemRecommended").as_object());
  schemas["MeetingConflict"] = conflict();
  schemas["MeetingItem"] = item();
  schemas["MeetingQuorum"] = quorum();
  schemas["Meeting"] = meeting();
  schemas["MeetingList"] =
      object_of("One page.", {{"meetings", list("In the order asked for.", schema_ref("Meeting"))},
                              {"nextPageToken", text("The page that follows; empty at the end.")}});
  schemas["MeetingEntryList"] =
      object_of("One page.", {{"entries", list("Oldest first.", schema_ref("MeetingEntry"))},
                              {"nextPageToken", text("The page that follows; empty at the end.")}});
  schemas["CaseFollows"] =
      object_of("What would follow in one case.",
                {{"case", text_like("The case.", reference_pattern)},
                 {"entry", schema_ref("Entry", "The entry that the case would get.")},
                 {"clocks", list("What would change, clock by clock.", schema_ref("ClockChange"))}});
  schemas["MeetingPreview"] = object_of("What an entry of a meeting would do. Nothing is stored.",
                                        {{"entry", schema_ref("MeetingEntry", "The entry as it would stand.")},
                                         {"meeting", schema_ref("Meeting", "The meeting after it.")},
                                         {"cases", list("What would follow in cases.", schema_ref("CaseFollows"))}});
}

}  // namespace reviewd::openapi
