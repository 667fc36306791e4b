#include "reviewd/web/words/form_fields.hpp"

#include <map>

#include "libreview/vocabulary/rules.hpp"

namespace reviewd {

namespace pb = google::protobuf;

std::vector<const pb::FieldDescriptor*> form_fields(const pb::Descriptor& type, const review::Kind* kind) {
  std::vector<const pb::FieldDescriptor*> fields;
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* field = type.field(i);
    if (review::rules_of(*field).from_server()) continue;
    const bool is_kind = field->real_containing_oneof() != nullptr;
    if (!is_kind || (kind != nullptr && kind->field == field)) fields.push_back(field);
  }
  return fields;
}

bool is_message(const pb::FieldDescriptor& field) { return field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE; }

bool is_entry(const pb::FieldDescriptor& field) {
  return is_message(field) && field.message_type() == review::v1::Entry::descriptor();
}

bool is_partial_day(const pb::FieldDescriptor& field) {
  return review::rules_of(field).form() == review::v1::PARTIAL_DATE;
}

std::string item_word(const pb::FieldDescriptor& field) {
  static const std::map<std::string, std::string> words = {
      {"Attendance", "seat"},         {"RelatedPerson", "person"},      {"Dissent", "differing view"},
      {"KnownDate", "known date"},    {"CriterionAnswer", "criterion"}, {"Despite", "rule set aside"},
      {"ConsideredOption", "option"}, {"ChronologyLine", "line"},       {"TimetableStep", "step"},
      {"MovedStep", "step"},          {"BearsOn", "other finding"},     {"ChronologyRow", "row"}};
  const auto& name = field.message_type()->name();
  const auto found = words.find(name);
  if (found != words.end()) return found->second;
  return static_cast<char>(name.front() - 'A' + 'a') + name.substr(1);
}

std::string item_title(const pb::FieldDescriptor& field, int index) {
  auto title = item_word(field) + " " + std::to_string(index + 1);
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

const review::Kind* kind_in(const boost::json::value& entry) {
  if (!entry.is_object()) return nullptr;
  for (const auto& [key, value] : entry.get_object()) {
    const auto* kind = value.is_object() ? review::find_kind(key) : nullptr;
    if (kind != nullptr && kind->json == key) return kind;
  }
  return nullptr;
}

const review::Kind* kind_inside(const Typed& typed, const std::string& path) {
  return review::find_kind(typed.first(path + ".kind"));
}

}  // namespace reviewd
