#pragma once

#include <google/protobuf/message.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// `2 April 2026`, `April 2026`, `2026`; what is no day stays as it is.
[[nodiscard]] std::string letter_day(const std::string& iso);
/// `Local authority` for `LOCAL_AUTHORITY`, `City hospital` for `city-hospital`: a body, an agency or a person.
[[nodiscard]] std::string letter_name(const std::string& name);
/// The names with commas between them.
[[nodiscard]] std::string letter_names(const google::protobuf::RepeatedPtrField<std::string>& names);

/// What people call a choice of the schema; empty where none was made.
template <class Choice>
[[nodiscard]] std::string letter_choice(Choice choice);
[[nodiscard]] std::string letter_choice_of(const google::protobuf::EnumDescriptor& type, int number);

template <class Choice>
std::string letter_choice(Choice choice) {
  return letter_choice_of(*google::protobuf::GetEnumDescriptor<Choice>(), static_cast<int>(choice));
}

/// The fields of a message that say something, each with the label of the schema, in its order; those of `left_out`,
/// by their names in the schema, are not among them, and neither is what stands in messages inside.
[[nodiscard]] std::vector<paper::Fact> letter_facts_of(const google::protobuf::Message& message,
                                                       std::initializer_list<std::string_view> left_out = {});

}  // namespace reviewd
