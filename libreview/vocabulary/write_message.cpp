#include "libreview/vocabulary/write_message.hpp"

#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

struct Writer {
  Part part;
  EmptyLists lists;

  /// Empty lists are shown of the answer itself, not of what is inside it.
  [[nodiscard]] Writer inner() const { return {part, EmptyLists::left_out}; }

  [[nodiscard]] bool wants(const pb::FieldDescriptor& field) const {
    if (part == Part::whole || field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) return true;
    return is_sealed(field) == (part == Part::sealed);
  }

  [[nodiscard]] static json::value text(const pb::FieldDescriptor& field, const std::string& value) {
    const auto& collection = rules_of(field).collection();
    return json::value(json::string(collection.empty() ? value : collection + "/" + value));
  }

  [[nodiscard]] json::value one(const pb::Message& message, const pb::FieldDescriptor& field) const {
    const auto& reflection = *message.GetReflection();
    switch (field.cpp_type()) {
      case pb::FieldDescriptor::CPPTYPE_MESSAGE:
        return inner().object(reflection.GetMessage(message, &field));
      case pb::FieldDescriptor::CPPTYPE_ENUM:
        return json::value(json::string(short_name(*reflection.GetEnum(message, &field))));
      case pb::FieldDescriptor::CPPTYPE_BOOL:
        return reflection.GetBool(message, &field);
      case pb::FieldDescriptor::CPPTYPE_INT32:
        return reflection.GetInt32(message, &field);
      default:
        return text(field, reflection.GetString(message, &field));
    }
  }

  [[nodiscard]] json::array many(const pb::Message& message, const pb::FieldDescriptor& field) const {
    const auto& reflection = *message.GetReflection();
    json::array array;
    for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
      switch (field.cpp_type()) {
        case pb::FieldDescriptor::CPPTYPE_MESSAGE:
          array.push_back(inner().object(reflection.GetRepeatedMessage(message, &field, i)));
          break;
        case pb::FieldDescriptor::CPPTYPE_ENUM:
          array.push_back(json::value(json::string(short_name(*reflection.GetRepeatedEnum(message, &field, i)))));
          break;
        default:
          array.push_back(text(field, reflection.GetRepeatedString(message, &field, i)));
      }
    }
    return array;
  }

  [[nodiscard]] json::object object(const pb::Message& message) const {
    json::object out;
    const auto& reflection = *message.GetReflection();
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      if (!wants(field)) continue;
      if (field.is_repeated()) {
        if (reflection.FieldSize(message, &field) > 0 || lists == EmptyLists::shown) {
          out[field.json_name()] = many(message, field);
        }
      } else if (reflection.HasField(message, &field)) {
        out[field.json_name()] = one(message, field);
      }
    }
    return out;
  }
};

}  // namespace

json::object write_message(const pb::Message& message, Part part, EmptyLists lists) {
  return Writer{part, lists}.object(message);
}

}  // namespace review
