#include "libreview/access/forget_cases.hpp"

#include <vector>

namespace review {
namespace {

namespace pb = google::protobuf;

/// Names are words: a number of cases is none.
bool names_other_case(const pb::FieldDescriptor& field) {
  if (field.cpp_type() != pb::FieldDescriptor::CPPTYPE_STRING) return false;
  return field.name() == "joins_cases" || field.name() == "cases" || field.name() == "led_by" ||
         field.name() == "of_case";
}

void forget_in_list(pb::Message& message, const pb::FieldDescriptor& field, const std::set<std::string>& cases) {
  const auto& reflection = *message.GetReflection();
  std::vector<std::string> kept;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    auto name = reflection.GetRepeatedString(message, &field, i);
    if (!cases.contains(name)) kept.push_back(std::move(name));
  }
  reflection.ClearField(&message, &field);
  for (auto& name : kept) reflection.AddString(&message, &field, std::move(name));
}

/// What is said of one of them, without which nothing of it is to be understood: it goes whole, or it would be taken
/// for something of this case.
bool is_of_one(const pb::Message& message, const std::set<std::string>& cases) {
  const auto* field = message.GetDescriptor()->FindFieldByName("of_case");
  return field != nullptr && cases.contains(message.GetReflection()->GetString(message, field));
}

void forget_those_of(pb::Message& message, const pb::FieldDescriptor& field, const std::set<std::string>& cases) {
  const auto& reflection = *message.GetReflection();
  int kept = 0;
  const int size = reflection.FieldSize(message, &field);
  for (int i = 0; i < size; ++i) {
    if (!is_of_one(reflection.GetRepeatedMessage(message, &field, i), cases))
      reflection.SwapElements(&message, &field, kept++, i);
  }
  for (int i = kept; i < size; ++i) reflection.RemoveLast(&message, &field);
}

}  // namespace

void forget_cases(pb::Message& message, const std::set<std::string>& cases) {
  if (cases.empty()) return;
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  for (const auto* field : filled) {
    if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (!field->is_repeated()) {
        forget_cases(*reflection.MutableMessage(&message, field), cases);
      } else {
        forget_those_of(message, *field, cases);
        for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
          forget_cases(*reflection.MutableRepeatedMessage(&message, field, i), cases);
        }
      }
    } else if (names_other_case(*field)) {
      if (field->is_repeated()) {
        forget_in_list(message, *field, cases);
      } else if (cases.contains(reflection.GetString(message, field))) {
        reflection.ClearField(&message, field);
      }
    }
  }
}

void name_cases(const pb::Message& message, std::set<std::string>& cases) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  for (const auto* field : filled) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < size; ++i) {
      if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        name_cases(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                        : reflection.GetMessage(message, field),
                   cases);
      } else if (names_other_case(*field)) {
        cases.insert(field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                          : reflection.GetString(message, field));
      }
    }
  }
}

}  // namespace review
