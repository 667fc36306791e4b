#pragma once

#include <google/protobuf/descriptor.h>

#include "review/v1/options.pb.h"

namespace review {

/// What the schema says about a field.
[[nodiscard]] const v1::FieldRules& rules_of(const google::protobuf::FieldDescriptor& field);

/// Whether the field is stored sealed: marked personal, or free text, which may hold anything.
[[nodiscard]] bool is_sealed(const google::protobuf::FieldDescriptor& field);

/// Whether the field is a civil day, whole or partial.
[[nodiscard]] bool is_day(const google::protobuf::FieldDescriptor& field);

}  // namespace review
