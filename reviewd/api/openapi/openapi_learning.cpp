#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object named(std::string_view says) { return text_like(says, "^[a-z0-9][a-z0-9-]{0,39}$"); }

void add_findings(json::object& schemas) {
  schemas["FindingBearing"] = object_of("Another finding, and how one bears on the other.",
                                        {{"case", named("Its case; absent where it is of a programme."), false},
                                         {"programme", named("Its programme; absent where it is of a case."), false},
                                         {"finding", named("The finding.")},
                                         {"bearing", schema_ref("Bearing")}});
  schemas["FoundFinding"] = object_of(
      "Something that was learned.",
      {{"case", named("The case; absent where it is of a programme."), false},
       {"programme", named("The programme; absent where it is of a case."), false},
       {"finding", named("The finding.")},
       {"entry", text_like("The entry that holds it.", reference_pattern)},
       {"found", text("What was found; without what is kept from the reader."), false},
       {"why", text("Why it happened."), false},
       {"themes", list("Its themes.", named("A theme."))},
       {"source", schema_ref("AssuranceSource"), false},
       {"foundOn", text_like("When, as far as known; the first day of a period.", partial_date_pattern)},
       {"foundUntil", text_like("The end of a period.", partial_date_pattern), false},
       {"agencies", list("The agencies that it concerns.", text_like("An agency.", body_pattern))},
       {"bearsOn", list("What it confirms, contradicts or came too early for.", schema_ref("FindingBearing"))},
       {"borneOnBy", list("What confirms or contradicts it, or came too early for it, where the reader sees "
                          "that.",
                          schema_ref("FindingBearing"))}});
  schemas["FindingList"] = object_of("Findings over all cases that the reader sees.",
                                     {{"findings", list("Newest first.", schema_ref("FoundFinding"))},
                                      {"nextPageToken", text("The page that follows; empty at the end.")}});
}

void add_suggestions(json::object& schemas) {
  schemas["ThemeWish"] = object_of("A text. In a body, because it may say who somebody is.",
                                   {{"text", text("What was found, and why. It is not kept.")}});
  schemas["SuggestedTheme"] =
      object_of("A theme that a text may be about.", {{"theme", named("The theme.")},
                                                      {"title", text("What people call it.")},
                                                      {"sentence", text("What it is about.")},
                                                      {"list", text("What its list is called.")},
                                                      {"words", texts("The words of the text that made it.")}});
  schemas["ThemeSuggestions"] =
      object_of("What the words of a text suggest.", {{"themes", list("Best first.", schema_ref("SuggestedTheme"))}});
}

}  // namespace

void add_learning_schemas(json::object& schemas) {
  add_findings(schemas);
  add_suggestions(schemas);
}

}  // namespace reviewd::openapi
