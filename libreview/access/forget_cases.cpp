#include "libreview/access/forget_cases.hpp"

#include <vector>

namespace review {
namespace {

namespace pb = google::protobuf;

bool names_other_case(const pb::FieldDescriptor& field) {
  return field.name() == "joins_cases" || field.name() == "cases" || field.name() == "led_by" ||
         field.name() == "of_case";
}

/// Something of another case, which without the name of that case would be read as something of this one.
bool is_of_case(const pb::Message& message, const std::set<std::string>& cases) {
  const auto* field = message.GetDescriptor()->FindFieldByName("of_case");
  return field != nullptr && cases.contains(message.GetReflection()->GetString(message, field));
}

void forget_in_list_of_parts(pb::Message& message, const pb::FieldDescriptor& field,
                             const std::set<std::string>& cases) {
  const auto& reflection = *message.GetReflection();
  int kept = 0;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    auto& part = *reflection.MutableRepeatedMessage(&message, &field, i);
    if (is_of_case(part, cases)) continue;
    forget_cases(part, cases);
    if (kept != i) reflection.SwapElements(&message, &field, kept, i);
    ++kept;
  }
  while (reflection.FieldSize(message, &field) > kept) reflection.RemoveLast(&message, &field);
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
        forget_in_list_of_parts(message, *field, cases);
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
