#include <boost/json/array.hpp>
#include <initializer_list>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object reference() {
  auto out = text_like("The programme that it belongs to. The server gives it.", reference_pattern);
  out["readOnly"] = true;
  return out;
}

/// A schema of cases with the programme in place of the case.
json::object of_programme(const json::object& schema) {
  auto out = schema;
  auto& properties = out["properties"].as_object();
  properties.erase("case");
  properties["programme"] = reference();
  return out;
}

/// An entry as cases have them, with the kinds of programmes.
json::object programme_entry(const json::object& entry) {
  auto out = of_programme(entry);
  out["description"] = "An entry of a programme: what is recorded of one.";
  auto& properties = out["properties"].as_object();
  json::array choices;
  for (const auto& kind : review::every_kind()) {
    if (!kind.is_of("programme")) {
      properties.erase(kind.json);
      continue;
    }
    choices.push_back(json::object{{"title", kind.label}, {"required", json::array{json::string(kind.json)}}});
  }
  out["oneOf"] = std::move(choices);
  auto version = properties["caseVersion"];
  version.as_object()["title"] = "Programme version";
  version.as_object()["description"] = "The programme's version after this entry. The server gives it.";
  properties.erase("caseVersion");
  properties["programmeVersion"] = std::move(version);
  properties["entryCorrected"] = schema_ref("ProgrammeEntryCorrected", "Another entry takes the place of one.");
  return out;
}

json::object corrected(const json::object& schema) {
  auto out = schema;
  out["properties"].as_object()["replacement"] =
      schema_ref("ProgrammeEntry", "The whole entry as it should have been, of the same kind.");
  return out;
}

json::object hidden(const json::object& schema) {
  auto out = of_programme(schema);
  auto& properties = out["properties"].as_object();
  properties.erase("caseVersion");
  properties["programmeVersion"] = whole_number("The programme's version after it.");
  out["required"] = json::array{"entry", "programme", "recordedTime", "recordedBy", "hidden"};
  return out;
}

/// A schema in which these members are clocks of programmes.
json::object with_clocks_of_programmes(const json::object& schema, std::initializer_list<const char*> members) {
  auto out = schema;
  for (const auto* name : members) {
    auto& member = out["properties"].as_object()[name].as_object();
    auto& clock = member.contains("items") ? member["items"].as_object() : member;
    clock["$ref"] = "#/components/schemas/ProgrammeClock";
  }
  return out;
}

json::object page_of(std::string_view member, json::object item) {
  return object_of("One page.", {{std::string(member), list("In the order asked for.", std::move(item))},
                                 {"nextPageToken", text("The page that follows; empty at the end.")}});
}

}  // namespace

void add_programme_schemas(json::object& schemas) {
  schemas["ProgrammeEntry"] = programme_entry(schemas.at("Entry").as_object());
  schemas["ProgrammeEntryCorrected"] = corrected(schemas.at("EntryCorrected").as_object());
  schemas["HiddenProgrammeEntry"] = hidden(schemas.at("HiddenEntry").as_object());
  schemas["ShownProgrammeEntry"] =
      json::object{{"description",
                    "An entry as a reader gets it. A field that was erased is absent, also where a request needs it."},
                   {"anyOf", json::array{schema_ref("ProgrammeEntry"), schema_ref("HiddenProgrammeEntry")}}};
  schemas["ProgrammeClock"] = of_programme(schemas.at("Clock").as_object());
  schemas["Programme"] = with_clocks_of_programmes(schemas.at("Programme").as_object(), {"clocks"});
  schemas["ProgrammeClockChange"] =
      with_clocks_of_programmes(schemas.at("ClockChange").as_object(), {"before", "after"});
  schemas["ProgrammeClockList"] = page_of("clocks", schema_ref("ProgrammeClock"));
  schemas["ProgrammeList"] = page_of("programmes", schema_ref("Programme"));
  schemas["ProgrammeEntryList"] =
      object_of("One page.", {{"entries", list("In the order asked for.", schema_ref("ShownProgrammeEntry"))},
                              {"totalSize", whole_number("How many there are on all pages, for this reader.")},
                              {"nextPageToken", text("The page that follows; empty at the end.")}});
  schemas["ProgrammePreview"] =
      object_of("What an entry of a programme would do. Nothing is stored.",
                {{"entry", schema_ref("ProgrammeEntry", "The entry as it would stand.")},
                 {"programme", schema_ref("Programme",
                                          "The programme after it. Its reference is absent where the entry opens "
                                          "it.")},
                 {"clocks", list("What would change, clock by clock.", schema_ref("ProgrammeClockChange"))}});
}

}  // namespace reviewd::openapi
