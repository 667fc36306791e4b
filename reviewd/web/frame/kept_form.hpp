#pragma once

#include <optional>
#include <string>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// A form that waits while its sender shows who they are, and then goes on where it was going: nobody types it twice.
struct KeptForm {
  std::string address{};  ///< where it goes; empty: none waits
  std::string body{};     ///< as it was sent, `application/x-www-form-urlencoded`

  [[nodiscard]] bool waits() const { return !address.empty(); }
};

/// A body that is longer does not fit into the form that asks for the proof.
inline constexpr std::size_t most_kept_typed = 64 * 1024;

/// The form that the form which asks for the proof brings along, in its fields `formAddress` and `formBody`.
[[nodiscard]] KeptForm kept_form(const NameValues& asking);

/// The request that sends it in a session whose line is `line` now; `line_before` is what the browser still holds.
/// Nothing where it is no form of that session, or goes to no address of ours.
[[nodiscard]] std::optional<Request> request_of(const KeptForm& kept, const Request& asking,
                                                const std::string& line_before, const std::string& line);

}  // namespace reviewd
