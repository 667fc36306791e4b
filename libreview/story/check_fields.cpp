#include "libreview/story/check_fields.hpp"

#include <fmt/format.h>

#include <vector>

#include "libreview/story/words.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

/// A field as the story writes it.
std::string written(const pb::Message& message, const pb::FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (!reflection.HasField(message, &field)) return "none";
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return choice_word(short_name(*reflection.GetEnum(message, &field)));
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetBool(message, &field) ? "yes" : "no";
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return std::to_string(reflection.GetInt32(message, &field));
    default:
      return reflection.GetString(message, &field);
  }
}

std::string written_list(const pb::Message& message, const pb::FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  const int size = reflection.FieldSize(message, &field);
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) return std::to_string(size);
  if (size == 0) return "none";
  std::vector<std::string> all;
  for (int i = 0; i < size; ++i) {
    all.push_back(field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM
                      ? choice_word(short_name(*reflection.GetRepeatedEnum(message, &field, i)))
                      : reflection.GetRepeatedString(message, &field, i));
  }
  return fmt::to_string(fmt::join(all, ","));
}

}  // namespace

std::string fields_differ(const Expectation& expected, const pb::Message& found) {
  std::string wrong;
  for (const auto& [name, value] : expected.details) {
    const auto& field = *found.GetDescriptor()->FindFieldByName(name);
    const auto there = field.is_repeated() ? written_list(found, field) : written(found, field);
    if (there != value) wrong += (wrong.empty() ? "" : "; ") + kebab(name) + " is " + there;
  }
  return wrong;
}

namespace {

template <class List, class Name>
std::string check_in(const Expectation& expected, std::string_view sort, const List& list, Name name) {
  for (const auto& one : list) {
    if (name(one) == expected.name) return fields_differ(expected, one);
  }
  return "there is no such " + std::string(sort);
}

}  // namespace

std::string check_fields(const Expectation& expected, const v1::Case& found) {
  if (expected.subject == Subject::action) {
    return check_in(expected, "action", found.actions(), [](const auto& one) { return one.action(); });
  }
  if (expected.subject == Subject::recommendation) {
    return check_in(expected, "recommendation", found.recommendations(),
                    [](const auto& one) { return one.recommendation(); });
  }
  if (expected.subject == Subject::product) {
    return check_in(expected, "product", found.products(), [](const auto& one) { return one.product(); });
  }
  return check_in(expected, "child", found.children(), [](const auto& one) { return one.child(); });
}

std::string check_answer(const Expectation& expected, const v1::Case& found) {
  std::string all;
  for (const auto& made : found.recommendations()) {
    if (made.recommendation() != expected.name) continue;
    for (const auto& answer : made.bodies()) {
      const auto body = spellings_of_body(answer.by()).reference;
      const auto state = choice_word(short_name_of(answer.state(), v1::RecommendationState_descriptor()));
      if (body == expected.details.at("body") && state == expected.details.at("state")) return {};
      all += fmt::format("{}{} {}", all.empty() ? "" : ", ", body, state);
    }
  }
  return all.empty() ? std::string("nobody is asked") : all;
}

}  // namespace review
