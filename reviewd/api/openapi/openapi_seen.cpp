#include "libreview/access/role.hpp"
#include "libreview/registers/glass.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object ground() {
  std::vector<std::string_view> names(review::glass_grounds().begin(), review::glass_grounds().end());
  return one_of("The ground on which the case was opened.", names);
}

}  // namespace

void add_seen_schemas(json::object& schemas) {
  std::vector<std::string_view> roles;
  for (const auto each : review::roles()) roles.push_back(review::role_name(each));
  schemas["Read"] =
      object_of("Somebody saw something of a case.",
                {{"time", instant("When.")},
                 {"person", text_like("Who, for example people/a-coordinator.", reference_pattern)},
                 {"role", one_of("As what.", roles)},
                 {"what", text("What: case, entries, clocks, list, preview, export, document, search and so on.")},
                 {"glass", text("By which broken glass; absent where the person saw the case anyway."), false}});
  schemas["ReadList"] = object_of("Who has seen what.", {{"reads", list("Newest first.", schema_ref("Read"))},
                                                         {"nextPageToken", text("Empty at the end.")}});
  schemas["GlassWish"] = object_of("A case to be opened in an emergency.",
                                   {{"ground", ground()}, {"reasons", text("Why, in at least 20 characters.")}});
  schemas["Glass"] = object_of("A case that was opened in an emergency.",
                               {{"glass", text("Its id.")},
                                {"person", text_like("Who opened it.", reference_pattern)},
                                {"case", text_like("The case, as it was asked for.", reference_pattern)},
                                {"ground", ground()},
                                {"reasons", text("Why.")},
                                {"begun", instant("Since when.")},
                                {"ends", instant("Until when.")},
                                {"reviewedBy", text_like("Who looked at it.", reference_pattern), false},
                                {"reviewed", instant("When somebody looked at it."), false},
                                {"finding", text("What was found."), false},
                                {"mail",
                                 one_of("How the mail stands that tells information governance of it; absent where "
                                        "none could be sent.",
                                        {"WAITING", "DELIVERED", "FAILED"}),
                                 false}});
  schemas["GlassList"] =
      object_of("What was opened so.", {{"glass", list("Newest first.", schema_ref("Glass"))},
                                        {"nextPageToken", text("Always empty: there is one page.")}});
  schemas["GlassFinding"] = object_of("What was found.", {{"finding", text("Whether it was justified, and why.")}});
}

}  // namespace reviewd::openapi
