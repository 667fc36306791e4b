#include "libreview/vocabulary/read_message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/asks_for.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_text.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// As many as the longest table that agencies send has rows. Rules compare the rows of a list with each other.
constexpr std::size_t most_in_list = 2000;

class Reader {
 public:
  explicit Reader(Origin origin) : origin_(origin) {}

  void message(const json::value& from, pb::Message& into, const std::string& at) {
    const auto* object = from.if_object();
    if (object == nullptr) return fault(Code::wrong_type, at, "This must be an object.");
    const auto& type = *into.GetDescriptor();
    for (const auto& [key, value] : *object) {
      const std::string here = pointer_to(key, at);
      const auto* field = find(type, key);
      if (field == nullptr) {
        fault(Code::unknown_field, here, "There is no field of this name here.");
      } else if (origin_ == Origin::request && rules_of(*field).from_server()) {
        fault(Code::unknown_field, here, "Only the service writes this field. Leave it out.");
      } else if (value.is_null()) {
        fault(Code::wrong_type, here, "This is empty (null). Leave the field out instead.");
      } else if (field->is_repeated()) {
        list(value, into, *field, here);
      } else {
        one(value, into, *field, here);
      }
    }
    if (origin_ != Origin::record) required(into, *object, at);
    if (&type != v1::Entry::descriptor()) return;
    one_kind(*object, at);
    if (origin_ == Origin::request && failed()) reasons(*object, at);
  }

  [[nodiscard]] bool failed() const { return !violations_.empty(); }
  [[nodiscard]] Refusal refusal() {
    Refusal out{first_, {}, {}, std::move(violations_)};
    out.says = out.violations.size() == 1 ? out.violations.front().message
                                          : fmt::format("{} fields need attention.", out.violations.size());
    return out;
  }
  void fault(Code code, const std::string& at, std::string message) {
    if (violations_.empty()) first_ = code;
    violations_.push_back(Violation{at, std::move(message)});
  }

 private:
  static const pb::FieldDescriptor* find(const pb::Descriptor& type, std::string_view key) {
    for (int i = 0; i < type.field_count(); ++i) {
      if (type.field(i)->json_name() == key) return type.field(i);
    }
    return nullptr;
  }

  /// Also of the replacement inside a correction: of two kinds the message itself would keep the last.
  void one_kind(const json::object& object, const std::string& at) {
    const auto given = std::count_if(object.begin(), object.end(), [](const auto& member) {
      const auto* kind = find_kind(member.key());
      return kind != nullptr && kind->json == std::string_view(member.key());
    });
    if (given == 1) return;
    fault(Code::not_one_kind, at,
          given == 0 ? "Say what happened: an entry has exactly one kind, such as \"panelNotified\"."
                     : "This entry has more than one kind. Send one entry for each.");
  }

  void required(const pb::Message& into, const json::object& object, const std::string& at) {
    const auto& type = *into.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) {
      const auto& field = *type.field(i);
      if (!rules_of(field).required()) continue;
      const auto* given = object.if_contains(field.json_name());
      const bool empty = given == nullptr || (given->is_string() && given->get_string().empty()) ||
                         (given->is_array() && given->get_array().empty());
      if (empty) {
        fault(Code::missing_field, pointer_to(field.json_name(), at), asks_for(field));
      }
    }
  }

  /// That a decision has no reasons is a rule's to refuse. Where the form is refused already it is told with it, so
  /// that nobody hears of one fault after the other.
  void reasons(const json::object& entry, const std::string& at) {
    for (const auto& [key, value] : entry) {
      const auto* kind = find_kind(key);
      const auto* said = value.if_object();
      if (kind == nullptr || kind->json != std::string_view(key) || said == nullptr || kind->reasoned_by.empty())
        continue;
      const auto& type = *kind->field->message_type();
      const auto is_given = [&](const std::string& name) {
        return said->contains(type.FindFieldByName(name)->json_name());
      };
      if (std::ranges::any_of(kind->reasoned_by, is_given)) continue;
      const auto& field = *type.FindFieldByName(kind->reasoned_by.front());
      fault(Code::missing_field, pointer_to(field.json_name(), pointer_to(kind->json, at)), asks_for_reasons(*kind));
    }
  }

  void list(const json::value& from, pb::Message& into, const pb::FieldDescriptor& field, const std::string& at) {
    const auto* array = from.if_array();
    if (array == nullptr) return fault(Code::wrong_type, at, "This must be a list.");
    if (origin_ == Origin::request && array->size() > most_in_list)
      return fault(Code::wrong_type, at, fmt::format("This list may have {} rows or fewer.", most_in_list));
    const auto& reflection = *into.GetReflection();
    for (std::size_t i = 0; i < array->size(); ++i) {
      const std::string here = pointer_to(std::to_string(i), at);
      const json::value& value = (*array)[i];
      if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        message(value, *reflection.AddMessage(&into, &field), here);
      } else if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
        if (const auto* choice = enumerated(value, field, here)) reflection.AddEnum(&into, &field, choice);
      } else if (auto text = string(value, field, here)) {
        reflection.AddString(&into, &field, *text);
      }
    }
  }

  void one(const json::value& from, pb::Message& into, const pb::FieldDescriptor& field, const std::string& at) {
    const auto& reflection = *into.GetReflection();
    switch (field.cpp_type()) {
      case pb::FieldDescriptor::CPPTYPE_MESSAGE:
        message(from, *reflection.MutableMessage(&into, &field), at);
        break;
      case pb::FieldDescriptor::CPPTYPE_ENUM:
        if (const auto* choice = enumerated(from, field, at)) reflection.SetEnum(&into, &field, choice);
        break;
      case pb::FieldDescriptor::CPPTYPE_BOOL:
        if (!from.is_bool()) return fault(Code::wrong_type, at, "This must be true or false.");
        reflection.SetBool(&into, &field, from.get_bool());
        break;
      case pb::FieldDescriptor::CPPTYPE_INT32:
        number(from, into, field, at);
        break;
      default:
        if (auto text = string(from, field, at)) reflection.SetString(&into, &field, *text);
    }
  }

  void number(const json::value& from, pb::Message& into, const pb::FieldDescriptor& field, const std::string& at) {
    if (!from.is_int64() || from.get_int64() < 0 || from.get_int64() > std::numeric_limits<std::int32_t>::max()) {
      return fault(Code::wrong_type, at, "This must be a whole number, 0 or more.");
    }
    const int most = rules_of(field).most();
    if (origin_ != Origin::record && most > 0 && from.get_int64() > most) {
      return fault(Code::wrong_type, at, fmt::format("This must be {} or less.", most));
    }
    into.GetReflection()->SetInt32(&into, &field, static_cast<std::int32_t>(from.get_int64()));
  }

  const pb::EnumValueDescriptor* enumerated(const json::value& from, const pb::FieldDescriptor& field,
                                            const std::string& at) {
    if (!from.is_string()) {
      fault(Code::wrong_type, at, "This must be one of the choices, as text.");
      return nullptr;
    }
    const auto* found = find_value(*field.enum_type(), std::string_view(from.get_string()));
    if (found == nullptr) {
      std::string choices;
      for (int i = 1; i < field.enum_type()->value_count(); ++i) {
        choices += (i > 1 ? ", " : "") + short_name(*field.enum_type()->value(i));
      }
      fault(Code::not_a_choice, at, fmt::format("Choose one of {}.", choices));
    }
    return found;
  }

  std::optional<std::string> string(const json::value& from, const pb::FieldDescriptor& field, const std::string& at) {
    if (!from.is_string()) {
      fault(Code::wrong_type, at, "This must be text.");
      return std::nullopt;
    }
    auto text = read_text(std::string(from.get_string()), field, origin_);
    if (text) return std::move(*text);
    fault(text.error().code, at, text.error().says);
    return std::nullopt;
  }

  Origin origin_;
  Code first_ = Code::malformed;
  std::vector<Violation> violations_;
};

}  // namespace

Result<v1::Entry> read_entry(const json::value& from, Origin origin, const std::string& pointer) {
  v1::Entry entry;
  Reader reader(origin);
  reader.message(from, entry, pointer);
  if (reader.failed()) return refuse(reader.refusal());
  return entry;
}

}  // namespace review
