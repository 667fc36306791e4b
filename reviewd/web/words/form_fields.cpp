#include "reviewd/web/words/form_fields.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "libreview/vocabulary/names.hpp"
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
      {"MovedStep", "step"},          {"BearsOn", "other finding"},     {"AlignedTo", "source"},
      {"ChronologyRow", "row"}};
  const auto& name = field.message_type()->name();
  const auto found = words.find(name);
  if (found != words.end()) return found->second;
  auto said = review::snake(name);
  std::ranges::replace(said, '_', ' ');
  return said;
}

std::string add_words(const pb::FieldDescriptor& field, int count) {
  const auto word = item_word(field);
  constexpr std::string_view other = "other ";
  if (word.starts_with(other)) return "Add another " + word.substr(other.size());
  if (count > 0) return "Add another " + word;
  const bool vowel = std::string_view("aeiou").find(word.front()) != std::string_view::npos;
  return (vowel ? "Add an " : "Add a ") + word;
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
