#include "reviewd/api/openapi/openapi_messages.hpp"

#include <boost/json/array.hpp>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/api/openapi/openapi_comments.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;
using review::v1::FieldRules;

constexpr int longest_code = 100;

bool is_entry(const pb::Descriptor& message) { return &message == review::v1::Entry::descriptor(); }

void add_enum(json::object& schemas, const pb::EnumDescriptor& type) {
  if (schemas.contains(type.name())) return;
  json::array names;
  json::array choices;
  for (int i = 0; i < type.value_count(); ++i) {
    const auto& value = *type.value(i);
    if (value.number() == 0) continue;
    const auto name = review::short_name(value);
    names.push_back(json::string(name));
    choices.push_back(
        json::object{{"value", name}, {"label", review::choice_label(value)}, {"description", comment_of(value)}});
  }
  schemas[type.name()] = json::object{
      {"type", "string"}, {"description", comment_of(type)}, {"enum", std::move(names)}, {"x-choices", choices}};
}

json::object string_schema(const FieldRules& rules) {
  json::object out{{"type", "string"}};
  switch (rules.form()) {
    case review::v1::DATE:
      out["format"] = "date";
      break;
    case review::v1::PARTIAL_DATE:
      out["pattern"] = partial_date_pattern;
      break;
    case review::v1::INSTANT:
      out["format"] = "date-time";
      break;
    case review::v1::ID:
      out["pattern"] = rules.collection().empty() ? std::string(reference_pattern)
                                                  : "^(" + rules.collection() + "/)?[a-z0-9][a-z0-9-]{0,39}$";
      break;
    case review::v1::KIND:
      out["pattern"] = kind_pattern;
      break;
    case review::v1::BODY:
      out["pattern"] = body_pattern;
      break;
    case review::v1::CODE:
      out["maxLength"] = longest_code;
      break;
    default:
      break;
  }
  const bool shaped = out.contains("format") || out.contains("pattern");
  if (rules.required() && !shaped) out["minLength"] = 1;
  return out;
}

json::object number_schema(const FieldRules& rules, Travels travels) {
  json::object out{{"type", "integer"}, {"format", "int32"}};
  if (travels == Travels::both_ways) out["minimum"] = 0;
  if (rules.most() > 0) out["maximum"] = rules.most();
  return out;
}

/// One value of the field, without what the field is called.
json::object value_schema(const pb::FieldDescriptor& field, Travels travels) {
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return schema_ref(field.message_type()->name());
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return schema_ref(field.enum_type()->name());
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return {{"type", "boolean"}};
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return number_schema(review::rules_of(field), travels);
    default:
      return string_schema(review::rules_of(field));
  }
}

std::string description(const pb::FieldDescriptor& field) {
  std::string says = comment_of(field);
  const auto& hint = review::rules_of(field).hint();
  if (!hint.empty()) says += (says.empty() ? "" : " ") + hint + (hint.back() == '.' ? "" : ".");
  return says;
}

json::object field_schema(const pb::FieldDescriptor& field, Travels travels) {
  const auto& rules = review::rules_of(field);
  json::object out = value_schema(field, travels);
  if (field.is_repeated()) {
    out = json::object{{"type", "array"}, {"items", std::move(out)}};
    if (rules.required()) out["minItems"] = 1;
  }
  if (!rules.label().empty()) out["title"] = rules.label();
  if (const auto says = description(field); !says.empty()) out["description"] = says;
  if (rules.from_server()) out["readOnly"] = true;
  if (rules.personal()) out["x-personal"] = true;
  if (rules.may_be_ahead()) out["x-may-be-ahead"] = true;
  if (!rules.cites().empty()) out["x-cites"] = rules.cites();
  return out;
}

void add_kind_rules(json::object& schema, const pb::Descriptor& message) {
  const auto& rules = message.options().GetExtension(review::v1::kind);
  if (rules.label().empty()) return;
  schema["title"] = rules.label();
  schema["x-decision"] = rules.decision();
  schema["x-opens-case"] = rules.opens_case();
  if (!rules.cites().empty()) schema["x-cites"] = rules.cites();
  if (rules.reasoned_by().empty()) return;
  json::array fields;
  for (const auto& name : rules.reasoned_by()) fields.push_back(json::string(review::camel(name)));
  schema["x-reasoned-by"] = std::move(fields);
}

json::array one_kind() {
  json::array choices;
  for (const auto& kind : review::kinds()) {
    choices.push_back(json::object{{"title", kind.label}, {"required", json::array{json::string(kind.json)}}});
  }
  return choices;
}

}  // namespace

void add_message(json::object& schemas, const pb::Descriptor& message, Travels travels) {
  if (schemas.contains(message.name())) return;
  schemas[message.name()] = nullptr;
  json::object schema{{"type", "object"}, {"description", comment_of(message)}};
  add_kind_rules(schema, message);
  json::object properties;
  json::array required;
  for (int i = 0; i < message.field_count(); ++i) {
    const auto& field = *message.field(i);
    properties[field.json_name()] = field_schema(field, travels);
    if (review::rules_of(field).required()) required.push_back(json::string(field.json_name()));
    if (field.message_type() != nullptr) add_message(schemas, *field.message_type(), travels);
    if (field.enum_type() != nullptr) add_enum(schemas, *field.enum_type());
  }
  schema["properties"] = std::move(properties);
  if (!required.empty()) schema["required"] = std::move(required);
  if (is_entry(message)) schema["oneOf"] = one_kind();
  schema["additionalProperties"] = false;
  schemas[message.name()] = std::move(schema);
}

}  // namespace reviewd::openapi
