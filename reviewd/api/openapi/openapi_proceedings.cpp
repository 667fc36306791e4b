#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object reference(std::string_view says) { return text_like(says, reference_pattern); }

void add_forecast(json::object& schemas) {
  schemas["Dependency"] = object_of(
      "Something that comes before a report can be published.",
      {{"kind", one_of("What it is.", {"PROCEEDINGS", "APPEAL", "COURT_ORDER", "EMBARGO", "ACCEPTANCE", "PREPARATION",
                                       "ADVANCE_COPY", "ANOTHER_CASE"})},
       {"case", reference("Of which case; absent where it is one that the reader does not see."), false},
       {"name", text("The proceedings, order, embargo, review or step."), false},
       {"title", text("Of a step that is still to be done, as its clock has it."), false},
       {"day", day("The last day that it stands in the way, as far as anybody knows; absent where none is known."),
        false},
       {"why", text("What it is about, in words.")},
       {"holds", yes_or_no("Nothing is published while it stands.")},
       {"notBefore", yes_or_no("On the day somebody looks again: it may not be over then.")},
       {"slipped", schema_ref("SlipCount")}});
  schemas["Forecast"] = object_of(
      "The earliest day on which a report can be published, as far as what is recorded says. It promises nothing.",
      {{"review", reference("The review.")},
       {"day", day("The day; absent where something that holds has no day, or none can be worked out."), false},
       {"copyBy", day("The last day for the advance copy, where it has not gone out."), false},
       {"notComputed", text("Why no day is worked out although every day is known."), false},
       {"says", text("All that in words.")},
       {"dependsOn", list("What it depends on.", schema_ref("Dependency"))}});
}

void add_mapped(json::object& schemas) {
  schemas["SlipCount"] =
      object_of("How often a date slipped, and by how much.",
                {{"times", count("How often.")},
                 {"days", count("Calendar days in all; of several dates, those of the one that slipped most.")}});
  schemas["MappedProceedings"] =
      object_of("Proceedings on the map.",
                {{"proceedings", schema_ref("Proceedings")},
                 {"contact", text("Who is asked, where the reader may see it."), false},
                 {"advice", text("On whose advice they hold or do not hold, or why they were opened again."), false},
                 {"slipped", schema_ref("SlipCount", "Of any of their dates."), false},
                 {"endSlipped", schema_ref("SlipCount", "Of the expected end."), false},
                 {"stepsSlipped", list("Of each step, in the order of the steps.", schema_ref("SlipCount"))}});
  schemas["MappedOrder"] = object_of("A court order on the map.", {{"order", schema_ref("CourtOrder")},
                                                                   {"court", text("Which court."), false},
                                                                   {"kind", text("What kind of order."), false},
                                                                   {"binds", text("What it forbids."), false},
                                                                   {"advice",
                                                                    text("On whose advice it allows an "
                                                                         "anonymised report."),
                                                                    false}});
  schemas["MappedCase"] = object_of(
      "What holds the reports of one case.",
      {{"case", reference("The case.")},
       {"pseudonyms", list("What every output calls the children.", json::object{{"type", "string"}})},
       {"proceedings", list("Its proceedings.", schema_ref("MappedProceedings"))},
       {"courtOrders", list("Its court orders.", schema_ref("MappedOrder"))},
       {"embargoes", list("Its embargoes.", schema_ref("Embargo"))},
       {"warnings", list("What to mind before anything is published.", schema_ref("Warning"))},
       {"finding", one_of("What its proceedings found, together.", {"FOUND", "NOT_FOUND", "NOT_DECIDED"}), false}});
}

}  // namespace

void add_proceedings_schemas(json::object& schemas) {
  add_forecast(schemas);
  add_mapped(schemas);
  schemas["ProceedingsMap"] = object_of(
      "What holds the reports of a case and of those reviewed with it, and until when.",
      {{"case", reference("The case that was asked about.")},
       {"forecasts", list("For each review whose report is still to be published.", schema_ref("Forecast"))},
       {"holds", list("What holds publication today.", schema_ref("Hold"))},
       {"cases", list("The case itself, then those reviewed with it that the reader sees.", schema_ref("MappedCase"))},
       {"elsewhere", yes_or_no("A case of the review that the reader does not see holds publication.")},
       {"version", count("The version of the case, for If-Match.")},
       {"asOf", day("The day of the answer.")}});
}

}  // namespace reviewd::openapi
