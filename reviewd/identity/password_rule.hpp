#pragma once

#include <string>
#include <string_view>

#include "libreview/access/role.hpp"
#include "libreview/base/result.hpp"

namespace reviewd {

inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 128;
/// Of an administrator, who lets the others in.
inline constexpr std::size_t shortest_administrator_password = 15;

[[nodiscard]] std::size_t shortest_password_of(review::Role role);

/// Whether a person may choose this password: its length in characters; that it is not one of those that people choose
/// most often; and that it is not made of the person's name, of the service's words, or of a few letters again and
/// again. There is no rule about digits or signs. `malformed` says what to do.
[[nodiscard]] review::Result<void> check_password(std::string_view password, std::string_view person,
                                                  std::size_t shortest = shortest_password);

/// Whether the password is among the most common ones of leaked lists, in whatever case, with or without blanks, and
/// with or without digits and signs at its end.
[[nodiscard]] bool is_common_password(std::string_view password);

}  // namespace reviewd
