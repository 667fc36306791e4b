#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object agency() {
  return object_of("What one agency was given of it, and what it says of it.",
                   {{"agency", text_like("The agency.", body_pattern)},
                    {"sharedOn", day("When it first got it."), false},
                    {"attended", count("How many of it came to events.")},
                    {"saidOn", day("When it last said how it was taken in."), false},
                    {"reached", count("How many people it reached there."), false},
                    {"read", count("How many read or opened it."), false},
                    {"answered", count("How many answered that they understood it, or what they will change."), false},
                    {"confirmed", yes_or_no("Somebody answered.")},
                    {"changes", text("What they will change."), false}});
}

json::object stop() {
  return object_of("Whom it could not be shared with as it stands.",
                   {{"audience", one_of("Agencies and groups, or everybody.", {"PARTNERSHIP", "PUBLIC"})},
                    {"code", text("The refusal that there would be.")},
                    {"says", text("What it would say.")}});
}

}  // namespace

void add_product_schemas(json::object& schemas) {
  auto section = object_of("What stands under one heading.", {{"section", text("The heading's id, as /v1/law has it.")},
                                                              {"title", text("The heading, as it reads.")},
                                                              {"text", text("What stands under it.")}});
  schemas["LearningProduct"] =
      object_of("A learning product in its newest version.",
                {{"case", text_like("The case or programme that it is of.", reference_pattern)},
                 {"product", schema_ref("Product")},
                 {"title", text("What it is called; absent where that was erased."), false},
                 {"address", text("Where it is kept, where it is more than its text."), false},
                 {"sections", list("In the order of its form.", std::move(section))},
                 {"agencies", list("Those that it was shared with, that came to an event, or that say how it was taken "
                                   "in.",
                                   agency())},
                 {"stops",
                  list("With whom whoever asks could not share it as it stands, and why. Of one product alone; "
                       "empty for who shares none.",
                       stop()),
                  false}});
  schemas["ProductList"] = object_of("Learning products over all records that the reader sees.",
                                     {{"products", list("Newest draft first.", schema_ref("LearningProduct"))},
                                      {"nextPageToken", text("The page that follows; empty at the end.")}});
}

}  // namespace reviewd::openapi
