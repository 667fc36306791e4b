#include "libreview/story/cast.hpp"

#include <google/protobuf/descriptor.h>

#include "libreview/story/entry_words.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

using Names = std::map<std::string, std::string, std::less<>>;

void dress(pb::Message& message, const Names& real) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  const auto of = [&](const std::string& text) {
    const auto found = real.find(text);
    return found == real.end() ? text : found->second;
  };
  for (const auto* field : fields) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 0;
    if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      for (int i = 0; i < size; ++i) dress(*reflection.MutableRepeatedMessage(&message, field, i), real);
      if (!field->is_repeated()) dress(*reflection.MutableMessage(&message, field), real);
    } else if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING) {
      for (int i = 0; i < size; ++i) {
        reflection.SetRepeatedString(&message, field, i, of(reflection.GetRepeatedString(message, field, i)));
      }
      if (!field->is_repeated()) reflection.SetString(&message, field, of(reflection.GetString(message, field)));
    }
  }
}

std::string found_in(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? std::string() : found->second;
}

}  // namespace

std::string Cast::case_of(std::string_view letter) const { return found_in(cases_, letter); }
std::string Cast::entry_of(std::string_view name) const { return found_in(entries_, name); }

std::vector<std::string> Cast::cases() const {
  std::vector<std::string> all;
  for (const auto& [letter, reference] : cases_) all.push_back(reference);
  return all;
}

v1::Entry Cast::dressed(v1::Entry entry) const {
  Names real;
  for (const auto& [letter, reference] : cases_) real[case_placeholder(letter)] = reference;
  for (const auto& [name, id] : entries_) real[entry_placeholder(name)] = id;
  dress(entry, real);
  return entry;
}

}  // namespace review
