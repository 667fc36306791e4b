#pragma once

#include <google/protobuf/repeated_field.h>

#include <string>
#include <string_view>

namespace review {

/// Whether two names mean one body: `integrated-care-board` and `INTEGRATED_CARE_BOARD` do.
[[nodiscard]] bool is_same_body(std::string_view left, std::string_view right);
/// Whether a body is among those named.
[[nodiscard]] bool names_body(const google::protobuf::RepeatedPtrField<std::string>& bodies, std::string_view body);

}  // namespace review
