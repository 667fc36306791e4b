#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How many recovery codes somebody gets.
inline constexpr int recovery_codes_given = 10;

/// The app for codes (RFC 6238) of one person.
struct SecondFactor {
  std::string sealed;          ///< its secret, sealed by whoever keeps the key; opaque here
  bool confirmed = false;      ///< it counts only once a code of it was given
  std::int64_t last_step = 0;  ///< the newest step of time whose code was used; no code of it or before counts again
};

/// Second factors, and the recovery codes for who has lost theirs. Each change is in the access log, in the same
/// transaction.
class SecondFactors {
 public:
  SecondFactors(Store& store, Random& random) : store_(store), random_(random) {}

  /// Sets one up that is to be confirmed; one that was begun before is gone. `already-recorded` where a confirmed one
  /// stands, `not-found` without an account.
  Result<void> begin(const std::string& person, const std::string& sealed, Instant now);
  /// From now on it counts; gives the recovery codes, which are shown this once: four groups of four letters and
  /// digits. `not-found` unless one waits to be confirmed.
  Result<std::vector<std::string>> confirm(const std::string& person, std::int64_t step, Instant now);
  /// Notes that the code of a step was used. False where that step, or a later one, was used before.
  Result<bool> use_step(const std::string& person, std::int64_t step);
  /// Uses up a recovery code, however it is written. False where it is none of the person's.
  Result<bool> use_recovery_code(const std::string& person, std::string_view code, Instant now);
  /// Turned off, with its recovery codes. Nothing happens where there is none.
  Result<void> remove(const std::string& person, const std::string& by, Instant now);

  [[nodiscard]] std::optional<SecondFactor> find(std::string_view person);
  /// Whether a confirmed one stands.
  [[nodiscard]] bool has(std::string_view person);
  [[nodiscard]] int recovery_codes_left(std::string_view person);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
