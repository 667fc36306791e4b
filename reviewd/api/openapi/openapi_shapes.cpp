#include "reviewd/api/openapi/openapi_shapes.hpp"

#include <boost/json/array.hpp>

namespace reviewd::openapi {

namespace json = boost::json;

json::object text(std::string_view says) { return {{"type", "string"}, {"description", says}}; }

json::object text_like(std::string_view says, std::string_view pattern) {
  return {{"type", "string"}, {"pattern", pattern}, {"description", says}};
}

json::object whole_number(std::string_view says) { return {{"type", "integer"}, {"description", says}}; }

json::object count(std::string_view says, int least) {
  auto number = whole_number(says);
  number["minimum"] = least;
  return number;
}

json::object yes_or_no(std::string_view says) { return {{"type", "boolean"}, {"description", says}}; }

json::object day(std::string_view says) { return {{"type", "string"}, {"format", "date"}, {"description", says}}; }

json::object instant(std::string_view says) {
  return {{"type", "string"}, {"format", "date-time"}, {"description", says}};
}

json::object one_of(std::string_view says, const std::vector<std::string_view>& names) {
  json::array choices;
  for (const auto name : names) choices.push_back(json::string(name));
  return {{"type", "string"}, {"enum", choices}, {"description", says}};
}

json::object list(std::string_view says, json::object items) {
  return {{"type", "array"}, {"items", std::move(items)}, {"description", says}};
}

json::object texts(std::string_view says) { return list(says, json::object{{"type", "string"}}); }

json::object schema_ref(std::string_view name, std::string_view says) {
  json::object out{{"$ref", "#/components/schemas/" + std::string(name)}};
  if (!says.empty()) out["description"] = says;
  return out;
}

json::object object_of(std::string_view says, std::vector<Member> members) {
  json::object properties;
  json::array always;
  for (auto& member : members) {
    if (member.always) always.push_back(json::string(member.name));
    properties[member.name] = std::move(member.schema);
  }
  json::object out{{"type", "object"}, {"description", says}, {"properties", std::move(properties)}};
  if (!always.empty()) out["required"] = std::move(always);
  out["additionalProperties"] = false;
  return out;
}

}  // namespace reviewd::openapi
