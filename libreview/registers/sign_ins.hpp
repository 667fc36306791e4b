#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long a sign-in waits for the code after the password was right.
inline constexpr std::chrono::minutes pending_life{5};

/// Sign-ins that are under way, which are no sessions yet, and a count of those that failed.
class SignIns {
 public:
  SignIns(Store& store, Random& random) : store_(store), random_(random) {}

  /// The password was right, the code is still to come. Gives the line that the browser keeps; an earlier one of the
  /// person is gone.
  Result<std::string> begin(const std::string& person, Instant now);
  /// Who is signing in; nothing if that is over, unknown or wrong.
  [[nodiscard]] std::optional<std::string> find(std::string_view line, Instant now);
  /// It is over.
  Result<void> end(const std::string& person);

  /// Counts a failed try. The access log gets a line at the first, tenth and hundredth of an hour: who guesses
  /// thousands of times does not fill it. A name that nobody has is not kept: people type passwords there by mistake.
  Result<void> failed(const std::string& person, Instant now);
  /// How many failed for the person since then.
  [[nodiscard]] int failures(std::string_view person, Instant since);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
