#include "reviewd/api/openapi/openapi.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "reviewd/api/openapi/openapi_operations.hpp"
#include "reviewd/api/openapi/openapi_parameters.hpp"
#include "reviewd/api/openapi/openapi_problems.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::string_view description =
    "The record of child safeguarding practice reviews: cases, what happened to them, and the clocks that follow. "
    "A case is the list of its entries; everything else is computed from it.\n\n"
    "Dates are London days, instants RFC 3339 in UTC. Unknown fields and unknown query parameters are refused. Leave a "
    "field out instead of sending null. Every answer to GET is given to HEAD too, without its body. Answers are not "
    "to be cached.\n\n"
    "Where an embargo keeps from whoever asks who somebody is, `[under embargo]` stands in free text in place of "
    "names, "
    "days of birth, addresses, schools and NHS numbers that the case holds.\n\n"
    "A field with `x-personal` says something about a person and is stored apart. `x-roles` lists the roles that may "
    "ask, `x-codes` the codes that a refusal of that status may carry, `x-choices` what people call the choices.";

json::object info() {
  return {{"title", "Child safeguarding practice reviews"}, {"version", "v1"}, {"description", description}};
}

json::object components() {
  return {{"schemas", openapi::schemas()},
          {"responses", openapi::problem_responses()},
          {"headers", openapi::answer_headers()},
          {"securitySchemes",
           json::object{
               {"token",
                json::object{
                    {"type", "http"},
                    {"scheme", "bearer"},
                    {"bearerFormat", "rvw_"},
                    {"description",
                     "An access token: `Authorization: Bearer rvw_…`. In a store that is no practice store, one that "
                     "another person made takes no part in what takes two people: `second-person-required`."}}}}}};
}

}  // namespace

std::string openapi_document() {
  const json::object document{
      {"openapi", "3.1.0"},
      {"info", info()},
      {"servers", json::array{json::object{{"url", "/"}, {"description", "The service that gives this document"}}}},
      {"security", json::array{json::object{{"token", json::array()}}}},
      {"tags", openapi::tags()},
      {"paths", openapi::paths()},
      {"webhooks", openapi::webhooks()},
      {"components", components()}};
  return json::serialize(document);
}

}  // namespace reviewd
