#include "libreview/record/themes_known.hpp"

#include <fmt/format.h>

#include "libreview/base/closest.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

/// What is wrong with a theme; empty where nothing is.
std::string fault_of(const std::string& theme, const Occasion& occasion) {
  const auto* list = occasion.law.list_of_theme(theme);
  if (list != nullptr && list->from <= occasion.today) return {};
  if (list != nullptr) return fmt::format("The theme {} applies from {} on.", theme, list->from.words());
  std::vector<std::string> names;
  for (const auto& one : occasion.law.theme_lists()) {
    for (const auto& known : one.themes) names.push_back(known.id);
  }
  return fmt::format("There is no theme {}.{} /v1/law lists them.", theme, did_you_mean(theme, names));
}

void look(const Question& question, const pb::Message& message, const std::string& at) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  for (const auto* field : filled) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    const bool holds_themes = field->name() == "themes" && field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING;
    for (int i = 0; i < size; ++i) {
      const auto here = at + "/" + field->json_name() + (field->is_repeated() ? fmt::format("/{}", i) : "");
      if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        look(question,
             field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                  : reflection.GetMessage(message, field),
             here);
      } else if (holds_themes) {
        auto fault = fault_of(reflection.GetRepeatedString(message, field, i), question.occasion);
        if (!fault.empty()) question.findings.add(Code::not_a_choice, std::move(fault), {}, here);
      }
    }
  }
}

}  // namespace

void themes_known(const Question& question) {
  if (!question.entry.has_source()) look(question, question.entry, "");
}

}  // namespace review
