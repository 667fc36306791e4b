#pragma once

#include <google/protobuf/repeated_field.h>

#include <array>
#include <string>
#include <string_view>

namespace review {

/// Whether two names mean one body: `integrated-care-board` and `INTEGRATED_CARE_BOARD` do.
[[nodiscard]] bool is_same_body(std::string_view left, std::string_view right);
/// Whether a body is among those named.
[[nodiscard]] bool names_body(const google::protobuf::RepeatedPtrField<std::string>& bodies, std::string_view body);

/// The national bodies that a review is sent to (Children Act 2004, section 16F), by the names that entries have for
/// them. An entry may name others.
inline constexpr std::array<std::string_view, 3> national_bodies = {"PANEL", "SECRETARY_OF_STATE", "OFSTED"};
/// Whether a body is one of those.
[[nodiscard]] bool is_national_body(std::string_view body);

}  // namespace review
