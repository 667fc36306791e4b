#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/api/openapi/openapi.hpp"
#include "tests/http/openapi_support.hpp"

namespace {

namespace json = boost::json;
namespace pb = google::protobuf;
using openapi_test::schemas;

std::string text_at(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::set<std::string> texts(const json::value* list) {
  std::set<std::string> all;
  if (list == nullptr) return all;
  for (const auto& one : list->as_array()) all.emplace(one.as_string());
  return all;
}

const json::object& property(const json::object& schema, const pb::FieldDescriptor& field) {
  const auto* found = schema.at("properties").as_object().if_contains(field.json_name());
  REQUIRE(found != nullptr);
  return found->as_object();
}

void check_field(const json::object& schema, const pb::FieldDescriptor& field) {
  INFO(field.full_name());
  const auto& rules = review::rules_of(field);
  const auto& described = property(schema, field);
  CHECK(text_at(described, "title") == rules.label());
  CHECK_FALSE(text_at(described, "description").empty());
  CHECK(described.contains("readOnly") == rules.from_server());
  CHECK(described.contains("x-personal") == rules.personal());
  CHECK((text_at(described, "type") == "array") == field.is_repeated());
  CHECK(texts(schema.if_contains("required")).contains(field.json_name()) == rules.required());
  if (field.enum_type() != nullptr) {
    const auto& names = schemas().at(field.enum_type()->name()).at("enum");
    CHECK(names.as_array().size() + 1 == static_cast<std::size_t>(field.enum_type()->value_count()));
    for (const auto& name : texts(&names)) CHECK(review::find_value(*field.enum_type(), name) != nullptr);
  }
}

void check_message(const pb::Descriptor& message) {
  const auto& schema = schemas().at(message.name()).as_object();
  INFO(message.name());
  CHECK_FALSE(text_at(schema, "description").empty());
  CHECK(schema.at("additionalProperties") == json::value(false));
  CHECK(schema.at("properties").as_object().size() == static_cast<std::size_t>(message.field_count()));
  for (int i = 0; i < message.field_count(); ++i) check_field(schema, *message.field(i));
}

TEST_CASE("The document is one strict JSON text, the same each time", "[unit][openapi]") {
  const auto text = reviewd::openapi_document();
  CHECK(review::parse_json(text).has_value());
  CHECK(text == reviewd::openapi_document());
}

TEST_CASE("Every message of the document has all its fields as the vocabulary describes them", "[unit][openapi]") {
  int seen = 0;
  for (const auto& [name, schema] : schemas()) {
    const auto* message = pb::DescriptorPool::generated_pool()->FindMessageTypeByName("review.v1." + std::string(name));
    if (message == nullptr) continue;
    check_message(*message);
    ++seen;
  }
  CHECK(seen > static_cast<int>(review::kinds().size()));
  for (const char* name : {"Entry", "Case", "Clock", "ClockChange", "Timetable", "Child"})
    CHECK(schemas().contains(name));
}

TEST_CASE("Every kind of entry is in the document, and an entry has exactly one", "[unit][openapi]") {
  const auto& entry = schemas().at("Entry").as_object();
  std::set<std::string> choices;
  for (const auto& choice : entry.at("oneOf").as_array()) {
    const auto required = texts(&choice.at("required"));
    CHECK(required.size() == 1);
    choices.insert(required.begin(), required.end());
  }
  CHECK(choices.size() == review::kinds().size());
  for (const auto& kind : review::kinds()) {
    INFO(kind.name);
    CHECK(choices.contains(kind.json));
    CHECK(text_at(property(entry, *kind.field), "$ref") ==
          "#/components/schemas/" + kind.field->message_type()->name());
    const auto& schema = schemas().at(kind.field->message_type()->name()).as_object();
    CHECK(schema.at("x-decision") == json::value(kind.decision));
    CHECK(schema.at("x-opens-case") == json::value(kind.opens_case));
  }
}

TEST_CASE("No personal field is shown as an example", "[unit][openapi]") {
  openapi_test::each_object(schemas(), "", [](const json::object& object, const std::string& at) {
    INFO(at);
    if (object.contains("x-personal")) CHECK_FALSE(object.contains("example"));
  });
}

}  // namespace
