#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "libreview/vocabulary/kinds.hpp"

namespace review {

/// What is said where a field is empty and must not be: `Give this: Review on`, `Answer this: What happened?`
[[nodiscard]] std::string asks_for(const google::protobuf::FieldDescriptor& field);

/// What is said where a decision of this kind, which has `reasoned_by`, has no reasons: by the field that takes them
/// where only one does.
[[nodiscard]] std::string asks_for_reasons(const Kind& kind);

}  // namespace review
