#include "tools/reviewctl/read_answer.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <string>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;
using review::Result;

tl::unexpected<review::Refusal> wrong(const pb::FieldDescriptor& field) {
  return review::refuse(review::Code::wrong_type,
                        fmt::format("The service sent a {} that cannot be read.", field.json_name()));
}

/// `people/ann` is `ann` in a message.
std::string text_of(const json::value& from, const pb::FieldDescriptor& field) {
  std::string text(from.get_string());
  if (review::rules_of(field).collection().empty()) return text;
  return review::bare_reference(text).value_or(text);
}

Result<void> read_repeated(const json::value& from, pb::Message& into, const pb::FieldDescriptor& field) {
  const auto* list = from.if_array();
  if (list == nullptr) return wrong(field);
  const auto& reflection = *into.GetReflection();
  for (const auto& value : *list) {
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (auto read = read_answer(value, *reflection.AddMessage(&into, &field)); !read) return read;
      continue;
    }
    if (!value.is_string()) return wrong(field);
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
      const auto* choice = review::find_value(*field.enum_type(), std::string_view(value.get_string()));
      if (choice == nullptr) return wrong(field);
      reflection.AddEnum(&into, &field, choice);
    } else {
      reflection.AddString(&into, &field, text_of(value, field));
    }
  }
  return {};
}

Result<void> read_one(const json::value& from, pb::Message& into, const pb::FieldDescriptor& field) {
  const auto& reflection = *into.GetReflection();
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return read_answer(from, *reflection.MutableMessage(&into, &field));
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      if (!from.is_bool()) return wrong(field);
      reflection.SetBool(&into, &field, from.get_bool());
      return {};
    case pb::FieldDescriptor::CPPTYPE_INT32:
      if (!from.is_int64()) return wrong(field);
      reflection.SetInt32(&into, &field, static_cast<std::int32_t>(from.get_int64()));
      return {};
    case pb::FieldDescriptor::CPPTYPE_ENUM: {
      const auto* choice =
          from.is_string() ? review::find_value(*field.enum_type(), std::string_view(from.get_string())) : nullptr;
      if (choice == nullptr) return wrong(field);
      reflection.SetEnum(&into, &field, choice);
      return {};
    }
    default:
      if (!from.is_string()) return wrong(field);
      reflection.SetString(&into, &field, text_of(from, field));
      return {};
  }
}

}  // namespace

Result<void> read_answer(const json::value& from, pb::Message& into) {
  const auto* object = from.if_object();
  if (object == nullptr) return review::refuse(review::Code::wrong_type, "The service did not send an object.");
  const auto& type = *into.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    const auto* value = object->if_contains(field.json_name());
    if (value == nullptr) continue;
    auto read = field.is_repeated() ? read_repeated(*value, into, field) : read_one(*value, into, field);
    if (!read) return read;
  }
  return {};
}

}  // namespace reviewctl
