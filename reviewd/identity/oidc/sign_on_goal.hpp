#pragma once

#include <string>

#include "libreview/calendar/instant.hpp"
#include "libreview/registers/opening.hpp"

namespace reviewd {

/// What somebody signs on for.
struct SignOnGoal {
  std::string then{};         ///< where to go afterwards
  review::Opening opening{};  ///< of an invitation that is taken up by it; without a line: none
  /// The line of the session whose person shows anew who they are; empty: a session begins. The provider is then told
  /// to ask for the password or the like again, whatever it remembers of the browser.
  std::string session{};
  review::Instant asked{};     ///< when the proof was asked for; before it, signing on at the provider does not count
  std::string form_address{};  ///< a form that waits for the proof: where it goes; empty: none
  std::string form_body{};     ///< and what was typed

  [[nodiscard]] bool is_proof() const { return !session.empty(); }
};

}  // namespace reviewd
