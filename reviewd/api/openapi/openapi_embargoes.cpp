#include "libreview/access/role.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {

void add_embargo_schemas(boost::json::object& schemas) {
  std::vector<std::string_view> roles;
  for (const auto each : review::roles()) roles.push_back(review::role_name(each));
  schemas["HeldProceedings"] = object_of("Proceedings that an embargo hangs on.",
                                         {{"proceedings", text_like("The proceedings.", reference_pattern)},
                                          {"kind", text_like("Their kind, for example CRIMINAL.", "^[A-Z_]+$")},
                                          {"open", yes_or_no("They are open.")}});
  schemas["HeldReport"] =
      object_of("An embargo, and how long it has held.",
                {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
                 {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
                 {"pseudonyms", list("What its children are called.", text("A pseudonym."))},
                 {"embargo", text_like("The embargo.", reference_pattern)},
                 {"covers", list("What it covers.", one_of("One thing.", {"REPORT", "DOCUMENT", "IDENTIFYING_FACTS"}))},
                 {"proceedings", list("Why: the proceedings it hangs on.", schema_ref("HeldProceedings"))},
                 {"since", day("Since when.")},
                 {"reviewOn", day("The day that it is to be looked at by.")},
                 {"overdue", yes_or_no("That day is over, and it holds on.")},
                 {"lifted", yes_or_no("It is lifted.")},
                 {"liftWaitsForYou", yes_or_no("Somebody else proposed to lift it, and the reader may agree.")},
                 {"liftedOn", day("When it was lifted."), false},
                 {"daysHeld", whole_number("Calendar days that it has held, or held."), false},
                 {"workingDaysHeld",
                  whole_number("The same in working days; absent where the calendar does not reach."), false}});
  schemas["EmbargoList"] = object_of("How long reports are held, and why.",
                                     {{"embargoes", list("Longest first.", schema_ref("HeldReport"))},
                                      {"nextPageToken", text("Of the next page; empty at the end.")}});
  schemas["EmbargoRead"] = object_of(
      "Somebody read something that an embargo covers.",
      {{"time", instant("When.")},
       {"person", text_like("Who.", reference_pattern)},
       {"role", one_of("As what.", roles)},
       {"document", text_like("The document of which a copy was given out; absent for an update.", reference_pattern),
        false}});
  schemas["EmbargoReadList"] = object_of("Who has read what an embargo covers.",
                                         {{"reads", list("Newest first.", schema_ref("EmbargoRead"))},
                                          {"nextPageToken", text("Of the next page; empty at the end.")}});
  schemas["EmbargoReader"] = object_of(
      "Somebody who read something that an embargo covers, however often.",
      {{"person", text_like("Who.", reference_pattern)},
       {"times", whole_number("How often.")},
       {"first", instant("When first.")},
       {"last", instant("When last.")},
       {"document", text_like("The document of which a copy was given out; absent for updates.", reference_pattern),
        false}});
  schemas["EmbargoReaderList"] =
      object_of("Who has read what an embargo covers, each reader and thing once.",
                {{"readers", list("Whoever began to read last comes first.", schema_ref("EmbargoReader"))},
                 {"nextPageToken", text("Of the next page; empty at the end.")}});
}

}  // namespace reviewd::openapi
