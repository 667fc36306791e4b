#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

/// What a row says, as `ChronologyRow` of the schema.
std::vector<Member> chronology_row_members() {
  return {{"on", text_like("When it was, or began.", partial_date_pattern)},
          {"until", text_like("The last day of what took longer.", partial_date_pattern), false},
          {"at", text("The time of day."), false},
          {"written", text("As the table says the day."), false},
          {"about", yes_or_no("The day is not exact."), false},
          {"what", text("What happened."), false},
          {"sort", text("What sort of contact it was."), false},
          {"source", text("Where it is recorded."), false},
          {"childSeen", one_of("Whether the child was seen.", {"YES", "NO", "NOT_KNOWN"}), false},
          {"voice", text("What the child said, or showed."), false},
          {"analysis", text("What the agency makes of it."), false},
          {"remarks", text("What else the table says."), false},
          {"row", whole_number("Its number in the table."), false}};
}

json::object chronology() {
  auto source =
      object_of("A chronology of an agency, or the lines of its summary.",
                {{"agency", text_like("Whose.", reference_pattern)},
                 {"entry", text_like("The entry.", reference_pattern)},
                 {"occurredOn", day("When it came.")},
                 {"rows", whole_number("Its rows.")},
                 {"document", text_like("The document that it was read from.", reference_pattern), false},
                 {"replacedBy", text_like("The later entry that counts instead.", reference_pattern), false}});
  auto members = chronology_row_members();
  members.insert(members.end(), {{"line", whole_number("Its number among all lines, from 1.")},
                                 {"agency", text_like("Whose.", reference_pattern)},
                                 {"entry", text_like("The entry that tells it.", reference_pattern)},
                                 {"when", text("When it was, in words.")}});
  auto line = object_of("A line.", std::move(members));
  auto flag = object_of("Something to look at. It decides nothing.",
                        {{"flag", one_of("Of which sort.", {"gap", "other-day", "other-time", "told-differently",
                                                            "before-birth", "after-death", "not-compared"})},
                         {"title", text("The same for people.")},
                         {"says", text("What it is.")},
                         {"lines", list("The numbers of its lines.", whole_number("A number."))},
                         {"sharedWords", list("The words by which two lines look like one event.", text("A word."))}});
  return object_of("What agencies told, merged by day.",
                   {{"case", text_like("The case.", reference_pattern)},
                    {"gapDays", whole_number("A longer time is told as a gap. It is a choice.")},
                    {"clashDays", whole_number("So far may the days of one event lie apart.")},
                    {"sameEventPercent", whole_number("So like look two lines like one event.")},
                    {"sources", list("What came from agencies, in the order of the record.", std::move(source))},
                    {"lines", list("By day.", std::move(line))},
                    {"flags", list("What to look at.", std::move(flag))}});
}

}  // namespace

void add_chronology_schemas(json::object& schemas) {
  schemas["Chronology"] = chronology();
  schemas["ChronologyForm"] =
      object_of("An agency's chronology.",
                {{"file", json::object{{"type", "string"},
                                       {"contentMediaType", "application/octet-stream"},
                                       {"description", "An Excel file (.xlsx) or a CSV file, at most 10 MB."}}},
                 {"agency", text_like("Whose it is.", reference_pattern)},
                 {"document", text_like("Where the table itself is filed in the case.", reference_pattern), false},
                 {"mapping", text("A mapping (TOML); guessed if absent."), false}});
  schemas["ChronologyTableSent"] =
      object_of("A table that was read. It is kept in memory for some hours, for who sent it.",
                {{"table", text_like("Its name here.", reference_pattern)},
                 {"case", text_like("The case.", reference_pattern)},
                 {"agency", text_like("Whose it is.", reference_pattern)}});
  auto of_past = schemas["PastFile"].as_object()["properties"].as_object();
  schemas["ChronologyTable"] =
      object_of("A table as it would be recorded.",
                {{"table", text_like("Its name here.", reference_pattern)},
                 {"case", text_like("The case.", reference_pattern)},
                 {"agency", text_like("Whose it is.", reference_pattern)},
                 {"document", text_like("Where the table itself is filed.", reference_pattern), false},
                 {"digest", of_past["digest"].as_object()},
                 {"sheets", of_past["sheets"].as_object()},
                 {"fields", of_past["fields"].as_object()},
                 {"mapping", of_past["mapping"].as_object()},
                 {"good", yes_or_no("Nothing has to be mended.")},
                 {"rows", list("Each row as it would be recorded.", schema_ref("ChronologyRow"))},
                 {"findings", schemas["PastReport"].as_object()["properties"].as_object()["findings"].as_object()}});
  schemas["ChronologyMapping"] = object_of("Which column is which.", {{"mapping", text("The mapping (TOML).")}});
}

}  // namespace reviewd::openapi
