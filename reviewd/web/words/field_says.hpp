#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

#include "libreview/vocabulary/kinds.hpp"

namespace reviewd {

/// What a form calls a field: the schema's label, unless practitioners say it otherwise on a page.
[[nodiscard]] std::string field_label(const google::protobuf::FieldDescriptor& field);
/// What asks for the day of an update: on which day it happened, was corrected or was withdrawn.
[[nodiscard]] std::string day_label(const review::Kind& kind);
/// The update sets another one right: it corrects or withdraws it.
[[nodiscard]] bool is_about_an_entry(const review::Kind& kind);
/// Help below the label; empty for most.
[[nodiscard]] std::string field_hint(const google::protobuf::FieldDescriptor& field);
/// What to do where a field that must be answered is empty: `Choose whether to notify`, `Enter the question`. `label`
/// is what the form calls it.
[[nodiscard]] std::string missing_words(const google::protobuf::FieldDescriptor& field, std::string_view label);
/// What a day is called in a sentence about it: `The day the local authority became aware`.
[[nodiscard]] std::string day_subject(const google::protobuf::FieldDescriptor& field, std::string_view label);

}  // namespace reviewd
