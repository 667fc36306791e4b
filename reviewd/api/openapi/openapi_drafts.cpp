#include <fmt/format.h>

#include "libreview/registers/drafts.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object values() {
  return {{"type", "object"},
          {"additionalProperties", json::object{{"type", "array"}, {"items", json::object{{"type", "string"}}}}},
          {"description",
           "What was typed, by the path of its field, for example noteAdded.text; and under takesUp the referral that "
           "a new case "
           "takes up."}};
}

std::vector<Member> members() {
  return {
      {"draft", text_like("Its id.", reference_pattern)},
      {"kind", text_like("The kind of entry that it will be.", kind_pattern)},
      {"case", text_like("The case; absent for an entry that opens one.", reference_pattern), false},
      {"created", instant("When it was begun.")},
      {"changed", instant("When it was last changed.")},
      {"expires", instant(fmt::format("When it is deleted: {} days after it was begun.", review::draft_life.count()))},
      {"became", text_like("The case that it was recorded in; absent while it is open.", reference_pattern), false}};
}

}  // namespace

void add_draft_schemas(json::object& schemas) {
  schemas["DraftWish"] =
      object_of("A draft to be begun.",
                {{"kind", text_like("The kind of entry that it will be.", kind_pattern)},
                 {"case", text_like("The case; absent for an entry that opens one.", reference_pattern), false},
                 {"values", values(), false}});
  schemas["DraftChange"] =
      object_of("What becomes of a draft: other values, or the case that it was recorded in.",
                {{"values", values(), false},
                 {"became", text_like("The case that it was recorded in. The values go.", reference_pattern), false}});
  auto all = members();
  all.push_back({"values", values()});
  schemas["Draft"] = object_of("What somebody began to write and has not recorded. Its writer alone sees it.", all);
  schemas["DraftHead"] = object_of("A draft without what was typed.", members());
  schemas["DraftList"] =
      object_of("The writer's open drafts.", {{"drafts", list("The one changed last first.", schema_ref("DraftHead"))},
                                              {"nextPageToken", text("Always empty: there is one page.")}});
}

}  // namespace reviewd::openapi
