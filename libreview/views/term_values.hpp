#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "libreview/base/result.hpp"
#include "libreview/views/filter.hpp"

namespace review {

/// `STATUTE, STATUTORY_GUIDANCE, …`: the values of a choice as they travel.
[[nodiscard]] std::string choices_of(const google::protobuf::EnumDescriptor& type);

/// The term compares a choice with = or != and one of its values; `not-a-choice` names them.
[[nodiscard]] Result<void> is_choice(const Term& term, const google::protobuf::EnumDescriptor& type);
/// The term compares with a day.
[[nodiscard]] Result<void> is_day(const Term& term);
/// The term compares with = or != and true or false.
[[nodiscard]] Result<void> is_truth(const Term& term);

}  // namespace review
